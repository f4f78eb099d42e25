package analysis

import (
	"math"
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
	return nil
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
