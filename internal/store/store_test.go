package store

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/judge"
)

func create(t *testing.T) (*Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "talks.travaux")
	s, err := Create(context.Background(), path, "Talks")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, path
}

func entry(file, text string) Entry {
	sha := strings.TrimPrefix(sum([]byte(text)), "sha256:")
	r := &travaux.Report{
		ID: travaux.NewID("report", sha), SHA256: sha, File: file, Text: text,
		Lines:  []travaux.Line{{Start: 0, End: len(text), Class: travaux.LineBody}},
		Blocks: []travaux.Block{{Start: 0, End: len(text), Class: travaux.LineBody}},
		Date:   travaux.DocTime{Basis: travaux.BasisUnknown},
	}
	g := &travaux.Reading{
		Report:    r,
		Sentences: []travaux.Sentence{{Start: 0, End: len(text)}},
		Mentions:  []travaux.Mention{{ID: "m", Span: travaux.SpanOf(text, 0, 3), Type: "person"}},
	}
	return Entry{Original: []byte(text), Report: r, Reading: g, Reader: "test/1"}
}

func put(t *testing.T, s *Store, e Entry, want Outcome) {
	t.Helper()
	got, err := s.Put(context.Background(), e)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("put %s: outcome %d, want %d", e.Report.File, got, want)
	}
}

func all(t *testing.T, s *Store, reader string) []Stored {
	t.Helper()
	var list []Stored
	if err := s.Each(context.Background(), reader, func(x Stored) error { list = append(list, x); return nil }); err != nil {
		t.Fatal(err)
	}
	return list
}

func TestPutTwice(t *testing.T) {
	s, _ := create(t)
	e := entry("b.txt", "Ada met Bo.")
	put(t, s, e, Added)
	put(t, s, e, Known)
	e.Report.File = "a.txt" // the same bytes under another name
	put(t, s, e, Known)

	list := all(t, s, "test/1")
	if len(list) != 1 {
		t.Fatalf("%d reports, want 1", len(list))
	}
	want := *e.Report
	if diff := cmp.Diff(&want, list[0].Report); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(e.Reading.Mentions, list[0].Reading.Mentions); diff != "" {
		t.Errorf("mentions (-want +got):\n%s", diff)
	}
	orig, err := s.Original(context.Background(), e.Report.SHA256)
	if err != nil || !bytes.Equal(orig, e.Original) {
		t.Errorf("original = %q, %v", orig, err)
	}
}

func TestNewVersion(t *testing.T) {
	s, _ := create(t)
	put(t, s, entry("a.txt", "The talks lasted two hours."), Added)
	put(t, s, entry("a.txt", "The talks lasted three hours."), NewVersion)
	if n := len(all(t, s, "test/1")); n != 2 {
		t.Errorf("%d reports, want both versions", n)
	}
}

func TestReadingOfAnotherReader(t *testing.T) {
	s, _ := create(t)
	put(t, s, entry("a.txt", "Ada met Bo."), Added)
	list := all(t, s, "test/2")
	if list[0].Reading != nil {
		t.Error("a reading by another version was given out")
	}
	g := entry("a.txt", "Ada met Bo.").Reading
	if err := s.PutReading(context.Background(), g, "test/2"); err != nil {
		t.Fatal(err)
	}
	if all(t, s, "test/2")[0].Reading == nil {
		t.Error("the new reading was not kept")
	}
}

func TestRemove(t *testing.T) {
	ctx := context.Background()
	s, path := create(t)
	const secret = "The envoy's private words, never to be found again."
	e := entry("a.txt", secret)
	put(t, s, e, Added)
	put(t, s, entry("b.txt", "Another report."), Added)

	if _, err := s.Remove(ctx, "a.txt", " "); travaux.CodeOf(err) != travaux.CodeInvalid {
		t.Errorf("without a reason: %v", err)
	}
	if _, err := s.Remove(ctx, "c.txt", "x"); travaux.CodeOf(err) != travaux.CodeNotFound {
		t.Errorf("unknown report: %v", err)
	}
	if id, err := s.Remove(ctx, "a.txt", "retracted by the outlet"); err != nil || id != e.Report.ID {
		t.Fatalf("remove: %s, %v", id, err)
	}
	if id, err := s.Remove(ctx, "a.txt", "retracted by the outlet"); err != nil || id != e.Report.ID {
		t.Errorf("remove again: %s, %v", id, err)
	}
	if _, err := s.Remove(ctx, "a.txt", "not liked"); travaux.CodeOf(err) != travaux.CodeConflict {
		t.Errorf("remove again for another reason: %v", err)
	}
	put(t, s, e, Returned)
	if n := len(all(t, s, "test/1")); n != 1 {
		t.Errorf("%d reports, want 1", n)
	}
	w, err := s.Withdrawn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	want := []travaux.Unread{{File: "a.txt", SHA256: e.Report.SHA256, Code: "withdrawn", Reason: "retracted by the outlet"}}
	if diff := cmp.Diff(want, w); diff != "" {
		t.Errorf("withdrawn (-want +got):\n%s", diff)
	}
	for _, f := range []string{path, path + "-wal"} {
		b, err := os.ReadFile(f)
		if err == nil && bytes.Contains(b, []byte("private words")) {
			t.Errorf("the withdrawn text is still in %s", filepath.Base(f))
		}
	}
}

func TestUnread(t *testing.T) {
	ctx := context.Background()
	s, _ := create(t)
	u := travaux.Unread{File: "a.txt", Code: travaux.CodeEmpty, Reason: "the file is empty"}
	for range 2 {
		if err := s.PutUnread(ctx, u); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.Unread(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]travaux.Unread{u}, got); diff != "" {
		t.Errorf("unread (-want +got):\n%s", diff)
	}
	put(t, s, entry("a.txt", "Now it has words."), Added)
	if got, _ := s.Unread(ctx); len(got) != 0 {
		t.Errorf("a file that was read is still listed as unread: %v", got)
	}
}

func TestOpen(t *testing.T) {
	ctx := context.Background()
	s, path := create(t)
	put(t, s, entry("a.txt", "Ada met Bo."), Added)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	text := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(text, []byte("not a record"), 0o600); err != nil {
		t.Fatal(err)
	}
	future := filepath.Join(dir, "future.travaux")
	f, err := Create(ctx, future, "Future")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.db.ExecContext(ctx, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, true)`); err != nil {
		t.Fatal(err)
	}
	f.Close()

	foreign := filepath.Join(dir, "other.db")
	db, err := sql.Open("sqlite", foreign)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`CREATE TABLE theirs (a)`); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(foreign)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if after, err := os.ReadFile(foreign); err != nil || !bytes.Equal(before, after) {
			t.Errorf("a database of another program was changed (%v)", err)
		}
	}()

	for _, tt := range []struct {
		path string
		want travaux.Code
	}{
		{foreign, travaux.CodeMalformed},
		{path, ""},
		{filepath.Join(dir, "none.travaux"), travaux.CodeNotFound},
		{text, travaux.CodeMalformed},
		{future, travaux.CodeConflict},
	} {
		s, err := Open(ctx, tt.path)
		if got := travaux.CodeOf(err); got != tt.want {
			t.Errorf("open %s: code %q, want %q (%v)", filepath.Base(tt.path), got, tt.want, err)
		}
		if s != nil {
			if name, err := s.Name(ctx); err != nil || name != "Talks" {
				t.Errorf("name = %q, %v", name, err)
			}
			s.Close()
		}
	}
	if _, err := Create(ctx, path, "Again"); travaux.CodeOf(err) != travaux.CodeConflict {
		t.Errorf("create over a file: %v", err)
	}
}

// TestKeep holds that a record is kept whole, for one revision of the evidence
// and one stamp, and that withdrawing a report erases it.
func TestKeep(t *testing.T) {
	ctx := context.Background()
	s, path := create(t)
	const secret = "words that nobody is to find"
	e := entry("a.txt", "The envoy spoke "+secret+".")
	put(t, s, e, Added)
	kept := func(stamp string) *travaux.Record {
		t.Helper()
		rec, err := s.Kept(ctx, stamp)
		if err != nil {
			t.Fatal(err)
		}
		return rec
	}
	if kept("one") != nil {
		t.Error("a record before any was kept")
	}
	rec := &travaux.Record{Schema: travaux.Schema, Negotiation: travaux.Negotiation{Name: "Talks"}, Judgements: []travaux.Judgement{}}
	for i := range 2*partRows + 1 {
		rec.Statements = append(rec.Statements, travaux.Statement{ID: fmt.Sprint(i), Content: []travaux.Span{{Report: "r", Start: i, End: i + 5, Quote: secret}}})
	}
	rev, err := s.Revision(ctx)
	if err != nil {
		t.Fatal(err)
	}
	keep := func() {
		t.Helper()
		if err := s.Keep(ctx, rev, "one", Parts(rec)); err != nil {
			t.Fatal(err)
		}
	}
	keep()
	keep()
	if diff := cmp.Diff(rec, kept("one"), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	if kept("two") != nil {
		t.Error("a record made by something else was given out")
	}
	put(t, s, entry("b.txt", "Another report."), Added)
	if kept("one") != nil {
		t.Error("the record of fewer reports was given out")
	}
	if err := s.Keep(ctx, rev, "one", func(yield func(Part) bool) {
		yield(Part{Key: "rows 1", Make: func() (*travaux.Record, error) { return nil, context.Canceled }})
	}); err == nil {
		t.Error("a record that could not be made whole was kept")
	}
	if _, err := s.Remove(ctx, "a.txt", "retracted"); err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{path, path + "-wal"} {
		if b, err := os.ReadFile(f); err == nil && bytes.Contains(b, []byte(secret)) {
			t.Errorf("withdrawn words are still in %s", filepath.Base(f))
		}
	}
}

// TestKeptDamaged holds that a part that is damaged is not given out, and is made
// again, whatever its stamp.
func TestKeptDamaged(t *testing.T) {
	ctx := context.Background()
	s, _ := create(t)
	rev, err := s.Revision(ctx)
	if err != nil {
		t.Fatal(err)
	}
	made := 0
	keep := func() {
		t.Helper()
		made = 0
		if err := s.Keep(ctx, rev, "one", func(yield func(Part) bool) {
			for _, key := range []string{"a", "b"} {
				yield(Part{key, "1", func() (*travaux.Record, error) {
					made++
					return &travaux.Record{Statements: []travaux.Statement{{ID: key}}}, nil
				}})
			}
		}); err != nil {
			t.Fatal(err)
		}
	}
	keep()
	if _, err := s.db.ExecContext(ctx, `UPDATE derived SET body = body || X'00' WHERE key = 'b'`); err != nil {
		t.Fatal(err)
	}
	if rec, err := s.Kept(ctx, "one"); rec != nil || err != nil {
		t.Errorf("a damaged record was given out: %v, %v", rec, err)
	}
	if keep(); made != 1 {
		t.Errorf("%d parts were made again, want the damaged one", made)
	}
	if rec, err := s.Kept(ctx, "one"); err != nil || rec == nil || len(rec.Statements) != 2 {
		t.Errorf("made again: %v, %v", rec, err)
	}
}

// TestKeepWhatHolds holds that a part is made anew for another stamp alone, and
// that parts stand in the order in which they were given last.
func TestKeepWhatHolds(t *testing.T) {
	ctx := context.Background()
	s, _ := create(t)
	var made []string
	part := func(key, stamp string) Part {
		return Part{key, stamp, func() (*travaux.Record, error) {
			made = append(made, key+" "+stamp)
			return &travaux.Record{Statements: []travaux.Statement{{ID: key + " " + stamp}}}, nil
		}}
	}
	for _, step := range []struct {
		parts      []Part
		made, held []string
	}{
		{[]Part{part("a", "1"), part("b", "1")}, []string{"a 1", "b 1"}, []string{"a 1", "b 1"}},
		{[]Part{part("b", "1"), part("a", "2"), part("c", "1")}, []string{"a 2", "c 1"}, []string{"b 1", "a 2", "c 1"}},
		{[]Part{part("c", "1"), part("d", "")}, []string{"d "}, []string{"c 1", "d "}},
		{[]Part{part("d", "")}, []string{"d "}, []string{"d "}},
	} {
		made = nil
		rev, err := s.Revision(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Keep(ctx, rev, "rules", slices.Values(step.parts)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(step.made, made); diff != "" {
			t.Errorf("made (-want +got):\n%s", diff)
		}
		rec, err := s.Kept(ctx, "rules")
		if err != nil || rec == nil {
			t.Fatal(rec, err)
		}
		var held []string
		for _, st := range rec.Statements {
			held = append(held, st.ID)
		}
		if diff := cmp.Diff(step.held, held); diff != "" {
			t.Errorf("kept (-want +got):\n%s", diff)
		}
	}
}

// TestJudge wants judgements kept once, in the history, proved by Check, and
// without the words of a report that is withdrawn.
func TestJudge(t *testing.T) {
	ctx := context.Background()
	s, path := create(t)
	e := entry("a.txt", "The envoy's private words, never to be found again.")
	put(t, s, e, Added)
	anchor := judge.Mark(e.Report, judge.Passage, 12, 19, "")
	j := judge.Identify(travaux.Judgement{Kind: travaux.JudgeNote, By: "ana", At: "2031-03-05T09:00:00Z", Reason: "ask her", Anchors: []travaux.Anchor{anchor}})
	undo := judge.Identify(travaux.Judgement{Kind: travaux.JudgeUndo, By: "ben", At: "2031-03-06T09:00:00Z", Reason: "asked", Undoes: j.ID})

	if _, err := s.Judge(ctx, []travaux.Judgement{undo}); travaux.CodeOf(err) != travaux.CodeInvalid {
		t.Errorf("an undo of what is not there: %v", err)
	}
	for _, want := range []int{2, 0} {
		if n, err := s.Judge(ctx, []travaux.Judgement{undo, j}); n != want || err != nil {
			t.Errorf("%d kept, %v, want %d", n, err, want)
		}
	}
	whole := func() {
		t.Helper()
		if faults, _, err := s.Check(ctx); len(faults) > 0 || err != nil {
			t.Errorf("check: %v, %v", faults, err)
		}
	}
	whole()
	if _, err := s.Remove(ctx, "a.txt", "retracted"); err != nil {
		t.Fatal(err)
	}
	whole()
	list, err := s.Judgements(ctx)
	if err != nil || len(list) != 2 || list[0].ID != j.ID || !list[0].Anchors[0].Erased || list[1].Undoes != j.ID {
		t.Errorf("after the withdrawal: %+v, %v", list, err)
	}
	for _, f := range []string{path, path + "-wal"} {
		if b, err := os.ReadFile(f); err == nil && bytes.Contains(b, []byte("private words")) {
			t.Errorf("the withdrawn words are still in %s", filepath.Base(f))
		}
	}
	if _, err := s.db.ExecContext(ctx, `UPDATE judgement SET body = replace(body, 'ask her', 'ask him')`); err != nil {
		t.Fatal(err)
	}
	if faults, _, err := s.Check(ctx); len(faults) != 1 || err != nil {
		t.Errorf("a changed judgement: %v, %v", faults, err)
	}
}
