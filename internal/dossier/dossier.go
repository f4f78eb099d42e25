package dossier

import (
	"bytes"
	"io"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/answer"
)

// Data is what a dossier is made of.
type Data struct {
	Record *travaux.Record
	// Reports holds the text, lines and blocks of each report of the record, by
	// id. A report that is missing is shown by its quotations alone.
	Reports map[string]*travaux.Report
	// Answers are those to the questions about the record; the dossier has no
	// page of questions where there are none.
	Answers []*answer.Answer
	// RecordJSON writes record.json.
	RecordJSON func(io.Writer) error
	Options    Options
}

// Options say how a record is shown.
type Options struct {
	// Excerpts leaves out the text of the reports: only the quoted passages
	// appear, cut so that they stay a part of it (see limitExcerpts).
	Excerpts bool
	// Title heads every page; empty means the negotiation's name.
	Title string
	// Version is that of the program, printed in the footer of every page.
	Version string
}

// The files of a dossier that are not pages.
const (
	briefFile  = "brief.md"
	recordFile = "record.json"
	styleFile  = "style.css"
)

// Write makes the dossier of d in the folder dir, replacing an earlier dossier
// there as a whole or not at all. The bytes depend on d alone.
//
// Errors: CodeInvalid when there is no record; CodeConflict when dir exists and
// is not a dossier, or holds files that the dossier did not write;
// CodeUnreadable when the disk refuses.
func Write(dir string, d Data) error {
	site, err := New(d)
	if err != nil {
		return err
	}
	out, err := begin(dir)
	if err != nil {
		return err
	}
	defer out.abandon()
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	group.Go(func() error { return out.write(recordFile, d.RecordJSON) })
	for _, path := range site.Paths() {
		group.Go(func() error {
			return out.write(path, func(w io.Writer) error { return site.Render(w, path) })
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return out.commit()
}

// Render writes the file of the site at path, one of Paths, to w. It may be
// called from several goroutines. Whatever steers a terminal or reorders a line
// is written out (see visible), wherever in the record it comes from.
//
// Errors: CodeNotFound for any other path.
func (s *Site) Render(w io.Writer, path string) error {
	switch path {
	case styleFile:
		_, err := w.Write(s.style)
		return err
	case briefFile:
		_, err := io.WriteString(w, visible(s.brief()))
		return err
	}
	i, ok := s.byPath[path]
	if !ok {
		return travaux.Errorf(travaux.CodeNotFound, "render page", path, "the dossier has no such page")
	}
	b := s.buffers.Get().(*bytes.Buffer)
	defer s.buffers.Put(b)
	b.Reset()
	p := s.pages[i]
	if err := s.templates[p.template].ExecuteTemplate(b, "layout", s.frame(p)); err != nil {
		return &travaux.Error{Code: travaux.CodeInternal, Op: "render page", ID: path, Err: err}
	}
	return writeVisible(w, b.Bytes())
}
