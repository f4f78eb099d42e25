package travaux_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/answer"
)

// asking is one time of asking a question, and what is expected of the answer;
// testdata/answers/README.md says how it is written.
type asking struct {
	id    string // with /b for a second time
	set   map[string]string
	lines []expectation
}

type expectation struct {
	line  int
	mark  string
	words []alternative // one of them; none: the cells say which row
	cells []cell
}

// alternative is a set of passages, all of which a row must quote.
type alternative []passage

// passage is words of the report whose file name begins so; a number of the
// first byte and of the one after the last may stand for them.
type passage struct{ report, quote string }

// cell is a condition on the cells of a row; without an operator some cell
// holds the value.
type cell struct{ column, op, value string }

// readAskings reads a file of expectations: all those that hold of a record with
// a profile, or of one without.
func readAskings(t *testing.T, name string, profile bool) []*asking {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "answers", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []*asking
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), " ")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		c := append(strings.SplitN(line, "|", 4), "", "")
		if len(c) < 4 {
			t.Fatalf("%s:%d: %q has no mark", name, n, line)
		}
		for i := range c {
			c[i] = strings.TrimSpace(c[i])
		}
		id := c[0]
		mark, with, only := strings.Cut(c[1], "@")
		if only && with != "profile" && with != "reports" {
			t.Fatalf("%s:%d: nothing is expected of %q", name, n, with)
		}
		if c[1] = mark; only && (with == "profile") != profile {
			continue
		}
		if len(list) == 0 || list[len(list)-1].id != id {
			list = append(list, &asking{id: id, set: map[string]string{}})
		}
		a := list[len(list)-1]
		words, cells := c[2], c[3]
		if c[1] == "set" {
			k, v, _ := strings.Cut(words, "=")
			a.set[k] = v
			continue
		}
		a.lines = append(a.lines, expectation{n, c[1], parseWords(c[1], words), parseCells(c[1], words, cells)})
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}

func parseWords(mark, words string) []alternative {
	if mark == "missing" || mark == "held" || mark == "count" || words == "" {
		return nil
	}
	var list []alternative
	for alt := range strings.SplitSeq(words, " ~ ") {
		var one alternative
		for p := range strings.SplitSeq(alt, " + ") {
			report, quote, ok := strings.Cut(p, ":")
			if !ok {
				report, quote = "", p
			}
			one = append(one, passage{strings.TrimSpace(report), strings.TrimSpace(quote)})
		}
		list = append(list, one)
	}
	return list
}

var cellPattern = regexp.MustCompile(`^([a-z ]+?)(>=|<=|=|!)(.*)$`)

func parseCells(mark, words, cells string) []cell {
	if mark == "missing" || mark == "held" || mark == "count" {
		cells = words
	}
	var list []cell
	for c := range strings.SplitSeq(cells, "; ") {
		if c = strings.TrimSpace(c); c == "" {
			continue
		}
		if m := cellPattern.FindStringSubmatch(c); m != nil {
			list = append(list, cell{m[1], m[2], m[3]})
		} else {
			list = append(list, cell{value: c})
		}
	}
	return list
}

// asked is the question's id and its parameters, those given as a span with
// the words that stand there.
func (a *asking) asked(s answer.Subject) (id string, set map[string]string) {
	id, _, _ = strings.Cut(a.id, "/")
	set = map[string]string{}
	for k, v := range a.set {
		if span, ok := strings.CutPrefix(v, "@"); ok {
			report, at, _ := strings.Cut(span, ":")
			if sp := standing(s, passage{report, at}); len(sp) > 0 {
				v = sp[0].Quote
			}
		}
		set[k] = v
	}
	return id, set
}

var bytesPattern = regexp.MustCompile(`^(\d+)-(\d+)$`)

// standing is where the words of a passage stand; for "*" it is the whole of
// the reports. White space in the text counts as one blank.
func standing(s answer.Subject, p passage) []travaux.Span {
	var list []travaux.Span
	for _, g := range s.Readings {
		if !strings.HasPrefix(filepath.Base(g.Report.File), p.report) {
			continue
		}
		text := g.Report.Text
		add := func(start, end int) {
			sp := travaux.SpanOf(text, start, end)
			sp.Report = g.Report.ID
			list = append(list, sp)
		}
		if p.quote == "*" {
			add(0, len(text))
			continue
		}
		if m := bytesPattern.FindStringSubmatch(p.quote); m != nil {
			start, _ := strconv.Atoi(m[1])
			end, _ := strconv.Atoi(m[2])
			add(start, min(end, len(text)))
			continue
		}
		pattern := regexp.MustCompile(strings.Join(quoteAll(strings.Fields(p.quote)), `\s+`))
		for _, at := range pattern.FindAllStringIndex(text, -1) {
			add(at[0], at[1])
		}
	}
	return list
}

func quoteAll(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = regexp.QuoteMeta(w)
	}
	return out
}

// matches reports whether a row quotes the words and holds the cells.
func (e *expectation) matches(s answer.Subject, r *answer.Row) bool {
	for _, c := range e.cells {
		if !c.holds(r) {
			return false
		}
	}
	return len(e.words) == 0 && len(e.cells) > 0 || slices.ContainsFunc(e.words, func(alt alternative) bool {
		for _, p := range alt {
			if !slices.ContainsFunc(standing(s, p), func(sp travaux.Span) bool { return slices.ContainsFunc(r.Spans, sp.Overlaps) }) {
				return false
			}
		}
		return true
	})
}

func (c cell) holds(r *answer.Row) bool {
	fold := strings.ToLower
	if c.op == "" {
		for _, v := range r.Values {
			if strings.Contains(fold(v), fold(c.value)) {
				return true
			}
		}
		return false
	}
	got := r.Values[c.column]
	switch c.op {
	case "=":
		return strings.EqualFold(got, c.value)
	case "!":
		return !strings.Contains(fold(got), fold(c.value))
	}
	x, err1 := strconv.ParseFloat(got, 64)
	y, err2 := strconv.ParseFloat(c.value, 64)
	return err1 == nil && err2 == nil && (c.op == ">=" && x >= y || c.op == "<=" && x <= y)
}

func (e *expectation) String() string {
	var parts []string
	for _, alt := range e.words {
		var one []string
		for _, p := range alt {
			one = append(one, p.report+": "+p.quote)
		}
		parts = append(parts, strings.Join(one, " + "))
	}
	var cells []string
	for _, c := range e.cells {
		cells = append(cells, c.column+c.op+c.value)
	}
	return fmt.Sprintf("line %d: %s %s | %s", e.line, e.mark, strings.Join(parts, " ~ "), strings.Join(cells, "; "))
}
