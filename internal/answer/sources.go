package answer

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

// singleAnonymous lists what one unnamed person says, unless somebody else is
// behind the claims that make up half of it or more.
func (a *asker) singleAnonymous() {
	shared := map[string][]travaux.Span{} // what others support too, by statement
	for i := range a.rec.Corroborations {
		if c := &a.rec.Corroborations[i]; c.Independent > 1 {
			for _, id := range c.SupportedBy {
				shared[id] = append(shared[id], c.Spans...)
			}
		}
	}
	for i := range a.rec.Statements {
		if st := &a.rec.Statements[i]; a.background(st) && len(st.JointWith) == 0 && 2*common(st.Content, shared[st.ID]) < length(st.Content) {
			a.row(st.ID, []string{st.ID}, st.Spans, words(st.Content), a.name(st.Speaker), a.outlet(st.Spans), words(st.Spans))
		}
	}
	a.out.Note = "What one unnamed person says, where nobody else in the record is found to say it. A spokesperson speaks for a body and is not counted."
}

func length(spans []travaux.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}

// common is how many bytes of a statement's content the passages of claims
// cover.
func common(content, claims []travaux.Span) int {
	n := 0
	for _, c := range content {
		var in []travaux.Span
		for _, s := range claims {
			if s.Report == c.Report {
				in = append(in, s)
			}
		}
		slices.SortFunc(in, func(x, y travaux.Span) int { return cmp.Compare(x.Start, y.Start) })
		n += c.Len()
		for _, gap := range outside(c.Start, c.End, in) {
			n -= gap[1] - gap[0]
		}
	}
	return n
}

func (a *asker) agreed() {
	for i := range a.rec.Corroborations {
		if c := &a.rec.Corroborations[i]; c.Independent > 1 {
			a.row(c.ID, c.SupportedBy, c.Spans, c.Fact, strconv.Itoa(c.Independent), a.names(c.Outlets), words(c.Spans))
		}
	}
	a.out.Note = "Sources are counted along chains: outlets that repeat one person are one source, and a copy is none."
}

func (a *asker) contradictions() {
	for i := range a.rec.Relations {
		if r := &a.rec.Relations[i]; r.Kind == travaux.Contradicts {
			a.row(r.ID, r.SupportedBy, r.Spans, plain(r.Subkind), words([]travaux.Span{r.A}), words([]travaux.Span{r.B}), r.HoldsIf, r.Explanation)
		}
	}
	a.out.Note = "All other pairs that look like conflicts are a later state, a finer grain, another holder or another thing; the differences of the record list them with their kind."
}

// telling is how many characters a passage must have to show a voice.
const telling = 40

// outletVoice measures how much of the articles nobody else is told to have
// said: neither what is said nor the words that say who said it. What an outlet
// tells of where somebody stands, or of what they decline to say, is its own.
func (a *asker) outletVoice() {
	type count struct {
		all, own int
		spans    []travaux.Span
	}
	counts := map[string]*count{}
	for _, g := range a.read() {
		r := a.reports[g.Report.ID]
		o := cmp.Or(r.Outlet.Value, r.File)
		c := counts[o]
		if c == nil {
			c = &count{}
			counts[o] = c
		}
		var spans []travaux.Span // attributed passages
		for _, i := range a.saidIn()[r.ID] {
			if st := &a.rec.Statements[i]; spoken(st) {
				spans = append(spans, st.Spans...)
			}
		}
		slices.SortFunc(spans, func(x, y travaux.Span) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End)) })
		for _, b := range g.Report.Blocks {
			own := outside(b.Start, b.End, spans)
			c.all += b.End - b.Start
			for _, s := range own {
				c.own += s[1] - s[0]
			}
			for _, o := range own {
				if len(c.spans) == 3 {
					break
				}
				if s := travaux.SpanOf(g.Report.Text, o[0], o[1]); s.Len() >= telling {
					s.Report, s.File = r.ID, r.File
					c.spans = append(c.spans, s)
					break
				}
			}
		}
	}
	total := count{}
	for _, o := range slices.Sorted(maps.Keys(counts)) {
		c := counts[o]
		total.all, total.own = total.all+c.all, total.own+c.own
		if len(total.spans) < 3 {
			total.spans = append(total.spans, c.spans...)
		}
		a.row(o, nil, c.spans, o, strconv.Itoa(c.all), strconv.Itoa(c.own), share(c.own, c.all))
	}
	if total.all > 0 {
		a.row("all", nil, total.spans, "all outlets", strconv.Itoa(total.all), strconv.Itoa(total.own), share(total.own, total.all))
	}
	a.out.Note = "Characters of article text that nobody else is told to have said. The words are the first such passages of an outlet."
}

// outside are the parts of a stretch that no span covers; the spans are in
// order of their start.
func outside(start, end int, spans []travaux.Span) [][2]int {
	var out [][2]int
	i, _ := slices.BinarySearchFunc(spans, start, func(s travaux.Span, at int) int { return cmp.Compare(s.Start, at) })
	for i > 0 && spans[i-1].End > start { // one that began before
		i--
	}
	at := start
	for ; i < len(spans) && spans[i].Start < end; i++ {
		if spans[i].Start > at {
			out = append(out, [2]int{at, spans[i].Start})
		}
		at = max(at, spans[i].End)
	}
	if at < end {
		out = append(out, [2]int{at, end})
	}
	return out
}

// share is n of all in percent, with one digit, "" of nothing.
func share(n, all int) string {
	if all == 0 {
		return ""
	}
	return strconv.FormatFloat(float64(1000*n/all)/10, 'f', 1, 64)
}

func (a *asker) behindNotConsulted() {
	only := a.called("who")
	if a.err != nil {
		return
	}
	type voice struct{ who, source string }
	rows := map[voice]int{}
	for i := range a.rec.Consultations {
		c := &a.rec.Consultations[i]
		if !passedOver(c) || len(only) > 0 && !slices.ContainsFunc(c.Who, func(id string) bool { return only[id] }) {
			continue
		}
		who := a.names(c.Who)
		if len(only) > 0 {
			who = a.set["who"]
		}
		for _, id := range c.SupportedBy {
			st := a.statement(id)
			if st == nil {
				continue
			}
			key := voice{who, st.Speaker}
			if st.Attribution == travaux.ByOutlet || st.Speaker == "" {
				key.source = a.outlet(st.Spans)
			}
			if at, ok := rows[key]; ok {
				r := &a.out.Rows[at]
				r.SupportedBy, r.Spans = append(r.SupportedBy, id), append(r.Spans, c.Spans...)
				continue
			}
			rows[key] = len(a.out.Rows)
			a.row(c.ID, []string{id}, slices.Clone(c.Spans), who, cmp.Or(a.name(st.Speaker), key.source), a.outlet(c.Spans), words(c.Spans))
		}
	}
	a.out.Note = "One row for each source. One person behind several outlets is one source; unnamed people of two reports are never taken for one."
}

func (a *asker) senses() {
	asked := strings.ToLower(a.param("name", ""))
	type use struct {
		n     int
		spans []travaux.Span
	}
	uses := map[string]map[string]*use{} // by name and sense
	named, other := a.formsOfActors(), a.noPlaces()
	written := map[string]string{} // name in capitals → as it is written in running text
	had := map[string]bool{}
	for _, g := range a.read() {
		for i := range g.Mentions {
			name := g.Report.Text[g.Mentions[i].NameStart:g.Mentions[i].NameEnd]
			if had[name] {
				continue
			}
			had[name] = true
			if up := strings.ToUpper(name); up != name && (written[up] == "" || name < written[up]) {
				written[up] = name
			}
		}
	}
	for _, g := range a.read() {
		for i := range g.Mentions {
			m := &g.Mentions[i]
			if m.Sense == "" || m.Type != "place" && m.Type != "organisation" {
				continue
			}
			name := strings.TrimSuffix(strings.TrimSuffix(g.Report.Text[m.NameStart:m.NameEnd], "'s"), "’s")
			if asked != "" && strings.ToLower(name) != asked {
				continue
			}
			sense := m.Sense
			x := named[[2]string{g.Report.ID, name}]
			if (x == nil || x.World == "") && (other[strings.ToLower(name)] || x != nil && x.Type == travaux.ActorPlace && portfolio(g.Report.Text[:m.NameStart])) {
				continue
			}
			if x != nil && x.World == "" { // no list knows it, but all reports together do
				switch {
				case !placeLike(x.Type):
					continue
				case m.Type == "organisation":
					sense = "place"
				}
			}
			name = shown(written, name)
			senses := uses[name]
			if senses == nil {
				senses = map[string]*use{}
				uses[name] = senses
			}
			u := senses[sense]
			if u == nil {
				u = &use{}
				senses[sense] = u
			}
			u.n++
			if s := m.Span; len(u.spans) < 12 {
				s.Report, s.File = g.Report.ID, g.Report.File
				u.spans = append(u.spans, s)
			}
		}
	}
	maps.DeleteFunc(uses, func(_ string, senses map[string]*use) bool { return senses["place"] == nil })
	for _, both := range []bool{true, false} { // names that mean both come first
		for _, name := range slices.Sorted(maps.Keys(uses)) {
			if (uses[name]["actor"] != nil) != both {
				continue
			}
			for _, sense := range slices.Sorted(maps.Keys(uses[name])) {
				u := uses[name][sense]
				a.row(name, nil, u.spans, name, sense, strconv.Itoa(u.n))
			}
		}
	}
	a.out.Note = "Decided at each occurrence; at most twelve are quoted. Names that mean both come first."
}

// shown is a name in capitals, as datelines have it, in the form of running text.
func shown(written map[string]string, name string) string {
	if name == strings.ToUpper(name) && written[name] != "" && len(name) > 3 {
		return written[name]
	}
	return name
}

// formsOfActors are the actors of the record by report and form.
func (a *asker) formsOfActors() map[[2]string]*travaux.Actor {
	out := map[[2]string]*travaux.Actor{}
	for i := range a.rec.Actors {
		x := &a.rec.Actors[i]
		for _, f := range x.NameForms {
			out[[2]string{f.First.Report, f.Form}] = x
		}
	}
	return out
}

// noPlaces are, in lower case, names that one report may take for a place and
// that the record knows for something else: surnames, and what is made of the
// name of a state for its people.
func (a *asker) noPlaces() map[string]bool {
	out := map[string]bool{}
	for i := range a.rec.Actors {
		x := &a.rec.Actors[i]
		for _, f := range x.NameForms {
			form := strings.ToLower(f.Form)
			switch {
			case x.Type == travaux.ActorPerson && strings.Contains(form, " "):
				out[form[strings.LastIndexByte(form, ' ')+1:]] = true
			case x.Type == travaux.ActorRegion || x.Type == travaux.ActorState:
				for _, ending := range []string{"n", "an", "ian", "ese", "ish"} {
					out[form+ending] = true
				}
			}
		}
	}
	return out
}

var portfolioPattern = regexp.MustCompile(`(?i)\b(ministers?|ministry|secretary|department|committee) (of|for|on) $`)

// portfolio reports whether the text before a name says that it is what an
// office is for: "the Minister of Transport".
func portfolio(before string) bool {
	return portfolioPattern.MatchString(before[max(0, len(before)-24):])
}

// placeLike reports whether what is taken for an actor of that type may be a
// place.
func placeLike(t travaux.ActorType) bool {
	switch t {
	case travaux.ActorPlace, travaux.ActorRegion, travaux.ActorState, travaux.ActorGovernment:
		return true
	}
	return false
}

func (a *asker) coding() {
	rows := map[string]int{}
	spans := map[string][]travaux.Span{}
	count := func(rule string, s []travaux.Span) {
		if rule == "" {
			return
		}
		rows[rule]++
		if spans[rule] == nil {
			spans[rule] = s
		}
	}
	for i := range a.rec.Statements {
		count(a.rec.Statements[i].Rule, a.rec.Statements[i].Spans)
	}
	for i := range a.rec.Relations {
		count(a.rec.Relations[i].Rule, a.rec.Relations[i].Spans)
	}
	for _, g := range a.read() {
		at := func(c travaux.Claim) {
			s := c.Span
			s.Report, s.File = g.Report.ID, g.Report.File
			count(c.Rule, []travaux.Span{s})
		}
		for _, e := range g.Events {
			at(e.Claim)
		}
		for _, p := range g.Proposals {
			at(p.Claim)
			for _, x := range p.Provisions {
				at(x.Claim)
			}
		}
		for _, p := range g.Positions {
			at(p.Claim)
		}
		for _, c := range g.Consultations {
			at(c.Claim)
		}
		for _, f := range g.Forecasts {
			at(f.Claim)
		}
	}
	var rules []string
	for r := range rows {
		rules = append(rules, r)
	}
	slices.Sort(rules)
	readers := strings.Join(a.rec.Negotiation.Readers, " ")
	for _, r := range rules {
		a.row(r, nil, spans[r], r, strconv.Itoa(rows[r]), readers, "0")
	}
	for i := range a.rec.Judgements {
		j := &a.rec.Judgements[i]
		a.row(j.ID, nil, j.Spans, "judgement: "+plain(string(j.Kind)), strconv.Itoa(len(j.Targets)), j.By+" "+j.At, j.Reason)
	}
	if len(a.rec.Judgements) == 0 {
		a.missing("any judgement of an analyst")
	}
}
