package reconcile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

const (
	anchorOf      = 2  // one word sequence in so many is looked up
	anchorLimit   = 32 // reports with a sequence, above which it is furniture
	anchorsShared = 4  // of reports that are compared
	heldPercent   = 35 // of a sentence's sequences, that another text has
	liftedWords   = 18 // in sequences outside quotation marks, that two reports have in common
)

// lifted is a passage that one report took from another.
type lifted struct {
	by, from *source
	a, b     travaux.Span // where it stands in each
	credited bool
	ordered  bool // which came first is known
}

// findLifted finds sentences outside quotation marks that a report has in
// common with one of another outlet, of which it is neither copy nor version.
// Candidates are found by a sample of their word sequences.
func findLifted(sources []*source) []lifted {
	var with []occurrence
	for n, s := range sources {
		if s.origin == s.id { // what others have is their original's
			for _, h := range s.Anchors {
				with = append(with, occurrence{h, int32(n)})
			}
		}
		s.Anchors = nil
	}
	shared := map[[2]int32]int{}
	for list := range occurrences(with) {
		if len(list) > anchorLimit {
			continue
		}
		for i, x := range list {
			for _, y := range list[i+1:] {
				shared[[2]int32{x.at, y.at}]++
			}
		}
	}
	var pairs [][2]int32
	for p, n := range shared {
		x, y := sources[p[0]], sources[p[1]]
		if o := x.outlet; n >= anchorsShared && (o == "" || o != y.outlet) {
			pairs = append(pairs, p)
		}
	}
	slices.SortFunc(pairs, func(p, q [2]int32) int { return slices.Compare(p[:], q[:]) })
	found := make([][]lifted, len(pairs))
	parallel(len(pairs), func(i int) { found[i] = liftedBetween(sources[pairs[i][0]], sources[pairs[i][1]]) })
	return firstOrigins(slices.Concat(found...))
}

// anchorsOf are the word sequences of a report by which candidates are found.
func anchorsOf(words []printed) []uint32 {
	var out []uint32
	sequences(words, func(h uint32, _ int) {
		if h%anchorOf == 0 {
			out = append(out, h)
		}
	})
	return out
}

// creditReach is how near a passage the outlet is named that it is credited to.
const creditReach = 300

// liftedBetween lists the passages that two reports have in common. The one that
// credits the other's outlet beside them took them, else the later one.
func liftedBetween(x, y *source) []lifted {
	out := repeated(y, x)
	later := slices.ContainsFunc(out, func(l lifted) bool { return l.credits(l.by, l.a, l.from) })
	if !later && slices.ContainsFunc(out, func(l lifted) bool { return l.credits(l.from, l.b, l.by) }) {
		out, later = repeated(x, y), true
	}
	for i := range out {
		out[i].credited = later
	}
	return out
}

// credits reports whether a report names another's outlet beside a passage.
func (l *lifted) credits(s *source, passage travaux.Span, o *source) bool {
	name := words(o.Report.Outlet.Value)
	if len(name) <= 2 || foldOutlet(o.Report.Outlet.Value) == foldOutlet(s.Report.Outlet.Value) {
		return false
	}
	near := s.Report.Text[max(0, passage.Start-creditReach):min(len(s.Report.Text), passage.End+creditReach)]
	return strings.Contains(" "+words(near)+" ", " "+name+" ")
}

// repeated lists the passages of a report that another has.
func repeated(by, from *source) []lifted {
	of := map[uint32]int{} // sequences of the original, to its sentences
	theirs := from.sentences()
	for i, sent := range theirs {
		sequences(printedWords(from.Report.Text, sent.Start, sent.End), func(h uint32, _ int) {
			if _, ok := of[h]; !ok {
				of[h] = i
			}
		})
	}
	runs, n := commonRuns(by, by.sentences(), of)
	if n < liftedWords {
		return nil
	}
	var out []lifted
	for _, r := range runs {
		out = append(out, lifted{
			by: by, from: from, ordered: compareTimes(by, from) != 0,
			a: by.stretch(r.own.Start, r.own.End), b: from.stretch(theirs[r.first].Start, theirs[r.last].End),
		})
	}
	return out
}

// run is a passage of one report and the sentences of another that it repeats.
type run struct {
	own         lang.Span
	first, last int
}

// commonRuns gathers the sentences whose sequences another text has into
// passages, and counts the words of theirs that it has in sequence.
func commonRuns(s *source, sents []lang.Span, of map[uint32]int) (runs []run, words int) {
	open := false
	for _, sent := range sents {
		list := printedWords(s.Report.Text, sent.Start, sent.End)
		all, held, at := 0, 0, -1
		covered, reach := 0, 0
		sequences(list, func(h uint32, first int) {
			all++
			if i, ok := of[h]; ok {
				held++
				covered += first + shingleWords - max(first, reach)
				reach = first + shingleWords
				if at < 0 {
					at = i
				}
			}
		})
		if all < shingleWords-1 || 100*held < heldPercent*all {
			open = false
			continue
		}
		words += covered
		if n := len(runs); open && (at == runs[n-1].last || at == runs[n-1].last+1) {
			runs[n-1].own.End, runs[n-1].last = sent.End, at
			continue
		}
		runs, open = append(runs, run{sent, at, at}), true
	}
	return runs, words
}

// firstOrigins keeps, of passages that lead to several reports, the one that
// leads to the first; where a credit says so, the one that is credited.
func firstOrigins(all []lifted) []lifted {
	slices.SortStableFunc(all, func(x, y lifted) int {
		return cmp.Or(cmp.Compare(x.by.n, y.by.n), cmp.Compare(credit(y), credit(x)), cmp.Compare(x.from.n, y.from.n), cmp.Compare(x.a.Start, y.a.Start))
	})
	var out []lifted
	for _, l := range all {
		taken := slices.ContainsFunc(out[max(0, len(out)-anchorLimit):], func(o lifted) bool { return o.by == l.by && o.from != l.from && o.a.Overlaps(l.a) })
		if !taken {
			out = append(out, l)
		}
	}
	return out
}

func credit(l lifted) int {
	if l.credited {
		return 1
	}
	return 0
}

// lifted relates passages that reports took from others.
func (rs *relations) lifted(list []lifted) {
	for _, l := range list {
		f := finding{kind: travaux.DerivesFrom, subkind: "attribution", strength: "medium", rule: "derives_from.passage"}
		why := "which came earlier"
		switch {
		case l.credited:
			f.strength, why = "strong", "whose outlet the report names"
		case !l.ordered:
			f.strength, why = "weak", "though which came first is not in the record"
		}
		f.explanation = fmt.Sprintf("Outside quotation marks the two passages are nearly the same. The first is taken to come from the second, %s, or both from a third: they are one source.", why)
		rs.put(l.a, l.b, "", "", append(l.by.carriedBy(l.a), l.from.carriedBy(l.b)...), f)
	}
}

// carriedBy are the ids of the statements that stand in a passage.
func (s *source) carriedBy(passage travaux.Span) []string {
	var out []string
	for i := range s.Statements {
		if c := s.Statements[i].Content; len(c) > 0 && passage.Start <= c[0].Start && c[0].End <= passage.End {
			out = append(out, s.Statements[i].ID)
		}
	}
	return out
}
