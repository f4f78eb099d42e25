package dossier

import (
	"path/filepath"
	"testing"
)

func TestWriteReplacesADossier(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dossier")
	d := loadFixture(t)
	for range 2 {
		if err := Write(dir, d); err != nil {
			t.Fatal(err)
		}
	}
}
