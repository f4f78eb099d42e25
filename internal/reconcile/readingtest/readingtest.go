// Package readingtest builds readings of invented reports for tests: a text,
// and what was read in it, given by the words that carry it. It is not for
// reading text, and not part of the program.
package readingtest

import (
	"strconv"
	"strings"
	"testing"

	"github.com/travaux/travaux"
)

// Reading is a reading under construction. Words are located by their first
// occurrence in the text; what is not in the text fails the test.
type Reading struct {
	t   testing.TB
	r   *travaux.Reading
	out string // local id of the outlet
	n   int
}

// New returns a reading of a report with its first line as headline. Date may
// be empty.
func New(t testing.TB, id, outlet, date, text string) *Reading {
	t.Helper()
	rep := &travaux.Report{
		ID: "report_" + id, SHA256: id, File: id + ".txt", Text: text,
		Outlet: travaux.Field{Value: outlet, Basis: "input"},
		Date:   travaux.DocTime{EDTF: travaux.EDTF(date), Basis: travaux.BasisMetadata},
	}
	if date == "" {
		rep.Date.Basis = travaux.BasisUnknown
	}
	start := 0
	for i, line := range strings.SplitAfter(text, "\n") {
		class := travaux.LineBody
		if i == 0 {
			class = travaux.LineHeadline
		}
		if body := strings.TrimRight(line, "\n"); strings.TrimSpace(body) != "" {
			rep.Blocks = append(rep.Blocks, travaux.Block{Start: start, End: start + len(body), Class: class})
		}
		start += len(line)
	}
	b := &Reading{t: t, r: &travaux.Reading{Report: rep}}
	b.out = b.id("outlet")
	b.r.Actors = append(b.r.Actors, travaux.Actor{ID: b.out, Canonical: outlet, Type: travaux.ActorMedia})
	return b
}

// Reading returns what has been built.
func (b *Reading) Reading() *travaux.Reading { return b.r }

func (b *Reading) id(kind string, extra ...string) string {
	b.n++
	return travaux.NewID(kind, append([]string{b.r.Report.ID, strconv.Itoa(b.n)}, extra...)...)
}

// Span returns the first occurrence of words.
func (b *Reading) Span(words string) travaux.Span {
	b.t.Helper()
	i := strings.Index(b.r.Report.Text, words)
	if i < 0 {
		b.t.Fatalf("report %s has no %q", b.r.Report.ID, words)
	}
	return travaux.SpanOf(b.r.Report.Text, i, i+len(words))
}

// Actor adds an actor under its full form and others it is named by.
func (b *Reading) Actor(typ travaux.ActorType, form string, others ...string) *travaux.Actor {
	b.t.Helper()
	a := travaux.Actor{ID: b.id("actor", form), Canonical: form, Type: typ}
	for _, f := range append([]string{form}, others...) {
		sp := b.Span(f)
		a.NameForms = append(a.NameForms, travaux.NameForm{Form: f, First: sp, N: 1})
		a.Spans = append(a.Spans, sp)
		b.r.Mentions = append(b.r.Mentions, travaux.Mention{ID: b.id("mention"), Span: sp, Actor: a.ID, Sense: "actor"})
	}
	if typ.Anonymous() {
		a.Anonymous = &travaux.AnonymousKey{Ordinal: 1, Description: form}
	}
	b.r.Actors = append(b.r.Actors, a)
	return &b.r.Actors[len(b.r.Actors)-1]
}

// Person adds a person with an office, given by its words in the text, and
// returns the local id.
func (b *Reading) Person(form, office string) string {
	b.t.Helper()
	a := b.Actor(travaux.ActorPerson, form)
	if office != "" {
		a.Roles = []travaux.Role{{Title: office, Spans: []travaux.Span{b.Span(office)}}}
	}
	return a.ID
}

// World adds a state or place that the world file knows, and returns the local
// id.
func (b *Reading) World(typ travaux.ActorType, form, world string) string {
	b.t.Helper()
	a := b.Actor(typ, form)
	a.World = world
	return a.ID
}

// Outlet returns the local id of the report's outlet.
func (b *Reading) Outlet() string { return b.out }

// Voice adds a statement in the outlet's own voice and returns its id.
func (b *Reading) Voice(words string) string {
	b.t.Helper()
	return b.say(words, b.out, travaux.ByOutlet, b.out)
}

// Says adds a statement by a speaker, through others if any, and returns its
// id.
func (b *Reading) Says(speaker string, by travaux.Attribution, words string, via ...string) string {
	b.t.Helper()
	return b.say(words, speaker, by, append(append([]string{b.out}, via...), speaker)...)
}

func (b *Reading) say(words, speaker string, by travaux.Attribution, chain ...string) string {
	b.t.Helper()
	sp := b.Span(words)
	st := travaux.Statement{
		ID: b.id("stmt"), Speaker: speaker, Content: []travaux.Span{sp}, Mode: travaux.Indirect, Attribution: by,
		Chain: chain, SpeechAct: travaux.ActReport, Polarity: travaux.Positive, Certainty: travaux.CertainTrue,
		Rule: "test", Spans: []travaux.Span{sp},
	}
	b.r.Statements = append(b.r.Statements, st)
	return st.ID
}

func (b *Reading) claim(kind, words string, support []string) travaux.Claim {
	b.t.Helper()
	if len(support) == 0 {
		support = []string{b.Voice(words)}
	}
	return travaux.Claim{ID: b.id(kind), Span: b.Span(words), Rule: "test", SupportedBy: support}
}

// Value returns a value carried by words.
func (b *Reading) Value(value, words string, bound ...travaux.Bound) travaux.Value {
	b.t.Helper()
	v := travaux.Value{Value: value, Spans: []travaux.Span{b.Span(words)}, Rule: "test"}
	if len(bound) > 0 {
		v.Bound = bound[0]
	}
	return v
}

// Event adds a claim carried by words, in the outlet's voice unless support is
// set later, and returns it for more to be filled in.
func (b *Reading) Event(kind travaux.EventKind, status travaux.EventStatus, words string, actors ...string) *travaux.EventClaim {
	b.t.Helper()
	e := travaux.EventClaim{Claim: b.claim("event", words, nil), Kind: kind, Status: status, Actors: actors}
	b.r.Events = append(b.r.Events, e)
	return &b.r.Events[len(b.r.Events)-1]
}

// Date sets the date of e, carried by words.
func (b *Reading) Date(e *travaux.EventClaim, edtf, words string) {
	b.t.Helper()
	v := b.Value(edtf, words)
	v.Basis = travaux.BasisExplicit
	e.Dates = append(e.Dates, v)
}

// Text adds an account of a plan, with its name, and returns it.
func (b *Reading) Text(name string) *travaux.ProposalClaim {
	b.t.Helper()
	p := travaux.ProposalClaim{Claim: b.claim("proposal", name, nil), Names: []travaux.Value{b.Value(name, name)}}
	b.r.Proposals = append(b.r.Proposals, p)
	return &b.r.Proposals[len(b.r.Proposals)-1]
}

// Quantity adds a number of things, both carried by words.
func (b *Reading) Quantity(value string, bound travaux.Bound, of, words string) {
	b.t.Helper()
	b.r.Quantities = append(b.r.Quantities, travaux.Quantity{ID: b.id("quantity"), Span: b.Span(words), Value: value, Bound: bound, Of: of})
}
