package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/judge"
	"github.com/travaux/travaux/internal/reconcile"
	"github.com/travaux/travaux/internal/store"
)

// sketcher gathers the sketches of a store's reports, and makes those that are
// missing: of readings that are kept, or were made anew because another version
// or other knowledge made them.
type sketcher struct {
	*app
	*gathered
	ctx    context.Context
	store  *store.Store
	maker  string
	total  int
	mu     sync.Mutex // guards what is gathered while sketches are loaded
	todo   []string   // reports without
	unkept []store.Sketch
}

// keepAtOnce is how many new sketches are kept in one step.
const keepAtOnce = 256

func (a *app) sketch(ctx context.Context, s *store.Store, g *gathered, total int) error {
	k := &sketcher{app: a, gathered: g, ctx: ctx, store: s, maker: g.sketchMaker(), total: total}
	g.sketches = map[*travaux.Reading]*reconcile.Sketch{}
	if err := k.load(); err != nil {
		return err
	}
	if err := k.make(); err != nil {
		return err
	}
	return g.fillJudged(ctx, s)
}

// sketchMaker names what a sketch is made by: this program, and what read the
// report.
func (g *gathered) sketchMaker() string {
	h := sha256.New()
	program(h)
	fmt.Fprintln(h, g.reader.Stamp())
	return fmt.Sprintf("%x", h.Sum(nil)[:12])
}

// program writes what tells this program from others; rules change with it alone.
func program(w io.Writer) {
	if exe, err := os.Executable(); err == nil {
		if fi, err := os.Stat(exe); err == nil {
			fmt.Fprintln(w, fi.Size(), fi.ModTime().UnixNano())
		}
	}
	fmt.Fprintln(w, version)
}

func (k *sketcher) load() error {
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	err := k.store.Sketches(k.ctx, k.maker, func(x store.Sketch) error {
		if x.Body == nil {
			k.mu.Lock()
			defer k.mu.Unlock()
			k.todo = append(k.todo, x.Report)
			return nil
		}
		work.Go(func() error {
			sketch, err := reconcile.ReadSketch(x.Body, x.Text, x.File)
			k.mu.Lock()
			defer k.mu.Unlock()
			if err != nil { // whatever is wrong with it, it can be made again
				k.todo = append(k.todo, x.Report)
				return nil
			}
			k.take(sketch)
			return nil
		})
		return nil
	})
	return errors.Join(err, work.Wait())
}

// take adds a sketch. Their order is no matter: a draft hangs on the set of them.
func (k *sketcher) take(sketch *reconcile.Sketch) {
	k.readings = append(k.readings, sketch.Reading)
	k.sketches[sketch.Reading] = sketch
	k.term.share(len(k.readings), k.total, "loaded %d of %d reports, %d read anew", len(k.readings), k.total, k.anew)
}

// drawn is a sketch that was made.
type drawn struct {
	*reconcile.Sketch
	body []byte
	anew *travaux.Reading // where the report had to be read
	err  error
}

// make sketches what has no sketch, on all processors, and keeps what is new in
// the order of the reports.
func (k *sketcher) make() error {
	slices.Sort(k.todo)
	ctx, cancel := context.WithCancel(k.ctx)
	defer cancel()
	ahead := make(chan chan drawn, runtime.GOMAXPROCS(0))
	go func() {
		defer close(ahead)
		for _, report := range k.todo {
			c := make(chan drawn, 1)
			select {
			case ahead <- c:
			case <-ctx.Done():
				return
			}
			go func() { c <- k.draw(ctx, report) }()
		}
	}()
	for c := range ahead {
		if err := k.add(<-c); err != nil {
			return err
		}
	}
	return errors.Join(ctx.Err(), k.keep(1))
}

func (k *sketcher) draw(ctx context.Context, report string) (d drawn) {
	x, err := k.store.Get(ctx, k.reader.Stamp(), report)
	if err != nil {
		return drawn{err: err}
	}
	if x.Reading == nil {
		if d.anew, err = k.reader.Read(x.Report); err != nil {
			return drawn{err: err}
		}
		x.Reading = d.anew
	}
	if d.body, err = reconcile.NewSketch(x.Reading).Append(nil); err == nil {
		d.Sketch, err = reconcile.ReadSketch(d.body, x.Report.Text, x.Report.File) // as it will be read
	}
	d.err = err
	return d
}

func (k *sketcher) add(d drawn) error {
	if d.err != nil {
		return d.err
	}
	if d.anew != nil {
		if err := k.store.PutReading(k.ctx, d.anew, k.reader.Stamp()); err != nil {
			return err
		}
		k.anew++
		k.revision++
	}
	k.take(d.Sketch)
	k.unkept = append(k.unkept, store.Sketch{Report: d.Report.ID, Body: d.body})
	return k.keep(keepAtOnce)
}

// keep keeps the new sketches when they are many.
func (k *sketcher) keep(many int) error {
	if len(k.unkept) < many {
		return nil
	}
	err := k.store.PutSketches(k.ctx, k.maker, k.reader.Stamp(), k.unkept)
	k.unkept = nil
	return err
}

// fillJudged takes the whole readings of the reports that judgements bear on:
// what is judged is judged on all that was read.
func (g *gathered) fillJudged(ctx context.Context, s *store.Store) error {
	reports := make([]*travaux.Report, len(g.readings))
	for i, r := range g.readings {
		reports[i] = r.Report
	}
	whole := judge.Whole(reports, g.judgements)
	for i, r := range g.readings {
		if !whole[r.Report.ID] {
			continue
		}
		x, err := s.Get(ctx, g.reader.Stamp(), r.Report.ID)
		if err != nil {
			return err
		}
		if x.Reading == nil {
			return travaux.Errorf(travaux.CodeConflict, "read record", r.Report.ID, "another program has been changing it")
		}
		delete(g.sketches, r)
		g.readings[i] = x.Reading
	}
	return nil
}
