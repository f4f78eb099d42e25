package export

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
)

// reading tokenises invented text at spaces and at "|", which marks a seam
// between tokens that touch.
func reading(marked string) *travaux.Reading {
	text := strings.ReplaceAll(marked, "|", "")
	g := &travaux.Reading{Report: &travaux.Report{ID: "report_1", Text: text}}
	s := travaux.Sentence{End: len(text)}
	pos := 0
	for _, word := range strings.Fields(marked) {
		for i, form := range strings.Split(word, "|") {
			if i == 0 && pos > 0 {
				pos++
			}
			s.Tokens = append(s.Tokens, travaux.Token{Start: pos, End: pos + len(form), Form: form, Lemma: strings.ToLower(form), UPOS: "X", Head: -1})
			pos += len(form)
		}
	}
	g.Sentences = []travaux.Sentence{s}
	return g
}

func TestCoNLLU(t *testing.T) {
	g := reading("Zoë Lund did|n't sign|.")
	g.Mentions = []travaux.Mention{{Type: "person", NameStart: 0, NameEnd: 9}}
	var b strings.Builder
	if err := CoNLLU(&b, g); err != nil {
		t.Fatal(err)
	}
	want := `# newdoc id = report_1
# sent_id = report_1-1
# text = Zoë Lund didn't sign.
1	Zoë	zoë	X	_	_	_	_	_	NER=B-PER|TokenRange=0:3
2	Lund	lund	X	_	_	_	_	_	NER=I-PER|TokenRange=4:8
3-4	didn't	_	_	_	_	_	_	_	TokenRange=9:15
3	did	did	X	_	_	_	_	_	TokenRange=9:12
4	n't	n't	X	_	_	_	_	_	TokenRange=12:15
5	sign	sign	X	_	_	_	_	_	SpaceAfter=No|TokenRange=16:20
6	.	.	X	_	_	_	_	_	TokenRange=20:21

`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

const tokens = `# newpar
# text = Wé didn't go.
1	Wé	we	PRON	PRP	Case=Nom	4	nsubj	_	Gloss=us
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
4.1	home	_	_	_	_	_	_	_	_
5	.	.	PUNCT	.	_	4	punct	_	_

`

func TestReadCoNLLU(t *testing.T) {
	f, err := ReadCoNLLU(strings.NewReader(tokens), "t.conllu")
	if err != nil {
		t.Fatal(err)
	}
	if f.Text != "Wé didn't go. " {
		t.Errorf("text = %q", f.Text)
	}
	g := &travaux.Reading{Report: &travaux.Report{Text: f.Text}, Sentences: f.Sentences}
	var b strings.Builder
	if err := f.Write(&b, g); err != nil {
		t.Fatal(err)
	}
	want := `# newpar
# text = Wé didn't go.
1	Wé	_	_	_	_	_	_	_	TokenRange=0:2
2-3	didn't	_	_	_	_	_	_	_	_
2	did	_	_	_	_	_	_	_	TokenRange=3:6
3	n't	_	_	_	_	_	_	_	TokenRange=6:9
4	go	_	_	_	_	_	_	_	SpaceAfter=No|TokenRange=10:12
4.1	home	_	_	_	_	_	_	_	_
5	.	_	_	_	_	_	_	_	TokenRange=12:13

`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, bad := range []string{"1\tonly\n", "2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n"} {
		if _, err := ReadCoNLLU(strings.NewReader(bad), "t"); travaux.CodeOf(err) != travaux.CodeMalformed {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

func FuzzReadCoNLLU(f *testing.F) {
	f.Add(tokens)
	f.Add("1-9\ta\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\t_\t_\t_\t_\t_\t_\t_")
	f.Fuzz(func(t *testing.T, s string) {
		x, err := ReadCoNLLU(strings.NewReader(s), "f")
		if err != nil {
			t.Skip()
		}
		for _, sent := range x.Sentences {
			for _, tok := range sent.Tokens {
				if x.Text[tok.Start:tok.End] != tok.Form {
					t.Fatalf("token %q has the span of %q", tok.Form, x.Text[tok.Start:tok.End])
				}
			}
		}
	})
}
