package crossdoc

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// File is a text of columns: the fourth is the word, the last that is not empty
// marks where mentions begin and end, an empty line ends a sentence.
type File struct {
	Docs  []*Doc
	lines []line
}

// Doc is one document. Mentions are in the order in which they begin, the
// longer first.
type Doc struct {
	Name     string
	Topic    string // what stands before the first slash of the name, else ""
	Sents    [][]string
	Mentions []Mention
}

// Mention is the words First:Last of a document, counted over its sentences.
type Mention struct{ First, Last int }

// line is a line of the file. Of a word's line the column of marks is
// raw[from:to].
type line struct {
	raw       string
	from, to  int
	doc, word int // word is -1 for what passes through
}

const (
	maxLine     = 1 << 20
	maxMentions = 200_000 // of a file
	maxOpen     = 1_000   // mentions open at one word
)

// Read reads a file. The labels of the marks serve to pair begin and end, and
// are then forgotten. Errors: CodeMalformed with the number of the line.
func Read(r io.Reader, name string) (*File, error) {
	f := &File{}
	p := reading{file: f, open: map[string][]int{}}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, maxLine)
	n := 0
	for sc.Scan() {
		n++
		if err := p.line(sc.Text()); err != nil {
			return nil, &travaux.Error{Code: travaux.CodeMalformed, Op: "read CoNLL", ID: name, Err: fmt.Errorf("line %d: %w", n, err)}
		}
	}
	err := sc.Err()
	if err == nil {
		err = p.end()
	}
	if err != nil {
		return nil, &travaux.Error{Code: travaux.CodeMalformed, Op: "read CoNLL", ID: name, Err: fmt.Errorf("line %d: %w", n+1, err)}
	}
	return f, nil
}

// reading is the state of Read.
type reading struct {
	file   *File
	doc    *Doc
	sent   []string
	words  int
	open   map[string][]int // by label, the mentions that have not ended
	opened int
	all    int
}

func (p *reading) line(raw string) error {
	l := line{raw: raw, word: -1, doc: len(p.file.Docs) - 1}
	defer func() { p.file.lines = append(p.file.lines, l) }()
	switch {
	case strings.TrimSpace(raw) == "":
		p.sentence()
		return nil
	case strings.HasPrefix(raw, "#begin document"):
		return p.begin(raw)
	case raw[0] == '#':
		return nil
	}
	if p.doc == nil {
		return fmt.Errorf("a word stands before the first document")
	}
	word, from, to, ok := columns(raw)
	if !ok {
		return fmt.Errorf("fewer than five columns")
	}
	l.from, l.to, l.word = from, to, p.words
	p.sent = append(p.sent, word)
	p.words++
	return p.marks(raw[from:to])
}

// columns returns the fourth column, and where the last that is not empty is.
// Columns are parted by tabs, else by white space.
func columns(raw string) (word string, from, to int, ok bool) {
	isSep := func(r rune) bool { return r == '\t' }
	if !strings.Contains(raw, "\t") {
		isSep = func(r rune) bool { return r == ' ' }
	}
	to = len(strings.TrimRight(raw, " \t\r"))
	from = strings.LastIndexFunc(raw[:to], isSep) + 1
	var cols []string
	if strings.Contains(raw, "\t") {
		cols = strings.Split(raw[:from], "\t") // a word may be a space that does not break
	} else {
		cols = strings.Fields(raw[:from])
	}
	if len(cols) < 4 || to == 0 {
		return "", 0, 0, false
	}
	return strings.TrimSpace(cols[3]), from, to, true
}

// begin starts a document: "#begin document (topic/…/name); part 000".
func (p *reading) begin(raw string) error {
	if err := p.end(); err != nil {
		return err
	}
	name := strings.TrimSpace(strings.TrimPrefix(raw, "#begin document"))
	name, part, _ := strings.Cut(name, ";")
	name = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(name), "("), ")")
	topic, _, slash := strings.Cut(name, "/")
	if !slash {
		topic = ""
	}
	if part = strings.TrimSpace(part); part != "" && part != "part 000" && part != "part 0" {
		name += " " + part
	}
	p.doc = &Doc{Name: name, Topic: topic}
	p.file.Docs = append(p.file.Docs, p.doc)
	p.words = 0
	return nil
}

func (p *reading) sentence() {
	if len(p.sent) > 0 {
		p.doc.Sents = append(p.doc.Sents, p.sent)
		p.sent = nil
	}
}

// end ends a document.
func (p *reading) end() error {
	if p.doc == nil {
		return nil
	}
	p.sentence()
	if p.opened > 0 {
		return fmt.Errorf("%s: %d mentions do not end", p.doc.Name, p.opened)
	}
	return nil
}

// marks reads the begins and ends at the last word.
func (p *reading) marks(col string) error {
	if col == "-" || col == "_" || col == "*" {
		return nil
	}
	for part := range strings.SplitSeq(col, "|") {
		part = strings.TrimSpace(part)
		label := strings.TrimSuffix(strings.TrimPrefix(part, "("), ")")
		begins, ends := strings.HasPrefix(part, "("), strings.HasSuffix(part, ")")
		if !begins && !ends || label == "" {
			return fmt.Errorf("%.40q marks neither where a mention begins nor where it ends", part)
		}
		if begins {
			if p.all++; p.all > maxMentions || p.opened >= maxOpen {
				return fmt.Errorf("more than %d mentions, or than %d at one word", maxMentions, maxOpen)
			}
			p.open[label] = append(p.open[label], len(p.doc.Mentions))
			p.opened++
			p.doc.Mentions = append(p.doc.Mentions, Mention{First: p.words - 1})
		}
		if ends {
			stack := p.open[label]
			if len(stack) == 0 {
				return fmt.Errorf("a mention %.40q ends that has not begun", label)
			}
			p.doc.Mentions[stack[len(stack)-1]].Last = p.words
			p.opened--
			if p.open[label] = stack[:len(stack)-1]; len(stack) == 1 {
				delete(p.open, label)
			}
		}
	}
	return nil
}

// Write writes the file with the chain of each mention, by document, in place
// of the marks that it came with. All else passes through as it is.
func (f *File) Write(w io.Writer, chains [][]int) error {
	out := bufio.NewWriter(w)
	marks := make([]map[int]string, len(f.Docs))
	for d, doc := range f.Docs {
		marks[d] = marksOf(doc, chains[d])
	}
	for _, l := range f.lines {
		if l.word < 0 {
			fmt.Fprintln(out, l.raw)
			continue
		}
		mark := marks[l.doc][l.word]
		if mark == "" {
			mark = "-"
		}
		fmt.Fprintln(out, l.raw[:l.from]+mark+l.raw[l.to:])
	}
	return out.Flush()
}

// marksOf writes the chains at the words where mentions begin and end: at one
// word first the ends, the latest begun first, then what is one word, then the
// begins.
func marksOf(doc *Doc, chains []int) map[int]string {
	order := make([]int, len(doc.Mentions))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := doc.Mentions[a], doc.Mentions[b]
		if x.First != y.First {
			return x.First - y.First
		}
		return y.Last - x.Last
	})
	begins, single, ends := map[int][]string{}, map[int][]string{}, map[int][]string{}
	for _, i := range order {
		m, id := doc.Mentions[i], strconv.Itoa(chains[i])
		if m.Last == m.First+1 {
			single[m.First] = append(single[m.First], "("+id+")")
			continue
		}
		begins[m.First] = append(begins[m.First], "("+id)
		ends[m.Last-1] = append(ends[m.Last-1], id+")")
	}
	out := map[int]string{}
	for w := range begins {
		out[w] = ""
	}
	for w := range ends {
		out[w] = ""
	}
	for w := range single {
		out[w] = ""
	}
	for w := range out {
		slices.Reverse(ends[w])
		out[w] = strings.Join(slices.Concat(ends[w], begins[w], single[w]), "|")
	}
	return out
}

// annotated returns the words of a document as a text to be read, a sentence a
// paragraph, and for each word, and the end, the token that it is or, where it
// is a mere space, the next.
func (d *Doc) annotated() (doc *lang.Doc, token []int) {
	doc = &lang.Doc{}
	var text strings.Builder
	for _, words := range d.Sents {
		first, start := len(doc.Toks), text.Len()
		s := len(doc.Sents)
		for _, w := range words {
			token = append(token, len(doc.Toks))
			if w == "" {
				continue
			}
			if len(doc.Toks) > first && !clings(w) {
				text.WriteByte(' ')
			}
			at := text.Len()
			text.WriteString(w)
			doc.Toks = append(doc.Toks, lang.Tok{Span: lang.Span{Start: at, End: text.Len()}, Sent: int32(s)})
		}
		if len(doc.Toks) == first {
			continue
		}
		span := lang.Span{Start: start, End: text.Len()}
		doc.Blocks = append(doc.Blocks, lang.Block{Span: span})
		doc.Sents = append(doc.Sents, lang.Sent{Span: span, First: first, Last: len(doc.Toks), Block: s})
		text.WriteByte('\n')
	}
	doc.Text = text.String()
	return doc, append(token, len(doc.Toks))
}

// clings reports whether no space stands before a word.
func clings(w string) bool {
	switch w[0] {
	case ',', '.', ';', ':', '?', '!', ')', '\'', '%':
		return true
	}
	return strings.HasPrefix(w, "’") || w == "n't" || w == "”"
}
