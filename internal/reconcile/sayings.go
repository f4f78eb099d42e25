package reconcile

import (
	"strings"

	"github.com/travaux/travaux"
)

// sameSaying decides about two passages on what somebody said in public on one
// day: one occasion, unless they name two different ones, as a broadcaster and
// a social network. A state says much through many mouths.
func sameSaying(a, b *happening, c *cast) (score int, reason string) {
	if a.family != "words" || b.family != "words" || !a.done || !b.done || !a.known || a.when != b.when || a.when.Days() != 1 || otherVenue(a, b) {
		return 0, ""
	}
	for _, id := range sortedKeys(a.who) {
		if row := c.row(id); b.who[id] && row != nil && family(row.Type) != "state" && row.Type != travaux.ActorGroup && !row.Type.Anonymous() {
			return 11, "the same speaker on the same day, and no two occasions told apart"
		}
	}
	return 0, ""
}

// otherVenue reports whether two passages name different occasions.
func otherVenue(a, b *happening) bool {
	if a.family != "words" || b.family != "words" {
		return false
	}
	x, y := a.venue(), b.venue()
	return x != "" && y != "" && x != y
}

// venue is where or how something was said, as far as the words tell: the kind
// of occasion, or the name of who was told.
func (h *happening) venue() string {
	for _, cl := range h.claims {
		words := strings.Fields(cl.Quote)
		for i, w := range words {
			w = strings.ToLower(strings.Trim(w, ".,;:“”\"'()"))
			if v := venueWords[w]; v != "" {
				return v
			}
			if w == "conference" && i > 0 && (strings.EqualFold(words[i-1], "news") || strings.EqualFold(words[i-1], "press")) {
				return "press"
			}
			if toldWords[w] && i+2 < len(words) && words[i+1] == "the" { // "told the Harbour Board"
				i++
			}
			if toldWords[w] && i+1 < len(words) {
				if v := strings.Trim(words[i+1], ".,;:“”\"'’s()"); v != "" && strings.ToUpper(v[:1]) == v[:1] && !dayWords[strings.ToLower(v)] {
					return strings.ToLower(v)
				}
			}
		}
	}
	return ""
}

var (
	toldWords  = wordSet("told on with")
	dayWords   = wordSet("monday tuesday wednesday thursday friday saturday sunday the a mr mrs ms")
	venueWords = map[string]string{
		"tweet": "tweet", "tweeted": "tweet", "tweets": "tweet", "tweeting": "tweet", "twitter": "tweet", "posted": "tweet",
		"letter": "letter", "wrote": "letter", "interview": "interview", "op-ed": "op-ed",
		"speech": "speech", "address": "speech", "rally": "speech", "testimony": "testimony", "testified": "testimony",
		"reporters": "press", "journalists": "press", "newsmen": "press", "briefing": "press", "crowd": "speech",
		"statement": "statement", "parliament": "parliament", "lawmakers": "parliament",
	}
)
