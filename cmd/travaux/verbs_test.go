package main

import (
	"testing"

	"github.com/travaux/travaux/internal/answer"
)

// TestVerbs holds that every question has a natural name, that verbs ask only
// questions that there are, and that a flag with a value sets a parameter of
// one of the verb's questions.
func TestVerbs(t *testing.T) {
	params := map[string]map[string]bool{}
	named := map[string]bool{}
	for _, q := range answer.Questions() {
		params[q.ID] = map[string]bool{}
		for _, p := range q.Parameters {
			params[q.ID][p.Name] = true
		}
	}
	for _, v := range verbs {
		ids := []string{v.id}
		for _, c := range v.flags {
			ids = append(ids, c.id)
		}
		taken := map[string]bool{}
		for _, id := range ids {
			if params[id] == nil {
				t.Errorf("%s: there is no question %s", v.use, id)
			}
			named[id] = true
			for p := range params[id] {
				taken[p] = true
			}
		}
		for name := range v.values {
			if !taken[name] {
				t.Errorf("%s: no question of it has the parameter %q", v.use, name)
			}
		}
		if v.param != "" && !taken[v.param] {
			t.Errorf("%s: no question of it has the parameter %q", v.use, v.param)
		}
	}
	for _, q := range answer.Questions() {
		if !named[q.ID] {
			t.Errorf("%s (%s) has no natural name", q.ID, q.Text)
		}
	}
}
