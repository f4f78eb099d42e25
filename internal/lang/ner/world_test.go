package ner

import (
	"testing"

	"github.com/travaux/travaux/internal/knowledge"
	"github.com/travaux/travaux/internal/lang"
)

func worldNames(t testing.TB) ([]lang.Name, []string) {
	t.Helper()
	w, err := knowledge.Default()
	if err != nil {
		t.Fatal(err)
	}
	return w.Names(), w.Given()
}
