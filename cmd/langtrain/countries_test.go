package main

import (
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/knowledge"
)

func TestQuestionnaire(t *testing.T) {
	a, err := readQuestions(questionnaire)
	if err != nil {
		t.Fatal(err)
	}
	w, err := knowledge.Default()
	if err != nil {
		t.Fatal(err)
	}
	times := map[string]int{}
	for _, r := range a.regions {
		for _, code := range r.items {
			times["state/"+code]++
		}
	}
	for _, e := range w.Entries() {
		if e.Kind == knowledge.State && times[e.ID] != 1 {
			t.Errorf("%s is in %d regions", e.ID, times[e.ID])
		}
	}
	for _, p := range a.persons {
		if len(p.items) != 6 {
			t.Errorf("%s has %d names", p.name, len(p.items))
		}
	}
}

func TestQuestionnaireSaysWhere(t *testing.T) {
	for _, bad := range []string{"sentence: state actor: No gap.", "sentence: state: {} left.", "planet Mars: a b"} {
		if _, err := readQuestions("# heading\n" + bad); err == nil || !strings.Contains(err.Error(), "countries.txt:2") {
			t.Errorf("%q: %v, want an error with its line", bad, err)
		}
	}
}

func TestByCountry(t *testing.T) {
	table, err := byCountry("sentence: state actor: {} said on Tuesday that it would send a delegation.\n" +
		"sentence: person actor: {} said on Tuesday that the talks would go on.\n" +
		"region Here: nor qat\nperson Any: Magnus Tveitan\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Here\t2/2\t-\t-\n", "all\t2/2\t-\t-\n", "Any\t1/1\n"} {
		if !strings.Contains(string(table), want) {
			t.Errorf("no %q in\n%s", want, table)
		}
	}
	if _, err := byCountry("region Here: zzz\n"); err == nil {
		t.Error("no error about an unknown state")
	}
}
