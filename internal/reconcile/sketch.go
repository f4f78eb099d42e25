package reconcile

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/reconcile/view"
)

// Sketch is a report as it is held against others: its reading, without what no
// rule across reports looks at, and what was found in it alone. Every record is
// made from sketches, so that those of many reports fit into memory together,
// and so that no rule can come to see more of a report in one record than in
// another. Reconciling uses a sketch up.
type Sketch struct {
	*travaux.Reading
	// These are the reading's no more, and the compiler says so.
	Sentences, Mentions struct{} `json:"-"`

	Named    []Naming      // where actors are named, as the mentions were
	Sents    [][]lang.Span // the sentences of each block
	Body     shingles      // until copies are found
	Anchors  []uint32      // until passages taken from others are found
	Views    []view.View   // judgements of the talks
	Settled  []settled     // whether an agreement came about
	Disputes []dispute     // numbers on which its sources differ
	Moves    []move        // what somebody decided, or did not
	Both     []bothSide    // whom “the two sides” stand for
}

// Naming is a mention of an actor.
type Naming struct {
	Start, End int32
	Actor      string // local id
	Place      bool   // as a place
}

// in reports whether the words stand from start to end.
func (m Naming) in(start, end int) bool { return start <= int(m.Start) && int(m.End) <= end }

// naming returns the words.
func (s *source) naming(m Naming) travaux.Span { return s.stretch(int(m.Start), int(m.End)) }

// Sketches sketches whole readings, on all processors. The readings are not
// changed.
func Sketches(readings []*travaux.Reading) []*Sketch {
	out := make([]*Sketch, len(readings))
	parallel(len(readings), func(i int) { out[i] = NewSketch(readings[i]) })
	return out
}

// NewSketch sketches a whole reading, which is not changed.
func NewSketch(g *travaux.Reading) *Sketch {
	k := &Sketch{Reading: slim(g), Named: namings(g)}
	k.Body, k.Anchors = inPrint(k.Report)
	k.Sents = cutSentences(k.Report)
	s := newSource(k)
	k.Views, k.Settled, k.Disputes, k.Moves, k.Both = viewsOf(s), settlements(s), disputesOf(s), movesOf(s), bothOf(s)
	return k
}

// slim returns a reading without sentences, mentions, the lines of the page, and
// of statements all that only their own rows show.
func slim(g *travaux.Reading) *travaux.Reading {
	out := *g
	rep := *g.Report
	rep.Lines = nil
	out.Report = &rep
	out.Sentences, out.Mentions = nil, nil
	out.Statements = make([]travaux.Statement, len(g.Statements))
	for i, st := range g.Statements {
		st.GroundRule, st.Venue, st.SaidAt, st.Spans = "", "", nil, nil
		st.Factive, st.ScopeUncertain = false, false
		out.Statements[i] = st
	}
	return &out
}

func namings(g *travaux.Reading) []Naming {
	out := make([]Naming, 0, len(g.Mentions))
	for i := range g.Mentions {
		if m := &g.Mentions[i]; m.Actor != "" {
			out = append(out, Naming{int32(m.Start), int32(m.End), m.Actor, m.Sense == "place"})
		}
	}
	return out
}

// Said is the sketch of a report of which no more is taken in than who said
// what.
func (k *Sketch) Said() *Sketch {
	return &Sketch{
		Reading: &travaux.Reading{Report: k.Report, Actors: k.Actors, Statements: k.Statements},
		Named:   k.Named, Sents: k.Sents, Body: k.Body, Anchors: k.Anchors,
	}
}
