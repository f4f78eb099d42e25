package subject

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/story"
)

// ofReporting are words that reports have for being reports, whatever they are
// about; text of other kinds, by which rarity is measured, has fewer of them.
var ofReporting = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`
 monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
 october november december jan feb mar apr jun jul aug sept oct nov dec
 said say says saying told tell tells asked according spoke adding added called reported reportedly announced declined
 reporter reporters journalist journalists correspondent interview spokesman spokeswoman spokesperson statement comment
 official officials source sources news newspaper editor agency reuters
 could would should might may must can will has had was were been being did does done got made make makes
 really something things thing lot its her hers she him his they them their our your you who whom whose which
 after before while since until during between among without however although though because even only still already
 caption photo photos image images video videos click copyright newsletter newsletters advertisement subscribe
 permission reprint reproduce`) {
		m[w] = true
	}
	return m
}()

// spoken returns the word that a form stands for, in lower case, and whether it
// has a capital; "" for a contraction.
func spoken(form string) (word string, capital bool) {
	word = story.Word(form)
	if strings.ContainsAny(word, "'’") {
		return "", false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(form, "'’"))
	return word, unicode.IsUpper(r)
}
