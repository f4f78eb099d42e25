package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// oldRecord is a record that an old version of the program wrote.
type oldRecord struct{ file string }

func oldRecords(t *testing.T) (list []oldRecord) {
	t.Helper()
	files, err := filepath.Glob("testdata/records/*.travaux.gz")
	if err != nil || len(files) == 0 {
		t.Fatalf("no old records: %v", err)
	}
	for _, f := range files {
		list = append(list, oldRecord{f})
	}
	return list
}

// unpack writes the record into a folder and returns its file.
func (o oldRecord) unpack(t *testing.T, dir string) string {
	t.Helper()
	f, err := os.Open(o.file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, strings.TrimSuffix(filepath.Base(o.file), ".gz"))
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// inProcess runs a command line and returns what it prints.
func inProcess(t *testing.T, status int, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if got := run(context.Background(), args, strings.NewReader(""), &out, &errs); got != status {
		t.Fatalf("travaux %s: exit status %d, want %d\n%s", strings.Join(args, " "), got, status, errs.String())
	}
	return out.String()
}

// TestEveryFormat wants an old record of each format but that of this program,
// and 9, which no version wrote.
func TestEveryFormat(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new.travaux")
	inProcess(t, exitDone, "init", path)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query(`SELECT version_id FROM goose_db_version
		WHERE version_id NOT IN (0, 9, (SELECT max(version_id) FROM goose_db_version)) ORDER BY version_id`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var want, got []string
	for rows.Next() {
		var format int
		if err := rows.Scan(&format); err != nil {
			t.Fatal(err)
		}
		want = append(want, fmt.Sprintf("testdata/records/format%02d.travaux.gz", format))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	for _, o := range oldRecords(t) {
		got = append(got, o.file)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("old records; testdata/records/README.md says how one is made (-want +got)\n%s", diff)
	}
}

// TestOldRecords opens a record of each format that a version of the program
// wrote: it is brought up to date, is whole, answers, and says what the others
// say.
func TestOldRecords(t *testing.T) {
	var first string
	for _, o := range oldRecords(t) {
		t.Run(filepath.Base(o.file), func(t *testing.T) {
			path := o.unpack(t, t.TempDir())
			if out := inProcess(t, exitDone, "status", path); !strings.Contains(out, "\n4 reports\nnot read: reports/empty.txt: the file is empty\nwithdrawn: reports/d.txt: asked for by the outlet\n") {
				t.Errorf("status:\n%s", out)
			}
			if out := inProcess(t, exitDone, "verify", path); !strings.HasPrefix(out, "whole: ") || strings.HasPrefix(out, "whole: 0") {
				t.Errorf("verify:\n%s", out)
			}
			if out := inProcess(t, exitPartial, "ask", "J4", path, "--set", "speaker=Okoro"); !strings.Contains(out, "We are closer than last week") {
				t.Errorf("ask:\n%s", out)
			}
			inProcess(t, exitDone, "refresh", path)
			if out := inProcess(t, exitDone, "history", path); strings.Contains(o.file, "format01") && strings.Count(out, "\tadopt\t") != 4 {
				t.Errorf("history:\n%s", out)
			}
			if out := inProcess(t, exitDone, "log", path); (filepath.Base(o.file) >= "format12") != strings.Contains(out, "ask the ministry for the text") {
				t.Errorf("log:\n%s", out)
			}
			out := inProcess(t, exitPartial, "export", path)
			out, _, _ = strings.Cut(out, `"judgements"`)
			if first == "" {
				first = out
			}
			if diff := cmp.Diff(first, out); diff != "" {
				t.Errorf("the record differs from that of the oldest format (-want +got)\n%.2000s", diff)
			}
		})
	}
}
