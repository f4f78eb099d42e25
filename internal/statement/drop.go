package statement

import (
	"sort"
	"strings"

	"github.com/travaux/travaux"
)

// merge puts the special constructions among the candidates, in order; where
// both read the same words, the construction wins.
func (r *reader) merge(cs, special []candidate) []candidate {
	out := special
	for _, c := range cs {
		clash := false
		for _, s := range special {
			if c.from < s.to && s.from < c.to {
				clash = true
			}
		}
		if !clash {
			out = append(out, c)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].head < out[j].head })
	return out
}

// order lists the candidates so that every outer one comes before those in its
// content.
func order(cs []candidate) []int {
	var out []int
	placed := make([]bool, len(cs))
	for len(out) < len(cs) {
		n := len(out)
		for i := range cs {
			o := cs[i].outer
			if !placed[i] && (o < 0 || placed[o]) {
				placed[i] = true
				out = append(out, i)
			}
		}
		if n == len(out) { // two contents that hold each other's cues
			for i := range cs {
				if !placed[i] {
					cs[i].outer, placed[i] = -1, true
					out = append(out, i)
				}
			}
		}
	}
	return out
}

// drop removes candidates whose source cannot speak, and attitudes and noun
// phrases within what somebody else says.
func (b *builder) drop(u *unit, cs []candidate) {
	r := b.r
	for i := range cs {
		c := &cs[i]
		if c.dropped || c.rule == "not-reported-before" || c.rule == "transcript" {
			continue
		}
		for n := 0; n < len(cs) && c.outer >= 0 && cs[c.outer].dropped; n++ {
			c.outer = cs[c.outer].outer
		}
		head := c.src.head
		if c.src.relative >= 0 {
			head = c.src.relative
		}
		speaks := r.speaks(head)
		firstPerson := r.firstPerson(head)
		switch {
		case c.unheld():
			c.dropped = c.outer >= 0 || r.openQuestion(c)
		case !c.src.ok:
			c.dropped = true
		case !speaks && c.src.relative < 0 && r.abstract(head) && c.rule != "according-to":
			c.dropped = true
		case c.e.Weak && !speaks && !r.document(head):
			c.dropped = true
		case !speaks && !(r.document(head) && r.x.Low(head) != "it") && !c.comp.clausal() && !c.post && c.rule != "ground-rule":
			c.dropped = true
		case c.outer >= 0 && (!speaks || firstPerson || !(c.comp.clausal() || c.post || cs[c.outer].post)):
			c.dropped = true
		case firstPerson && c.e.Mode == travaux.Attitude:
			c.dropped = true
		case c.e.Class == adjCue && r.x.Low(head) == "it": // "it is not clear what"
			c.dropped = true
		case strings.HasPrefix(c.rule, "light-verb") && !speaks:
			c.dropped = true
		case c.e.Texts && !c.comp.clausal() && !r.document(head):
			c.dropped = true
		case r.hypothetical(u, c), r.emptyContent(c):
			c.dropped = true
		}
	}
	for i := range cs { // who was first to report something is the outlet's word, wherever it stands
		if cs[i].rule == "first-reported" || cs[i].rule == "not-reported-before" {
			cs[i].outer = -1
		}
	}
	for i := range cs { // a dropped cue holds nothing
		for range cs { // contents can hold each other's cues: not for ever
			if o := cs[i].outer; o >= 0 && cs[o].dropped {
				cs[i].outer = cs[o].outer
			}
		}
		if o := cs[i].outer; o >= 0 && cs[o].dropped || o == i {
			cs[i].outer = -1
		}
	}
}

// hypothetical reports whether a cue is not said to have been uttered or held:
// "if they decide that", "could promise that", "any state may call for".
func (r *reader) hypothetical(u *unit, c *candidate) bool {
	b := c.begin() - 1
	if r.is(u, b, "not") && r.is(u, b-1, "or") {
		b -= 2
	}
	switch r.form(u, b) {
	case "if", "unless", "whether":
		return true
	}
	if r.openQuestion(c) {
		return true
	}
	promise := c.e.Act == travaux.ActAgree || c.e.Act == travaux.ActDecide
	found := false
	for k := c.from; k < c.head; k++ {
		switch r.form(u, k) {
		case "would", "to":
			found = found || promise
		case "must", "could", "might", "should", "can":
			found = found || promise || !c.comp.clausal()
		case "may", "shall": // "any state may call for an inspection"
			found = true
		case "not", "n't", "n’t", "never":
			return promise && found
		}
	}
	return found && (promise || c.comp.frame != fQuote && !c.post)
}

// openQuestion reports whether a cue that the tree joins to another verb, or a
// noun that one carries, stands in a clause with "whether": "it is unclear
// whether they got assurances that".
func (r *reader) openQuestion(c *candidate) bool {
	v := c.verb
	for steps := 0; steps < 3 && v >= 0; steps++ {
		if m := r.x.Kid(v, "mark"); m >= 0 && m < v && r.x.Low(m) == "whether" {
			return true
		}
		if !r.x.Is(v, "obj", "conj", "xcomp") {
			return false
		}
		v = r.x.Head(v)
	}
	return false
}

// unheld reports whether something is reported without a word of whose it is:
// "is expected to", "amid fears that".
func (c *candidate) unheld() bool {
	return !c.src.ok && (c.rule == "holderless" || c.e.Class == nounCue)
}

// emptyContent reports whether what is reported is only pointed at: "denied
// that", "said so".
func (r *reader) emptyContent(c *candidate) bool {
	if len(c.content) != 1 {
		return false
	}
	switch strings.ToLower(r.d.Quote(c.content[0])) {
	case "that", "this", "it", "so", "them", "him", "her", "why", "what", "how":
		return true
	}
	return false
}
