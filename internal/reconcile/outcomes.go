package reconcile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// settled is a report's passage on whether an agreement came about.
type settled struct {
	Span travaux.Span
	Yes  bool
	IDs  []string // statements that hold it
}

// outcome is such a passage in its place among the others.
type outcome struct {
	settled
	src *source
}

// outcomeLimit is how many later reports are held against one forecast.
const outcomeLimit = 3

// outcomeSweep is how many reports with an outcome come between a forecast and
// the last that is still held against it.
const outcomeSweep = 24

// outcomes relates forecasts of an agreement to what later reports say came of
// it.
func (rs *relations) outcomes(r *Result) {
	var all []outcome
	for _, s := range rs.sources {
		for _, o := range s.Settled {
			all = append(all, outcome{o, s})
		}
	}
	for _, s := range rs.sources {
		for i := range s.Forecasts {
			f := &s.Forecasts[i]
			if foretellsAgreement(f) {
				rs.cameOf(s, f, all)
			}
		}
	}
}

// cameOf relates one forecast to the outcomes that reports of the same people
// tell of after it, the soonest first.
func (rs *relations) cameOf(s *source, f *travaux.ForecastClaim, all []outcome) {
	from, _ := slices.BinarySearchFunc(all, s.n, func(o outcome, n int) int { return o.src.n - n })
	if !s.dated {
		from = 0 // what has no date may be earlier than any
	}
	n := 0
	for _, o := range all[from:min(len(all), from+outcomeSweep)] {
		if n >= outcomeLimit {
			return
		}
		if o.src == s || laterThan(s, o.src) || s.dated && o.src.dated && gap(s.when, o.src.when) > 2*viewDays || !samePeople(s, o.src, rs.actors) {
			continue
		}
		n++
		a := horizonWords(s, f)
		strength := "medium"
		if !s.dated || !o.src.dated {
			strength = "weak"
		}
		what := "none has come about"
		if o.Yes {
			what = "one has come about"
		}
		rs.put(a, o.src.span(o.Span), a.Quote, o.Span.Quote, append(slices.Clone(f.SupportedBy), o.IDs...), finding{
			kind: travaux.Updates, subkind: "status", strength: strength, rule: "forecast.outcome",
			explanation: fmt.Sprintf("The first passage expects an agreement, the second has it that %s: a later state, not a contradiction.", what),
		})
	}
}

// horizonWords are the words that say when the forecast is to come about, else
// those that carry it.
func horizonWords(s *source, f *travaux.ForecastClaim) travaux.Span {
	for i := range s.Timexes {
		if t := &s.Timexes[i]; t.Type != "SET" && f.Proposition.Start <= t.Start && t.End <= f.Proposition.End {
			return s.span(t.Span)
		}
	}
	if f.Proposition.Len() > 0 {
		return s.span(f.Proposition)
	}
	return s.span(f.Span)
}

// foretellsAgreement reports whether a forecast has it that an agreement will
// be reached: not a plan of one side, nor what is expected on a condition.
func foretellsAgreement(f *travaux.ForecastClaim) bool {
	if f.Condition != "" || f.Type != "prediction" && f.Type != "expectation" {
		return false
	}
	modal, reach, deal := false, false, false
	for w := range strings.FieldsSeq(fold(f.Proposition.Quote)) {
		w = strings.Trim(w, `.,;:"“”'`)
		if w == "not" || w == "no" || w == "never" || strings.HasSuffix(w, "n't") || elusiveWords[w] {
			return false
		}
		modal = modal || modalWords[w]
		deal = deal || dealWords[w]
		reach = reach || modal && (reachWords[w] || agreeWords[w])
		deal = deal || modal && agreeWords[w]
	}
	return reach && deal && !strings.Contains(f.Hedge, "unlikely") && !strings.Contains(f.Hedge, "slight")
}

var (
	modalWords   = wordSet("will would could may might can going shall should expected likely set poised")
	agreeWords   = wordSet("agreed finalised finalized")
	elusiveWords = wordSet("elusive fail fails collapse unlikely without slight slim")
	reachWords   = wordSet("reach reached sign signed conclude concluded strike struck clinch clinched seal sealed complete completed finalise finalize")
	dealWords    = wordSet("agreement deal accord treaty pact settlement truce framework compromise")
)

// settlements are the passages of a report's own words, or of whoever it
// quotes, that say that an agreement was reached, or that none was.
func settlements(s *source) []settled {
	var out []settled
	for _, sent := range s.sentences() {
		if !namesDeal(s.words(sent)) {
			continue
		}
		words, at := wordsOf(s, sent)
		if slices.ContainsFunc(words, pastYear(s)) {
			continue // of talks of another year
		}
		for i := range words {
			n, yes, ok := outcomeAt(words[i:])
			if !ok || slices.ContainsFunc(words[max(0, i-unrealReach):i], func(w string) bool { return unreal[w] }) {
				continue
			}
			sp := travaux.SpanOf(s.Report.Text, at[i].Start, at[i+n-1].End)
			if ids := s.carriers(sp); len(ids) > 0 {
				out = append(out, settled{sp, yes, ids})
			}
			break
		}
	}
	return out
}

// namesDeal reports whether a sentence may hold an outcome.
func namesDeal(sentence string) bool {
	sentence = strings.ToLower(sentence)
	for w := range dealWords {
		if strings.Contains(sentence, w) {
			return true
		}
	}
	return false
}

// pastYear tells the years that are not the report's.
func pastYear(s *source) func(word string) bool {
	year := ""
	if s.dated {
		year = fmt.Sprint(yearOf(s.when.Hi))
	}
	return func(w string) bool {
		return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && w[2] >= '0' && w[2] <= '9' && w[3] >= '0' && w[3] <= '9' && w != year
	}
}

func yearOf(d travaux.Day) int {
	y, _, _ := d.Date()
	return y
}

// unrealReach is how many words before an outcome may leave it open.
const unrealReach = 4

// unreal words before an outcome leave it open.
var unreal = wordSet("if whether until unless could may might would should will when once before after that had")

// outcomeAt reads an outcome at the head of words: "no final agreement was
// achieved", "ended without a deal", "reached a tentative agreement".
func outcomeAt(words []string) (n int, yes, ok bool) {
	deal := func(from int) int { // the index after "(a) (final) agreement", or 0
		for i := from; i < min(len(words), from+4); i++ {
			if dealWords[words[i]] && words[i] != "framework" {
				return i + 1
			}
			if !articles[words[i]] && !dealKinds[words[i]] {
				return 0
			}
		}
		return 0
	}
	switch w := words[0]; {
	case w == "no":
		if i := deal(1); i > 0 && i+1 < len(words) && (words[i] == "was" || words[i] == "has" || words[i] == "had") {
			for j := i + 1; j < min(len(words), i+4); j++ {
				if pastReach[words[j]] {
					return j + 1, false, true
				}
			}
		}
	case endings[w]:
		for i := 1; i < min(len(words), 5); i++ {
			if words[i] == "without" {
				if n := deal(i + 1); n > 0 {
					return n, false, true
				}
			}
		}
	case (w == "failed" || w == "unable") && len(words) > 3 && words[1] == "to" && (words[2] == "reach" || words[2] == "agree"):
		if i := deal(3); i > 0 {
			return i, false, true
		}
	case w == "reached" || w == "struck" || w == "clinched" || w == "signed":
		if i := deal(1); i > 0 {
			return i, true, true
		}
	}
	return 0, false, false
}

var (
	articles  = wordSet("a an the any")
	dealKinds = wordSet("final overall formal tentative preliminary provisional draft peace trade climate such lasting comprehensive new")
	endings   = wordSet("ended broke collapsed stalled closed concluded adjourned finished dispersed parted")
	pastReach = wordSet("reached achieved struck signed made found concluded agreed")
)

// wordsOf cuts a sentence into folded words with their places.
func wordsOf(s *source, sent lang.Span) (words []string, at []lang.Span) {
	text := s.Report.Text
	start := -1
	flush := func(end int) {
		if start >= 0 {
			words = append(words, strings.ToLower(text[start:end]))
			at = append(at, lang.Span{Start: start, End: end})
			start = -1
		}
	}
	for i := sent.Start; i < sent.End; i++ {
		c := text[i]
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '\'' || c == '-' || c >= 0x80 {
			if start < 0 {
				start = i
			}
			continue
		}
		flush(i)
	}
	flush(sent.End)
	return words, at
}
