package position_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/claimtest"
)

// lawful reports what is wrong with the positions of a reading.
func lawful(g *travaux.Reading, known func(id string) bool) []string {
	var wrong []string
	statements := map[string]bool{}
	for _, s := range g.Statements {
		statements[s.ID] = true
	}
	texts := map[string]bool{"": true}
	for _, p := range g.Proposals {
		texts[p.ID] = true
	}
	ids := map[string]bool{}
	for i := range g.Positions {
		p := &g.Positions[i]
		fail := func(s string) { wrong = append(wrong, p.Quote+": "+s) }
		switch {
		case ids[p.ID]:
			fail("its id stands twice")
		case p.Start < 0 || p.End > len(g.Report.Text) || g.Report.Text[p.Start:p.End] != p.Quote || p.Quote == "":
			fail("its span is not its quotation")
		case !known(p.Party):
			fail("its party is no actor")
		case len(p.SupportedBy) == 0:
			fail("nobody says so")
		case !texts[p.About]:
			fail("it is about no text of the report")
		case p.Rule == "" || p.Issue == "" || p.Option == "" || p.Conditions == nil:
			fail("a field is empty")
		case p.From != "" && p.Kind != "concession":
			fail("something is given up without a concession")
		case !slices.Contains([]string{"plain", "strong", "hedged"}, p.Strength),
			!slices.Contains([]string{"position", "interest", "red_line", "concession", "BATNA_indicator"}, p.Kind),
			!slices.Contains([]string{"own_words", "reported", "opponent", "outlet", "anonymous", "document"}, p.AccordingTo),
			!slices.Contains([]travaux.Stance{travaux.RulesOut, travaux.Opposes, travaux.Wary, travaux.Undecided, travaux.Conditional, travaux.Supports, travaux.Demands, travaux.NotStated}, p.Stance):
			fail("a word is on no list")
		case i > 0 && g.Positions[i-1].Start > p.Start:
			fail("it is out of order")
		}
		for _, id := range p.SupportedBy {
			if !statements[id] {
				fail("it rests on no statement of the report")
			}
		}
		ids[p.ID] = true
	}
	return wrong
}

// TestLaws reads texts made of pieces of sentences in any order.
func TestLaws(t *testing.T) {
	pieces := []string{
		"Norway", "the union", "We", "Finland's minister", "both sides", "the other side", "it", "a Polish official",
		"rejected", "demanded that", "said", "would accept", "is not willing to", "refused", "no longer insists on", "dropped its demand for", "wants", "threatened to",
		"the levy", "the draft", "sign the pact", "a ceasefire", "Sweden lift the quota", "unacceptable to", "a red line for", "there is no alternative to",
		"if the talks fail", "unless", "and", "but", ",", ". ", ". ", "?", "“", "”", "on Monday", "who", "must", "should not", "opposition to",
	}
	rapid.Check(t, func(rt *rapid.T) {
		list := rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 24).Draw(rt, "pieces")
		c, g := claimtest.Read(t, strings.Join(list, " ")+".\n")
		if wrong := lawful(g, func(id string) bool { return c.Actor(id) != nil }); len(wrong) > 0 {
			rt.Fatal(strings.Join(wrong, "\n"))
		}
	})
}

// TestMirror swaps the two parties of a text: what is read of one must be read
// of the other.
func TestMirror(t *testing.T) {
	for _, text := range []string{
		"{A} rejected the quota on Monday. {B} wants a longer ceasefire, but {A} is wary of it.",
		"{A} demanded that {B} withdraw its troops from the valley. The other side refused at once.",
		"{A} would accept the pact only if {B} lifts its tariffs. {B} has not ruled out a compromise.",
		"A senior {A.adj} official said that {B} opposes the treaty. {B}'s opposition to inspections is a problem, he said.",
		"{A} dropped its demand for a veto. {B} threatened to leave the talks unless {A} signs the accord.",
	} {
		for _, pair := range [][4]string{{"Norway", "Norwegian", "Finland", "Finnish"}, {"Brazil", "Brazilian", "Canada", "Canadian"}} {
			as := strings.NewReplacer("{A}", pair[0], "{A.adj}", pair[1], "{B}", pair[2], "{B.adj}", pair[3])
			bs := strings.NewReplacer("{A}", pair[2], "{A.adj}", pair[3], "{B}", pair[0], "{B.adj}", pair[1])
			plain := func(r *strings.Replacer, a, b string) []string {
				c, g := claimtest.Read(t, r.Replace(text)+"\n")
				var out []string
				for i := range g.Positions {
					out = append(out, strings.NewReplacer(a, "A", b, "B").Replace(show(c, &g.Positions[i])))
				}
				return out
			}
			want, got := plain(as, pair[0], pair[2]), plain(bs, pair[2], pair[0])
			if diff := cmp.Diff(want, got); diff != "" || len(want) == 0 {
				t.Errorf("%s\n(-as written +mirrored)\n%s", text, diff)
			}
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, s := range []string{
		"Norway rejected it.\n", "“We must not,” said the union.\n", "The other side refused.\n\nIt agreed.\n", "\xff demands \x00 that\n",
		strings.Repeat("wants to want to ", 40) + "\n", strings.Repeat("Norway and ", 40) + "Sweden rejected the quota and the levy.\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4<<10 {
			return
		}
		c, g := claimtest.Read(t, strings.ToValidUTF8(text, "?"))
		if wrong := lawful(g, func(id string) bool { return c.Actor(id) != nil }); len(wrong) > 0 {
			t.Fatal(strings.Join(wrong, "\n"))
		}
	})
}
