package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux/internal/lang"
)

func TestInsets(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Mayor Ada Rask Ada Maria RaskUnion rejects offer Port calls for talks MORE spoke .", "RaskUnion rejects offer Port calls for talks MORE"},
		{"Ada Rask Ada RaskPort shut MORE met Leo Dunn Leo DunnUnion balks MORE here .", "RaskPort shut MORE DunnUnion balks MORE"},
		{"Ada Rask said McAllister wants MORE .", ""},
		{"Ada Rask Ada RaskUnion rejects the offer .", ""},
	} {
		d := &lang.Doc{Text: c.text}
		for at := 0; at < len(c.text); {
			end := at + strings.IndexByte(c.text[at:]+" ", ' ')
			d.Toks = append(d.Toks, lang.Tok{Span: lang.Span{Start: at, End: end}})
			at = end + 1
		}
		var got []string
		for i, in := range Insets(d) {
			if in {
				got = append(got, d.Form(i))
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s:\n%s", c.text, diff)
		}
	}
}
