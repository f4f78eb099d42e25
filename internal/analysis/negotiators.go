package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Negotiator is somebody whom reports call a negotiator or mediator, or have
// taking part in talks for a principal.
type Negotiator struct {
	Party string // actor id; "" where it is not told
	// PartyWords are what the report calls the party, where it is no actor.
	PartyWords string
	Person     string
	How        string       // title, mediator, took part
	Titles     []string     // as given
	First      travaux.EDTF // when first told; "" where no report has a date
	Last       travaux.EDTF
	// From and To are when the office was held, where that is told or the
	// profile says so.
	From, To travaux.EDTF
	Former   bool // every title is one that somebody had before
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

// negotiatorWords are what somebody is called who negotiates, or mediates.
var negotiatorWords = [...]string{
	"negotiator", "envoy", "head of delegation", "head of the delegation", "delegation head", "delegation leader", "leader of the delegation",
	"chief delegate", "mediator", "trade representative", "special representative", "emissary", "plenipotentiary", "leads the talks", "leader in the talks",
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

// Negotiators are those who are told by the view's date to negotiate for a
// party or between parties, by party and time: by title, and those of a
// principal who took part in talks of two parties.
func (v *View) Negotiators() []Negotiator {
	took := v.tookPart()
	var out []Negotiator
	for i := range v.Record.Actors {
		x := &v.Record.Actors[i]
		if x.Type != travaux.ActorPerson {
			continue
		}
		list := v.byTitle(x)
		party := v.Party(x.ID)
		if e, ok := took[x.ID]; ok && len(list) == 0 && party != x.ID && slices.Contains(v.principals(), party) {
			list = append(list, Negotiator{Party: party, Person: x.ID, How: "took part", Titles: titles(x), Evidence: e})
		}
		for _, n := range list {
			if v.sided() && n.How == "title" && n.Party != "" && !slices.Contains(v.principals(), v.Party(n.Party)) {
				continue // of another negotiation
			}
			n.Evidence, n.Titles = gather(n.Evidence), distinct(n.Titles)
			if iv, ok := v.told(n.Spans); ok {
				n.First = edtf(iv)
			}
			if iv, ok := v.lastTold(n.Spans); ok {
				n.Last = edtf(iv)
			}
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b Negotiator) int {
		return cmp.Or(strings.Compare(v.Name(a.Party)+a.PartyWords, v.Name(b.Party)+b.PartyWords), cmp.Compare(startOf(a.First), startOf(b.First)), strings.Compare(a.Person, b.Person), strings.Compare(a.Party, b.Party))
	})
	return out
}

// byTitle are the parties for which a person's titles say that it negotiates.
func (v *View) byTitle(x *travaux.Actor) []Negotiator {
	by := map[string]*Negotiator{}
	var order []string
	for _, r := range x.Roles {
		if negotiates(r.Title) == "" {
			continue
		}
		e := v.byNow(Evidence{r.SupportedBy, r.Spans})
		if len(e.Spans) == 0 {
			continue
		}
		n := &Negotiator{Person: x.ID, How: "title", Party: v.Party(x.ID), Former: true}
		if strings.Contains(strings.ToLower(r.Title), "mediator") {
			n.How = "mediator"
		}
		if n.Party == x.ID {
			n.Party = ""
		}
		if o := v.actors[r.Organisation]; o != nil {
			n.Party = o.ID
			if o.Type == travaux.ActorPerson { // "the president's envoy"
				n.Party = v.Party(o.ID)
			}
		} else if n.Party == "" {
			n.PartyWords = r.Organisation
		}
		k := n.Party + "\x00" + n.PartyWords
		if by[k] == nil {
			by[k] = n
			order = append(order, k)
		}
		n = by[k]
		n.Titles = append(n.Titles, r.Title)
		n.Former = n.Former && former(r.Title)
		n.From, n.To = cmp.Or(n.From, r.ValidFrom), cmp.Or(n.To, r.ValidTo)
		n.SupportedBy, n.Spans = append(n.SupportedBy, e.SupportedBy...), append(n.Spans, e.Spans...)
	}
	if known := by[v.Party(x.ID)+"\x00"]; known != nil && by["\x00"] != nil { // a title without a party is that of the one told
		known.Evidence = gather(known.Evidence, by["\x00"].Evidence)
		known.Titles = append(known.Titles, by["\x00"].Titles...)
		delete(by, "\x00")
	}
	var out []Negotiator
	for _, k := range order {
		if by[k] != nil {
			out = append(out, *by[k])
		}
	}
	return out
}

// tookPart are those who took part in contacts that were held by the view's
// date, with the words for it.
func (v *View) tookPart() map[string]Evidence {
	out := map[string]Evidence{}
	for i := range v.Record.Events {
		e := &v.Record.Events[i]
		if !isContact(e.Kind) || e.Status != travaux.Happened && e.Status != travaux.UnderWay || len(e.Participants) < 2 {
			continue
		}
		if !v.betweenParties(e) {
			continue
		}
		for _, x := range e.Participants {
			now := v.byNow(Evidence{x.SupportedBy, x.Spans})
			if x.Part == "absent" || len(now.Spans) == 0 {
				continue
			}
			took := out[x.Actor]
			took.SupportedBy, took.Spans = append(took.SupportedBy, now.SupportedBy...), append(took.Spans, now.Spans...)
			out[x.Actor] = took
		}
	}
	return out
}

// betweenParties reports whether two parties took part in an event.
func (v *View) betweenParties(e *travaux.Event) bool {
	first := ""
	for _, x := range e.Participants {
		if x.Part == "absent" {
			continue
		}
		p := v.Party(x.Actor)
		if first != "" && p != first {
			return true
		}
		first = p
	}
	return false
}

// titles are those of an actor.
func titles(x *travaux.Actor) []string {
	var out []string
	for _, r := range x.Roles {
		if len(r.Title) > 3 { // "Ms" is no office
			out = append(out, r.Title)
		}
	}
	return out
}

// Handovers are the changes of who negotiates: each negotiator after the one
// with that title who was told of last before.
func (v *View) Handovers() []Handover {
	byParty := map[string][]Negotiator{}
	var out []Handover
	for _, b := range v.Negotiators() { // in order of time
		first, ok := b.First.Bounded()
		if b.Party == "" || b.How == "took part" || b.Former || !ok {
			continue
		}
		var before *Negotiator
		var last travaux.Interval
		for i := range byParty[b.Party] {
			a := &byParty[b.Party][i]
			iv, _ := a.Last.Bounded()
			if a.Person != b.Person && sharedTitle(*a, b) != "" && iv.Before(first) && (before == nil || iv.Hi > last.Hi) {
				before, last = a, iv
			}
		}
		byParty[b.Party] = append(byParty[b.Party], b)
		if before != nil {
			out = append(out, Handover{
				Party: b.Party, Before: before.Person, After: b.Person, Title: sharedTitle(*before, b), When: edtf(travaux.Interval{Lo: last.Hi, Hi: first.Lo}),
				Rule: "negotiator.same_title_later", Evidence: gather(before.Evidence, b.Evidence),
			})
		}
	}
	return out
}

// sharedTitle is the word for a negotiator that titles of both have, at one
// rank.
func sharedTitle(a, b Negotiator) string {
	has := map[string]bool{}
	for _, t := range a.Titles {
		has[rank(t)+negotiates(t)] = true
	}
	for _, t := range b.Titles {
		if w := negotiates(t); has[rank(t)+w] {
			return rank(t) + w
		}
	}
	return ""
}

// rank is the word of a title that puts its holder over or under others.
func rank(title string) string {
	for w := range fields(title) {
		switch w {
		case "chief", "lead", "head", "top":
			return "chief "
		case "deputy", "vice", "assistant", "co", "under":
			return w + " "
		}
	}
	return ""
}
