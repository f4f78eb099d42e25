package plover

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Marked is a sentence with its sides marked, and the root that a person gave
// it, if any.
type Marked struct {
	ID      string
	Text    string
	Sources [][2]int // bytes of Text
	Targets [][2]int
	Root    Root
}

// ReadMarked reads PLOVER's own JSON records, or rows of tab-separated values
// with a header (id, text, source, target, event). The sides are marked in the
// text, "(SRC: …)", "(TAR: …)" or "(SRC/TAR: …)", or named in columns of their
// own. Other marks are taken out and not used.
func ReadMarked(in io.Reader, name string) ([]Marked, error) {
	b := bufio.NewReader(in)
	for {
		c, err := b.ReadByte()
		if err != nil {
			return nil, fmt.Errorf("read %s: no records", name)
		}
		if strings.IndexByte(" \t\r\n\ufeff", c) >= 0 {
			continue
		}
		if err := b.UnreadByte(); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		if c == '[' || c == '{' {
			return readJSON(b, name)
		}
		return readTSV(b, name)
	}
}

// record is a record as PLOVER's files have it.
type record struct {
	ID       string          `json:"id"`
	Event    string          `json:"event"`
	Text     string          `json:"text"`
	Source   json.RawMessage `json:"source"`
	Target   json.RawMessage `json:"target"`
	TextInfo json.RawMessage `json:"textInfo"`
}

func readJSON(in io.Reader, name string) ([]Marked, error) {
	var out []Marked
	dec := json.NewDecoder(in)
	for {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		var rs []record
		if raw[0] == '{' {
			raw = append(append([]byte{'['}, raw...), ']')
		}
		if err := json.Unmarshal(raw, &rs); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		for _, r := range rs {
			if r.Text == "" {
				continue // PLOVER's files open with a record about the file
			}
			out = append(out, r.marked())
		}
	}
}

func (r *record) marked() Marked {
	var info struct {
		Markup string `json:"markup"`
	}
	text := r.Text
	if json.Unmarshal(r.TextInfo, &info) == nil && info.Markup != "" {
		text = info.Markup
	}
	m := unmark(text)
	m.ID, m.Root = r.ID, Named(r.Event)
	m.name(actors(r.Source), actors(r.Target))
	return m
}

// actors reads a list of actors, or one actor's words.
func actors(raw json.RawMessage) []string {
	var list []struct {
		Text string `json:"actorText"`
	}
	var one string
	if json.Unmarshal(raw, &list) == nil {
		var out []string
		for _, a := range list {
			out = append(out, a.Text)
		}
		return out
	}
	if json.Unmarshal(raw, &one) == nil && one != "" {
		return []string{one}
	}
	return nil
}

// name finds sides that are named rather than marked.
func (m *Marked) name(sources, targets []string) {
	find := func(names []string) (out [][2]int) {
		for _, n := range names {
			if at := strings.Index(m.Text, n); at >= 0 && n != "" {
				out = append(out, [2]int{at, at + len(n)})
			}
		}
		return out
	}
	if len(m.Sources) > 0 || len(m.Targets) > 0 {
		return
	}
	m.Sources, m.Targets = find(sources), find(targets)
}

func readTSV(in io.Reader, name string) ([]Marked, error) {
	var out []Marked
	var head []string
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		cols := strings.Split(strings.TrimRight(lines.Text(), "\r"), "\t")
		if head == nil {
			head = cols
			continue
		}
		row := map[string]string{}
		for i, c := range cols {
			if i < len(head) {
				row[head[i]] = c
			}
		}
		if row["text"] == "" {
			return nil, fmt.Errorf("read %s: no column text, or an empty one, in row %d", name, len(out)+2)
		}
		m := unmark(row["text"])
		m.ID, m.Root = row["id"], Named(row["event"])
		m.name([]string{row["source"]}, []string{row["target"]})
		out = append(out, m)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return out, nil
}

// unmark takes the marks out of a text and notes where the sides are.
func unmark(s string) Marked {
	var m Marked
	var b strings.Builder
	type mark struct {
		label string // "" of a bracket of the text itself
		start int
	}
	var open []mark
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '(':
			if label, rest, ok := markAt(s[i+1:]); ok {
				open = append(open, mark{label, b.Len()})
				i += rest
				continue
			}
			open = append(open, mark{})
		case '{':
			continue
		case ')', '}':
			if len(open) == 0 {
				continue // a stray one
			}
			top := open[len(open)-1]
			open = open[:len(open)-1]
			if top.label != "" {
				m.add(top.label, top.start, b.Len())
				continue
			}
		}
		b.WriteByte(s[i])
	}
	m.Text = b.String()
	return m
}

// markAt reads "SRC: " after a bracket and returns the label and its length.
func markAt(s string) (label string, n int, ok bool) {
	end := strings.IndexByte(s, ':')
	if end <= 0 || end > 12 || strings.Trim(s[:end], "ABCDEFGHIJKLMNOPQRSTUVWXYZ/") != "" {
		return "", 0, false
	}
	n = end + 1
	for n < len(s) && s[n] == ' ' {
		n++
	}
	return s[:end], n, true
}

func (m *Marked) add(label string, start, end int) {
	if start >= end {
		return
	}
	for l := range strings.SplitSeq(label, "/") {
		switch l {
		case "SRC":
			m.Sources = append(m.Sources, [2]int{start, end})
		case "TAR":
			m.Targets = append(m.Targets, [2]int{start, end})
		}
	}
}
