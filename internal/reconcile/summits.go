package reconcile

import (
	"regexp"
	"strings"
)

// summitName finds the name of an occasion that many attend: an acronym or a
// name with a capital before the word for it.
var summitName = regexp.MustCompile(`\b(?:(G-?\d+|[A-Z][A-Z-]*[A-Z]|Group of (?:\d+|[A-Z]\w+))(?:['’]s)?(?: [\w'’]+){0,2}|([A-Z]\w+)) (?:[Ss]ummit|[Gg]athering|[Cc]onference|[Aa]ssembly|meeting)\b`)

// weekdaysAndSuch stand before “summit” with a capital and do not name it.
var weekdaysAndSuch = wordSet("the a an this that his her their our monday tuesday wednesday thursday friday saturday sunday annual first second next last")

// summit is the name of the occasion that a contact is told as, where nobody is
// named to have met there: the occasion itself, and not a meeting at it.
func (h *happening) summit() string {
	if h.family != "contact" || len(h.named) > 0 {
		return ""
	}
	for _, cl := range h.claims {
		if m := summitName.FindStringSubmatch(cl.Quote); m != nil {
			name := strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(m[1]+m[2], "-", ""), "Group of ", "g"))
			if !weekdaysAndSuch[name] {
				return name
			}
		}
	}
	return ""
}

// sameSummit decides about two occasions of one name.
func sameSummit(a, b *happening) (score int, reason string) {
	x := a.summit()
	if x == "" || x != b.summit() || !a.known || !b.known || a.vague() || b.vague() || gap(a.when, b.when) > nearDays {
		return 0, ""
	}
	return 9, "an occasion of one name, at times that can agree"
}
