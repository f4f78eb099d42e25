package extract

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/travaux/travaux"
)

// readJSON reads one document of a .jsonl, or a file that holds one: an object
// with the fields text, and optionally id, title, outlet, date, url and
// authors. The report's text is exactly the text field; the rest is metadata.
func readJSON(data []byte) (*page, error) {
	var notes []string
	if !utf8.Valid(data) {
		text, n, err := decode(data, "")
		if err != nil {
			return nil, err
		}
		data, notes = []byte(text), n
	}
	var fields map[string]any
	dec := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	dec.UseNumber()
	if err := dec.Decode(&fields); err != nil {
		return nil, jsonError(err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, travaux.Errorf(travaux.CodeMalformed, op, "", "more than one JSON value; one object a line is read from .jsonl files")
	}
	text, ok := fields["text"].(string)
	switch {
	case !ok && fields["text"] != nil:
		return nil, travaux.Errorf(travaux.CodeMalformed, op, "", "the field \"text\" is not a string")
	case !ok:
		return nil, travaux.Errorf(travaux.CodeEmpty, op, "", "there is no field \"text\"")
	case strings.TrimSpace(text) == "":
		return nil, travaux.Errorf(travaux.CodeEmpty, op, "", "the field \"text\" is empty")
	case strings.IndexByte(text, 0) >= 0:
		return nil, travaux.Errorf(travaux.CodeBinary, op, "", "the field \"text\" holds NUL bytes")
	}
	p := &page{text: text, extractor: "json/1", media: "application/json", notes: notes}
	p.meta.fill(fields, "metadata", "date field")
	return p, nil
}

// jsonError words a decoding error.
func jsonError(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return travaux.Errorf(travaux.CodeTruncated, op, "", "the JSON breaks off")
	}
	if t, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return travaux.Errorf(travaux.CodeMalformed, op, "", "a JSON object was expected, found %s", t.Value)
	}
	return travaux.Errorf(travaux.CodeMalformed, op, "", "broken JSON: %w", err)
}
