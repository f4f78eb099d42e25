package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Sense is what a consultation says of who was concerned.
type Sense string

// The senses. A consultation that is planned, demanded or not answered for says
// nothing of whether it took place.
const (
	LetIn        Sense = "let_in"      // consulted, told, invited, in contact
	PartlyLetIn  Sense = "partly"      // barely, in general terms
	PassedOver   Sense = "passed_over" // not consulted, not told, sidelined, excluded
	PlannedSense Sense = "planned"
	DemandedIn   Sense = "demanded"
	NotAnswered  Sense = "refused_to_say"
)

var senseWords = map[Sense]string{
	LetIn: "consulted or told", PartlyLetIn: "partly consulted or told", PassedOver: "not consulted or told",
	PlannedSense: "to be consulted or told", DemandedIn: "wants to be consulted or told", NotAnswered: "nobody will say whether consulted",
}

// SenseOf is the sense of a consultation.
func SenseOf(c *travaux.Consultation) Sense {
	shut := c.Relation == "sidelined" || c.Relation == "excluded"
	switch c.Polarity {
	case "planned":
		return PlannedSense
	case "demanded":
		return DemandedIn
	case "refused_to_say":
		return NotAnswered
	case "partial":
		if shut {
			return PassedOver
		}
		return PartlyLetIn
	case "no":
		if shut {
			return LetIn
		}
		return PassedOver
	}
	if shut {
		return PassedOver
	}
	return LetIn
}

// Network is who is said to have consulted or passed over whom, by a date.
type Network struct {
	Nodes []Node
	Edges []Edge
}

// Node is an actor in a network; the one with an empty actor stands for those
// whom no report names.
type Node struct {
	Actor string
	In    int // edges to it
	Out   int // edges from it
	Evidence
}

// Edge leads from who consults to who is consulted. Passages that say the same
// of the same two are one edge.
type Edge struct {
	By       string // actor id, "" where it is not said
	Who      string
	Relation string
	Polarity string
	Sense    Sense
	About    []string     // ids of the texts and events concerned
	Topics   []string     // what it was about, in the words of the reports
	First    travaux.EDTF // when it was first told; "" where no report has a date
	Last     travaux.EDTF
	Reports  int
	Rows     []string // consultation ids
	Evidence
}

// Network is the consultation network of what had been told by the view's date.
// What stands in a report without a date is taken to have been told.
func (v *View) Network() Network {
	type key struct{ by, who, relation, polarity string }
	edges := map[key]*Edge{}
	for i := range v.Record.Consultations {
		c := &v.Record.Consultations[i]
		if len(c.Spans) == 0 {
			continue
		}
		if iv, ok := v.told(c.Spans); ok && v.Date != "" && iv.Lo > v.Day {
			continue
		}
		bys := c.ByWhom
		if len(bys) == 0 {
			bys = []string{""}
		}
		for _, by := range bys {
			for _, who := range c.Who {
				k := key{by, who, c.Relation, c.Polarity}
				e := edges[k]
				if e == nil {
					e = &Edge{By: by, Who: who, Relation: c.Relation, Polarity: c.Polarity, Sense: SenseOf(c)}
					edges[k] = e
				}
				e.Rows = append(e.Rows, c.ID)
				e.About, e.Topics = append(e.About, c.About), append(e.Topics, oneLine(c.Topic))
				e.SupportedBy, e.Spans = append(e.SupportedBy, c.SupportedBy...), append(e.Spans, c.Spans...)
			}
		}
	}
	var out Network
	nodes := map[string]*Node{}
	node := func(id string, e Evidence) *Node {
		n := nodes[id]
		if n == nil {
			n = &Node{Actor: id}
			nodes[id] = n
		}
		n.SupportedBy, n.Spans = append(n.SupportedBy, e.SupportedBy...), append(n.Spans, e.Spans...)
		return n
	}
	for _, e := range edges {
		e.Evidence = gather(e.Evidence)
		e.Rows, e.About, e.Topics = distinct(e.Rows), distinct(e.About), distinct(e.Topics)
		e.Reports = reportsOf(e.Spans)
		if iv, ok := v.told(e.Spans); ok {
			e.First = edtf(iv)
		}
		if iv, ok := v.lastTold(e.Spans); ok {
			e.Last = edtf(iv)
		}
		node(e.By, e.Evidence).Out++
		node(e.Who, e.Evidence).In++
		out.Edges = append(out.Edges, *e)
	}
	for _, n := range nodes {
		n.Evidence = gather(n.Evidence)
		out.Nodes = append(out.Nodes, *n)
	}
	slices.SortFunc(out.Edges, func(a, b Edge) int {
		return cmp.Or(strings.Compare(v.Name(a.By), v.Name(b.By)), strings.Compare(a.By, b.By), strings.Compare(v.Name(a.Who), v.Name(b.Who)), strings.Compare(a.Who, b.Who), strings.Compare(a.Relation, b.Relation), strings.Compare(a.Polarity, b.Polarity))
	})
	slices.SortFunc(out.Nodes, func(a, b Node) int {
		return cmp.Or(strings.Compare(v.Name(a.Actor), v.Name(b.Actor)), strings.Compare(a.Actor, b.Actor))
	})
	return out
}

// reportsOf counts the reports that passages, in order, stand in.
func reportsOf(spans []travaux.Span) int {
	seen := map[string]bool{}
	for _, s := range spans {
		seen[s.Report] = true
	}
	return len(seen)
}
