package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Negotiator is somebody whom reports call a party's negotiator.
type Negotiator struct {
	Party string // actor id; "" where it is not told
	// PartyWords are what the report calls the party, where it is no actor.
	PartyWords string
	Person     string
	Titles     []string     // as given
	First      travaux.EDTF // when first told; "" where no report has a date
	Last       travaux.EDTF
	// From and To are when the office was held, where that is told or the
	// profile says so.
	From, To travaux.EDTF
	Former   bool // told as one who was
	Evidence
}

// Handover is a change of who negotiates for a party: proposed where somebody
// is called by a title that another had in earlier reports and in none later.
type Handover struct {
	Party  string
	Before string // person
	After  string
	Title  string       // the words of both titles that are one
	When   travaux.EDTF // between the last report of the one and the first of the other
	Rule   string
	Evidence
}

// negotiatorWords are what somebody is called who negotiates. A mediator does
// not negotiate for a party.
var negotiatorWords = [...]string{
	"negotiator", "envoy", "head of delegation", "head of the delegation", "delegation head", "delegation leader", "leader of the delegation",
	"chief delegate", "trade representative", "special representative", "emissary", "plenipotentiary", "leads the talks", "leader in the talks",
}

// negotiates is the word of a title that says that its holder negotiates.
func negotiates(title string) string {
	t := strings.ToLower(title)
	for _, w := range negotiatorWords {
		if strings.Contains(t, w) {
			return w
		}
	}
	return ""
}

// Negotiators are those who are told by the view's date to negotiate, by party
// and time.
func (v *View) Negotiators() []Negotiator {
	var out []Negotiator
	for i := range v.Record.Actors {
		x := &v.Record.Actors[i]
		if x.Type != travaux.ActorPerson {
			continue
		}
		by := map[string]*Negotiator{}
		for _, r := range x.Roles {
			if negotiates(r.Title) == "" || len(r.Spans) == 0 {
				continue
			}
			if iv, ok := v.told(r.Spans); ok && v.Date != "" && iv.Lo > v.Day {
				continue
			}
			n := &Negotiator{Person: x.ID, Party: v.Party(x.ID)}
			if n.Party == x.ID {
				n.Party = ""
			}
			if o := v.actors[r.Organisation]; o != nil {
				n.Party = o.ID
			} else if n.Party == "" {
				n.PartyWords = r.Organisation
			}
			k := n.Party + "\x00" + n.PartyWords
			if by[k] == nil {
				by[k] = n
			}
			n = by[k]
			n.Titles = append(n.Titles, r.Title)
			n.From, n.To = cmp.Or(n.From, r.ValidFrom), cmp.Or(n.To, r.ValidTo)
			n.Former = n.Former || former(r.Title)
			n.SupportedBy, n.Spans = append(n.SupportedBy, r.SupportedBy...), append(n.Spans, r.Spans...)
		}
		for _, n := range by {
			n.Evidence, n.Titles = gather(n.Evidence), distinct(n.Titles)
			if iv, ok := v.told(n.Spans); ok {
				n.First = edtf(iv)
			}
			if iv, ok := v.lastTold(n.Spans); ok {
				n.Last = edtf(iv)
			}
			out = append(out, *n)
		}
	}
	slices.SortFunc(out, func(a, b Negotiator) int {
		return cmp.Or(strings.Compare(v.Name(a.Party)+a.PartyWords, v.Name(b.Party)+b.PartyWords), cmp.Compare(startOf(a.First), startOf(b.First)), strings.Compare(a.Person, b.Person), strings.Compare(a.Party, b.Party))
	})
	return out
}

// Handovers are the changes of who negotiates.
func (v *View) Handovers() []Handover {
	list := v.Negotiators()
	var out []Handover
	for i, b := range list {
		for _, a := range list[:i] {
			if a.Party == "" || a.Party != b.Party || a.Person == b.Person {
				continue
			}
			title := sharedTitle(a, b)
			last, ok := bounded(a.Last)
			first, ok2 := bounded(b.First)
			if title == "" || !ok || !ok2 || !last.Before(first) {
				continue
			}
			out = append(out, Handover{
				Party: a.Party, Before: a.Person, After: b.Person, Title: title, When: edtf(travaux.Interval{Lo: last.Hi, Hi: first.Lo}),
				Rule: "negotiator.same_title_later", Evidence: gather(a.Evidence, b.Evidence),
			})
		}
	}
	return out
}

// sharedTitle is the word for a negotiator that titles of both have.
func sharedTitle(a, b Negotiator) string {
	has := map[string]bool{}
	for _, t := range a.Titles {
		has[negotiates(t)] = true
	}
	for _, t := range b.Titles {
		if w := negotiates(t); has[w] {
			return w
		}
	}
	return ""
}
