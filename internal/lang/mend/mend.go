// Package mend sets right what a tree cannot be by the grammar of written
// English: a sentence with a full stop whose top is a noun, while a past form
// that can be its verb was taken for a participle beside that noun ("The
// envoy, who had seen the draft, called it a trap").
//
// It is for trees alone. It is not for finding better trees where the grammar
// allows the one there is, and it adds no layer.
package mend

import (
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// Trees is a lang.Component. It is safe for use by several goroutines.
type Trees struct{}

// Name is "mend".
func (Trees) Name() string { return "mend" }

// Version changes whenever the answers do.
func (Trees) Version() string { return "1" }

// Needs tags and trees.
func (Trees) Needs() lang.Layer { return lang.Sentences | lang.Tags | lang.Trees }

// Gives nothing that was not there.
func (Trees) Gives() lang.Layer { return 0 }

// Annotate mends the trees of d. Its time is linear in the number of tokens.
func (Trees) Annotate(d *lang.Doc) error {
	for _, s := range d.Sents {
		m := sentence{d: d, toks: d.Toks[s.First:s.Last], first: s.First}
		m.verbless()
	}
	return nil
}

// sentence is what is looked at; tokens are counted from its first.
type sentence struct {
	d     *lang.Doc
	toks  []lang.Tok
	first int
}

// verbless gives a sentence without a verb at its top the one that it has.
func (m *sentence) verbless() {
	n := len(m.toks)
	top := m.top()
	if top < 0 || n < 4 || !m.stopped() {
		return
	}
	switch m.toks[top].UPOS {
	case lang.NOUN, lang.PROPN, lang.NUM, lang.PRON:
	default:
		return
	}
	v := m.participle(top)
	if v < 0 {
		return
	}
	for i := range m.toks { // what stands behind the verb goes with it
		t := &m.toks[i]
		if int(t.Head) == top+1 && i > v && t.Deprel != "conj" && t.Deprel != "cc" {
			t.Head = int32(v + 1)
		}
		if int(t.Head) == v+1 && t.Deprel == "advcl" && m.marked(i, "that") {
			t.Deprel = "ccomp"
		}
	}
	t := &m.toks[v]
	t.XPOS, t.Feats, t.Head, t.Deprel = "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin", 0, "root"
	m.toks[top].Head, m.toks[top].Deprel = int32(v+1), "nsubj"
}

func (m *sentence) top() int {
	for i := range m.toks {
		if m.toks[i].Head == 0 {
			return i
		}
	}
	return -1
}

// stopped reports whether the sentence ends as one does: a heading does not.
func (m *sentence) stopped() bool {
	for i := len(m.toks) - 1; i >= 0 && m.toks[i].UPOS == lang.PUNCT; i-- {
		if strings.HasPrefix(m.d.Form(m.first+i), ".") {
			return true
		}
	}
	return false
}

// participle is the only past form beside top, or beside a noun behind it,
// that can be the verb of a sentence which has no other; -1 for none.
func (m *sentence) participle(top int) int {
	found := -1
	for i := range m.toks {
		t := &m.toks[i]
		switch {
		case int(t.Head) == top+1 && (t.Deprel == "cop" || t.Deprel == "case" || t.Deprel == "mark" || t.Deprel == "aux" || strings.HasPrefix(t.Deprel, "nsubj") || strings.HasPrefix(t.Deprel, "csubj")):
			return -1
		case i > top && t.Deprel == "acl" && (t.XPOS == "VBD" || t.XPOS == "VBN") && m.active(i, int(t.Head) == top+1):
			if found >= 0 {
				return -1
			}
			found = i
		case finite(t.XPOS) && !m.subordinate(i):
			return -1
		}
	}
	return found
}

// active reports whether past form v can be the verb of an active clause. near
// is whether the tree puts it right beside the top, where an object is not
// asked for.
func (m *sentence) active(v int, near bool) bool {
	object := false
	for i := range m.toks {
		t := &m.toks[i]
		if int(t.Head) != v+1 {
			continue
		}
		switch {
		case strings.HasPrefix(t.Deprel, "aux"), t.Deprel == "mark", strings.HasPrefix(t.Deprel, "nsubj"), strings.HasPrefix(t.Deprel, "obl:agent"), strings.HasPrefix(t.Deprel, "obl") && m.marked(i, "by"):
			return false
		case i > v && (t.Deprel == "obj" || t.Deprel == "ccomp" || t.Deprel == "advcl" && m.marked(i, "that")):
			object = true
		}
	}
	return object || near && m.clauseBetween(v)
}

// clauseBetween reports whether a clause or a phrase between commas stands
// before v: a participle beside its noun has nothing between.
func (m *sentence) clauseBetween(v int) bool {
	return v > 0 && m.toks[v-1].UPOS == lang.PUNCT && m.d.Form(m.first+v-1) == ","
}

// marked reports whether i has a subordinator or preposition of this form.
func (m *sentence) marked(i int, low string) bool {
	for k := range m.toks[:i] {
		if t := &m.toks[k]; int(t.Head) == i+1 && (t.Deprel == "mark" || t.Deprel == "case") && strings.EqualFold(m.d.Form(m.first+k), low) {
			return true
		}
	}
	return false
}

// subordinate reports whether i stands in a clause under another word: a
// relative clause, one with a subordinator, or one that a verb takes.
func (m *sentence) subordinate(i int) bool {
	for steps := 0; steps < len(m.toks) && i >= 0; steps++ {
		t := &m.toks[i]
		switch {
		case t.Deprel == "acl:relcl", t.Deprel == "advcl", t.Deprel == "ccomp", t.Deprel == "csubj":
			return true
		case t.Head <= 0:
			return false
		}
		i = int(t.Head) - 1
	}
	return false
}

func finite(xpos string) bool {
	switch xpos {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}
