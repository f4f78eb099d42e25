package story

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/travaux/travaux"
)

// The bodies are long enough for what they share to weigh.
var (
	walkout  = "Dockers walked out of the Karvensund terminal after the Norrquay managers tabled a rota that the quay union called an insult. Haddadin, who leads the union, said the walkout would last until the rota is withdrawn."
	walkout2 = "The Norrquay rota drove dockers at the Karvensund terminal to a walkout, and union leader Haddadin vowed to stay out until managers withdraw it, quay workers said."
	treaty   = "Fishery envoys of the Corrin Isles initialled a cod treaty that splits the herring banks, ending a quarrel over trawler licences that lasted a decade."
	treaty2  = "A cod treaty initialled by Corrin envoys splits the herring banks and settles the quarrel over trawler licences, fishery officials said."
)

func TestCluster(t *testing.T) {
	for _, test := range []struct {
		name string
		docs []Doc
		want []int
	}{
		{"nothing", nil, []int{}},
		{"two stories", []Doc{{ID: "a", Body: walkout}, {ID: "b", Body: treaty}, {ID: "c", Body: walkout2}, {ID: "d", Body: treaty2}}, []int{0, 1, 0, 1}},
		{"days apart", []Doc{{ID: "a", Body: walkout, When: "2031-03-06"}, {ID: "b", Body: walkout2, When: "2031-03-16"}}, []int{0, 1}},
		{"a month may hold the day", []Doc{{ID: "a", Body: walkout, When: "2031-03-06"}, {ID: "b", Body: walkout2, When: "2031-03"}}, []int{0, 0}},
		{"no words", []Doc{{ID: "a"}, {ID: "b", Body: "the of and"}}, []int{0, 1}},
	} {
		if diff := cmp.Diff(test.want, Cluster(test.docs)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestOrder holds that the stories are the same in any order of the reports.
func TestOrder(t *testing.T) {
	bodies := []string{walkout, walkout2, treaty, treaty2, walkout + treaty, ""}
	rapid.Check(t, func(t *rapid.T) {
		var docs []Doc
		for i, b := range bodies {
			docs = append(docs, Doc{ID: string(rune('a' + i)), Body: b, When: travaux.EDTF(rapid.SampledFrom([]string{"", "2031-03-06", "2031-03-12"}).Draw(t, "date"))})
		}
		want := groups(docs)
		shuffled := rapid.Permutation(docs).Draw(t, "order")
		if diff := cmp.Diff(want, groups(shuffled)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// groups names each document's story by its first document.
func groups(docs []Doc) map[string]string {
	m := map[string]string{}
	for i, r := range Cluster(docs) {
		m[docs[i].ID] = docs[r].ID
	}
	return m
}

// TestFrequencies holds that the list can be read and is sorted.
func TestFrequencies(t *testing.T) {
	last, n := "", 0
	for line := range strings.Lines(frequenciesTXT) {
		if line[0] == '#' {
			continue
		}
		word, _, ok := strings.Cut(line, "\t")
		if !ok || word <= last {
			t.Errorf("%q stands after %q", line, last)
		}
		last = word
		n++
	}
	if len(rarity()) != n {
		t.Errorf("%d of %d words are read", len(rarity()), n)
	}
}
