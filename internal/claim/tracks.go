package claim

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// track reports whether token i heads a word for a strand of talks.
func (r *reader) trackWord(i int) bool {
	switch r.lemma(i) {
	case "heading":
		return r.pos(i) == lang.NOUN && r.np.At(i) >= 0 && r.pos(r.np.NPs[r.np.At(i)].First) == lang.NUM
	case "track", "strand", "basket", "pillar":
		return r.pos(i) == lang.NOUN
	case "group":
		return r.lemma(i-1) == "working"
	}
	return false
}

// trackCounts returns how many tracks a text is said to have, where it is the
// text named nearest.
func (r *reader) trackCounts(c *cluster) []travaux.Value {
	var out []travaux.Value
	for _, k := range r.trackWords {
		n := r.np.At(k)
		if n < 0 || !r.trackWord(k) || r.textNear(int(r.d.Toks[k].Sent), k) != c {
			continue
		}
		for j := r.np.NPs[n].First; j < k; j++ {
			if r.qt[j] > 0 && (j == 0 || r.qt[j-1] != r.qt[j]) {
				out = r.put(out, r.g.Quantities[r.qt[j]-1].Value, r.span(j, k+1), "track-count")
			}
		}
	}
	return out
}

// tracks finds the lists that name tracks: "tracks … including: A, B and C",
// "parallel negotiations on A, B and C".
func (r *reader) tracks() map[*cluster][]travaux.TrackClaim {
	out := map[*cluster][]travaux.TrackClaim{}
	for k := range r.d.Toks {
		if r.trackWord(k) {
			r.trackWords = append(r.trackWords, k)
		}
	}
	lists := 0
	last := -9
	for s := range r.d.Sents {
		sent := &r.d.Sents[s]
		named := false
		for k := sent.First; k < sent.Last; k++ {
			named = named || r.trackWord(k)
		}
		if named {
			last = s
		}
		if s-last > 1 {
			continue
		}
		from := r.trackList(sent, named)
		if from < 0 && s == last+1 && (r.low(sent.First) == "they" || r.low(sent.First) == "these") {
			from = r.colon(sent)
		}
		if from < 0 {
			continue
		}
		c := r.textNear(s, from)
		if c == nil {
			continue
		}
		labels := r.labels(from, sent.Last)
		if len(labels) < 3 {
			continue
		}
		lists++
		for _, l := range labels {
			sp := r.span(l[0], l[1])
			out[c] = append(out[c], travaux.TrackClaim{
				Claim: travaux.Claim{ID: travaux.SpanID("track", r.g.Report.ID, sp.Start, sp.End), Span: sp, Rule: "track-list", SupportedBy: r.Voice.Carriers(sp)},
				Label: quoted(sp.Quote), List: lists,
			})
		}
	}
	return out
}

// trackList returns the first token of a list of tracks in a sentence, or -1.
// named says that the sentence itself has a word for tracks; else only parallel
// talks on subjects are read.
func (r *reader) trackList(sent *lang.Sent, named bool) int {
	word := -1
	for k := sent.First; k < sent.Last; k++ {
		if r.trackWord(k) {
			word = k
		}
		switch r.low(k) {
		case ":":
			if named && word >= 0 {
				return k + 1
			}
		case "as":
			if l := r.lemma(k - 1); word >= 0 && (l == "describe" || l == "list" || l == "know") {
				return k + 1
			}
		case "on", "covering", "for":
			n := r.np.Ends(k)
			if n < 0 {
				continue
			}
			h := r.np.NPs[n].Head
			if r.trackWord(h) {
				return k + 1
			}
			if t, _ := r.nounAt(h); t != nil && t.Kind == travaux.Meeting {
				for j := r.np.NPs[n].First; j < h; j++ {
					switch r.low(j) {
					case "parallel", "separate", "simultaneous", "concurrent":
						return k + 1
					}
				}
			}
		}
	}
	return -1
}

// colon returns the token after the colon of a sentence, or -1.
func (r *reader) colon(sent *lang.Sent) int {
	for k := sent.First; k+1 < sent.Last; k++ {
		if r.low(k) == ":" {
			return k + 1
		}
	}
	return -1
}

// labels splits a list of at least three members at its commas; nil where it is
// no list.
func (r *reader) labels(from, end int) [][2]int {
	for end > from && r.pos(end-1) == lang.PUNCT {
		end--
	}
	var out [][2]int
	at := from
	semi := false
	for k := from; k < end; k++ {
		semi = semi || r.low(k) == ";"
	}
	for k := from; k <= end; k++ {
		if k < end && (r.low(k) != "," || semi) && r.low(k) != ";" {
			if r.finite(k) || r.low(k) == "." {
				return nil
			}
			continue
		}
		first := at
		if r.low(first) == "and" {
			first++
		}
		if k > first {
			out = append(out, [2]int{first, k})
		}
		at = k + 1
	}
	if len(out) == 0 {
		return nil
	}
	tail := out[len(out)-1]
	if len(out) >= 2 && !semi { // "A, B and C"
		for k := tail[0]; k < tail[1]; k++ {
			if r.low(k) == "and" && r.np.Starts(k+1) >= 0 && r.np.NPs[r.np.Starts(k+1)].Last == tail[1] {
				out[len(out)-1] = [2]int{tail[0], k}
				out = append(out, [2]int{k + 1, tail[1]})
				break
			}
		}
	}
	return out
}

// textNear returns the text that a word for tracks at token i of sentence s
// belongs to: the nearest before it in its sentence, else after it, else in the
// two sentences before; texts without signs of their own do not count.
func (r *reader) textNear(s, i int) *cluster {
	sent := &r.d.Sents[s]
	at := func(j int) *cluster {
		if t := r.text[j]; t > 0 && !r.mentions[t-1].plural && r.kept(r.mentions[t-1].cluster) {
			return r.mentions[t-1].cluster
		}
		return nil
	}
	word := i // the list may begin long after the word for tracks
	for k := i - 1; k >= sent.First; k-- {
		if r.trackWord(k) {
			word = k
			break
		}
	}
	for j := word - 1; j >= sent.First; j-- {
		if c := at(j); c != nil {
			return c
		}
	}
	for j := word; j < sent.Last; j++ {
		if c := at(j); c != nil {
			return c
		}
	}
	for k := s - 1; k >= max(s-2, 0); k-- {
		for j := r.d.Sents[k].Last - 1; j >= r.d.Sents[k].First; j-- {
			if c := at(j); c != nil {
				return c
			}
		}
	}
	return nil
}
