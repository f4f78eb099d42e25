package extract

import (
	"strings"

	"github.com/travaux/travaux"
)

// What one document may have, so that what it costs is bounded. Reports have a
// hundredth of it; how many words are then read is package english's to say.
const (
	maxData        = 8 << 20 // bytes of text or markup
	maxTags        = 300_000 // of a page
	maxText        = 4 << 20 // bytes of the text that was found
	maxLines       = 200_000
	maxFrontMatter = 64 << 10
)

// bounded refuses a text that is larger than any report.
func bounded(text string) error {
	if len(text) > maxText {
		return tooLarge("%d KB of text; a report has at most %d", len(text)>>10, maxText>>10)
	}
	if n := strings.Count(text, "\n"); n > maxLines {
		return tooLarge("%d lines; a report has at most %d", n, maxLines)
	}
	return nil
}

func tooLarge(format string, args ...any) error {
	e := travaux.Errorf(travaux.CodeTooLarge, op, "", "it has "+format, args...)
	e.Hint = "if it holds several reports, part it into them"
	return e
}
