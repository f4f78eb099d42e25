package source

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
)

// outcomes runs Walk and words each result as "file: first bytes" or
// "file: code".
func outcomes(t *testing.T, opts Options, paths ...string) []string {
	t.Helper()
	var got []string
	for it, err := range Walk(context.Background(), paths, opts) {
		if err != nil {
			if !strings.Contains(err.Error(), it.File) {
				t.Errorf("the error %q does not name %q", err, it.File)
			}
			got = append(got, fmt.Sprintf("%s: %s", it.File, travaux.CodeOf(err)))
			continue
		}
		got = append(got, fmt.Sprintf("%s: %.20s", it.File, it.Data))
	}
	return got
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestWalkFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	for path, content := range map[string]string{
		"in/b.txt": "second", "in/a.md": "first", "in/sub/c.html": "third", "in/.hidden.txt": "never",
		"in/.git/config.txt": "never", "in/profile.yaml": "never", "in/photo.jpg": "picture", "in/NOTES": "words",
		"in/d.jsonl": "{\"text\":\"one\"}\n\n{\"text\":\"two\"}", "in/empty.jsonl": "\n",
	} {
		write(t, path, content)
	}
	want := []string{
		"in/NOTES: unsupported",
		"in/a.md: first",
		"in/b.txt: second",
		"in/d.jsonl#1: {\"text\":\"one\"}",
		"in/d.jsonl#3: {\"text\":\"two\"}",
		"in/empty.jsonl: empty",
		"in/photo.jpg: unsupported",
		"in/sub/c.html: third",
	}
	if diff := cmp.Diff(want, outcomes(t, Options{}, "in")); diff != "" {
		t.Error(diff)
	}
}

func TestWalkBadFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "in/ok.txt", "fine")
	write(t, "in/z.txt", "fine too")
	huge, err := os.Create("in/huge.txt") // sparse: it takes no room
	if err != nil {
		t.Fatal(err)
	}
	if err := huge.Truncate(200 << 20); err != nil {
		t.Fatal(err)
	}
	huge.Close()
	want := []string{
		"in/back: invalid",
		"in/dangling.txt: not_found",
		"in/huge.txt: too_large",
		"in/ok.txt: fine",
		"in/pipe.txt: unsupported",
		"in/z.txt: fine too",
		"nowhere.txt: not_found",
	}
	for _, err := range []error{os.Symlink("nothing", "in/dangling.txt"), os.Symlink("../in", "in/back"), syscall.Mkfifo("in/pipe.txt", 0o600)} {
		if err != nil {
			t.Skip("the file system has no links or pipes:", err)
		}
	}
	if diff := cmp.Diff(want, outcomes(t, Options{}, "in", "nowhere.txt")); diff != "" {
		t.Error(diff)
	}
}

func TestWalkUnreadable(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("permissions do not bind root")
	}
	t.Chdir(t.TempDir())
	write(t, "in/a.txt", "shut")
	write(t, "in/b.txt", "open")
	if err := os.Chmod("in/a.txt", 0); err != nil {
		t.Fatal(err)
	}
	want := []string{"in/a.txt: unreadable", "in/b.txt: open"}
	if diff := cmp.Diff(want, outcomes(t, Options{}, "in")); diff != "" {
		t.Error(diff)
	}
}

// The same folder through two links is read twice: that is no loop.
func TestWalkLinkTwice(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "real/a.txt", "words")
	for _, name := range []string{"one", "two"} {
		if err := os.MkdirAll("in", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink("../real", "in/"+name); err != nil {
			t.Skip("no links:", err)
		}
	}
	want := []string{"in/one/a.txt: words", "in/two/a.txt: words"}
	if diff := cmp.Diff(want, outcomes(t, Options{}, "in")); diff != "" {
		t.Error(diff)
	}
}

func TestWalkLines(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "d.jsonl", "\ufeff{\"text\":\"a\"}\r\n"+strings.Repeat("x", 500)+"\n{\"text\":\"b\"}\n")
	want := []string{`d.jsonl#1: {"text":"a"}`, "d.jsonl#2: too_large", `d.jsonl#3: {"text":"b"}`}
	if diff := cmp.Diff(want, outcomes(t, Options{MaxBytes: 100}, "d.jsonl")); diff != "" {
		t.Error(diff)
	}
}

func TestWalkStdin(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		want     []string
	}{
		{"text", "Talks resumed.\n", []string{"-: Talks resumed.\n"}},
		{"lines", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", []string{`-#1: {"text":"a"}`, `-#2: {"text":"b"}`}},
		{"large", strings.Repeat("x", 200), []string{"-: too_large"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := outcomes(t, Options{Stdin: strings.NewReader(tt.in), MaxBytes: 100}, "-")
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWalkStops(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "in/a.txt", "a")
	write(t, "in/b.txt", "b")
	n := 0
	for range Walk(context.Background(), []string{"in", "in"}, Options{}) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("Walk went on after the caller stopped: %d", n)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, err := range Walk(ctx, []string{"in"}, Options{}) {
		if travaux.CodeOf(err) != travaux.CodeTimeout {
			t.Errorf("a done context gave %v", err)
		}
	}
}
