package record

import (
	"strings"
	"testing"

	"github.com/travaux/travaux/internal/knowledge"
)

func TestWorldAtlas(t *testing.T) {
	w, err := knowledge.Load(strings.NewReader(`id: state/ula
name: Ula
capital: place/tarn

id: state/vod
name: Vod
capital: place/besk

id: region/hills
name: Hills
in: state/ula

id: place/besk
name: Besk
in: state/vod

id: place/ford
name: Ford
in: region/hills

id: place/tarn
name: Tarn
in: state/ula

id: place/strait
name: Strait
in: state/ula; state/vod
`))
	if err != nil {
		t.Fatal(err)
	}
	atlas := WorldAtlas(w)
	for id, want := range map[string]string{
		"state/ula": "state/ula", "place/tarn": "state/ula", "place/ford": "state/ula", "place/besk": "state/vod",
		"place/strait": "", "place/nowhere": "", "": "",
	} {
		if got := atlas.State(id); got != want {
			t.Errorf("State(%q) = %q, want %q", id, got, want)
		}
	}
}
