package clause_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
	"github.com/travaux/travaux/internal/lang/english"
)

// TestPredicates reads sentences with the embedded model. Of each clause it
// prints its predicate with what was found: subject > predicate > object.
func TestPredicates(t *testing.T) {
	p, err := english.New(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"The union rejected the offer.", "union > rejected > offer"},
		{"The offer was rejected by the union.", "union > rejected > offer [passive]"},
		{"The minister and her deputy did not meet the delegates.", "minister+deputy > meet > delegates [not]"},
		{"The union would cut jobs and freeze the levy.", "union > cut > jobs [would]; union > freeze > levy [would]"},
		{"The ministry promised to publish the draft.", "ministry > promised (publish); ministry > publish > draft [to]"},
		{"The union asked the owners to return.", "union > asked to:owners (return); owners > return [to]"},
		{"Anyone who signed the draft must resign.", "Anyone > signed > draft; Anyone > resign [must]"},
		{"The plan that they drafted was rejected.", "they > drafted > plan; ? > rejected > plan [passive]"},
		{"The draft tabled on Monday failed.", "? > tabled > draft on:Monday [passive]; draft > failed"},
		{"The plan, inspired by the bloc and refined with the union, failed.", "bloc > inspired > plan [passive]; ? > refined > plan with:union [passive]; plan > failed"},
		{"The bloc ruled out any new levy.", "bloc > ruled out > levy"},
		{"No country will accept the text.", "country > accept > text [not will]"},
		{"If the owners refuse, the union will strike.", "owners > refuse [if]; union > strike [will]"},
		{"The proposal is unacceptable to the union.", "proposal > unacceptable to:union"},
	} {
		d := &lang.Doc{Text: test.text, Blocks: []lang.Block{{Span: lang.Span{End: len(test.text)}}}}
		if err := p.Annotate(d); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, predicates(d)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.text, diff)
		}
	}
}

func predicates(d *lang.Doc) string {
	x := clause.New(d)
	words := func(is []int) string {
		var s []string
		for _, i := range is {
			s = append(s, d.Form(i))
		}
		return strings.Join(s, "+")
	}
	var out []string
	for i := range d.Toks {
		p, ok := x.Predicate(i)
		if !ok {
			continue
		}
		s := "?"
		if len(p.Subject) > 0 {
			s = words(p.Subject)
		}
		s += " > " + strings.TrimSpace(d.Form(i)+" "+p.Particle)
		if len(p.Object) > 0 {
			s += " > " + words(p.Object)
		}
		if len(p.Indirect) > 0 {
			s += " to:" + words(p.Indirect)
		}
		for _, o := range p.Obliques {
			s += fmt.Sprintf(" %s:%s", o.Case, d.Form(o.Head))
		}
		if p.Complement >= 0 {
			s += " (" + d.Form(p.Complement) + ")"
		}
		marks := []string{}
		if p.Passive {
			marks = append(marks, "passive")
		}
		if p.Negated {
			marks = append(marks, "not")
		}
		marks = append(marks, p.Modal, p.Marker)
		if marks = slices.DeleteFunc(marks, func(s string) bool { return s == "" }); len(marks) > 0 {
			s += " [" + strings.Join(marks, " ") + "]"
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// TestPhrase marks where phrases end.
func TestPhrase(t *testing.T) {
	p, err := english.New(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, head, phrase, core string }{
		{"The head of the port union, who spoke on Monday, left.", "head", "The head of the port union", "The head"},
		{"She met the envoys of the bloc, and their aides left.", "envoys", "the envoys of the bloc", "the envoys"},
		{"It rests on the revised draft presented by the bloc.", "draft", "the revised draft presented by the bloc", "the revised draft"},
	} {
		d := &lang.Doc{Text: test.text, Blocks: []lang.Block{{Span: lang.Span{End: len(test.text)}}}}
		if err := p.Annotate(d); err != nil {
			t.Fatal(err)
		}
		x := clause.New(d)
		at := slices.IndexFunc(d.Toks, func(k lang.Tok) bool { return d.Quote(k.Span) == test.head })
		show := func(first, last int) string { return d.Quote(d.TokSpan(first, last)) }
		if got := show(x.Phrase(at)); got != test.phrase {
			t.Errorf("phrase of %q: %q, want %q", test.head, got, test.phrase)
		}
		if got := show(x.Core(at)); got != test.core {
			t.Errorf("core of %q: %q, want %q", test.head, got, test.core)
		}
	}
}

// TestNoTree reads a document without trees and one with a circle.
func TestNoTree(t *testing.T) {
	d := &lang.Doc{Text: "a b c", Toks: []lang.Tok{
		{Span: lang.Span{Start: 0, End: 1}, Head: 2, Deprel: "nsubj", UPOS: lang.NOUN},
		{Span: lang.Span{Start: 2, End: 3}, Head: 1, Deprel: "conj", UPOS: lang.VERB},
		{Span: lang.Span{Start: 4, End: 5}, Head: -1, UPOS: lang.VERB},
	}, Sents: []lang.Sent{{Span: lang.Span{End: 5}, Last: 3}}}
	x := clause.New(d)
	for i := -1; i <= 3; i++ {
		x.Predicate(i)
		x.Phrase(i)
		x.Conj(i)
	}
	if x.Under(0, 2) {
		t.Error("a circle leads out of itself")
	}
}
