package page

// Named tells which texts and events of the reading stand at tokens.
type Named struct {
	p     *Page
	text  []int32 // per token, 1 + the text that a name over it is of
	event []int32 // per token, 1 + the event whose trigger is over it
	last  []int32 // per token, 1 + the token that last named a text, up to it
}

// Named indexes the texts and events read so far.
func (p *Page) Named() *Named {
	n := len(p.Doc.Toks)
	x := &Named{p: p, text: make([]int32, n), event: make([]int32, n), last: make([]int32, n)}
	for i := range p.Reading.Proposals {
		for _, v := range p.Reading.Proposals[i].Names {
			for _, s := range v.Spans {
				first, last := p.Tokens(s)
				for k := first; k < last; k++ {
					x.text[k] = int32(i + 1)
				}
			}
		}
	}
	for i := range p.Reading.Events {
		first, last := p.Tokens(p.Reading.Events[i].Trigger)
		for k := first; k < last; k++ {
			if x.event[k] == 0 {
				x.event[k] = int32(i + 1)
			}
		}
	}
	last := int32(0)
	for k := range x.text {
		if x.text[k] > 0 {
			last = int32(k + 1)
		}
		x.last[k] = last
	}
	return x
}

// Text is the id of the text that token i names, "" for none.
func (x *Named) Text(i int) string {
	if i < 0 || i >= len(x.text) || x.text[i] == 0 {
		return ""
	}
	return x.p.Reading.Proposals[x.text[i]-1].ID
}

// Event is the id of the event whose trigger token i is, "" for none.
func (x *Named) Event(i int) string {
	if i < 0 || i >= len(x.event) || x.event[i] == 0 {
		return ""
	}
	return x.p.Reading.Events[x.event[i]-1].ID
}

// Before is the id of the text named last before token i, within the two blocks
// before its own, "" for none.
func (x *Named) Before(i int) string {
	if i <= 0 || i >= len(x.last) || x.last[i-1] == 0 {
		return ""
	}
	at := int(x.last[i-1]) - 1
	if x.p.Sent(at).Block < x.p.Sent(i).Block-2 {
		return ""
	}
	return x.Text(at)
}
