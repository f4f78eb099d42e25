package extract

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"

	"github.com/travaux/travaux"
)

// decode returns the bytes as UTF-8, and notes on what had to be assumed. A
// byte-order mark decides; then UTF-8, if the bytes are that; then hint, a
// charset's name; then what the bytes look like. Errors: CodeBinary for bytes
// that are not text.
func decode(data []byte, hint string) (text string, notes []string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", nil, travaux.Errorf(travaux.CodeMalformed, op, "", "broken UTF-16: %w", err)
		}
		return checked(string(out), []string{"decoded from UTF-16"})
	}
	if order, ok := wide(data); ok {
		out, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(data)
		if err == nil {
			return checked(string(out), []string{"decoded as UTF-16: it has no byte-order mark"})
		}
	}
	if utf8.Valid(data) {
		return checked(string(data), nil)
	}
	if binary(data) {
		return "", nil, travaux.Errorf(travaux.CodeBinary, op, "", "it is not text in any known encoding")
	}
	return guess(data, hint)
}

// guess decodes bytes that are not UTF-8.
func guess(data []byte, hint string) (string, []string, error) {
	if bad := invalid(data); bad*200 < len(data) && bad*20 <= multibyte(data) {
		text := strings.ToValidUTF8(string(data), "\uFFFD")
		return text, []string{fmt.Sprintf("%d bytes are not valid UTF-8 and are shown as \uFFFD", bad)}, nil
	}
	how := "declared"
	if enc, _ := charset.Lookup(hint); hint == "" || enc == nil || strings.EqualFold(hint, "utf-8") {
		how = "assumed from the bytes"
		hint = "windows-1252"
		if best, err := chardet.NewTextDetector().DetectBest(data[:min(len(data), 1<<16)]); err == nil && best.Confidence >= 40 {
			hint = best.Charset
		}
	}
	enc, label := charset.Lookup(hint)
	if enc == nil {
		enc, label = charset.Lookup("windows-1252")
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", nil, travaux.Errorf(travaux.CodeMalformed, op, "", "decoding as %s: %w", label, err)
	}
	return string(out), []string{fmt.Sprintf("decoded from %s (%s)", label, how)}, nil
}

// checked refuses text with the control bytes of binary files.
func checked(text string, notes []string) (string, []string, error) {
	if binary([]byte(text[:min(len(text), 1<<16)])) {
		return "", nil, travaux.Errorf(travaux.CodeBinary, op, "", "it holds control bytes that text does not have")
	}
	return text, notes, nil
}

// binary reports whether the bytes hold a NUL, or too many control bytes for text.
func binary(data []byte) bool {
	control := 0
	for _, c := range data {
		switch {
		case c == 0:
			return true
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1b && c != 0x08:
			control++
		}
	}
	return control*50 > len(data)
}

// wide reports whether the bytes are UTF-16 without a mark: every other byte
// of mostly Latin text is then zero.
func wide(data []byte) (unicode.Endianness, bool) {
	if len(data) < 8 || len(data)%2 != 0 {
		return unicode.LittleEndian, false
	}
	var zero [2]int
	n := min(len(data), 4096)
	for i, c := range data[:n] {
		if c == 0 {
			zero[i%2]++
		}
	}
	switch {
	case zero[1]*10 > n*4 && zero[0]*50 < n:
		return unicode.LittleEndian, true
	case zero[0]*10 > n*4 && zero[1]*50 < n:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// invalid counts the bytes that belong to no UTF-8 sequence.
func invalid(data []byte) (n int) {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			n++
		}
		i += size
	}
	return n
}

// multibyte counts the characters of more than one byte.
func multibyte(data []byte) (n int) {
	for i := 0; i < len(data); {
		_, size := utf8.DecodeRune(data[i:])
		if size > 1 {
			n++
		}
		i += size
	}
	return n
}
