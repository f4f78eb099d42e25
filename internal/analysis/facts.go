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
		add := func(what string, v travaux.Value) {
			w.add(fact{kind: factEvent, about: e.ID, words: e.Label + ": " + what, rows: []string{e.ID}, Evidence: ofValue(v)})
		}
		for _, v := range e.Statuses {
			if v.Value != string(travaux.StatusUnknown) { // that nothing is said of it is no fact
				add(plain(v.Value), v)
			}
		}
		for _, v := range e.Dates {
			add("dated "+reconcile.DateWords(v.Value), v)
		}
		for _, v := range e.Durations {
			add("lasted "+reconcile.DurationWords(v), v)
		}
		for _, v := range e.Places {
			add("held in "+w.name(v.Value), v)
		}
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
	slices.SortFunc(rows, func(a, b alikeRow) int { return strings.Compare(a.words+"\x00"+a.id, b.words+"\x00"+b.id) })
	sets := make([]wordSet, len(rows))
	for i := range rows {
		sets[i] = rows[i].set
	}
	for i, g := range matters(sets) {
		w.add(fact{kind: kind, about: about, words: sentence(rows[g].words), rows: []string{rows[i].id}, Evidence: rows[i].Evidence})
	}
}

func (w *witnesses) provisions(p *travaux.Proposal, list []travaux.Provision) {
	words := newLexicon()
	rows := make([]alikeRow, 0, len(list))
	for _, x := range list {
		rows = append(rows, alikeRow{x.ID, oneLine(x.Text), numbersKept(words, x.Text), Evidence{x.SupportedBy, x.Spans}})
	}
	w.alike(factProvision, p.ID, rows, func(text string) string { return fmt.Sprintf("“%s” provides: %s", p.Label, text) })
}

// numbersKept is the set of a phrase in which other numbers make another
// matter: 340 cubic metres are not 430.
func numbersKept(words *lexicon, phrase string) wordSet {
	var numbers []string
	for f := range fields(phrase) {
		if f[0] >= '0' && f[0] <= '9' {
			numbers = append(numbers, f)
		}
	}
	set := words.words(phrase)
	if len(numbers) == 0 {
		return set
	}
	slices.Sort(numbers)
	for i := range set { // the same words beside other numbers are other words
		set[i] = words.id(fmt.Sprintf("%d beside %s", set[i], strings.Join(numbers, " ")))
	}
	slices.Sort(set)
	return set
}

// positions: of one party, on one issue and matter, in one direction.
func (w *witnesses) positions(rec *travaux.Record) {
	type key struct {
		party, issue string
		stance       string
	}
	by := map[key][]alikeRow{}
	words := newLexicon()
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
		by[k] = append(by[k], alikeRow{p.ID, shown, matterOf(p, words), Evidence{p.SupportedBy, p.Spans}})
	}
	for _, k := range keys {
		w.alike(factPosition, k.party, by[k], func(option string) string {
			return fmt.Sprintf("%s %s: %s", w.name(k.party), k.stance, option)
		})
	}
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

// consultations: of one who was or was not asked, in one sense, about one
// matter. Those that do not say by whom or about what go with any that does
// where it is the only one.
func (w *witnesses) consultations(rec *travaux.Record) {
	type key struct{ who, sense string }
	by := map[key][]*travaux.Consultation{}
	var keys []key
	for i := range rec.Consultations {
		c := &rec.Consultations[i]
		for _, who := range c.Who {
			k := key{who, string(SenseOf(c))}
			if by[k] == nil {
				keys = append(keys, k)
			}
			by[k] = append(by[k], c)
		}
	}
	for _, k := range keys {
		abouts := map[string]bool{}
		for _, c := range by[k] {
			if c.About != "" {
				abouts[c.About] = true
			}
		}
		for _, c := range by[k] {
			about := c.About
			if about == "" && len(abouts) == 1 {
				for only := range abouts {
					about = only
				}
			}
			words := fmt.Sprintf("%s: %s", w.name(k.who), senseWords[Sense(k.sense)])
			if about != "" {
				words += " on " + w.labels[about]
			}
			w.add(fact{kind: factConsultation, about: cmp.Or(about, k.who), words: words, rows: []string{c.ID}, Evidence: Evidence{c.SupportedBy, c.Spans}})
		}
	}
}

// forecasts: of one holder, of one matter.
func (w *witnesses) forecasts(rec *travaux.Record) {
	by := map[string][]alikeRow{}
	words := newLexicon()
	var holders []string
	for i := range rec.Forecasts {
		f := &rec.Forecasts[i]
		if f.Holder == "" || len(f.Spans) == 0 {
			continue
		}
		if by[f.Holder] == nil {
			holders = append(holders, f.Holder)
		}
		by[f.Holder] = append(by[f.Holder], alikeRow{f.ID, oneLine(f.Proposition), words.words(f.Proposition), Evidence{f.SupportedBy, f.Spans}})
	}
	for _, h := range holders {
		w.alike(factForecast, h, by[h], func(text string) string { return fmt.Sprintf("%s looks ahead to: %s", w.name(h), text) })
	}
}
