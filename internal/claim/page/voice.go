package page

import (
	"slices"
	"sort"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/cast"
	"github.com/travaux/travaux/internal/lang"
)

// Voice tells which statements carry words, and makes the outlet's own where
// none does.
type Voice struct {
	d      *lang.Doc
	c      *cast.Cast
	g      *travaux.Reading
	bySent [][]int32 // statements whose content touches a sentence
	own    map[int]string
	out    []travaux.Statement
}

// NewVoice is ready for the statements of g, over doc.
func NewVoice(d *lang.Doc, c *cast.Cast, g *travaux.Reading) *Voice {
	v := &Voice{d: d, c: c, g: g, bySent: make([][]int32, len(d.Sents)), own: map[int]string{}}
	for i := range g.Statements {
		for _, s := range g.Statements[i].Content {
			k := sort.Search(len(d.Sents), func(k int) bool { return d.Sents[k].End > s.Start })
			for ; k < len(d.Sents) && d.Sents[k].Start < s.End; k++ {
				v.bySent[k] = append(v.bySent[k], int32(i))
			}
		}
	}
	return v
}

// Carriers returns the id of the innermost attributed statement whose content
// holds the span, else that of the outlet's own voice in its sentence.
func (v *Voice) Carriers(s travaux.Span) []string {
	if st := v.Carrier(s); st != nil {
		return []string{st.ID}
	}
	return []string{v.outlet(v.sentence(s))}
}

// Carrier returns the innermost attributed statement whose content holds the
// span, nil where there is none.
func (v *Voice) Carrier(s travaux.Span) *travaux.Statement {
	if i := v.innermost(s); i >= 0 {
		return &v.g.Statements[i]
	}
	return nil
}

// Outlet returns the id of the outlet's own statement of the sentence of s.
func (v *Voice) Outlet(s travaux.Span) string { return v.outlet(v.sentence(s)) }

func (v *Voice) sentence(s travaux.Span) int {
	k := sort.Search(len(v.d.Sents), func(k int) bool { return v.d.Sents[k].End > s.Start })
	if k == len(v.d.Sents) {
		k--
	}
	return k
}

func (v *Voice) innermost(s travaux.Span) int {
	k := v.sentence(s)
	best, size := -1, 0
	for _, i := range v.bySent[k] {
		for _, c := range v.g.Statements[i].Content {
			if c.Contains(s) && (best < 0 || c.Len() < size) {
				best, size = int(i), c.Len()
			}
		}
	}
	return best
}

// outlet returns the id of the outlet's own statement of sentence k.
func (v *Voice) outlet(k int) string {
	if id, ok := v.own[k]; ok {
		return id
	}
	s := &v.d.Sents[k]
	span := travaux.SpanOf(v.d.Text, s.Start, s.End)
	st := travaux.Statement{
		ID:      travaux.SpanID("statement", v.g.Report.ID, s.Start, s.End, "outlet-voice"),
		Speaker: v.c.Outlet, Content: []travaux.Span{span}, Mode: travaux.Indirect, Attribution: travaux.ByOutlet,
		Chain: []string{v.c.Outlet}, SpeechAct: travaux.ActReport, Polarity: travaux.Positive,
		Certainty: v.certainty(s), Rule: "outlet-voice", Spans: []travaux.Span{span},
	}
	v.own[k] = st.ID
	v.out = append(v.out, st)
	return st.ID
}

// certainty is the outlet's own, by the hedges of its sentence.
func (v *Voice) certainty(s *lang.Sent) travaux.Certainty {
	for i := s.First; i < s.Last; i++ {
		t := &v.d.Toks[i]
		switch {
		case hedgedPossible(t.Lemma) && (t.UPOS == lang.AUX || t.UPOS == lang.ADV):
			return travaux.PossibleTrue
		case hedgedProbable(t.Lemma):
			return travaux.ProbableTrue
		}
	}
	return travaux.CertainTrue
}

// Merged returns the statements of the reading with the outlet's own, in text
// order.
func (v *Voice) Merged() []travaux.Statement {
	all := slices.Concat(v.g.Statements, v.out)
	slices.SortStableFunc(all, func(a, b travaux.Statement) int { return start(&a) - start(&b) })
	return all
}

func start(s *travaux.Statement) int {
	switch {
	case len(s.Content) > 0:
		return s.Content[0].Start
	case s.Cue != nil:
		return s.Cue.Start
	}
	return 0
}

// hedgedPossible reports whether an outlet leaves open what it writes.
func hedgedPossible(lemma string) bool {
	switch lemma {
	case "could", "may", "might", "perhaps", "possibly":
		return true
	}
	return false
}

// hedgedProbable reports whether an outlet thinks likely what it writes.
func hedgedProbable(lemma string) bool {
	switch lemma {
	case "apparently", "likely", "probably", "reportedly", "seemingly":
		return true
	}
	return false
}
