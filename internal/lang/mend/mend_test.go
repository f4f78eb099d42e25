package mend_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/mend"
)

// doc makes a sentence of lines "form upos xpos head deprel".
func doc(lines ...string) *lang.Doc {
	d := &lang.Doc{}
	for _, l := range lines {
		f := strings.Fields(l)
		head := int32(0)
		for _, c := range f[3] {
			head = 10*head + c - '0'
		}
		pos := map[string]lang.POS{"NOUN": lang.NOUN, "VERB": lang.VERB, "DET": lang.DET, "PUNCT": lang.PUNCT, "SCONJ": lang.SCONJ, "AUX": lang.AUX, "PRON": lang.PRON, "ADP": lang.ADP}[f[1]]
		at := len(d.Text)
		d.Text += f[0] + " "
		d.Toks = append(d.Toks, lang.Tok{Span: lang.Span{Start: at, End: at + len(f[0])}, UPOS: pos, XPOS: f[2], Head: head, Deprel: f[4]})
	}
	d.Sents = []lang.Sent{{Span: lang.Span{End: len(d.Text)}, Last: len(d.Toks)}}
	return d
}

func heads(d *lang.Doc) []string {
	var out []string
	for i := range d.Toks {
		t := &d.Toks[i]
		over := "-"
		if t.Head > 0 {
			over = d.Form(int(t.Head) - 1)
		}
		out = append(out, d.Form(i)+"<"+t.Deprel+"<"+over)
	}
	return out
}

func TestTrees(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  string
	}{
		{
			"the participle has an object and nothing else is a verb",
			[]string{"Envoys NOUN NNS 0 root", "who PRON WP 3 nsubj", "spoke VERB VBD 1 acl:relcl", "called VERB VBN 1 acl", "it PRON PRP 4 obj", ". PUNCT . 1 punct"},
			"Envoys<nsubj<called who<nsubj<spoke spoke<acl:relcl<Envoys called<root<- it<obj<called .<punct<called",
		},
		{
			"a clause with that is what it takes",
			[]string{"Weil NOUN NNP 0 root", "repeated VERB VBD 1 acl", "that SCONJ IN 5 mark", "ferries NOUN NNS 5 nsubj", "run VERB VBP 2 advcl", ". PUNCT . 1 punct"},
			"Weil<nsubj<repeated repeated<root<- that<mark<run ferries<nsubj<run run<ccomp<repeated .<punct<repeated",
		},
		{
			"an agent makes it a passive",
			[]string{"Texts NOUN NNS 0 root", "seen VERB VBN 1 acl", "by ADP IN 4 case", "us PRON PRP 2 obl", ". PUNCT . 1 punct"},
			"Texts<root<- seen<acl<Texts by<case<us us<obl<seen .<punct<Texts",
		},
		{
			"a heading has no full stop",
			[]string{"Envoys NOUN NNS 0 root", "called VERB VBN 1 acl", "it PRON PRP 2 obj", "off ADP RP 2 advmod"},
			"Envoys<root<- called<acl<Envoys it<obj<called off<advmod<called",
		},
		{
			"another verb stands in the sentence",
			[]string{"Envoys NOUN NNS 0 root", "given VERB VBN 1 acl", "notes NOUN NNS 2 obj", "left VERB VBD 1 conj", ". PUNCT . 1 punct"},
			"Envoys<root<- given<acl<Envoys notes<obj<given left<conj<Envoys .<punct<Envoys",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := doc(c.lines...)
			if err := (mend.Trees{}).Annotate(d); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Fields(c.want), heads(d)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
