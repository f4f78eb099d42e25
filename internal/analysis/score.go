package analysis

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

// Probability is what a forecast states, in percent, both ends included: of a
// word on a scale its band, of a number the number.
type Probability struct {
	Lo, Hi int
	Words  string // that state it
	Scale  string // "" for a number
}

// percent is the one number that a score takes: the middle.
func (p *Probability) percent() int { return (p.Lo + p.Hi) / 2 }

// probabilityOf is the probability that a forecast states, nil for none.
func probabilityOf(f *travaux.Forecast) *Probability {
	if lo, hi, ok := strings.Cut(f.Band, "-"); ok {
		a, err1 := strconv.Atoi(lo)
		b, err2 := strconv.Atoi(hi)
		if err1 == nil && err2 == nil && a >= 0 && a <= b && b <= 100 {
			return &Probability{a, b, oneLine(f.Hedge), f.Scale}
		}
	}
	if len(f.Spans) == 0 {
		return nil
	}
	if h := oneLine(f.Hedge); strings.HasPrefix(h, "at ") { // "puts a deal at 60 percent"
		if p := statedNumber("chance " + h); p != nil {
			p.Words = h
			return p
		}
	}
	return statedNumber(oneLine(f.Spans[0].Quote))
}

// The ways in which a probability is printed as a number: "a 60 percent
// chance", "puts the odds at one in three", "fifty-fifty".
var (
	percentChance = regexp.MustCompile(`(?i)\b(\d{1,3})\s*(?:%|per ?cent)\s+(?:\w+\s+)?(?:chance|probability|likelihood|odds|certain)`)
	chancePercent = regexp.MustCompile(`(?i)\b(?:chances?|probability|likelihood|odds)\b[^.;]{0,60}?\b(?:at|is|of|to|was)\s+(?:about |around |roughly |some |nearly )?(\d{1,3})\s*(?:%|per ?cent)`)
	oneIn         = regexp.MustCompile(`(?i)\b(one|two|three|four|nine|\d{1,2})[ -](?:in|out of)[ -](two|three|four|five|six|ten|twenty|\d{1,3})\b`)
	fiftyFifty    = regexp.MustCompile(`(?i)\b(?:50[-–/]50|fifty[- ]fifty)\b`)
	chanceWord    = regexp.MustCompile(`(?i)\b(?:chances?|probability|likelihood|odds)\b`)
)

var numerals = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10, "twenty": 20}

// statedNumber is the probability that a passage prints as a number, nil for
// none.
func statedNumber(text string) *Probability {
	if !mayState(text) || !chanceWord.MatchString(text) && !strings.Contains(text, "50") && !strings.Contains(text, "ifty") && !strings.Contains(text, "certain") {
		return nil
	}
	for _, re := range []*regexp.Regexp{percentChance, chancePercent} {
		if m := re.FindStringSubmatch(text); m != nil {
			if n, err := strconv.Atoi(m[1]); err == nil && n <= 100 {
				return &Probability{Lo: n, Hi: n, Words: m[0]}
			}
		}
	}
	if m := fiftyFifty.FindString(text); m != "" {
		return &Probability{Lo: 50, Hi: 50, Words: m}
	}
	if m := oneIn.FindStringSubmatch(text); m != nil && chanceWord.MatchString(text) {
		a, b := numeral(m[1]), numeral(m[2])
		if a > 0 && a <= b {
			n := (200*a + b) / (2 * b) // to the nearest percent
			return &Probability{Lo: n, Hi: n, Words: m[0]}
		}
	}
	return nil
}

// mayState reports whether one of the words is there that the patterns look for.
func mayState(text string) bool {
	low := strings.ToLower(text)
	return slices.ContainsFunc([]string{"chance", "probab", "likelihood", "odds", "50", "fifty", "certain"}, func(w string) bool { return strings.Contains(low, w) })
}

func numeral(w string) int {
	if n, ok := numerals[strings.ToLower(w)]; ok {
		return n
	}
	n, err := strconv.Atoi(w)
	if err != nil {
		return 0
	}
	return n
}

// Score is how well stated probabilities did. A score of few forecasts says
// nothing of a holder.
type Score struct {
	Group string // "all" or a holder's actor id
	// N is how many forecasts were scored, BaseRate the share of them, in
	// percent, that came true.
	N        int
	BaseRate int
	// Brier is the mean of (p − o)², 0 at best and 1 at worst; Log the mean of
	// the natural logarithm of the probability given to what came about, 0 at
	// best. A band counts by its middle.
	Brier float64
	Log   float64
	// Proposed is how many of the outcomes no analyst has confirmed.
	Proposed    int
	Conditional bool
	Evidence    // of the forecasts scored and what came of them
}

// Scores are those of all forecasts with a stated probability and an outcome,
// conditional ones apart. Where there are none there is no row.
func Scores(ledger []Foreseen) []Score {
	var out []Score
	for _, conditional := range []bool{false, true} {
		var list []Foreseen
		for _, x := range ledger {
			if x.Conditional == conditional && x.Probability != nil && (x.Fate == CameTrue || x.Fate == DidNot) {
				list = append(list, x)
			}
		}
		if len(list) > 0 {
			out = append(out, score("all", conditional, list))
		}
	}
	return out
}

func score(group string, conditional bool, list []Foreseen) Score {
	s := Score{Group: group, N: len(list), Conditional: conditional}
	squares, came := 0, 0
	logs := 0.0
	var parts []Evidence
	for _, x := range list {
		p, o := x.Probability.percent(), 0
		if x.Fate == CameTrue {
			came, o = came+1, 100
		}
		squares += (p - o) * (p - o)
		given := p
		if o == 0 {
			given = 100 - p
		}
		logs += math.Log(max(float64(given), 0.5) / 100) // a certainty that failed would cost all there is
		parts = append(parts, x.Evidence)
		if x.Resolution != nil {
			parts = append(parts, x.Resolution.Evidence)
		}
		if !x.Confirmed {
			s.Proposed++
		}
	}
	s.Brier = rounded(float64(squares) / float64(10000*len(list)))
	s.Log = rounded(logs / float64(len(list)))
	s.BaseRate = 100 * came / len(list)
	s.Evidence = gather(parts...)
	return s
}

func rounded(x float64) float64 { return math.Round(x*1000) / 1000 }
