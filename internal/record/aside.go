package record

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/judge"
	"github.com/travaux/travaux/internal/reconcile"
	"github.com/travaux/travaux/internal/subject"
)

const (
	subjectWords = 6  // named of a subject
	sharedWords  = 4  // named of what a report shares with it
	manyReports  = 16 // of which it is said that no subject unites them
)

// setAside splits the reports into those on the record's subject and those on
// another, whose claims the record leaves out. What is set aside is kept as
// evidence: its row says why, and its statements stand with speakers of their
// own, which are never taken for anybody else.
// What was decided of a report holds against the words that betray a subject.
func (b *builder) setAside(sketches []*reconcile.Sketch, belongs map[string]judge.Belonging) (kept []*reconcile.Sketch) {
	list := make([]*travaux.Report, len(sketches))
	for i, k := range sketches {
		list[i] = k.Report
	}
	b.aside = map[string]*travaux.SetAside{}
	if !b.opt.KeepAll {
		var notes []string
		b.aside, notes = asideByWords(list, b.opt.Known)
		b.notes = append(b.notes, notes...)
	}
	b.notes = append(b.notes, decideAside(list, b.aside, belongs)...)
	b.alone = map[string]*reconcile.Result{}
	for _, k := range sketches {
		if b.aside[k.Report.ID] == nil {
			kept = append(kept, k)
			continue
		}
		b.alone[k.Report.ID] = reconcile.Given{Atlas: b.opt.Atlas}.Reconcile([]*reconcile.Sketch{k.Said()})
	}
	return kept
}

// Aside returns why reports are on another subject, by their ids, and what is to
// be said of the subject as a whole. known and judgements are as in Options.
func Aside(reports []*travaux.Report, known [][]string, judgements []travaux.Judgement) (aside map[string]*travaux.SetAside, notes []string) {
	aside, notes = asideByWords(reports, known)
	return aside, append(notes, decideAside(reports, aside, judge.Belongs(reports, judgements))...)
}

func asideByWords(reports []*travaux.Report, known [][]string) (aside map[string]*travaux.SetAside, notes []string) {
	var index subject.Index
	for _, r := range reports {
		if !r.Foreign() {
			index.Add(subject.Report{ID: r.ID, Headline: r.Headline.Value, Body: prose(r)})
		}
	}
	found := index.Find(known)
	aside = map[string]*travaux.SetAside{}
	for _, a := range found.Aside {
		aside[a.Report] = &travaux.SetAside{Reason: asideReason(a, found.Subjects), Rule: "subject.other"}
	}
	return aside, subjectNotes(found, len(known) > 0)
}

// decideAside changes which reports are set aside as was decided, and says so.
func decideAside(list []*travaux.Report, aside map[string]*travaux.SetAside, belongs map[string]judge.Belonging) (notes []string) {
	kept, set := 0, 0
	for _, r := range list {
		d, decided := belongs[r.ID]
		switch {
		case !decided:
		case d.Belongs:
			if aside[r.ID] != nil {
				delete(aside, r.ID)
				kept++
			}
		default:
			aside[r.ID] = &travaux.SetAside{Reason: fmt.Sprintf("%s decided so: %s", d.By, d.Reason), Rule: "analyst"}
			set++
		}
	}
	if kept > 0 {
		notes = append(notes, "Kept by an analyst’s decision, though its words are of another subject: "+reports(kept)+".")
	}
	if set > 0 {
		notes = append(notes, "Set aside by an analyst’s decision: "+reports(set)+".")
	}
	return notes
}

// of returns what was reconciled of a report: with all others on the subject,
// or by itself.
func (b *builder) of(report string) *reconcile.Result {
	if res := b.alone[report]; res != nil {
		return res
	}
	return b.res
}

// evidence is every reading in the record's order, also of what was set aside.
func (b *builder) evidence() []*travaux.Reading {
	all := slices.Clone(b.readings)
	for _, res := range b.alone {
		all = append(all, res.Readings()...)
	}
	return reconcile.InOrder(all)
}

// ids gives the ids of a record's rows, also of what was set aside.
type ids struct{ *builder }

func (b ids) Actor(report, local string) string { return b.of(report).Actor(report, local) }
func (b ids) Event(report, local string) string { return b.of(report).Event(report, local) }
func (b ids) Text(report, local string) string  { return b.of(report).Text(report, local) }

// actors are those of the record, and those who speak in what was set aside.
func (b *builder) allActors() []travaux.Actor {
	if len(b.alone) == 0 {
		return b.res.Actors
	}
	all := slices.Clone(b.res.Actors)
	for _, res := range b.alone {
		all = append(all, res.Actors...)
	}
	slices.SortFunc(all, func(x, y travaux.Actor) int { return strings.Compare(x.ID, y.ID) })
	return all
}

// prose is what a report says, without its headline and the site around it.
func prose(r *travaux.Report) string {
	if len(r.Blocks) == 0 {
		return r.Text
	}
	var s strings.Builder
	for _, bl := range r.Blocks {
		if bl.Class != travaux.LineHeadline {
			s.WriteString(r.Text[bl.Start:bl.End])
			s.WriteByte('\n')
		}
	}
	return s.String()
}

func asideReason(a subject.Aside, subjects []subject.Subject) string {
	var about []string
	for _, s := range subjects {
		about = append(about, fmt.Sprintf("%s (%s)", listed(s.Words, subjectWords), reports(len(s.Reports))))
	}
	shares := "none of these words stands in it"
	if len(a.Shares) > 0 {
		shares = "of the words that they share its nearest passage has " + listed(a.Shares, sharedWords)
		if len(a.Shares) <= sharedWords {
			shares += " alone"
		}
	}
	return fmt.Sprintf("It is on another subject: the record is about %s; %s.", strings.Join(about, " and about "), shares)
}

func listed(words []string, most int) string {
	return strings.Join(words[:min(len(words), most)], ", ")
}

func reports(n int) string {
	if n == 1 {
		return "1 report"
	}
	return fmt.Sprintf("%d reports", n)
}

// subjectNotes says what was decided of the folder as a whole.
func subjectNotes(f subject.Finding, known bool) []string {
	var notes []string
	var named []string
	for _, s := range f.Subjects {
		named = append(named, fmt.Sprintf("%s (%s)", listed(s.Words, subjectWords), reports(len(s.Reports))))
	}
	if known && !f.Named && f.Judged > 0 {
		notes = append(notes, "No report names a party, person or body of the profile; the subject was taken from the reports.")
	}
	switch {
	case len(f.Subjects) > 1:
		notes = append(notes, fmt.Sprintf("The reports are about %d subjects, which stand in one record: %s. A profile that names the parties of one of them keeps that one.",
			len(f.Subjects), strings.Join(named, "; ")))
	case len(f.Aside) == 0 && f.Judged >= manyReports && len(f.Subjects) == 1 && 2*len(f.Subjects[0].Reports) < f.Judged:
		notes = append(notes, fmt.Sprintf("No one subject unites the %s, and none was set aside; the largest is %s. A profile that names the parties of a negotiation chooses it.",
			reports(f.Judged), named[0]))
	case len(f.Subjects) == 0 && f.Judged >= manyReports:
		notes = append(notes, fmt.Sprintf("No one subject unites the %s, and none was set aside. A profile that names the parties of a negotiation chooses it.", reports(f.Judged)))
	}
	if n := len(f.Aside); n > 0 {
		what, them := "what they claim", "them"
		if n == 1 {
			what, them = "what it claims", "it"
		}
		notes = append(notes, fmt.Sprintf("%s of %d on another subject: %s is not in the record. --keep-all takes %s in.", reports(n), f.Judged, what, them))
	}
	return notes
}
