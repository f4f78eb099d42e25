package event

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// datelinePlace gives a meeting that the sentence after a dateline tells as held,
// and for which no place is told, the place of the dateline: agencies file from
// where it happens. The rule names it, and the words are the dateline's.
func (r *reader) datelinePlace() {
	for b := 0; b+1 < len(r.Doc.Blocks); b++ {
		head := r.Doc.Blocks[b].Span
		if next := r.Doc.Blocks[b+1].Span; head.End != next.Start || travaux.DatelineEnd(r.Doc.Text[head.Start:next.End]) != head.Len() {
			continue
		}
		place, ok := r.firstPlace(head)
		if !ok {
			continue
		}
		for i := range r.events {
			e := &r.events[i]
			k := r.tokenAt(e.Trigger.Start)
			if e.Kind == travaux.Meeting && e.Status == travaux.Happened && len(e.Places) == 0 && r.Sent(k).Block == b+1 && r.firstOf(k) {
				e.Places = []travaux.Value{place}
			}
		}
		return
	}
}

// firstOf reports whether token k stands in the first sentence of its block.
func (r *reader) firstOf(k int) bool {
	s := r.Doc.Toks[k].Sent
	return s == 0 || r.Doc.Sents[s-1].Block != r.Doc.Sents[s].Block
}

// firstPlace is the first place named in a span.
func (r *reader) firstPlace(s lang.Span) (travaux.Value, bool) {
	for i := range r.Doc.Mentions {
		m := &r.Doc.Mentions[i]
		if m.Start >= s.End {
			break
		}
		id := r.Cast.ID(m.Entity)
		if m.Start < s.Start || m.Type != lang.Place || id == "" {
			continue
		}
		return r.Value(id, travaux.SpanOf(r.Doc.Text, m.Start, m.End), "dateline-place"), true
	}
	return travaux.Value{}, false
}
