package analysis

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile"
)

// The kinds of fact.
const (
	factEvent        = "event"
	factText         = "text"
	factProvision    = "provision"
	factPosition     = "position"
	factConsultation = "consultation"
	factForecast     = "forecast"
)

func (w *witnesses) events(rec *travaux.Record) {
	for i := range rec.Events {
		e := &rec.Events[i]
		add := func(what string, ev Evidence) {
			if len(ev.SupportedBy) > 0 {
				w.add(fact{kind: factEvent, about: e.ID, words: e.Label + ": " + what, rows: []string{e.ID}, Evidence: ev})
			}
		}
		for _, v := range e.Statuses {
			if v.Value != string(travaux.StatusUnknown) { // that nothing is said of it is no fact
				add(plain(v.Value), ofValue(v))
			}
		}
		var planned map[string]bool
		if tookPlace(e) { // of how long it was, who announced it is no witness
			planned = announcing(e)
		}
		for _, v := range e.Dates {
			add("dated "+reconcile.DateWords(v.Value), ofValue(v))
		}
		for _, v := range e.Durations {
			add("lasted "+reconcile.DurationWords(v), w.without(ofValue(v), planned))
		}
		for _, v := range e.Places {
			add("held in "+w.name(v.Value), ofValue(v))
		}
	}
}

// tookPlace reports whether an event is told to have come about.
func tookPlace(e *travaux.Event) bool {
	return slices.ContainsFunc(e.Statuses, func(v travaux.Value) bool { return cameAbout(v.Value) })
}

func cameAbout(status string) bool {
	switch travaux.EventStatus(status) {
	case travaux.Happened, travaux.UnderWay, travaux.Absent:
		return true
	}
	return false
}

// announcing are the reports that tell of an event only as one to come.
func announcing(e *travaux.Event) map[string]bool {
	out := map[string]bool{}
	for _, v := range e.Statuses {
		switch travaux.EventStatus(v.Value) {
		case travaux.Scheduled, travaux.Agreed, travaux.Proposed, travaux.ExpectedAbsence:
			for _, s := range v.Spans {
				out[s.Report] = true
			}
		}
	}
	for _, v := range e.Statuses {
		if cameAbout(v.Value) {
			for _, s := range v.Spans {
				delete(out, s.Report)
			}
		}
	}
	return out
}

// without leaves out what stands in some reports.
func (w *witnesses) without(e Evidence, reports map[string]bool) Evidence {
	if len(reports) == 0 {
		return e
	}
	return Evidence{
		SupportedBy: slices.DeleteFunc(slices.Clone(e.SupportedBy), func(id string) bool {
			st, ok := w.chains.known[id]
			return !ok || reports[st.report]
		}),
		Spans: slices.DeleteFunc(slices.Clone(e.Spans), func(s travaux.Span) bool { return reports[s.Report] }),
	}
}

func (w *witnesses) texts(rec *travaux.Record) {
	for i := range rec.Proposals {
		p := &rec.Proposals[i]
		add := func(words string, e Evidence) {
			w.add(fact{kind: factText, about: p.ID, words: words, rows: []string{p.ID}, Evidence: e})
		}
		add(fmt.Sprintf("The text “%s” exists", p.Label), Evidence{p.SupportedBy, p.Spans})
		for _, v := range p.FirstReportedBy {
			add(fmt.Sprintf("“%s” was first reported by %s", p.Label, w.name(v.Value)), ofValue(v))
		}
		for _, v := range p.Authors {
			add(fmt.Sprintf("“%s” was written by %s", p.Label, w.name(v.Value)), ofValue(v))
		}
		for _, ver := range p.Versions {
			for _, v := range ver.Points {
				add(fmt.Sprintf("“%s” has %s points", p.Label, withBound(v)), ofValue(v))
			}
			for _, v := range ver.TrackCounts {
				add(fmt.Sprintf("“%s” has %s tracks", p.Label, withBound(v)), ofValue(v))
			}
			for _, v := range ver.TabledBy {
				add(fmt.Sprintf("“%s” was put forward by %s", p.Label, w.name(v.Value)), ofValue(v))
			}
			w.provisions(p, ver.Provisions)
		}
	}
}

func withBound(v travaux.Value) string {
	if v.Bound == "" || v.Bound == travaux.Exact {
		return v.Value
	}
	return plain(string(v.Bound)) + " " + v.Value
}

// alikeRow is a row of the record that may say the same as others.
type alikeRow struct {
	id    string
	words string // shown
	set   wordSet
	Evidence
}

// alike adds one fact for each group of rows that are on one matter; prefix
// puts the shown words, the least of the group, into a sentence.
func (w *witnesses) alike(kind, about string, rows []alikeRow, sentence func(words string) string) {
	slices.SortFunc(rows, func(a, b alikeRow) int {
		return cmp.Or(strings.Compare(a.words, b.words), strings.Compare(a.id, b.id))
	})
	sets := make([]wordSet, len(rows))
	for i := range rows {
		sets[i] = rows[i].set
	}
	for i, g := range matters(sets) {
		w.add(fact{kind: kind, about: about, words: sentence(rows[g].words), rows: []string{rows[i].id}, Evidence: rows[i].Evidence})
	}
}

func (w *witnesses) provisions(p *travaux.Proposal, list []travaux.Provision) {
	rows := make([]alikeRow, 0, len(list))
	for _, x := range list {
		rows = append(rows, alikeRow{x.ID, oneLine(x.Text), exactWords(x.Text), Evidence{x.SupportedBy, x.Spans}})
	}
	w.alike(factProvision, p.ID, rows, func(text string) string { return fmt.Sprintf("“%s” provides: %s", p.Label, text) })
}

// positions: of one party, on one issue and matter, in one direction.
func (w *witnesses) positions(rec *travaux.Record) {
	type key struct {
		party, issue string
		stance       string
	}
	by := map[key][]alikeRow{}
	var keys []key
	for i := range rec.Positions {
		p := &rec.Positions[i]
		if p.Party == "" || len(p.Spans) == 0 {
			continue
		}
		k := key{p.Party, p.Issue, stanceWords(p)}
		if by[k] == nil {
			keys = append(keys, k)
		}
		shown := cmp.Or(oneLine(p.Option), oneLine(p.Spans[0].Quote))
		by[k] = append(by[k], alikeRow{p.ID, shown, factWords(p), Evidence{p.SupportedBy, p.Spans}})
	}
	for _, k := range keys {
		w.alike(factPosition, k.party, by[k], func(option string) string {
			return fmt.Sprintf("%s %s: %s", w.name(k.party), k.stance, option)
		})
	}
}

// factWords are those of what a stance is on, numbers and denials kept apart.
func factWords(p *travaux.Position) wordSet {
	if p.About != "" {
		return matterOf(p)
	}
	return exactWords(p.Option)
}

// stanceWords put a stance as what its party does; stances of one direction
// that are called for or against are one.
func stanceWords(p *travaux.Position) string {
	switch {
	case p.From != "":
		return "gives up"
	case p.Kind == "interest":
		return "has an interest in or fears"
	case p.Stance == travaux.NotStated:
		return "takes no position on"
	case p.Stance == travaux.Wary:
		return "is wary of"
	case p.Stance == travaux.Undecided:
		return "is undecided on"
	case p.Stance == travaux.Conditional:
		return "accepts on conditions"
	case DirectionOf(p.Stance) == Against:
		return "is against"
	}
	return "is for"
}

// consultations: of one who was asked, told, or neither, in one sense, about
// one matter.
func (w *witnesses) consultations(rec *travaux.Record) {
	type key struct {
		who, way string
		sense    Sense
	}
	by := map[key][]alikeRow{}
	var keys []key
	for i := range rec.Consultations {
		c := &rec.Consultations[i]
		if len(c.Spans) == 0 {
			continue
		}
		for _, who := range c.Who {
			k := key{who, wayOf(c.Relation), SenseOf(c)}
			if by[k] == nil {
				keys = append(keys, k)
			}
			by[k] = append(by[k], w.consulted(c, k.sense))
		}
	}
	for _, k := range keys {
		w.alike(factConsultation, k.who, by[k], func(about string) string {
			words := fmt.Sprintf("%s: %s (%s)", w.name(k.who), senseWords[k.sense], k.way)
			if about != "" {
				words += ": " + about
			}
			return words
		})
	}
}

// consulted is a consultation with what tells it from others. That somebody was
// passed over is one fact, whatever on, unless a text or event is named; that
// somebody was let in is many.
func (w *witnesses) consulted(c *travaux.Consultation, sense Sense) alikeRow {
	row := alikeRow{id: c.ID, Evidence: Evidence{c.SupportedBy, c.Spans}}
	switch {
	case c.About != "":
		row.words, row.set = w.labels[c.About], wordSet{hash(c.About)}
	case sense == PassedOver:
		row.set = wordSet{hash("passed over")}
	case oneLine(c.Topic) != "":
		row.words, row.set = oneLine(c.Topic), words(c.Topic)
	default:
		row.words = oneLine(c.Spans[0].Quote)
		row.set = words(row.words)
	}
	return row
}

// wayOf is how somebody is let in or not: asked, told, or in touch.
func wayOf(relation string) string {
	switch relation {
	case "briefed", "informed":
		return "told"
	case "in_contact":
		return "in touch"
	}
	return "asked"
}

// forecasts: of one holder, of one matter.
func (w *witnesses) forecasts(rec *travaux.Record) {
	by := map[string][]alikeRow{}
	var holders []string
	for i := range rec.Forecasts {
		f := &rec.Forecasts[i]
		if f.Holder == "" || len(f.Spans) == 0 {
			continue
		}
		if by[f.Holder] == nil {
			holders = append(holders, f.Holder)
		}
		by[f.Holder] = append(by[f.Holder], alikeRow{f.ID, oneLine(f.Proposition), exactWords(f.Proposition), Evidence{f.SupportedBy, f.Spans}})
	}
	for _, h := range holders {
		w.alike(factForecast, h, by[h], func(text string) string { return fmt.Sprintf("%s looks ahead to: %s", w.name(h), text) })
	}
}
