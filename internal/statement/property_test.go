package statement

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/cast"
	"github.com/travaux/travaux/internal/lang/coref"
	"github.com/travaux/travaux/internal/timex"
)

// check tests what every list of statements must satisfy.
func check(t testing.TB, text string, c *cast.Cast, ss []travaux.Statement) {
	t.Helper()
	ids := map[string]bool{}
	for i := range ss {
		s := &ss[i]
		if ids[s.ID] {
			t.Fatalf("id %s twice", s.ID)
		}
		ids[s.ID] = true
		for _, x := range s.Spans {
			if err := x.Check(text); err != nil {
				t.Fatalf("%s: %v", show(s), err)
			}
		}
		for k := 1; k < len(s.Content); k++ {
			if s.Content[k].Start < s.Content[k-1].End {
				t.Fatalf("content out of order: %s", show(s))
			}
		}
		if len(s.Spans) == 0 || s.Rule == "" || s.SpeechAct == "" || s.Certainty == "" || s.Mode == "" || s.Attribution == "" {
			t.Fatalf("something is missing: %s", show(s))
		}
		if len(s.Chain) == 0 || s.Chain[0] != c.Outlet {
			t.Fatalf("the chain does not begin with the outlet: %v", s.Chain)
		}
		for _, id := range append(append(slices.Clone(s.Chain), s.JointWith...), s.Speaker) {
			if id != "" && c.Actor(id) == nil {
				t.Fatalf("no actor %q: %s", id, show(s))
			}
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, name := range []string{"quotation.txt", "reported.txt", "unnamed.txt", "kinds.txt"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range strings.Split(string(data), "\n---\n") {
			f.Add(plain(c))
		}
	}
	f.Add("“““ said ‘' \" \" ''said'' , , “, said. said: “")
	f.Add("according to to the , with saying, \xff “\xfe” said who who said")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			t.Skip()
		}
		_, c, ss := read(t, text)
		check(t, text, c, ss)
		_, _, again := read(t, text)
		if diff := cmp.Diff(ss, again); diff != "" {
			t.Errorf("two runs differ:\n%s", diff)
		}
	})
}

// TestAnyWords puts words of reporting together in any order.
func TestAnyWords(t *testing.T) {
	words := []string{
		"Okafor", "the minister", "said", "told", "that", "“we will”", "“Not now,”", ",", ".", ":", "and", "who", "according to",
		"saying", "officials", "the draft", "is", "dead", "by", "was", "reported", "first", "anonymity", "granted", "as", "—", "(", ")", "\n", "demand", "wary of", "“", "”", "'",
	}
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 30).Draw(rt, "words"), " ")
		_, c, ss := read(t, text)
		check(t, text, c, ss)
	})
}

func TestCueFile(t *testing.T) {
	lex, err := readLexicon(cuesTSV)
	if err != nil {
		t.Fatal(err)
	}
	if len(lex) < 500 {
		t.Errorf("only %d heads of cues", len(lex))
	}
	acts := map[travaux.SpeechAct]bool{}
	for _, a := range []travaux.SpeechAct{
		travaux.ActAssert, travaux.ActReport, travaux.ActAnnounce, travaux.ActAssess, travaux.ActSupport,
		travaux.ActAgree, travaux.ActDemand, travaux.ActReject, travaux.ActAccuse, travaux.ActDisapprove, travaux.ActThreaten, travaux.ActConcede,
		travaux.ActAcknowledge, travaux.ActForecast, travaux.ActAdvise, travaux.ActDecide, travaux.ActNoComment, travaux.ActGroundRule,
	} {
		acts[a] = true
	}
	certainties := []travaux.Certainty{
		travaux.CertainTrue, travaux.CertainFalse, travaux.ProbableTrue, travaux.ProbableFalse, travaux.PossibleTrue,
		travaux.PossibleFalse, travaux.CertainOpen, travaux.Uncommitted,
	}
	for _, es := range lex {
		for _, e := range es {
			if !acts[e.Act] || !slices.Contains(certainties, e.Cert) || e.Frames == 0 {
				t.Errorf("%s: act %q, certainty %q, frames %b", e.Lemma, e.Act, e.Cert, e.Frames)
			}
			if e.Mode != "" && e.Mode != travaux.Attitude && e.Mode != travaux.NoComment {
				t.Errorf("%s: mode %q", e.Lemma, e.Mode)
			}
			if (e.has(fPrep) || e.has(fObjPrep)) != (len(e.Preps) > 0) {
				t.Errorf("%s: a prep frame needs its prepositions", e.Lemma)
			}
		}
	}
	var group, all []string
	for _, l := range strings.Split(cuesTSV, "\n") {
		if l == "" || l[0] == '#' {
			if !slices.IsSorted(group) {
				t.Errorf("the group of %q is not in alphabetical order", group[0])
			}
			group = nil
			continue
		}
		lemma, _, _ := strings.Cut(l, "\t")
		key := lemma
		if strings.Contains(l, "noun") {
			key += " (noun)"
		}
		group = append(group, lemma)
		if slices.Contains(all, key) {
			t.Errorf("%q is listed twice", key)
		}
		all = append(all, key)
	}
}

func TestCueFileSaysWhere(t *testing.T) {
	for _, bad := range []string{"say\tquote", "say\tshout\tspeech\tassert\tCT+", "say\tquote\tspeech\tassert\tCT+\tloud", "\tquote\tspeech\tassert\tCT+"} {
		if _, err := readLexicon(bad); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("readLexicon(%q): %v, want an error with the line", bad, err)
		}
	}
}

// BenchmarkExtract measures references and statements together over annotated
// text.
func BenchmarkExtract(b *testing.B) {
	var text strings.Builder
	for text.Len() < 1<<17 {
		for _, name := range []string{"quotation.txt", "reported.txt", "unnamed.txt", "kinds.txt"} {
			data, err := os.ReadFile(filepath.Join("testdata", name))
			if err != nil {
				b.Fatal(err)
			}
			for _, c := range strings.Split(string(data), "\n---\n") {
				_, words, _ := strings.Cut(c, "\n")
				text.WriteString(plain(words) + "\n")
			}
		}
	}
	whole := text.String()
	const size = 6000 // a report
	whole = whole[:size]
	d := annotate(b, whole)
	rep := &travaux.Report{ID: "r", Text: whole}
	tx, _ := timex.Find(d, rep)
	known := testKnown(b)
	named := d.Mentions
	b.SetBytes(int64(len(whole)))
	b.ReportAllocs()
	for b.Loop() {
		own := *d
		own.Mentions, own.Entities = nil, nil
		for _, m := range named {
			switch m.Type.String() {
			case "anonymous", "nominal", "pronoun":
			default:
				own.Mentions = append(own.Mentions, m)
			}
		}
		if err := coref.New().Annotate(&own); err != nil {
			b.Fatal(err)
		}
		Extract(&own, rep, cast.New(&own, rep, known), tx)
	}
}

// TestDropEnds: two contents may hold each other's cues; looking for the outer
// statement must still end.
func TestDropEnds(t *testing.T) {
	r := newReader(annotate(t, "Okafor said yes."), cueLexicon())
	cs := []candidate{{e: &accordingTo, dropped: true, outer: 1}, {e: &accordingTo, dropped: true, outer: 0}, {e: &exclusive, rule: "not-reported-before", outer: 0}}
	(&builder{r: r}).drop(&r.units[0], cs)
	if cs[2].outer != -1 {
		t.Errorf("outer is %d, a dropped candidate; want -1", cs[2].outer)
	}
	if got := len(order(cs)); got != len(cs) {
		t.Errorf("order lists %d of %d", got, len(cs))
	}
}
