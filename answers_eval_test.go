package travaux_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/answer"
)

// answerFloors are how many questions are answered fully right today. A change
// may raise them and must not lower them.
var answerFloors = map[string]int{"harbour": 41, "harbour.yaml": 41, "river": 41, "river.yaml": 41, "seeds": 29}

// TestAnswersEval compares the answers to all questions with those that a
// careful reader expects, and names the questions whose answers are not fully
// right (see doc/evaluation.md). TRAVAUX_ASKED=M3, or all, says what is wrong
// with their answers.
func TestAnswersEval(t *testing.T) {
	for _, x := range []struct{ name, expected, profile string }{
		{"harbour", "harbour.txt", ""},
		{"harbour.yaml", "harbour.txt", "harbour.yaml"},
		{"river", "river.txt", ""},
		{"river.yaml", "river.txt", "river.yaml"},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Parallel()
			folder, _, _ := strings.Cut(x.name, ".")
			compareAnswers(t, x.name, subject(t, x.profile, filepath.Join("examples", folder)), readAskings(t, x.expected, x.profile != ""))
		})
	}
	t.Run("seeds", func(t *testing.T) {
		files, _ := filepath.Glob(filepath.Join(shared, "seeds", "00[24]_*.txt"))
		if len(files) != 2 {
			t.Skip("the shared reports are not beside the project")
		}
		compareAnswers(t, "seeds", subject(t, "", files...), readAskings(t, "seeds.txt", false))
	})
}

func compareAnswers(t *testing.T, name string, s answer.Subject, askings []*asking) {
	t.Helper()
	var ids, wrong []string
	for _, a := range askings {
		a.check(t, s)
		id, set := a.asked(s)
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
		faults := []string{}
		if ans, err := answer.Ask(s, id, set); err != nil {
			faults = append(faults, err.Error())
		} else {
			faults = a.faults(s, ans)
		}
		if len(faults) > 0 && !slices.Contains(wrong, id) {
			wrong = append(wrong, id)
		}
		if only := os.Getenv("TRAVAUX_ASKED"); only == "all" || only == a.id {
			for _, f := range faults {
				t.Logf("wrong: %s: %s", a.id, f)
			}
		}
	}
	n := len(ids) - len(wrong)
	t.Logf("%-13s %2d of %d questions answered fully right; not: %s", name, n, len(ids), strings.Join(wrong, " "))
	if n < answerFloors[name] {
		t.Errorf("%d questions are answered fully right, there were %d", n, answerFloors[name])
	}
}

// check holds that the words expected stand in the reports.
func (a *asking) check(t *testing.T, s answer.Subject) {
	t.Helper()
	for _, e := range a.lines {
		for _, alt := range e.words {
			for _, p := range alt {
				if len(standing(s, p)) == 0 && !a.furniture(e) {
					t.Errorf("line %d: %s: no report holds %q", e.line, p.report, p.quote)
				}
			}
		}
	}
}

// furniture need not stand in the text that is made of a page.
func (a *asking) furniture(e expectation) bool {
	return strings.HasPrefix(a.id, "J10") && e.mark == "may"
}

// faults says what is wrong with an answer; none is fully right.
func (a *asking) faults(s answer.Subject, ans *answer.Answer) []string {
	var faults []string
	fault := func(format string, v ...any) { faults = append(faults, fmt.Sprintf(format, v...)) }
	if len(ans.Rows) == 0 && len(ans.NotInRecord) == 0 {
		fault("no row, and nothing is said not to be in the record")
	}
	var own []int // lines with a row of their own
	known := make([]bool, len(ans.Rows))
	for i, e := range a.lines {
		some := false
		for j := range ans.Rows {
			if e.mark != "missing" && e.mark != "held" && e.mark != "count" && e.matches(s, &ans.Rows[j]) {
				some = true
				known[j] = known[j] || e.mark != "never"
			}
		}
		switch e.mark {
		case "row":
			own = append(own, i)
		case "quoted":
			if !some {
				fault("not there: %s", &e)
			}
		case "never":
			if some {
				fault("there: %s", &e)
			}
		case "missing", "held":
			said := slices.ContainsFunc(ans.NotInRecord, func(m string) bool {
				return slices.ContainsFunc(strings.Split(e.cells[0].value, " ~ "), func(w string) bool { return strings.Contains(strings.ToLower(m), strings.ToLower(w)) })
			})
			if said != (e.mark == "missing") {
				fault("%s: %v", &e, ans.NotInRecord)
			}
		case "count":
			distinct := map[string]bool{}
			for _, r := range ans.Rows {
				if v := r.Values[e.cells[0].column]; v != "" {
					distinct[v] = true
				}
			}
			if strconv.Itoa(len(distinct)) != e.cells[0].value {
				fault("%s: %d", &e, len(distinct))
			}
		}
	}
	for _, i := range a.unpaired(s, ans, own) {
		fault("no row of its own: %s", &a.lines[i])
	}
	for j, r := range ans.Rows {
		if !known[j] {
			fault("not expected: %s", rowWords(ans, r))
		}
		if len(r.Spans) == 0 {
			fault("without words: %s", rowWords(ans, r))
		}
	}
	return faults
}

// unpaired are the lines that no pairing of lines with rows serves.
func (a *asking) unpaired(s answer.Subject, ans *answer.Answer, lines []int) []int {
	taken := map[int]int{} // the line of each row
	var try func(i int, tried map[int]bool) bool
	try = func(i int, tried map[int]bool) bool {
		for j := range ans.Rows {
			if tried[j] || !a.lines[i].matches(s, &ans.Rows[j]) {
				continue
			}
			tried[j] = true
			if k, ok := taken[j]; !ok || try(k, tried) {
				taken[j] = i
				return true
			}
		}
		return false
	}
	var out []int
	for _, i := range lines {
		if !try(i, map[int]bool{}) {
			out = append(out, i)
		}
	}
	return out
}

func rowWords(ans *answer.Answer, r answer.Row) string {
	var cells []string
	for _, c := range ans.Columns {
		if v := r.Values[c]; v != "" {
			cells = append(cells, c+"="+v)
		}
	}
	at := ""
	if len(r.Spans) > 0 {
		at = fmt.Sprintf(" (%s %q)", filepath.Base(r.Spans[0].File), r.Spans[0].Quote)
	}
	return strings.Join(cells, "; ") + at
}
