package statement

import (
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/clause"
)

func zframes(d *lang.Doc, x *clause.Index, i int) []string {
	var fs []string
	for _, kid := range x.Kids(i) {
		k := int(kid)
		switch {
		case x.Is(k, "ccomp"):
			m := x.Kid(k, "mark")
			w := "bare"
			if m >= 0 {
				w = x.Low(m)
			}
			if k < i {
				w = "pre"
			}
			fs = append(fs, "ccomp-"+w)
		case x.Is(k, "xcomp"):
			w := "pred"
			if m := x.Kid(k, "mark"); m >= 0 {
				w = x.Low(m)
			} else if d.Toks[k].XPOS == "VBG" {
				w = "ing"
			}
			fs = append(fs, "xcomp-"+w)
		case x.Is(k, "obj"):
			fs = append(fs, "obj")
		case x.Is(k, "obl", "nmod") && k > i:
			fs = append(fs, "obl-"+x.Case(k))
		case x.Is(k, "acl"):
			fs = append(fs, "acl-"+x.Low(x.Kid(k, "mark")))
		case x.Is(k, "nmod:poss"):
			fs = append(fs, "poss")
		case x.Is(k, "aux:pass"):
			fs = append(fs, "PASS")
		case x.Is(k, "parataxis"):
			fs = append(fs, "par")
		}
	}
	if x.Is(i, "parataxis") {
		fs = append(fs, "asPar")
	}
	return fs
}

func TestZStats(t *testing.T) {
	part := os.Getenv("ZPART")
	if part == "" {
		t.Skip()
	}
	articles := polnear(t, part)
	var names []string
	for f := range articles {
		names = append(names, f)
	}
	slices.Sort(names)
	if len(names) > 280 {
		names = names[:280]
	}
	type cell struct {
		gold, all int
		ex        []string
	}
	lem := map[string]*cell{}
	get := func(k string) *cell {
		if lem[k] == nil {
			lem[k] = &cell{}
		}
		return lem[k]
	}
	for _, f := range names {
		data, _ := os.ReadFile(f)
		text := string(data)
		d := annotate(t, text)
		x := clause.New(d)
		bytesAt := make([]int, 0, utf8.RuneCountInString(text)+1)
		for i := range text {
			bytesAt = append(bytesAt, i)
		}
		bytesAt = append(bytesAt, len(text))
		inContent := make([]bool, len(d.Toks))
		cueOf := make([]int, len(d.Toks))
		tokAt := func(b int) int {
			return sort.Search(len(d.Toks), func(i int) bool { return d.Toks[i].End > b })
		}
		for ai, a := range articles[f] {
			for _, c := range a.content {
				for k := tokAt(bytesAt[c[0]]); k < len(d.Toks) && d.Toks[k].Start < bytesAt[c[1]]; k++ {
					inContent[k] = true
				}
			}
			// head of cue
			best := -1
			for _, c := range a.cue {
				for k := tokAt(bytesAt[c[0]]); k < len(d.Toks) && d.Toks[k].Start < bytesAt[c[1]]; k++ {
					h := x.Head(k)
					if h < 0 || d.Toks[h].Start < bytesAt[c[0]] || d.Toks[h].Start >= bytesAt[c[1]] {
						if d.Toks[k].UPOS != lang.PUNCT && d.Toks[k].UPOS != lang.AUX && d.Toks[k].UPOS != lang.ADP && (best < 0 || d.Toks[k].UPOS == lang.VERB && d.Toks[best].UPOS != lang.VERB) {
							best = k
						}
					}
				}
			}
			if best >= 0 {
				cueOf[best] = ai + 1
				k := d.Toks[best].Lemma + "/" + d.Toks[best].UPOS.String()
				c := get(k)
				c.gold++
				fs := zframes(d, x, best)
				for _, fr := range fs {
					get(k + " " + fr).gold++
				}
				cw := ""
				for _, s := range a.cue {
					cw += text[bytesAt[s[0]]:bytesAt[s[1]]] + "|"
				}
				ct := ""
				for _, s := range a.content {
					ct += text[bytesAt[s[0]]:bytesAt[s[1]]] + "|"
				}
				if len(ct) > 60 {
					ct = ct[:60]
				}
				if len(c.ex) < 6 {
					c.ex = append(c.ex, cw+" >> "+ct)
				}
			}
		}
		for k := range d.Toks {
			if inContent[k] && cueOf[k] == 0 {
				continue
			}
			kk := d.Toks[k].Lemma + "/" + d.Toks[k].UPOS.String()
			get(kk).all++
			for _, fr := range zframes(d, x, k) {
				get(kk + " " + fr).all++
			}
		}
	}
	var keys []string
	for k, c := range lem {
		if c.gold >= 1 {
			keys = append(keys, k)
		}
	}
	sort.Strings(keys)
	out, _ := os.Create("/tmp/zstats_" + part + ".tsv")
	defer out.Close()
	for _, k := range keys {
		fmt.Fprintf(out, "%s\t%d\t%d\t%s\n", k, lem[k].gold, lem[k].all, strings.ReplaceAll(strings.Join(lem[k].ex, " ## "), "\n", " "))
	}
}
