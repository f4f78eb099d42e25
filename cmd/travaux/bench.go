package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/judge"
	"github.com/travaux/travaux/internal/record"
	"github.com/travaux/travaux/internal/store"
)

// judgeFlags say who decides, when and why.
type judgeFlags struct {
	reason, by, at string
	begins         bool // the file of decisions may be a new one
	assumed        bool // who decides was not said
}

func (a *app) judging(cmd *cobra.Command) {
	a.input.reading(cmd)
	a.input.decided(cmd)
	cmd.Flags().StringVar(&a.decision.reason, "reason", "", "why it is decided so; needed")
	cmd.Flags().StringVar(&a.decision.by, "by", "", "who decides (default: the user of this machine)")
	cmd.Flags().StringVar(&a.decision.at, "at", "", "when it was decided, as 2031-03-05T09:00:00Z (default: now)")
}

// bench is a record at which something is decided.
type bench struct {
	rec    *travaux.Record
	marker *judge.Marker
	rules  string // what had read the reports
	// after is the record under what was decided since.
	after func() (*travaux.Record, error)
}

// bench lays out the record at path to decide on the rows that are named; other
// names are no matter.
func (a *app) bench(ctx context.Context, path string, names ...string) (*bench, error) {
	if !store.IsStore(path) {
		return a.benchOf(ctx, path)
	}
	v, err := a.view(ctx, []string{path})
	if err != nil {
		return nil, err
	}
	known, err := a.known()
	if err != nil {
		return nil, err
	}
	list, err := a.kept(ctx, path)
	if err != nil {
		return nil, err
	}
	readings, err := a.behind(ctx, path, v, names)
	if err != nil {
		return nil, err
	}
	return &bench{
		rec: v.Record, marker: judge.NewMarker(v.Record, readings, list), rules: known.reader.Stamp(),
		after: func() (*travaux.Record, error) {
			v, err := a.view(ctx, []string{path})
			if err != nil {
				return nil, err
			}
			return v.Record, nil
		},
	}, nil
}

// behind are the readings of the reports that the named rows rest on; all,
// where one is no row of the record and may be of what was rejected.
func (a *app) behind(ctx context.Context, path string, v *view, names []string) (list []*travaux.Reading, err error) {
	wanted := map[string]bool{}
	for _, name := range names {
		reports := judge.Behind(v.Record, name)
		if len(reports) == 0 && judge.IsID(name) {
			return v.readings()
		}
		for _, r := range reports {
			wanted[r] = true
		}
	}
	s, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	known, err := a.known()
	if err != nil {
		return nil, err
	}
	for _, id := range slices.Sorted(maps.Keys(wanted)) {
		x, err := s.Get(ctx, known.reader.Stamp(), id)
		if err == nil && x.Reading == nil {
			x.Reading, err = known.reader.Read(x.Report)
		}
		if err != nil {
			return nil, err
		}
		list = append(list, x.Reading)
	}
	return list, nil
}

// benchOf lays out the record of a folder, which is read once.
func (a *app) benchOf(ctx context.Context, path string) (*bench, error) {
	g, err := a.gather(ctx, []string{path})
	if err != nil {
		return nil, err
	}
	build := func() (*travaux.Record, error) {
		opt, err := a.options(g, travaux.EDTF(a.input.asOf), travaux.EDTF(a.input.knownBy))
		if err != nil {
			return nil, err
		}
		return record.Build(g.readings, opt)
	}
	rec, err := build()
	if err != nil {
		return nil, err
	}
	return &bench{
		rec: rec, marker: judge.NewMarker(rec, g.readings, g.judgements), rules: g.reader.Stamp(),
		after: func() (*travaux.Record, error) {
			if g.judgements, err = a.kept(ctx, path); err != nil {
				return nil, err
			}
			return build()
		},
	}, nil
}

// report returns the id of the report that is named by its id or file. Versions
// of one article may have one name; the words wanted of it tell which is meant.
func (b *bench) report(name, words string) (string, error) {
	var so []string
	for _, r := range b.rec.Reports {
		if r.ID == name {
			return r.ID, nil
		}
		if r.File == name || r.GivenID != "" && r.GivenID == name {
			so = append(so, r.ID)
		}
	}
	if len(so) > 1 && words != "" {
		so = slices.DeleteFunc(so, func(id string) bool {
			_, err := b.marker.Quoted(id, judge.Passage, words)
			return travaux.CodeOf(err) == travaux.CodeNotFound
		})
	}
	switch len(so) {
	case 0:
		e := travaux.Errorf(travaux.CodeNotFound, "find report", name, "no report has that id or file")
		if words != "" {
			e = travaux.Errorf(travaux.CodeNotFound, "find report", name, "no report of that id or file has the words “%s”", oneLine(words))
		}
		e.Hint = "travaux status lists the reports of a record"
		return "", e
	case 1:
		return so[0], nil
	}
	e := travaux.Errorf(travaux.CodeConflict, "find report", name, "several reports, or versions of one, have that name")
	e.Hint = "name one by its id: " + strings.Join(so, ", ")
	return "", e
}

// judgeRows makes a judgement, keeps it, and says how it stands.
func (a *app) judgeRows(cmd *cobra.Command, path string, names []string, decide func(*bench) (travaux.Judgement, error)) error {
	if err := a.canKeep(path); err != nil {
		return err
	}
	a.decision.begins = true
	b, err := a.bench(cmd.Context(), path, names...)
	if err != nil {
		return err
	}
	j, err := decide(b)
	if err != nil {
		return err
	}
	return a.keepDecided(cmd.Context(), b, path, j)
}

// keepDecided signs a judgement, keeps it, and says how it stands.
func (a *app) keepDecided(ctx context.Context, b *bench, path string, j travaux.Judgement) error {
	if err := a.sign(&j); err != nil {
		return err
	}
	j.Rules = b.rules
	if old := judge.Replaces(&j, b.rec.Judgements); old != nil {
		j.Undoes = old.ID
	}
	j = judge.Identify(j)
	if err := judge.Check(&j); err != nil {
		return err
	}
	if _, err := a.keep(ctx, path, []travaux.Judgement{j}); err != nil {
		return err
	}
	if a.decision.assumed {
		a.term.linef("decided by %s, the user of this machine; --by names another", j.By)
	}
	rec, err := b.after()
	if err != nil {
		return err
	}
	for i := range rec.Judgements {
		if x := &rec.Judgements[i]; x.ID == j.ID {
			a.term.linef("%s", standing(x))
			if j.Undoes != "" && j.Kind != travaux.JudgeUndo {
				a.term.linef("  in place of %s", j.Undoes)
			}
			for _, id := range x.Targets[:min(len(x.Targets), mostTargets)] {
				if label := labelOf(rec, id); label != "" {
					a.term.linef("  %s: %s", id, oneLine(label))
				}
			}
		}
	}
	return nil
}

// mostTargets is how many of the rows that a judgement bears on are named.
const mostTargets = 4

// labelOf names a row of those that can be one with others: its id may have
// changed.
func labelOf(rec *travaux.Record, id string) string {
	for i := range rec.Actors {
		if rec.Actors[i].ID == id {
			return rec.Actors[i].Canonical
		}
	}
	for i := range rec.Events {
		if rec.Events[i].ID == id {
			return rec.Events[i].Label
		}
	}
	for i := range rec.Proposals {
		if rec.Proposals[i].ID == id {
			return rec.Proposals[i].Label
		}
	}
	return ""
}

// standing says in a line how a judgement stands to the record.
func standing(j *travaux.Judgement) string {
	s := fmt.Sprintf("%s %s, by %s: ", j.ID, strings.ReplaceAll(string(j.Kind), "_", " "), j.By)
	switch j.State {
	case travaux.JudgementConflict:
		return s + "in conflict: " + j.Why + " (" + strings.Join(j.With, ", ") + "); none of them is applied until the others are undone"
	case travaux.JudgementReview:
		return s + "to be reviewed: " + j.Why
	case travaux.JudgementWaiting:
		return s + "waiting: " + j.Why
	case travaux.JudgementUndone:
		return s + "undone: " + j.Why
	}
	if j.Why != "" {
		return s + "applied; " + j.Why
	}
	return s + "applied"
}

// sign says who decided, when and why.
func (a *app) sign(j *travaux.Judgement) error {
	d := &a.decision
	if strings.TrimSpace(d.reason) == "" {
		return usagef("say why with --reason")
	}
	if d.at == "" {
		d.at = time.Now().UTC().Format(time.RFC3339)
	}
	for _, name := range []string{"USER", "USERNAME", "LOGNAME"} {
		if d.by == "" {
			d.by = strings.TrimSpace(os.Getenv(name))
			d.assumed = d.by != ""
		}
	}
	if d.by == "" {
		return usagef("say who decides with --by")
	}
	clean := func(s string) string { return strings.ToValidUTF8(oneLine(s), "\uFFFD") }
	j.By, j.At, j.Reason = clean(d.by), clean(d.at), clean(d.reason)
	return nil
}

// canKeep reports why a judgement on the reports at path could not be kept.
func (a *app) canKeep(path string) error {
	if a.input.judgements == "" && !store.IsStore(path) {
		if _, err := os.Stat(path); err != nil {
			return &travaux.Error{Code: travaux.CodeNotFound, Op: "open", ID: path, Err: cause(err)}
		}
		return usagef("%s is not a record; keep the decisions of a folder in a file, with --judgements FILE", path)
	}
	return nil
}

// keep adds judgements to the file named by --judgements, else to the record,
// and returns how many were not there.
func (a *app) keep(ctx context.Context, path string, list []travaux.Judgement) (added int, err error) {
	if a.input.judgements != "" {
		return keepInFile(a.input.judgements, list)
	}
	s, err := store.Open(ctx, path)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return s.Judge(ctx, list)
}

// keepInFile puts judgements together with those of a file, which is replaced
// whole or not at all.
func keepInFile(name string, list []travaux.Judgement) (added int, err error) {
	there, err := judgementsOf(name, true)
	if err != nil {
		return 0, err
	}
	all := judge.Union(there, list)
	var b bytes.Buffer
	if err := judge.Write(&b, all); err != nil {
		return 0, err
	}
	return len(all) - len(there), replaceFile(name, b.Bytes())
}

// replaceFile writes a file beside the one it then takes the place of.
func replaceFile(name string, body []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("write %s: %w", name, err), os.Remove(f.Name()))
		}
	}()
	_, err = f.Write(body)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// judgementsOf reads a file of judgements. One that is not there yet has none,
// where it may begin.
func judgementsOf(name string, begins bool) (list []travaux.Judgement, err error) {
	f, err := os.Open(name)
	if begins && errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, &travaux.Error{Code: travaux.CodeNotFound, Op: "open", ID: name, Err: cause(err)}
	}
	defer f.Close()
	return judge.Read(name, f)
}
