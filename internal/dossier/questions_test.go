package dossier

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/answer"
)

// answers of the fixture, one of each look: rows with many cells, a table, more
// rows than are shown, and nothing.
func (f *fixture) answers() []*answer.Answer {
	ruled := f.rec.Positions[0]
	var numbers []answer.Row
	for i := range maxAnswerRows + 2 {
		numbers = append(numbers, answer.Row{Values: map[string]string{"number": fmt.Sprint(i), "why": "a bound: at_least"}, Spans: f.spans("ledger: within days")})
	}
	return []*answer.Answer{
		{
			ID: "M3", Question: "What has each party ruled out, in whose words?", Columns: []string{"party", "stance", "kind", "issue", "on what", "according to", "told", "words"},
			Rows: []answer.Row{{
				ID: ruled.ID, SupportedBy: ruled.SupportedBy, Spans: ruled.Spans,
				Values: map[string]string{"party": "Tihl", "stance": "rules_out", "kind": "red_line", "issue": "", "on what": ruled.Option, "told": "2031-05-02"},
			}},
		},
		{
			ID: "M5", Question: "Which provisions are still open?", Columns: []string{"text", "provision"},
			NotInRecord: []string{"a provision in brackets", "b", "c", "d", "e", "f", "a < provision"},
		},
		{ID: "J7", Question: "Which numbers need checking before print?", Columns: []string{"number", "why", "against", "outlet", "words"}, Rows: numbers, Note: "Bounds are not values."},
		{
			ID: "C2", Question: "How many distinct events are behind the mentions?", Parameters: map[string]string{"date": "2031-05-03"}, Columns: []string{"kind", "events", "mentions"},
			Rows: []answer.Row{{ID: "meeting", Values: map[string]string{"kind": "meeting", "events": "2", "mentions": "5"}, Spans: f.rec.Events[0].Spans}},
		},
		{ID: "nobody", Question: "A question that is not listed", Columns: []string{"x"}},
	}
}

func TestAnswers(t *testing.T) {
	files := render(t, loadFixture(t))
	tests := map[string]struct {
		page, want string
	}{
		"an enumeration in words":       {"questions-m.html", "Stance: rules out"},
		"a date in words":               {"questions-m.html", "Told: 2 May 2031"},
		"a row leads to the record":     {"questions-m.html", `href="positions.html#pos_1"`},
		"a row leads to its words":      {"questions-m.html", `href="report-gazette.html#b`},
		"what is not in the record":     {"questions-m.html", "a provision in brackets"},
		"a long list is folded":         {"questions-m.html", "7 in all that are not in the record"},
		"few columns are a table":       {"questions-c.html", `<th scope="col">Mentions</th>`},
		"a parameter":                   {"questions-c.html", "date: 3 May 2031"},
		"rows beyond the first":         {"questions-j.html", "34 more of 42 rows"},
		"rows that are not shown":       {"questions-j.html", "2 further rows are given by"},
		"the note":                      {"questions-j.html", "Bounds are not values."},
		"the index leads to the answer": {"questions.html", `href="questions-m.html#m3"`},
		"the index says how many rows":  {"questions.html", "42"},
		"the index names what is not":   {"questions.html", "not in the record"},
		"the navigation":                {"events.html", `href="questions.html"`},
	}
	for name, tt := range tests {
		if !strings.Contains(files[tt.page], tt.want) {
			t.Errorf("%s: %s does not hold %q", name, tt.page, tt.want)
		}
	}
	if strings.Contains(files["questions.html"], "not listed") {
		t.Error("the answer to no listed question is shown")
	}
}

// Without answers there is no page of questions, and none is linked.
func TestNoAnswers(t *testing.T) {
	d := loadFixture(t)
	d.Answers = nil
	for p, content := range render(t, d) {
		if strings.HasPrefix(p, "questions") || strings.Contains(content, "questions.html") {
			t.Errorf("%s speaks of questions", p)
		}
	}
}

// However many rows and passages an answer has, its page is bounded.
func TestAnswersAreBounded(t *testing.T) {
	d := loadFixture(t)
	sp := d.Record.Events[0].Spans[0]
	row := answer.Row{Values: map[string]string{"claim": "x"}, Spans: slices.Repeat([]travaux.Span{sp}, 500)}
	d.Answers = []*answer.Answer{{ID: "J1", Question: "?", Columns: []string{"claim", "source", "outlets", "words"}, Rows: slices.Repeat([]answer.Row{row}, 5000)}}
	if n := len(render(t, d)["questions-j.html"]); n > 60_000 {
		t.Errorf("the page has %d bytes", n)
	}
}
