package proposal

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// trackWord reports whether token i heads a word for a strand of talks or of a
// text.
func (t *Texts) trackWord(i int) bool {
	switch t.Lemma(i) {
	case "heading":
		return t.POS(i) == lang.NOUN && t.Clauses.Kid(i, "nummod") >= 0
	case "track", "strand", "basket", "pillar":
		return t.POS(i) == lang.NOUN && !t.modifier(i)
	case "group":
		return t.Lemma(i-1) == "working"
	}
	return false
}

// lists finds the lists that name tracks: "tracks … including: A, B and C",
// "parallel negotiations on A, B and C". Every list is kept with its number.
func (t *Texts) lists() {
	lists, last := 0, -9
	for s := range t.Doc.Sents {
		sent := &t.Doc.Sents[s]
		word := -1
		for k := sent.First; k < sent.Last; k++ {
			if t.trackWord(k) {
				word, last = k, s
				t.countTracks(k)
			}
		}
		if s-last > 1 {
			continue
		}
		from := t.trackList(sent, word)
		if from < 0 && s == last+1 && (t.Low(sent.First) == "they" || t.Low(sent.First) == "these") {
			from = t.after(sent, ":")
		}
		if from < 0 {
			continue
		}
		labels := t.labels(from, sent.Last)
		x := t.near(s, from)
		if x == nil || len(labels) < 2 {
			continue
		}
		lists++
		said := t.saidOf(x)
		for _, l := range labels {
			sp := t.Span(l[0], l[1])
			said.tracks = append(said.tracks, travaux.TrackClaim{
				Claim: travaux.Claim{ID: travaux.SpanID("track", t.Reading.Report.ID, sp.Start, sp.End), Span: sp, Rule: "track-list", SupportedBy: t.Voice.Carriers(sp)},
				Label: plain(sp.Quote), List: lists,
			})
		}
	}
}

// countTracks notes how many tracks the text named nearest is said to have.
func (t *Texts) countTracks(k int) {
	first, _ := t.Clauses.Phrase(k)
	for j := max(first, k-8); j < k; j++ {
		q := t.Quantity(j)
		if q == nil || j > first && t.Quantity(j-1) == q {
			continue
		}
		if x := t.near(int(t.Doc.Toks[k].Sent), k); x != nil {
			said := t.saidOf(x)
			said.counts = t.put(said.counts, q.Value, t.Span(j, k+1), "track-count")
		}
		return
	}
}

// trackList returns the first token of a list of tracks in a sentence, or -1.
// word is the last word for tracks in it; without one only parallel talks on
// subjects are read.
func (t *Texts) trackList(sent *lang.Sent, word int) int {
	for k := sent.First; k < sent.Last; k++ {
		switch t.Low(k) {
		case ":":
			if word >= 0 && word < k {
				return k + 1
			}
		case "as":
			if l := t.Lemma(k - 1); word >= 0 && word < k && (l == "describe" || l == "list" || l == "know") {
				return k + 1
			}
		case "on", "covering", "for", "including":
			h := t.nounBefore(k, sent.First)
			if h >= 0 && t.trackWord(h) || h >= 0 && t.parallel(h) {
				return k + 1
			}
		}
	}
	return -1
}

// nounBefore is the noun that ends right before token k, perhaps before a comma.
func (t *Texts) nounBefore(k, lo int) int {
	k--
	if k > lo && t.Low(k) == "," {
		k--
	}
	if k >= lo && t.nominal(k) {
		return k
	}
	return -1
}

// parallel reports whether h heads talks that run beside each other.
func (t *Texts) parallel(h int) bool {
	switch t.Lemma(h) {
	case "talk", "negotiation", "discussion", "session", "round":
	default:
		return false
	}
	for _, kid := range t.Clauses.Kids(h) {
		switch t.Low(int(kid)) {
		case "parallel", "separate", "simultaneous", "concurrent":
			return true
		}
	}
	return false
}

// after is the token after the first mark of a sentence, or -1.
func (t *Texts) after(sent *lang.Sent, mark string) int {
	for k := sent.First; k+1 < sent.Last; k++ {
		if t.Low(k) == mark {
			return k + 1
		}
	}
	return -1
}

// labels splits a list at its commas; nil where it is no list.
func (t *Texts) labels(from, end int) [][2]int {
	for end > from && t.POS(end-1) == lang.PUNCT {
		end--
	}
	semi := false
	for k := from; k < end; k++ {
		semi = semi || t.Low(k) == ";"
	}
	var out [][2]int
	at := from
	for k := from; k <= end; k++ {
		if k < end && (t.Low(k) != "," || semi) && t.Low(k) != ";" {
			if x := t.xpos(k); x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD" || t.Low(k) == "." {
				return nil
			}
			continue
		}
		first := at
		if t.Low(first) == "and" {
			first++
		}
		if k > first {
			out = append(out, [2]int{first, k})
		}
		at = k + 1
	}
	if len(out) == 0 || semi {
		return out
	}
	tail := out[len(out)-1]
	for k := tail[1] - 1; k > tail[0]; k-- { // "A, B and C", "A and B"
		if t.Low(k) == "and" && k+1 < tail[1] && t.splits(k) {
			out[len(out)-1] = [2]int{tail[0], k}
			return append(out, [2]int{k + 1, tail[1]})
		}
	}
	return out
}

// splits reports whether "and" at k joins two nouns, not two words before one.
func (t *Texts) splits(k int) bool {
	h := t.Clauses.Head(k)
	return h > k && t.Clauses.Is(h, "conj") && t.nominal(h) && t.nominal(t.Clauses.Head(h))
}

// near is the text that a word for tracks at token i of sentence s belongs to:
// the nearest before it in its sentence, else after it, else in the two
// sentences before; texts without signs of their own do not count.
func (t *Texts) near(s, i int) *Text {
	sent := &t.Doc.Sents[s]
	word := i // the list may begin long after the word for tracks
	for k := i - 1; k >= max(sent.First, i-lookback); k-- {
		if t.trackWord(k) {
			word = k
			break
		}
	}
	at := func(j int) *Text {
		if n := t.naming(j); n >= 0 && t.mentions[n].text != nil && t.sure(&t.mentions[n]) {
			return t.mentions[n].text
		}
		return nil
	}
	for j := word - 1; j >= max(sent.First, word-lookback); j-- {
		if x := at(j); x != nil {
			return x
		}
	}
	for j := word; j < min(sent.Last, word+lookback); j++ {
		if x := at(j); x != nil {
			return x
		}
	}
	return t.before(sent.First, 2, t.sure)
}
