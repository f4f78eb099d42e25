package extract

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/ledongthuc/pdf"

	"github.com/travaux/travaux"
)

// pdfTimeout bounds the time that one PDF may take.
const pdfTimeout = time.Minute

// readPDF reads the text layer of a PDF: with Poppler's pdftotext where it is
// installed, else with a library that reads fewer files. Lines are joined into
// the paragraphs they were set in.
func readPDF(ctx context.Context, data []byte) (*page, error) {
	text, extractor, err := poppler(ctx, data)
	if err != nil && travaux.CodeOf(err) != travaux.CodeEncrypted {
		var err2 error
		text, err2 = pureText(data)
		extractor = "ledongthuc-pdf/20260907"
		if err2 != nil && travaux.CodeOf(err2) == travaux.CodeEncrypted || errors.Is(err, exec.ErrNotFound) {
			err = err2
		} else if err2 == nil {
			err = nil
		}
	}
	ended := bytes.Contains(data[max(0, len(data)-2048):], []byte("%%EOF"))
	switch {
	case err != nil && travaux.CodeOf(err) == travaux.CodeEncrypted:
		return nil, err
	case err != nil && !ended:
		return nil, travaux.Errorf(travaux.CodeTruncated, op, "", "the PDF breaks off: it has no end marker")
	case err != nil:
		return nil, travaux.Errorf(travaux.CodeMalformed, op, "", "broken PDF: %w", err)
	case !hasWords(text):
		return nil, travaux.Errorf(travaux.CodeUnreadable, op, "", "the PDF has no text in it; it may be a scan")
	case garbled(text):
		return nil, travaux.Errorf(travaux.CodeUnreadable, op, "", "the PDF's fonts do not say what its characters are")
	}
	p := &page{text: reflow(text), extractor: extractor, media: "application/pdf"}
	if !ended {
		p.notes = append(p.notes, "the PDF has no end marker; it may be cut off")
	}
	return p, nil
}

var versionRE = regexp.MustCompile(`version (\d[\w.]*)`)

// popplerVersion returns the version of the installed pdftotext, or an error if
// there is none.
var popplerVersion = sync.OnceValues(func() (string, error) {
	path, err := exec.LookPath("pdftotext")
	if err != nil {
		return "", err
	}
	out, _ := exec.Command(path, "-v").CombinedOutput()
	if m := versionRE.FindSubmatch(out); m != nil {
		return string(m[1]), nil
	}
	return "unknown", nil
})

// poppler runs pdftotext. The document goes in and the text comes out through
// pipes; no file is written.
func poppler(ctx context.Context, data []byte) (text, extractor string, err error) {
	version, err := popplerVersion()
	if err != nil {
		return "", "", err
	}
	ctx, cancel := context.WithTimeout(ctx, pdfTimeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, "pdftotext", "-enc", "UTF-8", "-nopgbrk", "-", "-")
	cmd.Stdin = bytes.NewReader(data)
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problems
	cmd.WaitDelay = time.Second
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return "", "", travaux.Errorf(travaux.CodeTimeout, op, "", "the PDF was not read within %s", pdfTimeout)
		}
		if strings.Contains(strings.ToLower(problems.String()), "password") {
			return "", "", encrypted()
		}
		line, _, _ := strings.Cut(strings.TrimSpace(problems.String()), "\n")
		return "", "", fmt.Errorf("%s", line)
	}
	return strings.ToValidUTF8(out.String(), "\uFFFD"), "pdftotext/" + version, nil
}

func encrypted() error {
	return &travaux.Error{
		Code: travaux.CodeEncrypted, Op: op, Hint: "remove the password and add the file again",
		Err: errors.New("the PDF needs a password"),
	}
}

// pureText reads a PDF without other programs. The library panics on broken
// files.
func pureText(data []byte) (text string, err error) {
	defer func() {
		if p := recover(); p != nil {
			text, err = "", fmt.Errorf("%v", p)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		if errors.Is(err, pdf.ErrInvalidPassword) || bytes.Contains(data, []byte("/Encrypt")) {
			return "", encrypted()
		}
		return "", err
	}
	var b strings.Builder
	for i := 1; i <= r.NumPage() && i <= 5000; i++ {
		pg := r.Page(i)
		if pg.V.IsNull() {
			continue
		}
		rows, err := pg.GetTextByRow()
		if err != nil {
			return "", err
		}
		writeRows(&b, rows)
	}
	return b.String(), nil
}

// writeRows writes rows of positioned text as lines, with a blank line where
// the rows lie further apart than the lines of a paragraph do.
func writeRows(b *strings.Builder, rows pdf.Rows) {
	last, gap := int64(0), int64(0)
	for i, row := range rows {
		step := last - row.Position
		if i > 0 && gap > 0 && step > gap*13/10 {
			b.WriteByte('\n')
		}
		if i > 0 && step > 0 && (gap == 0 || step < gap) {
			gap = step
		}
		last = row.Position
		for _, t := range row.Content {
			b.WriteString(t.S)
		}
		b.WriteByte('\n')
	}
	b.WriteByte('\n')
}

// garbled reports whether the text is not words: fonts without a character map
// come out as replacement, private-use or control characters, or as symbols.
func garbled(text string) bool {
	good, bad := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsLetter(r):
			good++
		case r == unicode.ReplacementChar, unicode.Is(unicode.Co, r), unicode.IsControl(r) && !unicode.IsSpace(r):
			bad += 3
		case unicode.IsSymbol(r):
			bad++
		}
	}
	return bad > good/3
}

// reflow joins the lines of set text into paragraphs. A line goes on with the
// one before it when that one is nearly as long as the page's lines are, or
// ended within a sentence.
func reflow(text string) string {
	var hist []int
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for _, l := range lines {
		if n := len(strings.TrimSpace(l)); n > 30 {
			hist = append(hist, n)
		}
	}
	width := typical(hist)
	var b strings.Builder
	prev := ""
	for i, l := range lines {
		l = strings.Join(strings.Fields(l), " ")
		switch {
		case i == 0 || b.Len() == 0:
		case l == "" || prev == "" || !flows(prev, l, width):
			b.WriteByte('\n')
		case hyphenated(prev, l):
			s := strings.TrimSuffix(b.String(), "-")
			b.Reset()
			b.WriteString(s)
		default:
			b.WriteByte(' ')
		}
		b.WriteString(l)
		prev = l
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// typical returns the length that nine lines in ten keep within.
func typical(lengths []int) int {
	if len(lengths) == 0 {
		return 0
	}
	var counts [400]int
	for _, n := range lengths {
		counts[min(n, len(counts)-1)]++
	}
	seen := 0
	for n, c := range counts {
		if seen += c; seen*10 >= len(lengths)*9 {
			return n
		}
	}
	return 0
}

// flows reports whether line b goes on with the paragraph of line a.
func flows(a, b string, width int) bool {
	if bullet(b) > 0 {
		return false
	}
	first, _, _ := strings.Cut(b, " ")
	return (len(a)+len(first))*100 >= width*88 || len(a)*2 > width && b[0] >= 'a' && b[0] <= 'z'
}

// hyphenated reports whether a word was divided between lines a and b.
func hyphenated(a, b string) bool {
	return len(a) > 2 && a[len(a)-1] == '-' && a[len(a)-2] >= 'a' && a[len(a)-2] <= 'z' && b[0] >= 'a' && b[0] <= 'z'
}
