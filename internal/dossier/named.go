package dossier

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

const namedPerPage = 1500

// namedRow is an actor whom reports name and say nothing more of.
type namedRow struct {
	Anchor, Name, Type string
	Reports            int
	First              cite
	Cited              bool
}

// acting are the actors with a page of their own: those who say or do
// something, hold an office, or stand behind another row. Of the others the
// record has but a name and where it stands.
func (s *Site) acting() map[string]bool {
	acts := map[string]bool{}
	add := func(ids ...string) {
		for _, id := range ids {
			acts[id] = true
		}
	}
	values := func(lists ...[]travaux.Value) {
		for _, l := range lists {
			for _, v := range l {
				add(v.Value)
			}
		}
	}
	for id := range s.bySpeaker {
		add(id)
	}
	for id := range s.eventsOf {
		add(id)
	}
	for id := range s.relsOf {
		add(id)
	}
	for i := range s.rec.Statements {
		add(s.rec.Statements[i].Chain...)
	}
	for _, x := range s.rec.Actors {
		add(x.Parent)
		if len(x.Roles) > 0 {
			add(x.ID)
		}
	}
	for _, p := range s.rec.Proposals {
		values(p.Authors, p.Origins, p.FirstReportedBy)
		for _, v := range p.Versions {
			values(v.TabledBy)
			for _, pr := range v.Provisions {
				add(pr.Obliged)
			}
		}
	}
	for _, x := range s.rec.Tracks {
		add(x.Members...)
	}
	for _, x := range s.rec.Positions {
		add(x.Party)
	}
	for _, x := range s.rec.Consultations {
		add(x.Who...)
		add(x.ByWhom...)
	}
	for _, x := range s.rec.Forecasts {
		add(x.Holder)
	}
	for _, x := range s.rec.Judgements {
		add(x.Targets...)
	}
	return acts
}

// layOutNamed lists the actors without a page, in alphabetical order.
func (s *Site) layOutNamed(list []*travaux.Actor) {
	slices.SortStableFunc(list, func(a, b *travaux.Actor) int {
		return cmp.Or(cmp.Compare(sortName(a), sortName(b)), cmp.Compare(a.ID, b.ID))
	})
	s.addList("named", "Merely named", "named", len(list), namedPerPage, func(path string, from, to int) func() any {
		for _, a := range list[from:to] {
			s.href[a.ID] = path + "#" + slug(a.ID)
		}
		return func() any {
			var rows []namedRow
			for _, a := range list[from:to] {
				row := namedRow{Anchor: slug(a.ID), Name: actorName(a), Type: actorTypeWords(a.Type), Reports: len(reportsOf(a))}
				if len(a.NameForms) > 0 {
					row.First, row.Cited = s.cite(a.NameForms[0].First, nil), true
				}
				rows = append(rows, row)
			}
			return struct {
				Total int
				Rows  []namedRow
			}{len(list), rows}
		}
	})
}

// sortName is what an actor is sorted by: its name without an article.
func sortName(a *travaux.Actor) string {
	name := strings.ToLower(actorName(a))
	for _, article := range [...]string{"the ", "a ", "an "} {
		if rest, ok := strings.CutPrefix(name, article); ok {
			return rest
		}
	}
	return name
}
