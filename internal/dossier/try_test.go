package dossier

import "testing"

func TestTry(t *testing.T) {
	d := loadFixture(t)
	if err := Write("/tmp/dossier-fix", d); err != nil {
		t.Fatal(err)
	}
	d.Options.Excerpts = true
	if err := Write("/tmp/dossier-exc", d); err != nil {
		t.Fatal(err)
	}
}
