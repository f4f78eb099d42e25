package judge_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/judge"
)

// written is the file of some judgements.
func written(t interface {
	Helper()
	Fatal(args ...any)
}, list []travaux.Judgement,
) string {
	t.Helper()
	var b bytes.Buffer
	if err := judge.Write(&b, list); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// noteAt is a note by somebody on a word of a report.
func noteAt(by string, report, word int) travaux.Judgement {
	file := fmt.Sprintf("reports/%02d.txt", report)
	return judge.Identify(travaux.Judgement{
		Kind: travaux.JudgeNote, By: by, At: fmt.Sprintf("2031-03-05T09:%02d:00Z", (report+word)%60), Reason: "ask",
		Anchors: []travaux.Anchor{{What: judge.Passage, Report: "report_" + file, File: file, Start: 10 * word, End: 10*word + 3, Quote: "met"}},
	})
}

// TestFilesMergeAsText merges two analysts' files with git: without a word
// where they judged different reports of those judged before, with the union
// driver wherever they judged. Nothing is lost or told twice.
func TestFilesMergeAsText(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("no git on this machine")
	}
	var base []travaux.Judgement
	for report := range 6 {
		base = append(base, noteAt("ana", report, 3))
	}
	undo := judge.Identify(travaux.Judgement{Kind: travaux.JudgeUndo, By: "ben", At: "2031-03-06T09:00:00Z", Reason: "no", Undoes: base[4].ID})
	whole := func(by string) travaux.Judgement {
		return judge.Identify(travaux.Judgement{Kind: travaux.JudgeNote, By: by, At: "2031-03-06T09:00:00Z", Reason: "of the whole"})
	}
	tests := []struct {
		name        string
		base        []travaux.Judgement
		ours, yours []travaux.Judgement // added to it
		clean       bool                // without the union driver
	}{
		{"different reports", base, []travaux.Judgement{noteAt("ana", 0, 1), noteAt("ana", 2, 5)}, []travaux.Judgement{noteAt("ben", 1, 5), noteAt("ben", 5, 9)}, true},
		{"different rows of one report", base, []travaux.Judgement{noteAt("ana", 3, 1)}, []travaux.Judgement{noteAt("ben", 3, 5)}, true},
		{"an undo stands with what it undoes", base, []travaux.Judgement{noteAt("ana", 5, 9), whole("ana")}, []travaux.Judgement{undo}, true},
		{"the same row", base, []travaux.Judgement{noteAt("ana", 3, 5)}, []travaux.Judgement{noteAt("ben", 3, 5)}, false},
		{"the whole record", base, []travaux.Judgement{whole("ana")}, []travaux.Judgement{whole("ben")}, false},
		{"nothing judged before", nil, []travaux.Judgement{noteAt("ana", 1, 1)}, []travaux.Judgement{noteAt("ben", 4, 1)}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			file := func(name string, add []travaux.Judgement) string {
				path := filepath.Join(dir, name)
				if err := os.WriteFile(path, []byte(written(t, append(append([]travaux.Judgement{}, tt.base...), add...))), 0o600); err != nil {
					t.Fatal(err)
				}
				return path
			}
			before, ours, yours := file("before", nil), file("ours", tt.ours), file("yours", tt.yours)
			want := written(t, append(append(append([]travaux.Judgement{}, tt.base...), tt.ours...), tt.yours...))
			for _, driver := range []string{"", "--union"} {
				args := append([]string{"merge-file", "-p"}, strings.Fields(driver)...)
				out, err := exec.CommandContext(t.Context(), git, append(args, ours, before, yours)...).Output()
				if driver == "" && !tt.clean {
					if err == nil {
						t.Error("merged without a conflict: say so in the documents")
					}
					continue
				}
				if err != nil {
					t.Fatalf("%s: %v\n%s", driver, err, out)
				}
				got, err := judge.Read("merged", bytes.NewReader(out))
				if err != nil {
					t.Fatal(err)
				}
				if text := written(t, got); text != want {
					t.Errorf("%s: merged\n%swant\n%s", driver, text, want)
				}
				if tt.clean && driver == "" && string(out) != want {
					t.Errorf("the merged text is not what would be written:\n%s", out)
				}
			}
		})
	}
}

// TestAnyTwoFiles wants the lines of any two files, in any order, to give their
// union.
func TestAnyTwoFiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(by string) (list []travaux.Judgement) {
			for range rapid.IntRange(0, 6).Draw(t, "judgements") {
				list = append(list, noteAt(by, rapid.IntRange(0, 3).Draw(t, "report"), rapid.IntRange(0, 3).Draw(t, "word")))
			}
			for _, j := range list {
				if rapid.IntRange(0, 3).Draw(t, "undone") == 0 {
					list = append(list, judge.Identify(travaux.Judgement{Kind: travaux.JudgeUndo, By: by, At: "2031-03-06T09:00:00Z", Reason: "no", Undoes: j.ID}))
				}
			}
			return list
		}
		a, b := draw("ana"), draw(rapid.SampledFrom([]string{"ana", "ben"}).Draw(t, "by"))
		lines := append(strings.SplitAfter(written(t, a), "\n")[1:], strings.SplitAfter(written(t, b), "\n")[1:]...)
		lines = rapid.Permutation(lines).Draw(t, "lines")
		head, _, _ := strings.Cut(written(t, nil), "\n")
		got, err := judge.Read("both", strings.NewReader(head+"\n"+strings.Join(lines, "")))
		if err != nil {
			t.Fatal(err)
		}
		if now, want := written(t, got), written(t, append(a, b...)); now != want {
			t.Fatalf("put together:\n%swant:\n%s", now, want)
		}
	})
}
