package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestInsets(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Mayor Ada Rask Ada (Addy) Maria RaskUnion rejects offer Port calls for talks MORE (Orlo) spoke.", "Ada (Addy) Maria RaskUnion rejects offer Port calls for talks MORE"},
		{"Ada Rask Ada RaskPort shut MORE met Leo Dunn’s Leo DunnUnion balks MORE, here.", "Ada RaskPort shut MORE|Leo DunnUnion balks MORE"},
		{"On Monday Leo Dunn Leo Peter Dunn Crews 'will not sign' | Port shut MORE said no.", "Leo Peter Dunn Crews 'will not sign' | Port shut MORE"},
		{"Ada Rask said that McAllister wants MORE.", ""},
		{"Ada Rask Ada RaskUnion rejects the offer.", ""},
		{"Dunn, Dunn said, wants MORE.", ""},
	} {
		var got []string
		for _, g := range Insets(c.text) {
			got = append(got, strings.TrimSpace(c.text[g[0]:g[1]]))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s:\n%s", c.text, diff)
		}
	}
}
