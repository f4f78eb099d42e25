package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// Fate is what came of a forecast, as far as the record goes.
type Fate string

// The fates. NoWord is no "did not": nothing that is told decides it.
const (
	CameTrue  Fate = "came true"
	DidNot    Fate = "did not come true"
	StillOpen Fate = "still open"
	NoWord    Fate = "not in the record"
)

// Foreseen is a forecast in the ledger. A forecast that its holder is told to
// have made in several reports is one.
type Foreseen struct {
	Forecast *travaux.Forecast   // the first told
	Others   []*travaux.Forecast // of the same holder and matter
	Told     travaux.EDTF        // when first told; "" where no report has a date
	// Conditional forecasts are kept apart: whether they hold hangs on something
	// else that must come first.
	Conditional bool
	Probability *Probability // nil where none was stated
	Resolvable  bool
	Why         string // why it can or cannot be resolved
	// Passed says that the horizon's last day is before the view's date.
	Passed     bool
	Fate       Fate
	Confirmed  bool        // by an analyst; otherwise a fate is only proposed
	Resolution *Resolution // nil where nothing is told
	Evidence               // of the forecast
}

// Outcome says in words what came of a forecast. Of what was held unlikely it
// says that it came about or did not: the holder was right where it did not.
func (x *Foreseen) Outcome() string {
	if !doubts(x.Forecast.Hedge) {
		return string(x.Fate)
	}
	switch x.Fate {
	case CameTrue:
		return "came about, though held " + oneLine(x.Forecast.Hedge)
	case DidNot:
		return "did not come about, as foretold"
	}
	return string(x.Fate)
}

// doubtWords are the hedges of what is thought not to come about.
var doubtWords = wordList("unlikely improbable doubt doubts doubted doubtful remote sceptical skeptical elusive")

// doubts reports whether a hedge says that a thing will rather not be.
func doubts(hedge string) bool {
	no := false
	for w := range fields(hedge) {
		if doubtWords[w] || no && (w == "chance" || w == "sign" || w == "prospect") {
			return true
		}
		no = no || w == "no" || w == "little"
	}
	return false
}

// Resolution is the later passage that decides a forecast, and by which rule.
type Resolution struct {
	Fate Fate
	When travaux.EDTF // of the report that tells it
	Row  string       // id of the row of the record that the passage belongs to
	Rule string
	Why  string
	Evidence
}

// Ledger are all forecasts, in order of when they were told; undated last.
func (v *View) Ledger() []Foreseen { return slices.Clone(v.ledger()) }

func (v *View) foresee() []Foreseen {
	type timed struct {
		Foreseen
		from travaux.Day
	}
	resolve := v.newResolver()
	var list []timed
	for _, group := range v.sameForecasts() {
		x := v.foreseen(group, resolve)
		list = append(list, timed{x, startOf(x.Told)})
	}
	slices.SortFunc(list, func(a, b timed) int {
		return cmp.Or(cmp.Compare(a.from, b.from), compareEvidence(a.Evidence, b.Evidence), strings.Compare(a.Forecast.ID, b.Forecast.ID))
	})
	out := make([]Foreseen, len(list))
	for i := range list {
		out[i] = list[i].Foreseen
	}
	return out
}

// sameForecasts groups forecasts of one holder, matter, type and horizon, and
// with them what copies repeat.
func (v *View) sameForecasts() [][]*travaux.Forecast {
	type key struct {
		holder, kind string
		horizon      travaux.EDTF
	}
	by := map[key][]*travaux.Forecast{}
	var keys []key
	repeats := v.repeatedForecasts()
	for i := range v.Record.Forecasts {
		f := &v.Record.Forecasts[i]
		if len(f.Spans) == 0 || repeats[f.ID] != "" {
			continue
		}
		k := key{f.Holder, f.Type, f.Horizon}
		if by[k] == nil {
			keys = append(keys, k)
		}
		by[k] = append(by[k], f)
	}
	var out [][]*travaux.Forecast
	in := map[string]int{} // forecast → its group
	for _, k := range keys {
		list := v.inOrder(by[k])
		sets := make([]wordSet, len(list))
		for i, f := range list {
			sets[i] = exactWords(f.Proposition)
		}
		at := map[int]int{}
		for i, g := range matters(sets) {
			j, ok := at[g]
			if !ok {
				j = len(out)
				at[g] = j
				out = append(out, nil)
			}
			out[j] = append(out[j], list[i])
			in[list[i].ID] = j
		}
	}
	var copies []*travaux.Forecast
	for i := range v.Record.Forecasts {
		if f := &v.Record.Forecasts[i]; repeats[f.ID] != "" {
			copies = append(copies, f)
		}
	}
	for _, f := range v.inOrder(copies) {
		j := in[repeats[f.ID]]
		out[j] = append(out[j], f)
	}
	return out
}

// inOrder are forecasts by when they were told.
func (v *View) inOrder(list []*travaux.Forecast) []*travaux.Forecast {
	type timed struct {
		*travaux.Forecast
		at travaux.Day
	}
	order := make([]timed, len(list))
	for i, f := range list {
		at, _ := v.told(f.Spans)
		order[i] = timed{f, at.Hi}
	}
	slices.SortFunc(order, func(a, b timed) int {
		return cmp.Or(cmp.Compare(a.at, b.at), compareSpans(a.Spans[0], b.Spans[0]), strings.Compare(a.ID, b.ID))
	})
	out := make([]*travaux.Forecast, len(list))
	for i, x := range order {
		out[i] = x.Forecast
	}
	return out
}

// repeatedForecasts are the forecasts of copies that the original has too, with
// the original's.
func (v *View) repeatedForecasts() map[string]string {
	copied := map[string]bool{} // reports that have copies
	for i := range v.Record.Reports {
		if c := v.Record.Reports[i].CopyOf; c != "" {
			copied[c] = true
		}
	}
	out := map[string]string{}
	if len(copied) == 0 {
		return out
	}
	original := map[string]string{} // report and words → forecast
	at := func(report string, f *travaux.Forecast) string { return report + " " + words(f.Proposition).key() }
	for i := range v.Record.Forecasts {
		f := &v.Record.Forecasts[i]
		if len(f.Spans) == 0 || !copied[f.Spans[0].Report] {
			continue
		}
		if r := v.reports[f.Spans[0].Report]; r == nil || r.CopyOf != "" {
			continue // a copy of a copy is one of its original
		}
		if k := at(f.Spans[0].Report, f); original[k] == "" || f.ID < original[k] {
			original[k] = f.ID
		}
	}
	for i := range v.Record.Forecasts {
		f := &v.Record.Forecasts[i]
		if len(f.Spans) == 0 {
			continue
		}
		if r := v.reports[f.Spans[0].Report]; r != nil && r.CopyOf != "" {
			if id := original[at(r.CopyOf, f)]; id != "" {
				out[f.ID] = id
			}
		}
	}
	return out
}

func (v *View) foreseen(group []*travaux.Forecast, resolve *resolver) Foreseen {
	f := group[0]
	x := Foreseen{Forecast: f, Others: group[1:], Conditional: f.Type == "conditional" || f.Condition != ""}
	parts := make([]Evidence, 0, len(group))
	for _, g := range group {
		parts = append(parts, Evidence{g.SupportedBy, g.Spans})
	}
	x.Evidence = gather(parts...)
	told, dated := v.told(x.Spans)
	if dated {
		x.Told = edtf(told)
	}
	for _, g := range group {
		if x.Probability == nil {
			x.Probability = probabilityOf(g)
		}
	}
	horizon, ends := f.Horizon.Bounded()
	x.Passed = ends && v.Date != "" && horizon.Hi < v.Day
	x.Resolvable, x.Why = resolvable(f, ends, dated)
	if !ends {
		horizon = always
	}
	x.Resolution = resolve.find(&x, told, horizon, ends)
	switch {
	case f.Resolution != "":
		x.Fate, x.Confirmed = confirmed(f.Resolution), true
	case x.Resolution != nil:
		x.Fate = x.Resolution.Fate
	case ends && !x.Passed:
		x.Fate = StillOpen
	default:
		x.Fate = NoWord
	}
	return x
}

// always is the horizon of a forecast that names none.
var always = travaux.Interval{Lo: -1 << 30, Hi: 1 << 30}

// confirmed reads what an analyst entered.
func confirmed(s string) Fate {
	switch strings.ToLower(plain(s)) {
	case "true", "yes", "came true", "1":
		return CameTrue
	case "false", "no", "did not", "did not come true", "0":
		return DidNot
	case "open", "still open":
		return StillOpen
	}
	return NoWord
}

// resolvable says whether it can be told one day whether a forecast came true.
func resolvable(f *travaux.Forecast, ends, dated bool) (bool, string) {
	switch {
	case f.Type == "conditional" || f.Condition != "":
		return false, "It hangs on a condition: " + cmp.Or(oneLine(f.Condition), "not in so many words") + "."
	case f.Type == "precondition":
		return false, "It says what must come first, not that it will."
	case f.Type == "fear":
		return false, "It is feared, not foretold."
	case !ends && decidedByVote(f):
		return true, "A vote decides it."
	case !ends && f.Horizon == "":
		return false, "It names no time."
	case !ends:
		return false, "Its time has no end that is known."
	case !dated && f.Horizon == "":
		return false, "Neither it nor its report has a date."
	}
	return true, "It names a time with an end."
}
