package dossier

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"
)

// visible returns s with every character that could steer a terminal or
// reorder a line written out as ⟨U+XXXX⟩, so that what is read is what is
// there. Tabs and line breaks stay.
func visible(s string) string {
	clean := true
	for _, r := range s {
		if steers(r) {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\r' && strings.HasPrefix(s[i:], "\r\n"):
		case steers(r):
			fmt.Fprintf(&b, "⟨U+%04X⟩", r)
		default:
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}

// writeVisible writes b as visible does, and mostly as it is.
func writeVisible(w io.Writer, b []byte) error {
	if bytes.IndexFunc(b, steers) < 0 {
		_, err := w.Write(b)
		return err
	}
	_, err := io.WriteString(w, visible(string(b)))
	return err
}

// steers reports whether r is a control character, a bidirectional control, a
// line separator of Unicode, or one of the invisible tag characters.
func steers(r rune) bool {
	switch {
	case r >= 0x20 && r < 0x7f || r == '\t' || r == '\n': // nearly all there is
		return false
	case r < 0x20 || r >= 0x7f && r < 0xa0:
		return true
	case r == 0x061c || r == 0x200e || r == 0x200f || r == 0x2028 || r == 0x2029:
		return true
	case r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x206f || r == 0xfeff:
		return true
	case r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}

// oneLine returns s with every run of white space as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// shorten cuts s to at most n bytes, at a space where there is one, and marks
// the cut.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	cut := n
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	if i := strings.LastIndexAny(s[:cut], " \n"); i > n/2 {
		cut = i
	}
	return strings.TrimRight(s[:cut], " \n,;") + cutMark
}

// cutMark ends a quotation that was cut.
const cutMark = " […]"

// webLink returns s when it is an http or https address with a host, and ""
// for anything else, which is then shown as words.
func webLink(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// slug returns id as it may stand in a file name and an anchor. Identifiers of
// records are already so; anything else is written out byte by byte.
func slug(id string) string {
	var b strings.Builder
	for i := range len(id) {
		switch c := id[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '_', c == '-':
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, ".%02x", c)
		}
	}
	return b.String()
}
