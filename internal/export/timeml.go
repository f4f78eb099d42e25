package export

import (
	"fmt"
	"html"
	"io"
	"regexp"
	"sort"
	"strings"

	"github.com/travaux/travaux"
)

// TimeMLFile is a TimeML document whose times are to be annotated anew. Text is
// the character data of its TEXT elements, one after the other, with entity
// references resolved.
type TimeMLFile struct {
	Text string
	Date travaux.EDTF // document creation time, "" when the header has none

	raw    string
	pieces []piece
	texts  []textRange // raw extents of the TEXT elements' contents
}

// piece maps a run of raw bytes to a run of Text of one code unit or of equal
// bytes.
type piece struct{ raw, rawEnd, text, textEnd int }

type textRange struct{ start, end int }

var (
	textElement = regexp.MustCompile(`(?s)<TEXT(?:\s[^>]*)?>(.*?)</TEXT>`)
	creation    = regexp.MustCompile(`<TIMEX3[^>]*functionInDocument="(?:CREATION|PUBLICATION)_TIME"[^>]*>`)
	dct         = regexp.MustCompile(`(?s)<DCT>.*?</DCT>`)
	dateValue   = regexp.MustCompile(`value="(\d{4}-\d{2}-\d{2})[^"]*"`)
	// A tag, a comment, a reference: what is not character data.
	markup = regexp.MustCompile(`(?s)<!--.*?-->|<[^>]*>|&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);`)
)

// ReadTimeML reads a TimeML document for annotation. Its other annotations are
// ignored. Errors: CodeMalformed when there is no TEXT element, or a stray <.
func ReadTimeML(r io.Reader, file string) (*TimeMLFile, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, &travaux.Error{Code: travaux.CodeUnreadable, Op: "read TimeML", ID: file, Err: err}
	}
	t := &TimeMLFile{raw: string(b)}
	for _, m := range textElement.FindAllStringSubmatchIndex(t.raw, -1) {
		t.texts = append(t.texts, textRange{m[2], m[3]})
	}
	if len(t.texts) == 0 {
		return nil, travaux.Errorf(travaux.CodeMalformed, "read TimeML", file, "there is no <TEXT> element")
	}
	var text strings.Builder
	for _, x := range t.texts {
		t.readText(&text, x)
	}
	t.Text = text.String()
	for _, p := range t.pieces {
		if strings.Contains(t.raw[p.raw:p.rawEnd], "<") {
			return nil, travaux.Errorf(travaux.CodeMalformed, "read TimeML", file, "a < in <TEXT> begins no tag")
		}
	}
	t.Date = t.creationTime()
	return t, nil
}

func (t *TimeMLFile) creationTime() travaux.EDTF {
	head := t.raw[:t.texts[0].start]
	for _, re := range []*regexp.Regexp{dct, creation} {
		for _, where := range []string{head, t.raw} {
			if m := dateValue.FindStringSubmatch(re.FindString(where)); m != nil && travaux.EDTF(m[1]).Valid() {
				return travaux.EDTF(m[1])
			}
		}
	}
	return ""
}

func (t *TimeMLFile) readText(text *strings.Builder, x textRange) {
	add := func(raw, rawEnd int, words string) {
		if words == "" {
			return
		}
		at := text.Len()
		text.WriteString(words)
		t.pieces = append(t.pieces, piece{raw, rawEnd, at, text.Len()})
	}
	pos := x.start
	for _, m := range markup.FindAllStringIndex(t.raw[x.start:x.end], -1) {
		from, to := x.start+m[0], x.start+m[1]
		add(pos, from, t.raw[pos:from])
		if t.raw[from] == '&' {
			add(from, to, html.UnescapeString(t.raw[from:to]))
		}
		pos = to
	}
	add(pos, x.end, t.raw[pos:x.end])
}

// rawAt returns the raw offset of a text offset; end asks for the end of what
// lies before it.
func (t *TimeMLFile) rawAt(offset int, end bool) int {
	i := sort.Search(len(t.pieces), func(i int) bool {
		if end {
			return t.pieces[i].textEnd >= offset
		}
		return t.pieces[i].textEnd > offset
	})
	p := t.pieces[i]
	if p.rawEnd-p.raw == p.textEnd-p.text { // plain characters
		return p.raw + offset - p.text
	}
	if offset > p.text {
		return p.rawEnd
	}
	return p.raw
}

// Write writes the document with the TIMEX3 elements of its TEXT replaced by
// timexes: all tags within TEXT are removed, its characters and references stay
// as they are, and nothing outside changes.
func (t *TimeMLFile) Write(w io.Writer, timexes []travaux.Timex) error {
	type insertion struct {
		start, end int
		open       string
	}
	var ins []insertion
	last := 0
	for i, x := range timexes {
		if x.Start < last || x.End <= x.Start { // never nested
			continue
		}
		last = x.End
		open := fmt.Sprintf(`<TIMEX3 tid="t%d" type="%s" value="%s"%s>`, i+1, html.EscapeString(x.Type), html.EscapeString(x.Value), modifier(x.Bound))
		ins = append(ins, insertion{t.rawAt(x.Start, false), t.rawAt(x.End, true), open})
	}
	var out strings.Builder
	pos, next := 0, 0
	for _, x := range t.texts {
		out.WriteString(t.raw[pos:x.start])
		for _, p := range t.pieces {
			if p.raw < x.start || p.raw >= x.end {
				continue
			}
			at := p.raw
			for next < len(ins) && at <= p.rawEnd {
				if open := ins[next].open; open != "" {
					if ins[next].start >= p.rawEnd {
						break
					}
					out.WriteString(t.raw[at:ins[next].start] + open)
					at, ins[next].open = ins[next].start, ""
				}
				if ins[next].end > p.rawEnd {
					break
				}
				out.WriteString(t.raw[at:ins[next].end] + "</TIMEX3>")
				at = ins[next].end
				next++
			}
			out.WriteString(t.raw[at:p.rawEnd])
		}
		pos = x.end
	}
	out.WriteString(t.raw[pos:])
	if _, err := io.WriteString(w, out.String()); err != nil {
		return fmt.Errorf("write TimeML: %w", err)
	}
	return nil
}

// modifier returns the mod attribute of a bound.
func modifier(b travaux.Bound) string {
	mods := map[travaux.Bound]string{
		travaux.Over: "MORE_THAN", travaux.AtLeast: "EQUAL_OR_MORE", travaux.Under: "LESS_THAN",
		travaux.AtMost: "EQUAL_OR_LESS", travaux.Nearly: "LESS_THAN", travaux.About: "APPROX",
	}
	if m, ok := mods[b]; ok {
		return fmt.Sprintf(` mod=%q`, m)
	}
	return ""
}

// TimeML writes a reading as a new TimeML document.
func TimeML(w io.Writer, g *travaux.Reading) error {
	var b strings.Builder
	esc := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	b.WriteString("<?xml version=\"1.0\" ?>\n<TimeML>\n\n")
	fmt.Fprintf(&b, "<DOCID>%s</DOCID>\n\n", esc.Replace(g.Report.ID))
	if iv, err := g.Report.Date.EDTF.Interval(); err == nil && iv.Days() == 1 {
		d := iv.Lo.EDTF()
		fmt.Fprintf(&b, "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"%s\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">%s</TIMEX3></DCT>\n\n", d, d)
	}
	fmt.Fprintf(&b, "<TEXT>%s</TEXT>\n\n</TimeML>\n", esc.Replace(strings.Map(xmlChar, g.Report.Text)))
	t, err := ReadTimeML(strings.NewReader(b.String()), g.Report.File)
	if err != nil {
		return err
	}
	return t.Write(w, g.Timexes)
}

// xmlChar replaces what XML 1.0 cannot hold, with a character of one byte so
// that offsets stay.
func xmlChar(r rune) rune {
	if r < 0x20 && r != '\t' && r != '\n' && r != '\r' {
		return '?'
	}
	return r
}
