package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/export"
	"github.com/travaux/travaux/internal/pipeline"
	"github.com/travaux/travaux/internal/record"
	"github.com/travaux/travaux/internal/store"
)

// TestBatches holds that a store to which reports are added in any order and
// batches, and from which some are withdrawn, with questions at any time
// between, gives the record, byte for byte, of the reports that remain.
func TestBatches(t *testing.T) {
	ctx := context.Background()
	a := &app{out: io.Discard, term: newTerminal(io.Discard)}
	entries := entriesOf(t, a, 10)
	stores := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		if n++; n > 12 {
			return // each writes a store and asks it several times
		}
		path := filepath.Join(stores, fmt.Sprintf("%d.travaux", n))
		s, err := store.Create(ctx, path, "Docks")
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		in := map[int]*travaux.Reading{}
		for _, i := range rapid.Permutation([]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}).Draw(t, "order")[:rapid.IntRange(1, 10).Draw(t, "reports")] {
			if _, err := s.Put(ctx, entries[i]); err != nil {
				t.Fatal(err)
			}
			in[i] = entries[i].Reading
			switch rapid.SampledFrom([]string{"go on", "go on", "ask", "ask of a day", "withdraw"}).Draw(t, "then") {
			case "ask":
				compare(ctx, t, a, s, path, in)
			case "ask of a day":
				if v := viewOf(ctx, t, a, path); len(in) > 0 {
					if _, err := v.at("2031-02-01", ""); err != nil {
						t.Fatal(err)
					}
				}
			case "withdraw":
				if _, err := s.Remove(ctx, entries[i].Report.ID, "of other talks"); err != nil {
					t.Fatal(err)
				}
				delete(in, i)
			}
		}
		compare(ctx, t, a, s, path, in)
		compare(ctx, t, a, s, path, in) // as it is kept
	})
}

// entriesOf reads generated reports.
func entriesOf(t *testing.T, a *app, n int) []store.Entry {
	dir := filepath.Join(t.TempDir(), "reports")
	if err := generate(dir, n); err != nil {
		t.Fatal(err)
	}
	g, err := a.known()
	if err != nil {
		t.Fatal(err)
	}
	var out []store.Entry
	err = pipeline.Read(context.Background(), g.reader, []string{dir}, pipeline.Options{}, func(o pipeline.Outcome) error {
		out = append(out, store.Entry{Original: o.Original, Report: o.Report, Reading: o.Reading, Reader: g.reader.Stamp()})
		return o.Err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func viewOf(ctx context.Context, t *rapid.T, a *app, path string) *view {
	v, err := a.view(ctx, []string{path})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// compare holds the record that a store shows against the record of its
// readings, built at once.
func compare(ctx context.Context, t *rapid.T, a *app, s *store.Store, path string, in map[int]*travaux.Reading) {
	if len(in) == 0 {
		return // a record of nothing is refused
	}
	g, err := a.known()
	if err != nil {
		t.Fatal(err)
	}
	g.name, g.unread = "Docks", []travaux.Unread{}
	if g.withdrawn, err = s.Withdrawn(ctx); err != nil {
		t.Fatal(err)
	}
	opt, err := a.options(g, "", "")
	if err != nil {
		t.Fatal(err)
	}
	var readings []*travaux.Reading
	for _, r := range in {
		readings = append(readings, r)
	}
	rec, err := record.Build(readings, opt)
	if err != nil {
		t.Fatal(err)
	}
	var want, got bytes.Buffer
	if err := export.Record(&want, rec); err != nil {
		t.Fatal(err)
	}
	if err := export.Record(&got, viewOf(ctx, t, a, path).Record); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want.Bytes(), got.Bytes()) {
		t.Fatalf("the store shows another record than its reports make (%d reports): %s", len(in), firstDifference(want.String(), got.String()))
	}
}

// firstDifference is the first line in which two exports differ.
func firstDifference(want, got string) string {
	w, g := bytes.Split([]byte(want), []byte("\n")), bytes.Split([]byte(got), []byte("\n"))
	for i := range min(len(w), len(g)) {
		if !bytes.Equal(w[i], g[i]) {
			return fmt.Sprintf("line %d: want %.300s, got %.300s", i+1, w[i], g[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}
