// Package reconcile looks across reports: which are copies, which actors,
// events and texts of several reports are one, and how the values that
// reports give for one thing stand to each other.
//
// It is for identity and relations, and takes readings of single reports. It
// is not for reading text, for storing, or for assembling the record that is
// shown. It never decides who is right: values stay side by side, each with
// the words that carry it.
//
// Everything here depends on the set of readings alone, never on the order in
// which they came.
package reconcile

import (
	"github.com/travaux/travaux"
)

// Atlas is what reconcile asks of a world file. Identifiers are those of
// Actor.World.
type Atlas interface {
	// State returns the id of the state in whose territory the place lies, the
	// id itself for a state, and "" when that is unknown.
	State(id string) string
	// Within reports whether a place is known to lie in another place, region
	// or state.
	Within(id, place string) bool
}

// Result is what the readings say together. Every span names its report and
// file, every list is sorted.
type Result struct {
	Actors    []travaux.Actor
	Events    []travaux.Event
	Proposals []travaux.Proposal
	Tracks    []travaux.Track
	Relations []travaux.Relation

	// CopyOf and VersionOf map the id of a report to that of the report of
	// which it is a copy, or a later version.
	CopyOf    map[string]string
	VersionOf map[string]string
	// Compared says how each of these differs from that report, by its id.
	Compared map[string]*travaux.Comparison

	sources  []*source
	byReport map[string]*source
	actors   *cast
	texts    *texts
	events   *events
}

// Reconcile merges what the readings say. The readings must be of different
// reports; they are not changed. Atlas may be nil.
func Reconcile(readings []*travaux.Reading, atlas Atlas) *Result {
	return Given{Atlas: atlas}.Reconcile(Sketches(readings))
}

// Given is what is known besides the readings. Every part may be left out.
type Given struct {
	Atlas     Atlas
	Tenures   []Tenure
	Decisions Decisions
}

// Reconcile merges what the reports say under what is given, and uses their
// sketches up.
func (given Given) Reconcile(sketches []*Sketch) *Result {
	atlas, decided := given.Atlas, given.Decisions
	r := &Result{byReport: map[string]*source{}}
	r.sources = newSources(sketches)
	for _, s := range r.sources {
		r.byReport[s.id] = s
	}
	r.CopyOf, r.VersionOf = findCopies(r.sources)
	setOrigins(r.sources, r.CopyOf, r.VersionOf)
	r.Compared = compareCopies(r)
	r.actors = mergeActors(r.sources, decided.Actors, given.Tenures)
	r.Actors = r.actors.rows
	r.texts = mergeTexts(r.sources, r.actors, decided.Texts)
	happenings := mergeEvents(r.sources, r.actors, r.texts, atlas, decided.Events)
	r.Proposals = r.texts.rows
	r.Events, r.events = happenings.rows, happenings
	r.Tracks = r.texts.tracks

	rel := newRelations(r.sources, r.actors)
	rel.variants()
	rel.titles()
	rel.voices()
	rel.disputed()
	rel.denials()
	rel.glosses(atlas)
	rel.events(happenings, atlas)
	rel.texts(r.texts)
	rel.positions(r)
	rel.consultations(r)
	rel.viewpoints(r)
	rel.finerTerms(r, atlas)
	rel.outcomes(r)
	rel.journeys(happenings, atlas)
	rel.copies(r.CopyOf)
	rel.lifted(findLifted(r.sources))
	rel.revisions(r.VersionOf)
	rel.derivations(happenings, r.texts)
	r.Relations = rel.sorted()
	return r
}

// Release drops what was kept to relate the readings. Afterwards the result
// still gives the record's ids of actors, spans, anchors and outlets.
func (r *Result) Release() {
	for _, s := range r.sources {
		*s.Sketch = Sketch{Reading: s.Reading, Both: s.Both}
	}
	r.texts, r.events = nil, nil
	r.actors.folded = nil
}

// Readings returns the readings in the record's order: by document time,
// undated ones last, then by file and id.
func (r *Result) Readings() []*travaux.Reading {
	out := make([]*travaux.Reading, len(r.sources))
	for i, s := range r.sources {
		out[i] = s.Reading
	}
	return out
}

// InOrder returns readings in the record's order.
func InOrder(readings []*travaux.Reading) []*travaux.Reading {
	out := make([]*travaux.Reading, len(readings))
	for i, s := range unsketched(readings) {
		out[i] = s.Reading
	}
	return out
}

// Actor returns the record's id of a report's local actor. What is no id of
// the report (words, or nothing) is returned as it is.
func (r *Result) Actor(report, local string) string {
	s := r.byReport[report]
	if s == nil {
		return local
	}
	return r.actors.of(s, local)
}

// ActorsOf returns the record's ids of all actors of a report, by their local ids.
func (r *Result) ActorsOf(report string) []string {
	s := r.byReport[report]
	if s == nil {
		return nil
	}
	out := make([]string, len(s.actorIDs))
	for i, x := range s.actorIDs {
		out[i] = x.id
	}
	return out
}

// Text returns the record's id of a report's local proposal, or "".
func (r *Result) Text(report, local string) string {
	s := r.byReport[report]
	if s == nil {
		return ""
	}
	return r.texts.of(s, local)
}

// Event returns the record's id of a report's local event, or "".
func (r *Result) Event(report, local string) string {
	s := r.byReport[report]
	if s == nil || local == "" {
		return ""
	}
	return r.events.ids[localKey(s, local)]
}

// Span returns a span of a reading with its report and file.
func (r *Result) Span(report string, sp travaux.Span) travaux.Span {
	if s := r.byReport[report]; s != nil {
		return s.span(sp)
	}
	return sp
}

// Anchor returns the words that stand for a whole report: its headline, else
// its first words.
func (r *Result) Anchor(report string) travaux.Span {
	if s := r.byReport[report]; s != nil {
		return s.anchor()
	}
	return travaux.Span{Report: report}
}

// Outlet returns the id of the actor that published a report; reports whose
// outlet is unknown each get a key of their own.
func (r *Result) Outlet(report string) string {
	s := r.byReport[report]
	if s == nil {
		return report
	}
	return r.actors.outletOf(s)
}
