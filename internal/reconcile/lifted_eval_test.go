package reconcile

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/travaux/travaux"
)

// TestEvalLifted puts two to four sentences of one real article, some of their
// words changed, into another in each of a third of 600, and counts how many
// are chained to where they come from. The others are passages that two real
// articles share: lines about their authors and the like.
func TestEvalLifted(t *testing.T) {
	articles := bulkArticles(t, 600)
	r := rand.New(rand.NewPCG(3, 4))
	want := map[string]string{}
	var rs []*travaux.Reading
	for i, a := range articles {
		text := a.Text
		id := fmt.Sprintf("report_%03d", i)
		if i%3 == 2 {
			from := r.IntN(len(articles)/3) * 3
			if passage := liftedFrom(articles[from].Text, r); passage != "" && articles[from].Outlet != a.Outlet {
				text = text[:len(text)/2] + "\n" + passage + "\n" + text[len(text)/2:]
				want[id] = fmt.Sprintf("report_%03d", from)
			}
		}
		rep := &travaux.Report{
			ID: id, File: id, Text: text, Outlet: travaux.Field{Value: a.Outlet},
			Date: travaux.DocTime{EDTF: travaux.EDTF(fmt.Sprintf("2031-01-%02d", 1+i%3))},
		}
		at := 0
		for line := range strings.SplitAfterSeq(text, "\n") {
			if body := strings.TrimSpace(line); body != "" {
				from := at + strings.Index(line, body)
				rep.Blocks = append(rep.Blocks, travaux.Block{Start: from, End: from + len(body), Class: travaux.LineBody})
			}
			at += len(line)
		}
		rs = append(rs, &travaux.Reading{Report: rep})
	}
	sources := newSources(Sketches(rs))
	copyOf, versionOf := findCopies(sources)
	setOrigins(sources, copyOf, versionOf)
	found, wrong := map[string]bool{}, 0
	for _, l := range findLifted(sources) {
		if want[l.by.id] == l.from.id {
			found[l.by.id] = true
		} else {
			wrong++
			t.Logf("wrong: %q", l.a.Quote)
		}
	}
	t.Logf("lifted passages: %d of %d found (%.1f %%), %d others", len(found), len(want), 100*float64(len(found))/float64(len(want)), wrong)
	if 100*len(found) < 88*len(want) || 4*wrong > len(want) {
		t.Error("below 88 % found, or more than one other in four")
	}
}

// liftedFrom takes sentences without quotations out of the middle of a text and
// changes one word in twelve.
func liftedFrom(text string, r *rand.Rand) string {
	sents := strings.SplitAfter(text, ". ")
	for at := 3; at+4 < len(sents); at++ {
		p := strings.Join(sents[at:at+2+r.IntN(3)], "")
		if words := strings.Fields(p); len(words) >= 40 && !strings.ContainsAny(p, "“”\"\n") {
			for i := range words {
				if r.IntN(12) == 0 {
					words[i] = "elsewhere"
				}
			}
			return strings.Join(words, " ")
		}
	}
	return ""
}
