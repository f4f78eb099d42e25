// Package record assembles what reports tell of a negotiation into one record,
// as it stood or was known at a date.
//
// It is for choosing which reports count, for rewriting local identifiers and
// spans to those of the record, for stories, and for the order of everything
// that is written. It is not for deciding what is one thing and what
// contradicts what: that is reconcile's; nor for counting sources and what
// else follows from a record: that is analysis's; nor for storing or showing
// anything.
//
// The same readings give the same record, byte for byte, in whatever order
// they come.
package record

import (
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/analysis"
	"github.com/travaux/travaux/internal/judge"
	"github.com/travaux/travaux/internal/reconcile"
)

// Options says what is asked of a record.
type Options struct {
	Name string
	// AsOf leaves out what had not happened or held by that date.
	AsOf travaux.EDTF
	// KnownBy leaves out reports that cannot have been published by that date.
	KnownBy travaux.EDTF
	Profile string
	// Atlas tells in which state a place lies; nil for no world file.
	Atlas reconcile.Atlas
	// Issues are those of the pack or profile; those that no report touches are
	// left out.
	Issues    []travaux.Issue
	Readers   []string
	Unread    []travaux.Unread
	Withdrawn []travaux.Unread
	// Judgements are what analysts have decided; they win over rules.
	Judgements []travaux.Judgement
	// Known is what is known to belong to the subject, from a profile: parties and
	// the like, each with all the ways of writing its name.
	Known [][]string
	// Sketches are those of the readings that stand in them, which are not whole
	// (see reconcile.Sketch); the draft uses them up. Nil says that all are whole;
	// else the record's statements are made of whole readings later.
	Sketches map[*travaux.Reading]*reconcile.Sketch
	// Tenures are who is known to have held an office, from a profile.
	Tenures []reconcile.Tenure
	// KeepAll takes in what reports on another subject claim.
	KeepAll bool
	// Notes are what was found before the reports were put together.
	Notes []string
}

// Build makes the record of the readings. Readings are not changed. Errors:
// CodeInvalid for a date that is not EDTF, for a reading without a report and
// for identifiers that two reports share.
func Build(readings []*travaux.Reading, opt Options) (*travaux.Record, error) {
	d, err := NewDraft(readings, opt)
	if err != nil {
		return nil, err
	}
	return d.Record(), nil
}

// Draft is a record of which the statements, most of it, can be made again
// report by report.
type Draft struct {
	b   *builder
	rec *travaux.Record
}

// Record returns the record. If it was made of sketches, it is without its
// statements.
func (d *Draft) Record() *travaux.Record { return d.rec }

// Statements returns the record's statements of one report, from its whole
// reading and what was judged of it. One after the other in the order of the
// reports they are those of the record.
func (d *Draft) Statements(g *travaux.Reading) []travaux.Statement {
	if list, ok := d.b.judged[g.Report.ID]; ok {
		return slices.Clone(list)
	}
	return d.b.statementsOf(g)
}

// Ties lists what the record's statements of a report hang on besides its
// reading: its file, whom its actors are taken for, and what was judged of it.
func (d *Draft) Ties(report *travaux.Report) ([]string, error) {
	ties := append([]string{report.File}, d.b.of(report.ID).ActorsOf(report.ID)...)
	list, ok := d.b.judged[report.ID]
	if !ok {
		return ties, nil
	}
	body, err := json.Marshal(list)
	return append(ties, string(body)), err
}

// NewDraft makes the record of the readings, as Build does.
func NewDraft(readings []*travaux.Reading, opt Options) (*Draft, error) {
	asOf, err := opt.AsOf.Interval()
	if err != nil {
		return nil, err
	}
	all, err := admit(readings, "")
	if err != nil {
		return nil, err
	}
	judged := judge.Apply(all, opt.Judgements)
	admitted, err := admit(judged.Readings, opt.KnownBy)
	if err != nil {
		return nil, err
	}
	b := &builder{opt: opt, notes: slices.Clone(opt.Notes), whole: map[string]*travaux.Reading{}}
	b.res = reconcile.Given{Atlas: opt.Atlas, Tenures: opt.Tenures, Decisions: judged.Decisions}.Reconcile(b.setAside(b.sketch(admitted), judged.Belongs))
	b.readings = b.res.Readings()
	rec := &travaux.Record{
		Schema:      travaux.Schema,
		Negotiation: b.heading(),
		Actors:      b.allActors(),
		Events:      b.res.Events,
		Proposals:   b.res.Proposals,
		Tracks:      b.res.Tracks,
		Relations:   b.res.Relations,
		Judgements:  []travaux.Judgement{},
	}
	rec.Reports = b.reports()
	if err := b.ownStatements(); err != nil {
		return nil, err
	}
	if !b.sketched() {
		rec.Statements = b.statements()
	}
	rec.Positions = b.positions()
	rec.Consultations = b.consultations()
	rec.Forecasts = b.forecasts()
	if opt.AsOf != "" {
		analysis.UpTo(rec, asOf.Hi)
	}
	if b.sketched() {
		rec.Statements = b.wholeStatements()
	}
	judged.Finish(rec, ids{b})
	if b.sketched() {
		b.keepJudged(rec.Statements)
		rec.Statements = nil
	}
	analysis.Supersede(rec.Positions)
	rec.Issues = b.issues(rec)
	if b.sketched() {
		b.release()
	}
	var work sync.WaitGroup
	var stories []travaux.Story
	work.Go(func() { stories = b.stories(rec) })
	rec.Corroborations = analysis.Corroborate(rec, b.said(rec))
	work.Wait()
	rec.Stories = stories
	rec.Negotiation.Notes = append(rec.Negotiation.Notes, b.oddities(rec)...)
	nonNil(rec)
	return &Draft{b, rec}, nil
}

// builder holds what the parts of a record are made from.
type builder struct {
	opt      Options
	res      *reconcile.Result
	whole    map[string]*travaux.Reading  // those that were given whole, by report
	readings []*travaux.Reading           // of the sketches of what is on the subject
	alone    map[string]*reconcile.Result // of reports set aside, by id
	aside    map[string]*travaux.SetAside // why they were
	notes    []string
	judged   map[string][]travaux.Statement // of a sketched draft: those of the reports that are whole
}

// admit checks the readings, takes each report once, and leaves out those that
// cannot have been known by the date.
func admit(readings []*travaux.Reading, knownBy travaux.EDTF) ([]*travaux.Reading, error) {
	limit, err := knownBy.Interval()
	if err != nil {
		return nil, err
	}
	byID := map[string]*travaux.Reading{}
	for _, r := range readings {
		if r == nil || r.Report == nil {
			return nil, travaux.Errorf(travaux.CodeInvalid, "build record", "", "a reading has no report")
		}
		if iv, err := r.Report.Date.EDTF.Interval(); knownBy != "" && err == nil && r.Report.Date.EDTF != "" && iv.Lo > limit.Hi {
			continue
		}
		// The same report under two paths is one report; the lesser path names it.
		if old := byID[r.Report.ID]; old == nil || r.Report.File < old.Report.File {
			byID[r.Report.ID] = r
		}
	}
	out := make([]*travaux.Reading, 0, len(byID))
	for _, r := range byID {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b *travaux.Reading) int { return strings.Compare(a.Report.ID, b.Report.ID) })
	return out, nil
}

func (b *builder) heading() travaux.Negotiation {
	return travaux.Negotiation{
		Name: b.opt.Name, OffsetUnit: "byte", AsOf: b.opt.AsOf, KnownBy: b.opt.KnownBy, Profile: b.opt.Profile,
		Readers: orderIDs(b.opt.Readers), Unread: orderUnread(b.opt.Unread), Withdrawn: orderUnread(b.opt.Withdrawn),
		Notes: b.notes,
	}
}

func orderUnread(in []travaux.Unread) []travaux.Unread {
	out := append([]travaux.Unread{}, in...)
	slices.SortFunc(out, func(a, b travaux.Unread) int {
		return strings.Compare(a.File+"\x00"+a.SHA256+"\x00"+a.Reason, b.File+"\x00"+b.SHA256+"\x00"+b.Reason)
	})
	return slices.Compact(out)
}

// orderIDs sorts strings and drops repetitions; the result is never nil.
func orderIDs(in []string) []string {
	out := append([]string{}, in...)
	slices.Sort(out)
	return slices.Compact(out)
}

// reports makes the row of every report; its span is its headline, or its
// first words.
func (b *builder) reports() []travaux.ReportRow {
	out := make([]travaux.ReportRow, 0, len(b.readings)+len(b.alone))
	for _, r := range b.evidence() {
		row := travaux.ReportRow{Report: *r.Report, Undated: r.Report.Date.EDTF == "", Spans: []travaux.Span{b.of(r.Report.ID).Anchor(r.Report.ID)}, SetAside: b.aside[r.Report.ID]}
		if v := b.res.VersionOf[row.ID]; v != "" {
			row.VersionOf = v
		}
		if c := b.res.CopyOf[row.ID]; c != "" {
			row.CopyOf = c
		}
		row.Compared = b.res.Compared[row.ID]
		row.Notes = slices.Concat(row.Notes, r.Notes)
		out = append(out, row)
	}
	return out
}

// nonNil makes every list of the record a list.
func nonNil(rec *travaux.Record) {
	orEmpty(&rec.Reports)
	orEmpty(&rec.Stories)
	orEmpty(&rec.Actors)
	orEmpty(&rec.Statements)
	orEmpty(&rec.Events)
	orEmpty(&rec.Proposals)
	orEmpty(&rec.Issues)
	orEmpty(&rec.Positions)
	orEmpty(&rec.Consultations)
	orEmpty(&rec.Forecasts)
	orEmpty(&rec.Tracks)
	orEmpty(&rec.Relations)
	orEmpty(&rec.Corroborations)
	orEmpty(&rec.Judgements)
}

func orEmpty[T any](list *[]T) {
	if *list == nil {
		*list = []T{}
	}
}
