package dossier

import (
	"strings"

	"github.com/travaux/travaux"
)

// How many bytes of a passage a dossier of excerpts shows at most, and of one
// in which the outlet speaks in its own voice.
const (
	maxExcerpt = 160
	maxVoice   = 80
)

// limitExcerpts sets how many bytes of a passage are shown of each report. A
// report may be hardly more than statements; passages in the outlet's wording
// are then cut shorter, to 60 bytes at the least, until all passages make up
// half of the text or less. What people are quoted as saying is left alone.
func (s *Site) limitExcerpts() {
	s.excerpt = map[string]int{}
	for id, r := range s.data.Reports {
		limit := maxExcerpt
		for limit > 60 && s.shown(id, limit) > len(r.Text)/2 {
			limit -= 20
		}
		s.excerpt[id] = limit
	}
}

// shown is how many bytes of a report its passages show when cut to limit.
func (s *Site) shown(report string, limit int) int {
	total, end := 0, -1
	for _, u := range s.uses[report] {
		switch {
		case u.kind == "voice":
			total += min(u.span.Len(), limit, maxVoice)
		case u.span.End > end:
			end = u.span.End
			total += min(u.span.Len(), excerptOf(u.span.Quote, limit))
		}
	}
	return total
}

// excerptOf is how many bytes of words are shown when the outlet's wording is
// cut to limit.
func excerptOf(words string, limit int) int {
	if strings.ContainsAny(words, "“”\"") {
		return maxExcerpt
	}
	return limit
}

// quote returns words as they are printed: in a dossier of excerpts, cut to
// what is shown of the reports that the spans stand in.
func (s *Site) quote(words string, spans ...travaux.Span) string {
	if !s.data.Options.Excerpts {
		return words
	}
	limit := maxExcerpt
	for _, sp := range spans {
		if n, ok := s.excerpt[sp.Report]; ok {
			limit = min(limit, n)
		}
	}
	return shorten(words, excerptOf(words, limit))
}

// quoteVoice returns words of the outlet itself as they are printed.
func (s *Site) quoteVoice(words string, sp travaux.Span) string {
	words = s.quote(words, sp)
	if s.data.Options.Excerpts {
		words = shorten(words, maxVoice)
	}
	return words
}
