package dossier

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/travaux/travaux"
)

// crowded is the fixture with so many more actors that most share pages.
func crowded(t testing.TB) Data {
	d := loadFixture(t)
	rec := *d.Record
	rec.Actors = slices.Clone(rec.Actors)
	where := rec.Statements[0].Content[:1]
	for i := range crowd + fewPerPage {
		rec.Actors = append(rec.Actors, travaux.Actor{
			ID: fmt.Sprintf("act_extra_%d", i), Canonical: fmt.Sprintf("Delegate %03d", i), Type: travaux.ActorPerson,
			NameForms: []travaux.NameForm{{Form: fmt.Sprintf("Delegate %03d", i), Report: where[0].Report, First: where[0], N: 1}},
			Roles:     []travaux.Role{{Title: "delegate", Spans: where}}, Spans: where,
		})
	}
	rec.Statements = slices.Clone(rec.Statements)
	for i := range fewRows { // she said much
		st := rec.Statements[0]
		st.ID, st.Speaker = fmt.Sprintf("stmt_extra_%d", i), "act_venn"
		rec.Statements = append(rec.Statements, st)
	}
	d.Record = &rec
	return d
}

func TestFewSharePages(t *testing.T) {
	small, large := render(t, loadFixture(t)), render(t, crowded(t))
	if _, ok := small["few.html"]; ok {
		t.Error("a dossier of few actors has a page that they share")
	}
	if strings.Contains(small["actors.html"], "few.html") {
		t.Error("a dossier of few actors leads to a page that they share")
	}
	if strings.Contains(large["actors.html"], "actor-act_extra_7.html") || !strings.Contains(large["actors.html"], "few.html#act_extra_7") {
		t.Error("the list of actors does not lead to the shared page")
	}
	if !strings.Contains(large["few-3.html"], "Delegate 349") {
		t.Error("shared pages are not of those of whom little is told, in alphabetical order")
	}
	if _, ok := large["actor-act_venn.html"]; !ok {
		t.Error("of whom much is told there is no page")
	}
}
