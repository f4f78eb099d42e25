package statement

import (
	"github.com/travaux/travaux/internal/lang"
)

func (r *reader) isQuote(u *unit, k int) bool {
	return k >= 0 && k < len(u.e) && u.e[k].quote >= 0
}

func (r *reader) tok(u *unit, k int) *lang.Tok {
	if k < 0 || k >= len(u.e) || u.e[k].quote >= 0 {
		return &r.none
	}
	return &r.d.Toks[u.e[k].first]
}

func (r *reader) pos(u *unit, k int) lang.POS { return r.tok(u, k).UPOS }

// form is the word in lower case, "" for a quotation or no word.
func (r *reader) form(u *unit, k int) string {
	if k < 0 || k >= len(u.e) || u.e[k].quote >= 0 {
		return ""
	}
	return r.x.Low(u.e[k].first)
}

func (r *reader) lemma(u *unit, k int) string { return r.tok(u, k).Lemma }

func (r *reader) xpos(u *unit, k int) string { return r.tok(u, k).XPOS }

// npEnd returns the place after the noun phrase that starts at k, or -1.
func (r *reader) npEnd(u *unit, k int) int {
	if k < 0 || k >= len(u.e) || u.e[k].quote >= 0 {
		return -1
	}
	n := r.np.Starts(u.e[k].first)
	if n < 0 {
		return -1
	}
	end := int(r.elemOf[r.np.NPs[n].Last-1]) + 1
	if end <= k || end > len(u.e) {
		return -1
	}
	return end
}

// npStart returns the place where the noun phrase that ends before k starts,
// or -1.
func (r *reader) npStart(u *unit, k int) int {
	if k <= 0 || k > len(u.e) || u.e[k-1].quote >= 0 {
		return -1
	}
	n := r.np.Ends(u.e[k-1].last)
	if n < 0 {
		return -1
	}
	first := r.np.NPs[n].First
	at := int(r.elemOf[first])
	if at >= k || at >= len(u.e) || u.e[at].first != first {
		return -1
	}
	return at
}

// npHead returns the head token of the phrase that starts at k.
func (r *reader) npHead(u *unit, k int) int {
	if n := r.np.Starts(u.e[k].first); n >= 0 {
		return r.np.NPs[n].Head
	}
	return u.e[k].first
}

// place is the element of u that token i is in, -1 for one outside it.
func (r *reader) place(u *unit, i int) int {
	if i < u.e[0].first || i >= u.e[len(u.e)-1].last {
		return -1
	}
	return int(r.elemOf[i])
}

// span covers elements [a, b).
func (r *reader) span(u *unit, a, b int) lang.Span {
	return lang.Span{Start: r.start(u, a), End: r.end(u, b-1)}
}

func (r *reader) start(u *unit, k int) int {
	if q := u.e[k].quote; q >= 0 {
		return r.quotes[q].Start
	}
	return r.d.Toks[u.e[k].first].Start
}

func (r *reader) end(u *unit, k int) int {
	if q := u.e[k].quote; q >= 0 {
		return r.quotes[q].End
	}
	return r.d.Toks[u.e[k].last-1].End
}

func (r *reader) is(u *unit, k int, w string) bool { return r.form(u, k) == w }

func dashForm(w string) bool { return w == "—" || w == "–" || w == "--" || w == "―" }

func (r *reader) dash(u *unit, k int) bool {
	switch f := r.form(u, k); {
	case dashForm(f):
		return true
	case f == "-":
		t := r.tok(u, k)
		return t.Start > 0 && r.d.Text[t.Start-1] == ' '
	}
	return false
}

func (r *reader) punct(u *unit, k int) bool {
	return k >= 0 && k < len(u.e) && u.e[k].quote < 0 && r.pos(u, k) == lang.PUNCT
}
