package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"os"
	"runtime/debug"
	"sync"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/record"
	"github.com/travaux/travaux/internal/store"
)

// view is a record as a command shows it, with what a question may need of it
// besides.
type view struct {
	*travaux.Record
	// readings are those of its reports, whole.
	readings func() ([]*travaux.Reading, error)
	// reports are its reports with their texts, by id.
	reports func() (map[string]*travaux.Report, error)
	// at builds the record as it was at two dates, either empty.
	at func(asOf, knownBy travaux.EDTF) (*travaux.Record, error)
}

// view gives the record of paths: that which a store keeps, when it holds for
// its reports as they are, else one made now, which the store then keeps.
func (a *app) view(ctx context.Context, paths []string) (*view, error) {
	if len(paths) == 1 && store.IsStore(paths[0]) {
		return a.viewStore(ctx, paths[0])
	}
	g, err := a.gather(ctx, paths)
	if err != nil {
		return nil, err
	}
	build := func(asOf, knownBy travaux.EDTF) (*travaux.Record, error) {
		opt, err := a.options(g, asOf, knownBy)
		if err != nil {
			return nil, err
		}
		return record.Build(g.readings, opt)
	}
	rec, err := build(travaux.EDTF(a.input.asOf), travaux.EDTF(a.input.knownBy))
	if err != nil {
		return nil, err
	}
	return &view{
		Record: rec, at: build,
		readings: func() ([]*travaux.Reading, error) { return g.readings, nil },
		reports: func() (map[string]*travaux.Report, error) {
			texts := map[string]*travaux.Report{}
			for _, r := range g.readings {
				texts[r.Report.ID] = r.Report
			}
			return texts, nil
		},
	}, nil
}

// partial returns errPartial when something could not be read.
func (v *view) partial() error {
	if len(v.Negotiation.Unread) > 0 {
		return errPartial
	}
	return nil
}

func (a *app) viewStore(ctx context.Context, path string) (_ *view, err error) {
	s, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	asOf, knownBy := travaux.EDTF(a.input.asOf), travaux.EDTF(a.input.knownBy)
	gather := func() (*gathered, error) { return a.gather(ctx, []string{path}) } // anew for each record: a draft uses them up
	v := &view{
		readings: sync.OnceValues(func() ([]*travaux.Reading, error) { return a.wholeReadings(ctx, path) }),
		reports:  func() (map[string]*travaux.Report, error) { return reportsOf(ctx, path) },
		at: func(asOf, knownBy travaux.EDTF) (*travaux.Record, error) {
			g, err := gather()
			if err != nil {
				return nil, err
			}
			return a.derivedAt(ctx, path, g, asOf, knownBy)
		},
	}
	stamp, err := a.input.stamp()
	if err != nil {
		return nil, err
	}
	if asOf == "" && knownBy == "" {
		if v.Record, err = s.Kept(ctx, stamp); err != nil {
			return nil, err
		}
	}
	if v.Record != nil {
		return v, nil
	}
	g, err := gather()
	if err != nil {
		return nil, err
	}
	v.Record, err = a.derive(ctx, s, g, deriving{asOf: asOf, knownBy: knownBy, stamp: stamp, whole: true})
	return v, err
}

// derivedAt makes the record of a store as it was at two dates.
func (a *app) derivedAt(ctx context.Context, path string, g *gathered, asOf, knownBy travaux.EDTF) (_ *travaux.Record, err error) {
	s, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return a.derive(ctx, s, g, deriving{asOf: asOf, knownBy: knownBy, whole: true})
}

// wholeReadings are the readings of a store with all that was read.
func (a *app) wholeReadings(ctx context.Context, path string) (list []*travaux.Reading, err error) {
	s, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	g, err := a.known()
	if err != nil {
		return nil, err
	}
	err = s.Each(ctx, g.reader.Stamp(), func(x store.Stored) error {
		if x.Reading == nil {
			if x.Reading, err = g.reader.Read(x.Report); err != nil {
				return err
			}
		}
		list = append(list, x.Reading)
		return nil
	})
	return list, err
}

// reportsOf are the reports of a store, by id.
func reportsOf(ctx context.Context, path string) (_ map[string]*travaux.Report, err error) {
	s, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	texts := map[string]*travaux.Report{}
	err = s.Each(ctx, "", func(x store.Stored) error {
		texts[x.Report.ID] = x.Report
		return nil
	})
	return texts, err
}

// deriving says what record is to be made of a store.
type deriving struct {
	asOf, knownBy travaux.EDTF
	stamp         string // under which it is kept; empty for one that is not
	whole         bool   // with its statements in memory; else it must be kept
}

// manyReports is from how many reports on memory matters more than time.
const manyReports = 2000

// collecting has the garbage collector run often where reports are many, for most
// of the heap lives to the end, and seldom where they are few. What it returns
// undoes it.
func collecting(reports int) (undo func()) {
	percent := 200
	if reports >= manyReports {
		percent = 30
	}
	old := debug.SetGCPercent(percent)
	return func() { debug.SetGCPercent(old) }
}

// derive makes a record, and keeps it if it is that of no date. Statements,
// which are most of a record, are made from the readings one by one, and only
// those of reports that are new or whose actors are taken for others.
func (a *app) derive(ctx context.Context, s *store.Store, g *gathered, what deriving) (*travaux.Record, error) {
	defer collecting(len(g.readings))()
	opt, err := a.options(g, what.asOf, what.knownBy)
	if err != nil {
		return nil, err
	}
	a.term.progress("relating %d reports", len(g.readings))
	opt.Sketches = g.sketches
	d, err := record.NewDraft(g.readings, opt)
	if err != nil {
		return nil, err
	}
	m := &maker{app: a, ctx: ctx, store: s, gathered: g, draft: d, stamp: what.stamp}
	if what.stamp != "" && what.asOf == "" && what.knownBy == "" && !s.ReadOnly() {
		switch err := s.Keep(ctx, g.revision, what.stamp, m.parts()); {
		case err == nil && !what.whole:
			return d.Record(), nil
		case err == nil: // with the statements that were not made again
			if rec, err := s.Kept(ctx, what.stamp); rec != nil || err != nil {
				return rec, err
			}
		case ctx.Err() != nil || !what.whole:
			return nil, err
		}
		// What cannot be kept, or was changed meanwhile, can be shown.
	}
	return m.record()
}

// maker makes the parts of a record from a draft.
type maker struct {
	*app
	ctx   context.Context
	store *store.Store
	*gathered
	draft *record.Draft
	stamp string // of the record
}

// record returns the record with its statements.
func (m *maker) record() (*travaux.Record, error) {
	rec := *m.draft.Record()
	if m.sketches == nil {
		return &rec, nil
	}
	rec.Statements = []travaux.Statement{}
	for i := range rec.Reports {
		list, err := m.statements(rec.Reports[i].ID)
		if err != nil {
			return nil, err
		}
		rec.Statements = append(rec.Statements, list...)
		m.progress(i)
	}
	return &rec, nil
}

// parts yields the whole record, the statements of each report apart.
func (m *maker) parts() iter.Seq[store.Part] {
	return func(yield func(store.Part) bool) {
		rec := m.draft.Record()
		for part := range store.Parts(rec) {
			if !yield(part) {
				return
			}
		}
		if m.sketches == nil {
			return
		}
		for i := range rec.Reports {
			r := &rec.Reports[i].Report
			ties, err := m.ties(r)
			part := store.Part{Key: store.StatementsOf(r.ID), Stamp: ties, Make: func() (*travaux.Record, error) {
				if err != nil {
					return nil, err
				}
				list, err := m.statements(r.ID)
				return &travaux.Record{Statements: list}, err
			}}
			if !yield(part) {
				return
			}
			m.progress(i)
		}
	}
}

func (m *maker) progress(i int) {
	n := len(m.draft.Record().Reports)
	m.term.share(i+1, n, "made the record of %d of %d reports", i+1, n)
}

// ties names all that a report's statements in the record hang on.
func (m *maker) ties(r *travaux.Report) (string, error) {
	h := sha256.New()
	fmt.Fprintln(h, m.stamp, m.reader.Stamp())
	ties, err := m.draft.Ties(r)
	for _, t := range ties {
		fmt.Fprintln(h, t)
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:12]), err
}

// statements makes those of one report.
func (m *maker) statements(report string) ([]travaux.Statement, error) {
	x, err := m.store.Get(m.ctx, m.reader.Stamp(), report)
	if err != nil {
		return nil, err
	}
	if x.Reading == nil {
		return nil, travaux.Errorf(travaux.CodeConflict, "derive the record", report, "another program has been changing it")
	}
	return m.draft.Statements(x.Reading), nil
}

// stamp names what a record is derived by: this program, and the files of
// knowledge that it is given.
func (f *inputFlags) stamp() (string, error) {
	h := sha256.New()
	program(h)
	fmt.Fprintln(h, f.name, f.keepAll)
	var profile *knowledge.Profile
	if f.profile != "" {
		err := readFile(f.profile, func(r *os.File) (err error) {
			profile, err = knowledge.ReadProfile(r)
			return err
		})
		if err != nil {
			return "", err
		}
	}
	for _, name := range append([]string{f.world, f.profile, f.judgements}, f.packFiles(profile)...) {
		if name == "" {
			fmt.Fprintln(h, "none")
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			return "", &travaux.Error{Code: travaux.CodeNotFound, Op: "open", ID: name, Err: cause(err)}
		}
		fmt.Fprintf(h, "%x\n", sha256.Sum256(b))
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:12]), nil
}
