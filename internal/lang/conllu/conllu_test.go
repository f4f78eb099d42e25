package conllu

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const sample = `# newdoc id = one
# sent_id = one-1
# text = They don't agree.
1	They	they	PRON	PRP	Case=Nom	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	SpaceAfter=No
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
3.1	x	x	X	X	_	_	_	_	_
4	agree	agree	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

`

func TestRead(t *testing.T) {
	got, err := Read(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	want := []Sentence{{
		ID: "one-1", Doc: "one", Text: "They don't agree.", NewPar: true, Multi: []string{"don't"},
		Words: []Word{
			{Form: "They", Lemma: "they", UPOS: "PRON", XPOS: "PRP", Feats: "Case=Nom", Head: 4, Deprel: "nsubj", Misc: "_", SpaceAfter: true},
			{Form: "do", Lemma: "do", UPOS: "AUX", XPOS: "VBP", Head: 4, Deprel: "aux", Misc: "_", Multi: 1},
			{Form: "n't", Lemma: "not", UPOS: "PART", XPOS: "RB", Head: 4, Deprel: "advmod", Misc: "_", Multi: 1},
			{Form: "agree", Lemma: "agree", UPOS: "VERB", XPOS: "VB", Deprel: "root", Misc: "SpaceAfter=No"},
			{Form: ".", Lemma: ".", UPOS: "PUNCT", XPOS: ".", Head: 4, Deprel: "punct", Misc: "_", SpaceAfter: true},
		},
	}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestReadErrors(t *testing.T) {
	for _, s := range []string{"1\ta\n", "1\ta\ta\tX\tX\t_\tz\tdep\t_\t_\n", "1-x\ta\t_\t_\t_\t_\t_\t_\t_\t_\n"} {
		if _, err := Read(strings.NewReader(s)); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Add("2-1\t" + strings.Repeat("_\t", 8) + "_\n1\t" + strings.Repeat("_\t", 8) + "_\n")
	f.Fuzz(func(t *testing.T, s string) {
		sents, err := Read(strings.NewReader(s))
		if err != nil {
			return
		}
		for _, s := range sents {
			for _, w := range s.Words {
				if w.Multi < 0 || w.Multi > len(s.Multi) {
					t.Fatalf("multiword token %d of %d", w.Multi, len(s.Multi))
				}
			}
		}
	})
}
