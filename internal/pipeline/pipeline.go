// Package pipeline is the main path: source, extract, language, times,
// statements, claims, one report at a time and in order, on as many workers as
// asked for.
//
// It is for putting the stages together. It is not for what any stage does,
// for looking across reports (record does) or for keeping results (store
// does).
package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"runtime"
	"sync"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/extract"
	"github.com/travaux/travaux/internal/source"
)

// Options says how inputs are read.
type Options struct {
	Source  source.Options
	Workers int // 0: one a core
	// Date is the document time of reports that have none of their own, as the
	// user gives it; empty leaves them without.
	Date travaux.EDTF
	// Skip tells whether a report need not be read, by its id; nil reads all.
	Skip func(ctx context.Context, id string) (bool, error)
}

// Outcome is what became of one input: a reading, or the reason why there is
// none. Reading is nil and Err too when Skip said so.
type Outcome struct {
	File     string
	Original []byte
	Report   *travaux.Report
	Reading  *travaux.Reading
	Err      error
}

// Unread returns the outcome as a line of a record's list of what could not be
// read.
func (o Outcome) Unread() travaux.Unread {
	u := travaux.Unread{File: o.File, Code: travaux.CodeOf(o.Err), Reason: Reason(o.Err)}
	if o.Original != nil {
		sum := sha256.Sum256(o.Original)
		u.SHA256 = hex.EncodeToString(sum[:])
	}
	return u
}

// Reason returns why an input failed, without its name, and what can be done.
func Reason(err error) string {
	e, ok := errors.AsType[*travaux.Error](err)
	if !ok || e.Err == nil {
		return err.Error()
	}
	s := e.Err.Error()
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return s
}

// Read reads every input that paths name and calls emit with each outcome, one
// at a time and in the order of the inputs, whatever finishes first. Memory
// holds a few reports at a time. It stops at the first error of emit, and when
// ctx ends.
func Read(ctx context.Context, r *Reader, paths []string, opt Options, emit func(Outcome) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := opt.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	queue := make(chan job, 2*workers) // in order of the inputs
	work := make(chan job)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range work {
				j.done <- read(ctx, r, j.item, opt)
			}
		})
	}
	wg.Go(func() {
		defer close(queue)
		defer close(work)
		for item, err := range source.Walk(ctx, paths, opt.Source) {
			j := job{item: item, done: make(chan Outcome, 1)}
			if err != nil {
				j.done <- Outcome{File: item.File, Err: err}
			}
			select {
			case queue <- j:
			case <-ctx.Done():
				return
			}
			if err != nil {
				continue
			}
			select {
			case work <- j:
			case <-ctx.Done():
				return
			}
		}
	})
	err := drain(ctx, queue, emit)
	cancel()
	wg.Wait()
	return err
}

type job struct {
	item source.Item
	done chan Outcome
}

// drain emits outcomes in order until the queue is closed.
func drain(ctx context.Context, queue <-chan job, emit func(Outcome) error) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case j, ok := <-queue:
			if !ok {
				return ctx.Err()
			}
			select {
			case <-ctx.Done():
				return ctx.Err()
			case o := <-j.done:
				if err := emit(o); err != nil {
					return err
				}
			}
		}
	}
}

// read takes one input through extraction and reading.
func read(ctx context.Context, r *Reader, item source.Item, opt Options) Outcome {
	o := Outcome{File: item.File, Original: item.Data}
	o.Report, o.Err = extract.Extract(ctx, extract.Input{File: item.File, Data: item.Data, MediaType: item.MediaType, URL: item.URL})
	if o.Err != nil {
		return o
	}
	if opt.Skip != nil {
		skip, err := opt.Skip(ctx, o.Report.ID)
		if err != nil || skip {
			o.Err = err
			return o
		}
	}
	if opt.Date != "" && o.Report.Date.Basis == travaux.BasisUnknown {
		o.Report.Date.EDTF, o.Report.Date.Basis = opt.Date, travaux.BasisAnalyst
	}
	o.Reading, o.Err = r.Read(o.Report)
	if o.Err == nil {
		o.Report = o.Reading.Report
	}
	return o
}
