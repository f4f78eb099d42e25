package page

import (
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang"
)

// Insets tells of each token whether it stands in a list of links that a page
// had within its text: headlines glued to a name that was just given, up to
// "MORE". They are of other reports, and no claim of this one.
func Insets(d *lang.Doc) []bool {
	in := make([]bool, len(d.Toks))
	const longest = 150 // tokens
	for i := 0; i < len(d.Toks); i++ {
		if !glued(d, i) {
			continue
		}
		for k := i + 1; k < len(d.Toks) && k < i+longest; k++ {
			if d.Form(k) != "MORE" {
				continue
			}
			for j := i; j <= k; j++ {
				in[j] = true
			}
			i = k
			break
		}
	}
	return in
}

// glued reports whether token i is a word of those just before it with another
// word stuck to it: "Rask" and "RaskUnion".
func glued(d *lang.Doc, i int) bool {
	form := d.Form(i)
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		before := d.Form(k)
		if len(before) < 3 || len(before) >= len(form) || form[:len(before)] != before {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(form[len(before):])
		if unicode.IsLower(last) && unicode.IsUpper(next) {
			return true
		}
	}
	return false
}
