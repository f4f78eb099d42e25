package timex

import "strings"

// monthNames are the months that a text also uses as the name of a person or
// thing, as bits by their place in nameMonths.
type monthNames uint8

var nameMonths = [...]string{"May", "March", "April", "June", "August"}

func (n monthNames) has(form string) bool {
	for i, m := range nameMonths {
		if m == form {
			return n&(1<<i) != 0
		}
	}
	return false
}

// namesIn finds the months that stand behind a capitalised word somewhere
// ("Prime Minister May"), or before a verb of saying.
func namesIn(text string) monthNames {
	var n monthNames
	for i, m := range nameMonths {
		for at := 0; ; {
			k := strings.Index(text[at:], m)
			if k < 0 {
				break
			}
			at += k + len(m)
			if nameLeft(text[:at-len(m)]) || nameRight(text[at:]) {
				n |= 1 << i
				break
			}
		}
	}
	return n
}

// nameLeft reports whether the text before ends in a capitalised word that
// leads no time.
func nameLeft(before string) bool {
	s := strings.TrimSuffix(before, " ")
	if len(s) == len(before) || s == "" {
		return false
	}
	w := s[strings.LastIndexAny(s, " \n\t(\"“")+1:]
	title := strings.HasSuffix(w, ".") && len(w) <= 4
	if w == "" || w[0] < 'A' || w[0] > 'Z' || !title && !isLetter(w[len(w)-1]) {
		return false
	}
	l := lower(strings.TrimSuffix(w, "."))
	e := theGrammar().words[l]
	return !timePreposition[l] && e.cls&(cWday|cWdayAbb|cMod|cThis|cMonth|cMonAbbr|cEvery) == 0 && l != "on" && l != "at"
}

func nameRight(after string) bool {
	for _, v := range [...]string{" said", " says", " told", " has ", " had ", "'s ", "’s ", " was ", " is ", " will "} {
		if strings.HasPrefix(after, v) {
			return v[0] == ' '
		}
	}
	return false
}

// timeLead are the words behind which even a name is the month.
var timeLead = map[string]bool{
	"in": true, "since": true, "until": true, "till": true, "last": true, "next": true, "early": true, "late": true,
	"mid": true, "during": true, "through": true, "each": true, "every": true,
}
