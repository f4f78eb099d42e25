package claim

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/proposal"
)

// textEvent reads what is done to a text: tabled, signed, rejected, published.
func (r *reader) textEvent(f *found, g group) bool {
	if (f.kind == travaux.Leak || f.kind == travaux.Publication) && r.medium(r.agent(f.last)) {
		return false // read as a publication, with its outlet
	}
	end := r.clauseEnd(f.last - 1)
	c := r.texts.Object(f.first)
	for k := f.first + 1; c == nil && k < f.last; k++ {
		c = r.texts.Object(k)
	}
	if n := r.np.Starts(f.last); c == nil && n >= 0 {
		if c = r.textOf(n); c == nil && r.lex.in("terms", r.lemma(r.np.NPs[n].Head)) {
			c = r.texts.Last(f.last)
		}
	}
	if c == nil && g.passive || f.kind == travaux.Leak && c == nil && r.np.Starts(f.last) < 0 {
		c = r.textLeft(f.first) // "became public", "was drafted and leaked"
	}
	if c == nil || f.t.has("laid") && !r.laid(f.last, end) {
		return false
	}
	if f.t.has("laid") {
		f.dates = r.dayWithin(f.last, r.sent(f.first).Last)
	}
	f.about = c.ID
	f.outcomes = nil
	for _, p := range r.preps(f.last, end) {
		if p.word == "to" && f.t.has("to") {
			f.others = r.list(p.object, end)
		}
	}
	if w := f.t.Words[0]; f.kind == travaux.Decision {
		f.outcomes = []travaux.Value{r.value(decided[w], r.span(f.first, f.last), "decision")}
	}
	if f.kind == travaux.Leak || f.kind == travaux.Publication {
		return true
	}
	return len(f.actors.ids) > 0 || g.passive && (f.kind == travaux.Signature || f.kind == travaux.Ratification) && (g.modal == "will" || len(r.dates(f.first, f.last)) > 0)
}

var decided = map[string]string{
	"sign": "approved", "accept": "accepted", "adopt": "adopted", "approve": "approved", "endorse": "endorsed", "rebuff": "rejected",
	"reject": "rejected", "veto": "vetoed",
}

// laid reports whether what is put is put before somebody, in [a, b): "put a text
// before the ministers", "put it on the table".
func (r *reader) laid(a, b int) bool {
	for k := a; k < r.sent(a).Last && k <= b; k++ {
		switch l := r.low(k); {
		case l == "before", l == "forward", l == "on" && r.low(k+2) == "table":
			return true
		case r.verb(k):
			return false
		}
	}
	return false
}

// textOf is the text that phrase n names, or nil.
func (r *reader) textOf(n int) *proposal.Text {
	if n < 0 {
		return nil
	}
	return r.texts.At(r.np.NPs[n].Head)
}

// textLeft is the text named last before verb i in its clause.
func (r *reader) textLeft(i int) *proposal.Text {
	lo := r.clauseStart(i)
	for k := i - 1; k >= lo; k-- {
		if c := r.texts.At(k); c != nil {
			return c
		}
	}
	return nil
}

// proposals makes the claims of texts. Events about what turned out to be none
// are about nothing.
func (r *reader) proposals() []travaux.ProposalClaim {
	out := r.texts.Claims()
	kept := map[string]bool{}
	for i := range out {
		kept[out[i].ID] = true
	}
	for i := range r.happenings {
		if e := &r.happenings[i]; !kept[e.About] {
			e.About = ""
		}
	}
	return out
}
