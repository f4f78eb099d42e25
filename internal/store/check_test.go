package store

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// filled is a record with some reports, one withdrawn and one unread.
func filled(t *testing.T) (*Store, string) {
	t.Helper()
	s, path := create(t)
	for _, w := range strings.Fields("Ada Bo Cem Dag Eda Fay Gus Hal") {
		put(t, s, entry(strings.ToLower(w)+".txt", w+" met the union in Halle. "+strings.Repeat("They talked on. ", 60)), Added)
	}
	if _, err := s.Remove(context.Background(), "hal.txt", "a test"); err != nil {
		t.Fatal(err)
	}
	return s, path
}

func faultsOf(t *testing.T, s *Store) []string {
	t.Helper()
	faults, head, err := s.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if head == "" {
		t.Error("the history has no head")
	}
	var out []string
	for _, f := range faults {
		out = append(out, f.What)
	}
	return out
}

func TestCheck(t *testing.T) {
	for name, tt := range map[string]struct {
		harm string
		want []string
	}{
		"whole":          {`SELECT 1`, nil},
		"original":       {`UPDATE original SET body = 'x' WHERE sha256 = (SELECT min(sha256) FROM original)`, []string{"the original bytes with SHA-256 SUM are not those that were kept"}},
		"no original":    {`DELETE FROM original WHERE sha256 = (SELECT sha256 FROM report WHERE id = (SELECT min(id) FROM report))`, []string{"its original bytes are missing"}},
		"text":           {`UPDATE report SET document = replace(document, 'Ada', 'Ida')`, []string{"its text is not the one that was kept when it was added"}},
		"reading":        {`UPDATE reading SET body = body || ' ' WHERE report = (SELECT min(report) FROM reading)`, []string{"what was read in it is not what was kept"}},
		"report lost":    {`DELETE FROM report WHERE id = (SELECT min(id) FROM report)`, []string{"it was added, never withdrawn, and is not there"}},
		"history cut":    {`DELETE FROM history WHERE seq = 1`, []string{"the history: entry 2 follows where 1 should stand"}},
		"history forged": {`UPDATE history SET agent = 'nobody' WHERE seq = 2`, []string{"the history: entry 2 was changed after it was written"}},
		"not json":       {`UPDATE history SET used = 'x' WHERE seq = 2`, []string{"the history: entry 2 was changed after it was written"}},
		"untold":         {`UPDATE report SET id = 'report_x' WHERE id = (SELECT id FROM report WHERE document LIKE '%Ada%')`, []string{"no entry of the history tells that it was added", "it was added, never withdrawn, and is not there"}},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := filled(t)
			if _, err := s.db.Exec(tt.harm); err != nil {
				t.Fatal(err)
			}
			got := faultsOf(t, s)
			for i := range got {
				if before, rest, ok := strings.Cut(got[i], "SHA-256 "); ok {
					_, after, _ := strings.Cut(rest, " ")
					got[i] = before + "SHA-256 SUM " + after
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestFlippedByte changes one byte in each page of the file in turn. The record
// must say that it is damaged, or hold what it held.
func TestFlippedByte(t *testing.T) {
	s, path := filled(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	harmed := filepath.Join(t.TempDir(), "harmed.travaux")
	rnd := rand.New(rand.NewPCG(7, 7))
	const page = 4096
	seen := 0
	for at := 0; at < len(file); at += page {
		for range 4 {
			b := append([]byte{}, file...)
			k := at + rnd.IntN(min(page, len(file)-at))
			b[k] ^= 1 << rnd.IntN(8)
			if flipped(t, harmed, b) {
				seen++
			}
		}
	}
	if seen == 0 {
		t.Error("no flipped byte was seen")
	}
}

// flipped opens a file and reports whether its damage is seen; where it is not,
// the file must hold all that it held.
func flipped(t *testing.T, path string, b []byte) bool {
	t.Helper()
	for _, end := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + end); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	s, err := Open(ctx, path)
	if err != nil {
		return true
	}
	defer s.Close()
	faults, _, err := s.Check(ctx)
	if err != nil || len(faults) > 0 {
		return true
	}
	var files []string
	err = s.Each(ctx, "test/1", func(x Stored) error { files = append(files, x.Report.File); return nil })
	if err != nil || len(files) != 7 {
		t.Errorf("damage is not seen, and the record has %q, %v", files, err)
	}
	return false
}

func TestBackup(t *testing.T) {
	s, path := filled(t)
	ctx := context.Background()
	copied := filepath.Join(t.TempDir(), "copy.travaux")
	if err := s.Backup(ctx, copied); err != nil {
		t.Fatal(err)
	}
	put(t, s, entry("ida.txt", "Ida met the union."), Added) // after the copy
	c, err := Open(ctx, copied)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if f := faultsOf(t, c); len(f) > 0 {
		t.Errorf("the copy has faults: %v", f)
	}
	if n, want := len(all(t, c, "test/1")), len(all(t, s, "test/1"))-1; n != want {
		t.Errorf("the copy has %d reports, want %d", n, want)
	}
	if err := s.Backup(ctx, path); err == nil {
		t.Error("a copy overwrites a file that is there")
	}
}
