package reconcile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// journey is one passage on a person's travel to a state.
type journey struct {
	src   *source
	span  travaux.Span
	when  travaux.Span // the words of its time, of no length where there are none
	ids   []string
	ahead bool
}

// journeyDays is how far apart an announced and a reported journey may lie and
// still be one that was brought forward or put off.
const journeyDays = 60

// journeyLimit is how many passages on one person's travel to one state are
// compared.
const journeyLimit = 8

// journeys relates an announced journey of a person to a state to one that
// happened, in passages that were not taken for one event: the plan may have
// changed.
func (rs *relations) journeys(ev *events, atlas Atlas) {
	if atlas == nil {
		return
	}
	by := map[string][]journey{}
	for _, s := range rs.sources {
		for i := range s.Events {
			e := &s.Events[i]
			if e.Kind != travaux.Visit || len(e.Actors) == 0 || finality(e.Status) == 0 || e.Status == travaux.Denied {
				continue
			}
			for _, p := range e.Places {
				st := stateOf(rs.actors, atlas, rs.actors.of(s, p.Value))
				k := rs.actors.of(s, e.Actors[0]) + "\x00" + st
				if st != "" && len(by[k]) < journeyLimit {
					j := journey{src: s, span: s.span(e.Span), ids: e.SupportedBy, ahead: ahead(e.Status)}
					j.when = timeBeside(s, e.Span)
					by[k] = append(by[k], j)
				}
			}
		}
		for _, j := range rs.announced(s, atlas) {
			if len(by[j.key]) < journeyLimit {
				by[j.key] = append(by[j.key], j.journey)
			}
		}
	}
	for _, k := range sortedKeys(by) {
		who, _, _ := strings.Cut(k, "\x00")
		for _, plan := range by[k] {
			for _, done := range by[k] {
				if plan.ahead && !done.ahead && plan.when.Len() > 0 && !plan.span.Overlaps(done.span) {
					rs.journey(plan, done, who)
				}
			}
		}
	}
}

func (rs *relations) journey(plan, done journey, who string) {
	if laterThan(plan.src, done.src) || plan.src.dated && done.src.dated && gap(plan.src.when, done.src.when) > journeyDays {
		return
	}
	if plan.src != done.src && (!plan.src.dated || !done.src.dated) {
		return
	}
	b := done.when
	if b.Len() == 0 {
		b = done.span
	}
	rs.put(plan.when, b, plan.span.Quote, done.span.Quote, append(slices.Clone(plan.ids), done.ids...), finding{
		kind: travaux.ScheduleVsReport, subkind: "date", strength: "weak", about: who, rule: "date.journey",
		explanation: fmt.Sprintf("One passage has %s planning to travel there, the other has the journey made: the plan was changed, or there were two.", rs.actors.name(who)),
	})
}

type announcedJourney struct {
	journey
	key string
}

// planWords announce, journeyWords name what is announced.
var (
	planWords    = wordSet("planning planned plans due scheduled expected set intends intended intending preparing prepared")
	journeyWords = wordSet("trip visit journey travel fly go")
	planFillers  = wordSet("to make a an the his her their another official state first second working on for pay")
)

// announced finds in a report's sentences who "was planning a trip to" where:
// passages in a clause beside the main one, which are no event of their own.
func (rs *relations) announced(s *source, atlas Atlas) []announcedJourney {
	var out []announcedJourney
	if !strings.Contains(s.Report.Text, " trip ") && !strings.Contains(s.Report.Text, " visit ") && !strings.Contains(s.Report.Text, " to travel ") {
		return nil
	}
	for _, sent := range s.sentences() {
		words, at := wordsOf(s, sent)
		for i, w := range words {
			if !planWords[w] {
				continue
			}
			j := i + 1
			for j < len(words) && planFillers[words[j]] {
				j++
			}
			if j == i+1 || j >= len(words)-1 || !journeyWords[words[j]] || words[j+1] != "to" {
				continue
			}
			if a, ok := rs.announcement(s, sent, at[i].Start, at[j+1].End, atlas); ok {
				out = append(out, a)
			}
		}
	}
	return out
}

// announcement reads who travels, before the words of the plan, and where and
// when, after them.
func (rs *relations) announcement(s *source, sent lang.Span, from, to int, atlas Atlas) (a announcedJourney, ok bool) {
	who, state := "", ""
	end := to
	for _, m := range s.Named {
		id := rs.actors.of(s, m.Actor)
		row := rs.actors.row(id)
		switch {
		case row == nil || !m.in(sent.Start, sent.End):
		case int(m.End) <= from && row.Type == travaux.ActorPerson:
			who = id
		case int(m.Start) >= to && int(m.Start)-to < 30 && state == "":
			if state = stateOf(rs.actors, atlas, id); state != "" {
				end = int(m.End)
			}
		}
	}
	if who == "" || state == "" {
		return a, false
	}
	a.key = who + "\x00" + state
	a.journey = journey{src: s, ahead: true, span: s.stretch(from, end)}
	a.when = timeBeside(s, travaux.Span{Start: end, End: end})
	a.ids = s.carriers(a.span)
	return a, len(a.ids) > 0
}

// timeNear is how many bytes may lie between a passage and the words of its
// time.
const timeNear = 12

// timeBeside is the expression of time that stands in or directly after a
// passage.
func timeBeside(s *source, sp travaux.Span) travaux.Span {
	for i := range s.Timexes {
		if t := &s.Timexes[i]; t.Type == "DATE" && t.Start >= sp.Start && t.Start <= sp.End+timeNear {
			return s.span(t.Span)
		}
	}
	return travaux.Span{}
}
