package knowledge

import (
	"testing"
)

func defaultWorld(t testing.TB) *World {
	t.Helper()
	w, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestWorldIsSound(t *testing.T) {
	for _, p := range defaultWorld(t).Check() {
		t.Error(p)
	}
}

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		if _, err := Default(); err != nil {
			b.Fatal(err)
		}
	}
}
