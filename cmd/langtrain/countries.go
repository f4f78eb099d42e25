package main

import (
	"bytes"
	_ "embed"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/english"
)

//go:embed countries.txt
var questionnaire string

// countries measures how names are found by region of the world and tradition
// of naming: the weights saw the text of one government.
func countries(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("countries", flag.ContinueOnError)
	to := fs.String("o", "", "file to write, standard output without")
	if err := fs.Parse(args); err != nil {
		return err
	}
	table, err := byCountry(questionnaire)
	if err != nil {
		return err
	}
	if *to == "" {
		_, err = out.Write(table)
		return err
	}
	return os.WriteFile(*to, table, 0o644)
}

// question is a sentence with a gap.
type question struct {
	fills string // state, adjective, capital or person
	sense lang.Sense
	text  string // with {} for the name
}

// asked is a questionnaire: what is asked of whom.
type asked struct {
	questions []question
	article   []string
	regions   []named // codes of states
	persons   []named
}

type named struct {
	name  string
	items []string
}

func readQuestions(data string) (asked, error) {
	var a asked
	for n, line := range strings.Split(data, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		key, value, _ := strings.Cut(line, ": ")
		kind, name, _ := strings.Cut(key, " ")
		switch kind {
		case "sentence":
			what, text, _ := strings.Cut(value, ": ")
			fills, sense, _ := strings.Cut(what, " ")
			senses := map[string]lang.Sense{"actor": lang.AsActor, "place": lang.AsPlace}
			if senses[sense] == lang.NoSense || strings.Count(text, "{}") != 1 {
				return a, fmt.Errorf("countries.txt:%d: %q is no sentence with a sense and one gap", n+1, line)
			}
			a.questions = append(a.questions, question{fills, senses[sense], text})
		case "article":
			a.article = strings.Fields(value)
		case "region":
			a.regions = append(a.regions, named{name, strings.Fields(value)})
		case "person":
			a.persons = append(a.persons, named{name, strings.Split(value, "; ")})
		default:
			return a, fmt.Errorf("countries.txt:%d: %q is nothing known", n+1, kind)
		}
	}
	return a, nil
}

// tally is how many questions of a kind were put, and how many answered.
type tally struct{ right, all int }

func (t *tally) String() string {
	if t.all == 0 {
		return "-"
	}
	return fmt.Sprintf("%d/%d", t.right, t.all)
}

// examiner puts questions to the pipeline.
type examiner struct {
	world  *knowledge.World
	pipe   *lang.Pipeline
	asked  asked
	misses []string
}

func byCountry(data string) ([]byte, error) {
	a, err := readQuestions(data)
	if err != nil {
		return nil, err
	}
	w, err := knowledge.Default()
	if err != nil {
		return nil, err
	}
	pipe, err := english.New(w.Names(), w.Given())
	if err != nil {
		return nil, err
	}
	x := &examiner{world: w, pipe: pipe, asked: a}
	var b bytes.Buffer
	b.WriteString("# Names of the world in invented sentences (cmd/langtrain/countries.txt): how many\n" +
		"# are found with the right type and, of states and capitals, the right sense.\n" +
		"# Written by make eval; doc/models.md reads it.\n")
	b.WriteString("region\tstate\tadjective\tcapital\n")
	if err := x.regions(&b); err != nil {
		return nil, err
	}
	b.WriteString("tradition\tperson\n")
	for _, p := range a.persons {
		var t tally
		for _, name := range p.items {
			if err := x.ask("person", name, nil, name, &t); err != nil {
				return nil, err
			}
		}
		fmt.Fprintf(&b, "%s\t%s\n", p.name, &t)
	}
	b.WriteString("# missed\n")
	for _, m := range x.misses {
		b.WriteString(m + "\n")
	}
	return b.Bytes(), nil
}

func (x *examiner) regions(b *bytes.Buffer) error {
	var total [3]tally
	for _, r := range x.asked.regions {
		var t [3]tally
		for _, code := range r.items {
			if err := x.state(code, &t); err != nil {
				return err
			}
		}
		fmt.Fprintf(b, "%s\t%s\t%s\t%s\n", r.name, &t[0], &t[1], &t[2])
		for i := range t {
			total[i].right += t[i].right
			total[i].all += t[i].all
		}
	}
	fmt.Fprintf(b, "all\t%s\t%s\t%s\n", &total[0], &total[1], &total[2])
	return nil
}

// state asks for the name, the adjective and the capital of a state.
func (x *examiner) state(code string, t *[3]tally) error {
	e, ok := x.world.Lookup("state/" + code)
	if !ok {
		return fmt.Errorf("countries.txt: no state %q", code)
	}
	name := first(e, lang.AsName)
	if slices.Contains(x.asked.article, code) {
		name = "the " + name
	}
	if err := x.ask("state", name, []string{e.ID}, name, &t[0]); err != nil {
		return err
	}
	if err := x.ask("adjective", first(e, lang.AsAdjective), []string{e.ID}, name, &t[1]); err != nil {
		return err
	}
	for _, id := range e.Capital {
		c, ok := x.world.Lookup(id)
		if !ok {
			return fmt.Errorf("%s: no capital %q", e.ID, id)
		}
		if err := x.ask("capital", first(c, lang.AsName), []string{e.ID, c.ID}, name, &t[2]); err != nil {
			return err
		}
	}
	return nil
}

func first(e knowledge.Entry, use lang.Use) string {
	for _, f := range e.Forms {
		if f.Use == use {
			return f.Text
		}
	}
	return ""
}

// ask puts every question of a kind with the words that name the state of an
// id, and notes under whose name what was missed.
func (x *examiner) ask(kind, words string, ids []string, whose string, t *tally) error {
	for _, q := range x.asked.questions {
		if q.fills != kind {
			continue
		}
		before, after, _ := strings.Cut(q.text, "{}")
		text := before + words + after
		if before == "" {
			text = strings.ToUpper(text[:1]) + text[1:]
		}
		if before == "" && words[0] >= 0x80 {
			text = words + after
		}
		d := &lang.Doc{Text: text, Blocks: []lang.Block{{Span: lang.Span{End: len(text)}}}}
		if err := x.pipe.Annotate(d); err != nil {
			return fmt.Errorf("%q: %w", text, err)
		}
		t.all++
		at := lang.Span{Start: len(before), End: len(before) + len(words)}
		if got := answer(d, at, kind, ids, q.sense); got != "" {
			x.misses = append(x.misses, fmt.Sprintf("%s\t%s: %s\t%s", strings.TrimPrefix(whose, "the "), kind, got, text))
		} else {
			t.right++
		}
	}
	return nil
}

// answer returns what is wrong with how the name at a span was read, "" for
// nothing. An article may be within the name or not.
func answer(d *lang.Doc, at lang.Span, kind string, ids []string, sense lang.Sense) string {
	got := "not found"
	for _, m := range d.Mentions {
		if !m.Name.Overlaps(at) || m.Type == lang.Nominal || m.Type == lang.Anonymous {
			continue
		}
		named := slices.Contains(ids, m.KB) || slices.Contains(ids, m.Of)
		same := m.Name.End == at.End && (m.Name.Start == at.Start || m.Name.Start == at.Start-len("the ") || m.Name.Start == at.Start+len("the ") && strings.EqualFold(d.Text[at.Start:at.Start+4], "the "))
		switch {
		case !same:
			if got == "not found" {
				got = fmt.Sprintf("cut as %q", d.Quote(m.Name))
			}
		case kind == "person" && m.Type == lang.Person,
			kind == "adjective" && named,
			kind != "person" && m.Type == lang.Place && named && m.Sense == sense:
			return ""
		case m.Type == lang.Place && kind != "person" && m.Sense != sense:
			got = m.Sense.String()
		default:
			got = m.Type.String()
			if kind != "person" {
				got += " " + m.KB + " of " + m.Of
			}
		}
	}
	return got
}
