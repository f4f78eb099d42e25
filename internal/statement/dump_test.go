package statement

import (
	"os"
	"path/filepath"
	"testing"
)

// TestDump lists the statements of the files of a folder, for reading:
// TRAVAUX_DUMP=folder go test ./internal/statement -run Dump -v
func TestDump(t *testing.T) {
	dir := os.Getenv("TRAVAUX_DUMP")
	if dir == "" {
		t.Skip("TRAVAUX_DUMP names no folder")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		_, c, ss := read(t, string(data))
		check(t, string(data), c, ss)
		t.Logf("== %s: %d statements", filepath.Base(f), len(ss))
		for i := range ss {
			who := "-"
			if a := c.Actor(ss[i].Speaker); a != nil {
				who = a.Canonical
			}
			t.Log(who + ": " + show(&ss[i]))
		}
	}
}
