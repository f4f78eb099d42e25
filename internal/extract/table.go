package extract

import (
	"regexp"
	"strings"

	"github.com/travaux/travaux"
)

var cellRE = regexp.MustCompile(`\s*\|\s*|\t+|\s{3,}`)

// cells counts the cells of a line that has the form of a table's row: short
// parts between bars, tabs or wide gaps. rule is one of dashes under a head.
func cells(u *unit) (n int, figures, rule bool) {
	if u.words > 30 || !strings.ContainsAny(u.text, "|\t") && !strings.Contains(u.text, "   ") {
		return 0, false, false
	}
	text := strings.Trim(u.text, " |\t")
	if strings.Trim(text, "-|: ") == "" {
		return strings.Count(text, "|") + 1, false, true
	}
	for _, part := range cellRE.Split(text, 24) {
		if len(strings.Fields(part)) > 8 {
			return 0, false, false
		}
		n++
		figures = figures || n > 1 && part != "" && part[0] >= '0' && part[0] <= '9'
	}
	return n, figures, false
}

// tables classes runs of rows with as many cells each, at least one of them
// with figures or a ruled head: without these they are menus.
func tables(words []*unit) {
	for i := 0; i < len(words); {
		n, sure, ruled := cells(words[i])
		if n < 2 {
			i++
			continue
		}
		j := i + 1
		for ; j < len(words); j++ {
			k, figures, rule := cells(words[j])
			if k != n {
				break
			}
			sure, ruled = sure || figures, ruled || rule
		}
		if j-i >= 2 && (sure || ruled) {
			for _, u := range words[i:j] {
				u.class, u.fixed = travaux.LineTable, true
			}
		}
		i = j
	}
}
