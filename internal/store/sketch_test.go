package store

import (
	"bytes"
	"context"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSketches holds that a sketch is given out to its maker alone, with its
// report's text, and that none is kept of a reading that is not there.
func TestSketches(t *testing.T) {
	ctx := context.Background()
	s, path := create(t)
	const secret = "words that nobody is to find"
	for _, e := range []Entry{entry("a.txt", "The envoy spoke."), entry("b.txt", "Nobody “answered”.\n\nThey left.")} {
		put(t, s, e, Added)
	}
	a, b := entry("a.txt", "The envoy spoke."), entry("b.txt", "Nobody “answered”.\n\nThey left.")
	keep := func(maker, reader string, list ...Sketch) {
		t.Helper()
		if err := s.PutSketches(ctx, maker, reader, list); err != nil {
			t.Fatal(err)
		}
	}
	want := func(maker string, bodies map[string]string) {
		t.Helper()
		got := map[string]string{}
		err := s.Sketches(ctx, maker, func(k Sketch) error {
			if got[k.File] = string(k.Body); k.Body == nil {
				got[k.File] = "none"
			} else if text := map[string]string{"a.txt": a.Report.Text, "b.txt": b.Report.Text}[k.File]; k.Text != text {
				t.Errorf("%s has the text %q, want %q", k.File, k.Text, text)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(bodies, got); diff != "" {
			t.Errorf("by %s (-want +got):\n%s", maker, diff)
		}
	}
	want("one", map[string]string{"a.txt": "none", "b.txt": "none"})
	keep("one", a.Reader, Sketch{Report: a.Report.ID, Body: []byte("first")}, Sketch{Report: b.Report.ID, Body: []byte(secret)})
	want("one", map[string]string{"a.txt": "first", "b.txt": secret})
	want("two", map[string]string{"a.txt": "none", "b.txt": "none"})
	keep("two", a.Reader, Sketch{Report: a.Report.ID, Body: []byte("second")})
	keep("two", "another reader", Sketch{Report: a.Report.ID, Body: []byte("third")})
	want("two", map[string]string{"a.txt": "second", "b.txt": "none"})

	if _, err := s.db.ExecContext(ctx, `UPDATE sketch SET body = body || X'00' WHERE report = $1`, a.Report.ID); err != nil {
		t.Fatal(err)
	}
	want("two", map[string]string{"a.txt": "none", "b.txt": "none"}) // damaged
	keep("two", a.Reader, Sketch{Report: a.Report.ID, Body: []byte("second")})

	if _, err := s.Remove(ctx, "b.txt", "retracted"); err != nil {
		t.Fatal(err)
	}
	keep("two", a.Reader, Sketch{Report: b.Report.ID, Body: []byte(secret)})
	want("two", map[string]string{"a.txt": "second"})
	for _, f := range []string{path, path + "-wal"} {
		if b, err := os.ReadFile(f); err == nil && bytes.Contains(b, []byte(secret)) {
			t.Errorf("what was sketched of a withdrawn report is still in the file")
		}
	}
}
