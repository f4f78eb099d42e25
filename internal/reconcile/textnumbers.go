package reconcile

import (
	"strconv"
	"strings"
)

// numbersIn are the numbers within a name that tell which text it is: "86-page",
// "the first-phase deal", "phase one", "the 2015 accord".
func numbersIn(words []string) []mark {
	var out []mark
	for i, w := range words {
		var before, after string
		if i > 0 {
			before = words[i-1]
		}
		if i+1 < len(words) {
			after = words[i+1]
		}
		n, order := numeral(w), ranks[w]
		switch {
		case n > 0 && (after == "page" || after == "pages"):
			if !roughly[before] {
				out = append(out, mark{byPages, strconv.Itoa(n)})
			}
		case n > 0 && serial(before):
			out = append(out, mark{byOrdinal, before + " " + strconv.Itoa(n)})
		case order > 0 && serial(after):
			out = append(out, mark{byOrdinal, after + " " + strconv.Itoa(order)})
		case len(w) == 4 && n >= 1800 && n < 2200 && after != "point":
			out = append(out, mark{byYear, w})
		}
	}
	return out
}

// numeral reads a number in digits or words, 0 for none.
func numeral(w string) int {
	if n, ok := numerals[w]; ok {
		return n
	}
	n, err := strconv.Atoi(w)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// smallWords stand in names and describe nothing.
var smallWords = wordSet(`about all already any are been being both but can could from had has have into less
 more most not other own same some such than then those too two very was were which will would`)

// partNouns are what a text is negotiated in; each is a text by itself. draftNouns
// are what it goes through: another number is another version.
var (
	partNouns  = wordSet("chapter annex basket cluster leg part phase pillar stage step tier track tranche")
	draftNouns = wordSet("draft edition iteration revision round version")

	numerals = map[string]int{
		"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
		"eleven": 11, "twelve": 12,
	}
	ranks = map[string]int{
		"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
		"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5,
	}
	roughly = wordSet("nearly almost about around roughly some over than approximately under")
)

// serial reports whether a noun stands with a number that tells texts apart.
func serial(noun string) bool { return partNouns[noun] || draftNouns[noun] }

// particularForms are nouns that say what kind of text one is, in groups of which
// one text bears one. A plan may be called a proposal and end as a deal; a bill
// is no amendment.
var particularForms = map[string]string{
	"act": "a bill", "bill": "a bill", "law": "a bill", "legislation": "a bill",
	"amendment": "an amendment", "rider": "an amendment",
	"contract": "a contract", "resolution": "a resolution", "memo": "a memorandum", "memorandum": "a memorandum",
	"convention": "a treaty", "protocol": "a treaty", "treaty": "a treaty",
	"charter": "a constitution", "constitution": "a constitution",
	"ceasefire": "a truce", "truce": "a truce", "armistice": "a truce",
}

// singularNoun drops the plural ending of a noun.
func singularNoun(w string) string {
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 3:
		return w[:len(w)-1]
	}
	return w
}
