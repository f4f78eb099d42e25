// Package extract makes a report of the bytes of a document: its text, its
// lines with their classes, its paragraphs, and what it says of itself
// (outlet, headline, byline, date), each with the basis it rests on.
//
// It is for plain text, Markdown, HTML, PDF, e-mail and JSON. Nothing of the
// text is cut: what a site puts around an article is classed as furniture. It
// is not for obtaining the bytes (package source), nor for sentences, names or
// claims, and it never uses the network.
//
// All offsets are UTF-8 byte offsets, 0-based and half-open, into Report.Text.
package extract

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/travaux/travaux"
)

// op is the operation named in every error of this package.
const op = "extract"

// Input is a document's bytes and what is known of where they came from.
type Input struct {
	File      string // as the user named it
	Data      []byte
	MediaType string // as declared by the sender; may be empty
	URL       string // where it was fetched, after redirects; may be empty
}

// page is what the reader of one format makes of a document, before its lines
// are classed.
type page struct {
	text      string
	extractor string
	media     string
	meta      meta
	marks     []mark // what the format says of lines, in text order
	notes     []string
}

// mark is what a format's markup says of one line: its class, and how many of
// its first bytes are markup rather than words.
type mark struct {
	line   int // 0-based
	class  travaux.LineClass
	prefix int
}

// meta is what a document says of itself outside its running text.
type meta struct {
	outlet, headline, deck, byline, url, id, genre, language travaux.Field
	dates                                                    []dated
	body                                                     string // the article's text, where metadata holds that too
}

// dated is a date as printed, with what it rests on.
type dated struct {
	words string
	basis travaux.Basis
	field string // where it stands, for notes: "front matter", "Date header"
}

// Extract makes a report of a document. The report's ID is a hash of the bytes:
// the same bytes give the same report whatever they are called. Errors are
// *travaux.Error and name the file; what is odd but readable is a note.
func Extract(ctx context.Context, in Input) (r *travaux.Report, err error) {
	defer func() {
		if p := recover(); p != nil { // a fault of a parser on hostile bytes
			r, err = nil, travaux.Errorf(travaux.CodeMalformed, op, in.File, "the file could not be read: %v", fault(p))
		}
	}()
	if err := ctx.Err(); err != nil {
		return nil, &travaux.Error{Code: travaux.CodeTimeout, Op: op, ID: in.File, Err: err}
	}
	if len(in.Data) == 0 {
		return nil, travaux.Errorf(travaux.CodeEmpty, op, in.File, "the file is empty")
	}
	p, err := read(ctx, in)
	if err == nil {
		err = bounded(p.text)
	}
	if err != nil {
		return nil, name(err, in.File)
	}
	if !hasWords(p.text) {
		return nil, travaux.Errorf(travaux.CodeEmpty, op, in.File, "there are no words in it")
	}
	return report(in, p), nil
}

// fault words a recovered panic.
func fault(p any) error {
	if e, ok := p.(error); ok {
		return e
	}
	return fmt.Errorf("%v", p)
}

// read turns the bytes into a page by their format.
func read(ctx context.Context, in Input) (*page, error) {
	f := detect(in)
	if f != formatPDF && f != formatMail && len(in.Data) > maxData {
		return nil, tooLarge("%d KB; %s may have %d", len(in.Data)>>10, f, maxData>>10)
	}
	switch f {
	case formatText:
		return readText(in.Data)
	case formatMarkdown:
		return readMarkdown(in.Data)
	case formatHTML:
		return readHTML(in)
	case formatPDF:
		return readPDF(ctx, in.Data)
	case formatMail:
		return readMail(in.Data)
	case formatJSON:
		return readJSON(in.Data)
	default:
		return nil, travaux.Errorf(travaux.CodeUnsupported, op, "", "%s is not a format that is read", f)
	}
}

// name puts the file into an error that does not name one yet.
func name(err error, file string) error {
	var e *travaux.Error
	if !errors.As(err, &e) {
		return &travaux.Error{Code: travaux.CodeUnreadable, Op: op, ID: file, Err: err}
	}
	if e.ID == "" {
		named := *e
		named.ID = file
		return &named
	}
	return err
}

// report classes the lines of a page and gathers its fields.
func report(in Input, p *page) *travaux.Report {
	sum := sha256.Sum256(in.Data)
	digest := hex.EncodeToString(sum[:])
	r := &travaux.Report{
		ID:        travaux.NewID("report", digest),
		SHA256:    digest,
		File:      in.File,
		GivenID:   p.meta.id.Value,
		Extractor: p.extractor,
		MediaType: p.media,
		Text:      p.text,
		Lines:     splitLines(p.text),
		Notes:     p.notes,
	}
	units := unitsOf(r.Text, r.Lines, p.marks)
	class(units, p.meta)
	for _, u := range units {
		for i := u.first; i <= u.last; i++ {
			r.Lines[i].Class = u.class
		}
		if u.class.Prose() && u.start < u.end {
			r.Blocks = append(r.Blocks, travaux.Block{Start: u.start, End: u.end, Class: u.class})
		}
	}
	describe(r, units, p.meta, in.URL)
	return r
}

// splitLines returns the lines of text. A line's break, LF or CRLF, belongs to
// no line; text that ends in a break has no empty line after it.
func splitLines(text string) []travaux.Line {
	lines := make([]travaux.Line, 0, strings.Count(text, "\n")+1)
	for start := 0; start < len(text); {
		end, next := len(text), len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end, next = start+i, start+i+1
			if end > start && text[end-1] == '\r' {
				end--
			}
		}
		lines = append(lines, travaux.Line{Start: start, End: end, Class: travaux.LineBlank})
		start = next
	}
	return lines
}

func hasWords(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
