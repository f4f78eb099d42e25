package explain

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// JSON writes an explanation as one JSON object.
func JSON(w io.Writer, x *Explanation) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(x); err != nil {
		return fmt.Errorf("write explanation of %q: %w", x.File, err)
	}
	return nil
}

// Text writes an explanation for people to read.
func Text(out io.Writer, x *Explanation) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "%s:%d  line %d, %s\n", x.File, x.Offset, x.Line, x.Class)
	if x.Sentence == nil {
		fmt.Fprintf(w, "\nNothing was read here: %s.\n", x.Unread)
		return done(w, x)
	}
	fmt.Fprintf(w, "\n  %s\n\n", oneLine(x.Sentence.Quote))
	for i, t := range x.Tokens {
		mark := ' '
		if t.Start <= x.Offset && x.Offset < t.End {
			mark = '>'
		}
		head := "root"
		if t.Head > 0 && t.Head <= len(x.Tokens) {
			head = x.Tokens[t.Head-1].Form
		}
		fmt.Fprintf(w, "%c %3d  %-18s %-16s %-6s %-10s %s\n", mark, i+1, oneLine(t.Form), oneLine(t.Lemma), t.UPOS, t.Deprel, oneLine(head))
	}
	kind := ""
	for i := range x.Items {
		it := &x.Items[i]
		if it.Kind != kind {
			kind = it.Kind
			fmt.Fprintf(w, "\n%s\n", headings[kind])
		}
		it.text(w)
	}
	if len(x.Items) == 0 {
		fmt.Fprint(w, "\nNo name, time, quantity, statement or claim was read in this sentence.\n")
	}
	return done(w, x)
}

func done(w *bufio.Writer, x *Explanation) error {
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write explanation of %q: %w", x.File, err)
	}
	return nil
}

var headings = map[string]string{
	"mention": "Mentions", "time": "Times", "quantity": "Quantities", "statement": "Statements", "event": "Events", "text": "Texts",
	"provision": "Provisions", "track": "Tracks", "position": "Positions", "consultation": "Consultations", "forecast": "Forecasts",
}

// text writes an item: a line for one that no rule of its own made, several for
// the others.
func (it *Item) text(w io.Writer) {
	mark := "  "
	if it.Here {
		mark = "> "
	}
	var said []string
	for _, f := range it.Fields {
		said = append(said, f.Name+": "+oneLine(f.Value))
	}
	if it.Rule == "" {
		fmt.Fprintf(w, "%s%s (%s)  %s\n", mark, quoted(it.Quote), at(it.Span), strings.Join(said, ", "))
		return
	}
	fmt.Fprintf(w, "%s%s\n", mark, it.ID)
	for _, s := range said {
		fmt.Fprintf(w, "    %s\n", s)
	}
	fmt.Fprintf(w, "    rule: %s\n", it.Rule)
	if it.Does != "" {
		fmt.Fprintf(w, "      %s\n", it.Does)
	}
	for _, s := range it.Words {
		fmt.Fprintf(w, "    words: %s (%s)\n", quoted(s.Quote), at(s))
	}
}

// quoted puts words in quotation marks unless they bring their own.
func quoted(s string) string {
	s = oneLine(s)
	if strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") {
		return s
	}
	return "“" + s + "”"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
