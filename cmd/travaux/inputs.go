package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/judge"
	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/knowledge/pack"
	"github.com/travaux/travaux/internal/pipeline"
	"github.com/travaux/travaux/internal/reconcile"
	"github.com/travaux/travaux/internal/record"
	"github.com/travaux/travaux/internal/source"
	"github.com/travaux/travaux/internal/store"
)

// inputFlags say how inputs are read and what is known beforehand.
type inputFlags struct {
	name         string
	profile      string
	world        string
	packs        []string
	workers      int
	allowPrivate bool
	timeout      time.Duration
	maxMB        int64
	asOf         string
	knownBy      string
	keepAll      bool
	judgements   string
}

func (f *inputFlags) reading(cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.StringVar(&f.profile, "profile", "", "YAML `FILE` with what is known of this negotiation (see: travaux profile init)")
	fl.StringVar(&f.world, "world", "", "`FILE` that extends the world file (see doc/world.md)")
	fl.StringArrayVar(&f.packs, "pack", nil, "YAML `FILE` of a pack of your own, beside the built-in ones (see doc/packs.md); may be repeated")
	fl.IntVar(&f.workers, "workers", 0, "reports read at once (0: one a core)")
	fl.BoolVar(&f.allowPrivate, "allow-private", false, "fetch URLs on private and local addresses too")
	fl.DurationVar(&f.timeout, "timeout", 20*time.Second, "longest wait for one URL")
	fl.Int64Var(&f.maxMB, "max-mb", 64, "largest input read, in MB")
}

func (f *inputFlags) dates(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.asOf, "as-of", "", "what had happened or held by this `DATE` (EDTF, such as 2031-03-05)")
	cmd.Flags().StringVar(&f.knownBy, "known-by", "", "only reports that can have been published by this `DATE`; undated ones count and are marked")
	cmd.Flags().BoolVar(&f.keepAll, "keep-all", false, "take in what reports on another subject claim, too")
}

func (f *inputFlags) decided(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.judgements, "judgements", "", "`FILE` of an analyst's decisions (see: travaux judge), beside those of the record")
}

func (f *inputFlags) source(a *app) source.Options {
	return source.Options{AllowPrivate: f.allowPrivate, Timeout: f.timeout, MaxBytes: f.maxMB << 20, Stdin: a.stdin}
}

// knowledge loads the world and the profile, which is nil when none was named.
func (f *inputFlags) knowledge() (*knowledge.World, *knowledge.Profile, error) {
	world, err := knowledge.Default()
	if err != nil {
		return nil, nil, fmt.Errorf("load the world file: %w", err)
	}
	if f.world != "" {
		err := readFile(f.world, func(r *os.File) (err error) {
			world, err = world.Extend(r)
			return err
		})
		if err != nil {
			return nil, nil, err
		}
	}
	if f.profile == "" {
		return world, nil, nil
	}
	var profile *knowledge.Profile
	err = readFile(f.profile, func(r *os.File) (err error) {
		profile, err = knowledge.ReadProfile(r)
		return err
	})
	return world, profile, err
}

func readFile(name string, read func(*os.File) error) error {
	r, err := os.Open(name)
	if err != nil {
		return &travaux.Error{Code: travaux.CodeNotFound, Op: "open", ID: name, Err: cause(err)}
	}
	defer r.Close()
	return read(r)
}

// reader puts the stages together with the packs asked for: those of --pack and
// the files that the profile names, which lie beside it.
func (f *inputFlags) reader(world *knowledge.World, profile *knowledge.Profile) (*pipeline.Reader, error) {
	set, err := f.packSet(profile)
	if err != nil {
		return nil, err
	}
	return pipeline.NewReader(world, profile, set)
}

// packFiles lists the files of packs in use.
func (f *inputFlags) packFiles(profile *knowledge.Profile) []string {
	paths := slices.Clone(f.packs)
	if profile != nil {
		for _, p := range profile.Packs {
			if pipeline.PackFile(p) && !filepath.IsAbs(p) {
				p = filepath.Join(filepath.Dir(f.profile), p)
			}
			if pipeline.PackFile(p) && !slices.Contains(paths, p) {
				paths = append(paths, p)
			}
		}
	}
	return paths
}

func (f *inputFlags) packSet(profile *knowledge.Profile) (*pack.Set, error) {
	var files []*pack.File
	for _, p := range f.packFiles(profile) {
		file, err := readPack(p)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return pipeline.Packs(profile, files)
}

// readPack reads the pack in a file.
func readPack(path string) (file *pack.File, err error) {
	err = readFile(path, func(r *os.File) (err error) {
		file, err = pack.Read(path, r)
		return err
	})
	return file, err
}

// cause drops the operation and name that an error of package os repeats.
func cause(err error) error {
	if p, ok := errors.AsType[*os.PathError](err); ok {
		return p.Err
	}
	return err
}

// gathered is everything a record is built from.
type gathered struct {
	readings []*travaux.Reading
	// sketches are those of readings that are not whole; nil where all are.
	sketches  map[*travaux.Reading]*reconcile.Sketch
	unread    []travaux.Unread
	withdrawn []travaux.Unread
	// judgements are those of the record and of the file named by --judgements.
	judgements []travaux.Judgement
	name       string
	reader     *pipeline.Reader
	world      *knowledge.World
	profile    *knowledge.Profile
	revision   int64 // of the store, when it was read
	anew       int   // readings that were older than this program, and made again
}

// gather reads paths, or the one record that they name.
func (a *app) gather(ctx context.Context, paths []string) (g *gathered, err error) {
	if len(paths) != 1 || !store.IsStore(paths[0]) {
		if g, err = a.known(); err == nil {
			err = a.fromPaths(ctx, g, paths)
		}
		return a.named(g, paths, err)
	}
	s, err := store.Open(ctx, paths[0])
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return a.fromStore(ctx, s, paths[0])
}

// known is what is known before anything is read; it is loaded once.
func (a *app) known() (*gathered, error) {
	if a.before == nil {
		world, profile, err := a.input.knowledge()
		if err != nil {
			return nil, err
		}
		reader, err := a.input.reader(world, profile)
		if err != nil {
			return nil, err
		}
		a.before = &gathered{world: world, profile: profile, reader: reader}
	}
	g := *a.before
	if f := a.input.judgements; f != "" {
		var err error
		if g.judgements, err = judgementsOf(f, a.decision.begins); err != nil {
			return nil, err
		}
	}
	return &g, nil
}

// named names what was gathered, and refuses nothing at all.
func (a *app) named(g *gathered, paths []string, err error) (*gathered, error) {
	if err != nil {
		return nil, err
	}
	switch {
	case a.input.name != "":
		g.name = a.input.name
	case g.profile != nil && g.profile.Name != "":
		g.name = g.profile.Name
	}
	if len(g.readings) == 0 {
		e := travaux.Errorf(travaux.CodeEmpty, "read", strings.Join(paths, " "), "there is no report that could be read")
		e.Hint = "name a folder, files or URLs of reports: .txt .md .html .pdf .eml .jsonl"
		return nil, e
	}
	return g, nil
}

// fromStore takes what is kept of reports, and makes anew what another version or
// other knowledge made.
func (a *app) fromStore(ctx context.Context, s *store.Store, path string) (*gathered, error) {
	g, err := a.known()
	if err != nil {
		return nil, err
	}
	kept, err := s.Judgements(ctx)
	if err != nil {
		return nil, err
	}
	g.judgements = judge.Union(g.judgements, kept)
	if g.name, err = s.Name(ctx); err != nil {
		return nil, err
	}
	if g.revision, err = s.Revision(ctx); err != nil {
		return nil, err
	}
	total, err := s.Count(ctx)
	if err != nil {
		return nil, err
	}
	defer collecting(total)()
	// What is made anew cannot be had again from a record that cannot be written
	// to.
	if s.ReadOnly() {
		err = a.wholeFrom(ctx, s, g, total)
	} else {
		err = a.sketch(ctx, s, g, total)
	}
	if err != nil {
		return nil, err
	}
	if g.unread, err = s.Unread(ctx); err != nil {
		return nil, err
	}
	if g.withdrawn, err = s.Withdrawn(ctx); err != nil {
		return nil, err
	}
	return a.named(g, []string{path}, nil)
}

// wholeFrom takes the readings of a store whole.
func (a *app) wholeFrom(ctx context.Context, s *store.Store, g *gathered, total int) error {
	return s.Each(ctx, g.reader.Stamp(), func(x store.Stored) (err error) {
		if x.Reading == nil {
			if x.Reading, err = g.reader.Read(x.Report); err != nil {
				return err
			}
			g.anew++
		}
		g.readings = append(g.readings, x.Reading)
		a.term.share(len(g.readings), total, "loaded %d of %d reports, %d read anew", len(g.readings), total, g.anew)
		return nil
	})
}

func (a *app) fromPaths(ctx context.Context, g *gathered, paths []string) error {
	g.name = nameOf(paths)
	opt := pipeline.Options{Source: a.input.source(a), Workers: a.input.workers}
	at := map[string]int{}
	done, total := 0, bytesOf(paths)
	err := pipeline.Read(ctx, g.reader, paths, opt, func(o pipeline.Outcome) error {
		done += len(o.Original)
		if o.Err != nil {
			g.unread = append(g.unread, o.Unread())
			a.complain(o)
			return nil
		}
		o.Reading.Sentences = nil // a record needs none
		if i, ok := at[o.Report.ID]; ok {
			if o.File < g.readings[i].Report.File { // the same bytes: one report, whichever came first
				g.readings[i] = o.Reading
			}
			return nil
		}
		at[o.Report.ID] = len(g.readings)
		g.readings = append(g.readings, o.Reading)
		a.term.share(done, total, "read %d reports", len(g.readings))
		return nil
	})
	slices.SortFunc(g.unread, func(x, y travaux.Unread) int { return strings.Compare(x.File, y.File) })
	return err
}

// complain names an input that could not be read, and why.
func (a *app) complain(o pipeline.Outcome) {
	a.term.linef("not read: %s: %s", o.File, pipeline.Reason(o.Err))
}

// nameOf makes a negotiation's name of the paths given.
func nameOf(paths []string) string {
	if len(paths) != 1 || strings.Contains(paths[0], "://") || paths[0] == "-" {
		return "Reports"
	}
	abs, err := filepath.Abs(paths[0])
	if err != nil {
		return "Reports"
	}
	return strings.TrimSuffix(filepath.Base(abs), filepath.Ext(abs))
}

// options say what record is wanted of what was gathered, as it was at two
// dates, either empty.
func (a *app) options(g *gathered, asOf, knownBy travaux.EDTF) (record.Options, error) {
	opt := record.Options{
		Name: g.name, Unread: g.unread, Withdrawn: g.withdrawn, Judgements: g.judgements,
		Readers: g.reader.Versions(), Atlas: record.WorldAtlas(g.world), Issues: g.reader.Issues(), AsOf: asOf, KnownBy: knownBy,
		KeepAll: a.input.keepAll,
	}
	if g.profile != nil {
		opt.Profile = g.profile.Name
		opt.Known = g.profile.Known()
		opt.Tenures = tenures(g.profile)
		var issues []string
		for _, i := range opt.Issues {
			issues = append(issues, i.ID)
		}
		for _, p := range g.profile.Check(issues...) {
			opt.Notes = append(opt.Notes, fmt.Sprintf("The profile, line %d: %s; which is meant is not settled.", p.Line, p.What))
		}
	}
	for flag, d := range map[string]travaux.EDTF{"--as-of": opt.AsOf, "--known-by": opt.KnownBy} {
		if !d.Valid() {
			return opt, usagef("%s %q is not a date; write it as 2031, 2031-03 or 2031-03-05", flag, d)
		}
	}
	return opt, nil
}

// tenures are who held which office by a profile.
func tenures(p *knowledge.Profile) []reconcile.Tenure {
	var out []reconcile.Tenure
	for _, t := range p.Offices {
		from, err := t.From.Interval()
		to, err2 := t.To.Interval()
		if err != nil || err2 != nil {
			continue // which a note says
		}
		out = append(out, reconcile.Tenure{Title: t.Office, Of: t.Of, Holder: t.Holder, When: travaux.Interval{Lo: from.Lo, Hi: to.Hi}})
	}
	return out
}

// bytesOf is how many bytes the files of paths have, 0 when that is not known.
func bytesOf(paths []string) int {
	total := 0
	for _, p := range paths {
		err := filepath.WalkDir(p, func(_ string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			fi, err := d.Info()
			if err == nil && fi.Mode().IsRegular() {
				total += int(fi.Size())
			}
			return err
		})
		if err != nil {
			return 0
		}
	}
	return total
}
