package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux/internal/audit"
	"github.com/travaux/travaux/internal/pipeline"
	"github.com/travaux/travaux/internal/store"
)

// reports writes n small reports of one negotiation into a folder.
func reports(t *testing.T, dir string, n int) string {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		text := fmt.Sprintf("Quay talks, day %d\n\nPort Halle, %d March 2031 - Dock minister Ada Lund met crane union leader Sam Okoro in Port Halle for %d hours, both sides said.\n\n\"We are closer than last week,\" Okoro told reporters. The union demands a rise of %d percent.\n", i, 1+i%28, 2+i%5, 3+i%7)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("r%03d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// readBy makes a record of the reports in a folder, each with a reading that is
// said to be made by what by gives for its file and this program's stamp.
func readBy(t *testing.T, a *app, path, in string, by func(file, stamp string) string) {
	t.Helper()
	ctx := context.Background()
	g, err := a.known()
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Create(ctx, path, "talks")
	if err != nil {
		t.Fatal(err)
	}
	err = pipeline.Read(ctx, g.reader, []string{in}, pipeline.Options{}, func(o pipeline.Outcome) error {
		if o.Err != nil {
			return o.Err
		}
		_, err := s.Put(ctx, store.Entry{Original: o.Original, Report: o.Report, Reading: o.Reading, Reader: by(filepath.Base(o.File), g.reader.Stamp())})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestOlderReadings holds that a newer program reads anew the reports that one
// older stage has read, and no other.
func TestOlderReadings(t *testing.T) {
	dir := t.TempDir()
	a := &app{out: io.Discard, term: newTerminal(io.Discard)}
	path := filepath.Join(dir, "talks.travaux")
	readBy(t, a, path, reports(t, filepath.Join(dir, "in"), 5), func(file, stamp string) string {
		stages := strings.Fields(stamp)
		i := slices.IndexFunc(stages, func(s string) bool { return strings.HasPrefix(s, "statement/") })
		if file == "r001.txt" || file == "r003.txt" {
			stages[i] = "statement/0"
		}
		return strings.Join(stages, " ")
	})
	var errs bytes.Buffer
	for _, want := range []string{
		"the record of 5 reports is up to date; 2 of them had to be read anew\n",
		"the record of 5 reports is up to date\n",
	} {
		errs.Reset()
		if got := run(context.Background(), []string{"refresh", path}, nil, io.Discard, &errs); got != exitDone || !strings.Contains(errs.String(), want) {
			t.Errorf("refresh: exit status %d, and it says %q, want %q", got, errs.String(), want)
		}
	}
	ctx := context.Background()
	s, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var anew []string
	if err := s.History(ctx, func(e audit.Entry) error {
		if e.Activity == audit.Reread {
			st, err := s.Get(ctx, "", e.Used[0])
			if err != nil {
				return err
			}
			anew = append(anew, filepath.Base(st.Report.File))
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	slices.Sort(anew)
	if diff := cmp.Diff([]string{"r001.txt", "r003.txt"}, anew); diff != "" {
		t.Errorf("read anew (-want +got)\n%s", diff)
	}
}
