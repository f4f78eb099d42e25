package statement

import (
	"fmt"
	"os"
	"testing"
)

func TestDebug(t *testing.T) {
	text := os.Getenv("TRAVAUX_TEXT")
	if text == "" {
		t.Skip()
	}
	d, _, ss := read(t, text)
	line := ""
	for i := range d.Toks {
		line += fmt.Sprintf("%s/%v/%s/%s ", d.Form(i), d.Toks[i].UPOS, d.Toks[i].XPOS, d.Toks[i].Lemma)
	}
	t.Log(line)
	r := newReader(d, cueLexicon())
	for i := range r.units {
		u := &r.units[i]
		s := ""
		for k := range u.e {
			if n := r.npEnd(u, k); n > 0 {
				s += fmt.Sprintf("[%d-%d] ", k, n)
			}
		}
		t.Log(i, s)
		for _, c := range r.candidates(u) {
			t.Logf("cand %+v %s", c, c.e.Lemma)
		}
	}
	for i := range ss {
		t.Log(show(&ss[i]))
	}
	for _, e := range d.Entities {
		t.Logf("%+v", e)
	}
}
