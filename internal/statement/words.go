package statement

import (
	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/chunk"
)

// grammatical reports whether a word that may open a sentence is one of
// grammar, so that its capital shows nothing.
func grammatical(w string) bool {
	switch w {
	case "a", "an", "the", "and", "but", "or", "nor", "so", "yet", "if", "as", "at", "by", "for", "from", "in", "into", "of", "on", "to", "with", "without",
		"after", "before", "when", "while", "where", "since", "until", "because", "though", "although", "unless", "once", "than", "that", "this", "these",
		"those", "there", "here", "then", "now", "also", "still", "even", "not", "no", "never", "however", "meanwhile", "instead", "earlier", "later",
		"what", "who", "which", "why", "how", "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "will", "would", "can",
		"could", "may", "might", "must", "should", "let", "its", "his", "her", "their", "our", "my", "your", "him", "them", "me", "us", "it", "over", "under",
		"among", "about", "against", "during", "just", "only", "often", "perhaps", "please":
		return true
	}
	return false
}

func relativePronoun(low string) bool { return low == "who" || low == "which" || low == "that" }

func reflexive(form string) bool {
	switch form {
	case "himself", "herself", "itself", "themselves", "ourselves", "myself":
		return true
	}
	return false
}

// mediumNoun reports whether a noun is what words are given in.
func mediumNoun(lemma string) bool {
	switch lemma {
	case "statement", "interview", "speech", "tweet", "post", "letter", "briefing", "conference", "email", "e-mail", "remark", "note", "memo",
		"telephone", "phone", "testimony", "address", "broadcast", "video", "message", "release", "article", "op-ed", "essay":
		return true
	}
	return false
}

// timePhrase reports whether the phrase at k is one of time.
func (r *reader) timePhrase(u *unit, k int) bool {
	return k >= 0 && k < len(u.e) && u.e[k].quote < 0 && r.npEnd(u, k) >= 0 && r.timeHead(r.npHead(u, k))
}

// timeHead reports whether what token i heads is a time.
func (r *reader) timeHead(i int) bool {
	if i < 0 || i >= len(r.d.Toks) {
		return false
	}
	t := &r.d.Toks[i]
	if t.UPOS == lang.PROPN && (r.x.Is(i, "nsubj") || r.mention(i) != nil && r.mention(i).Type == lang.Person) { // "May said"
		return false
	}
	if len(t.Lemma) == 4 && (t.Lemma[:2] == "19" || t.Lemma[:2] == "20") && t.UPOS == lang.NUM {
		return true
	}
	return chunk.Weekday(t.Lemma) || chunk.DayPart(t.Lemma) || timeNoun(t.Lemma)
}

func timeNoun(lemma string) bool {
	switch lemma {
	case "day", "week", "month", "year", "weekend", "hour", "minute", "time", "January", "February", "March",
		"April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.", "decade", "moment":
		return true
	}
	return false
}
