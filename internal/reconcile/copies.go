package reconcile

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/travaux/travaux"
)

const (
	sketchSize    = 24 // smallest shingle hashes by which candidates are found
	minShingles   = 8  // shorter texts are not compared
	bucketLimit   = 64 // reports that share a sketch value and are compared
	copyPercent   = 80 // Jaccard similarity of a copy
	cutPercent    = 70 // share of the shorter text that the longer has, of a copy with cuts
	longEnough    = 40 // shingles of a text of which a part may be missing
	cutSimilarity = 15 // Jaccard similarity that such a copy still has
	updatePercent = 30 // of a text that says it replaces another
)

// findCopies finds near-duplicates (by 5-word shingles, candidates by bottom-k
// sketch; Broder 1997) and later versions of a report. A report is never both.
func findCopies(sources []*source) (copyOf, versionOf map[string]string) {
	copyOf, versionOf = map[string]string{}, map[string]string{}
	sets := make([]shingles, len(sources))
	for i, s := range sources {
		sets[i], s.Body = s.Body, nil
	}
	findVersions(sources, func(i int) shingles { return sets[i] }, versionOf)
	g := newGroups(len(sources))
	for _, p := range duplicatePairs(sets) {
		g.join(p[0], p[1], "")
	}
	g.each(func(members []int, _ []string) {
		if len(members) < 2 {
			return
		}
		first := original(sources, members)
		for _, m := range members {
			s := sources[m]
			if s != first && versionOf[s.id] == "" && versionOf[first.id] != s.id {
				copyOf[s.id] = first.id
			}
		}
	})
	return copyOf, versionOf
}

// Duplicates returns the pairs of texts of which one is a copy of the other,
// perhaps with passages cut or put in another order, by their indices.
func Duplicates(texts []string) [][2]int {
	sets := make([]shingles, len(texts))
	for i, t := range texts {
		sets[i] = shingle(printedWords(t, 0, len(t)))
	}
	return duplicatePairs(sets)
}

func duplicatePairs(sets []shingles) [][2]int {
	return slices.DeleteFunc(candidatePairs(sets), func(p [2]int) bool { return !nearDuplicates(sets[p[0]], sets[p[1]]) })
}

// original chooses whose text it is: not one that credits another of them,
// then the earliest, then the least id.
func original(sources []*source, members []int) *source {
	best := slices.MinFunc(members, func(x, y int) int {
		a, b := sources[x], sources[y]
		return cmp.Or(
			cmp.Compare(creditsOther(a, sources, members), creditsOther(b, sources, members)),
			compareTimes(a, b), strings.Compare(a.id, b.id))
	})
	return sources[best]
}

func compareTimes(a, b *source) int {
	if a.dated && b.dated {
		return cmp.Or(cmp.Compare(a.when.Lo, b.when.Lo), cmp.Compare(a.when.Hi, b.when.Hi))
	}
	return 0
}

// creditsOther returns 1 if the report names the outlet of another of them.
func creditsOther(s *source, sources []*source, members []int) int {
	for _, m := range members {
		o := sources[m].Report.Outlet.Value
		if sources[m] == s || o == "" || foldOutlet(o) == foldOutlet(s.Report.Outlet.Value) {
			continue
		}
		if len(o) > 2 && strings.Contains(" "+words(s.Report.Text)+" ", " "+words(o)+" ") {
			return 1
		}
	}
	return 0
}

// words is the text with everything but letters and digits as single spaces.
func words(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// candidatePairs lists the pairs that share one of their smallest hashes.
func candidatePairs(sets []shingles) [][2]int {
	var with []occurrence
	for i, s := range sets {
		if len(s) < minShingles {
			continue
		}
		for _, h := range s[:min(len(s), sketchSize)] {
			with = append(with, occurrence{h, int32(i)})
		}
	}
	var out [][2]int
	for list := range occurrences(with) {
		list = list[:min(len(list), bucketLimit)]
		for i, x := range list {
			for _, y := range list[i+1:] {
				out = append(out, [2]int{int(x.at), int(y.at)})
			}
		}
	}
	slices.SortFunc(out, func(p, q [2]int) int { return slices.Compare(p[:], q[:]) })
	return slices.Compact(out)
}

// nearDuplicates reports whether one text is a copy of the other, perhaps with
// passages cut.
func nearDuplicates(a, b shingles) bool {
	n := overlap(a, b)
	jaccard := percent(n, len(a)+len(b)-n)
	shorter := min(len(a), len(b))
	return jaccard >= copyPercent || shorter >= longEnough && jaccard >= cutSimilarity && percent(n, shorter) >= cutPercent
}

// similarity is the Jaccard similarity in percent, rounded down.
func similarity(a, b shingles) int {
	n := overlap(a, b)
	return percent(n, len(a)+len(b)-n)
}

func percent(n, of int) int {
	if of == 0 {
		return 0
	}
	return 100 * n / of
}

// overlap counts the shingles that both texts have.
func overlap(a, b shingles) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

var saysItReplaces = regexp.MustCompile(`(?i)\b(?:(?:an )?earlier version of th(?:is|e) (?:story|article|report)|this (?:story|article|report|version) (?:has been |was |is )?(?:updated|corrected|corrects|updates|amended|replaces)|(?:story|article|report) (?:has been|was) (?:updated|corrected))|\b(?:CORRECTION|CORRECTED|UPDATED?)\b ?[:(—–-]`)

// replacesReach is how far around such a word the expression is tried, in bytes.
const replacesReach = 60

// replaces reports whether a text says that it replaces an earlier one. The
// words are looked for before the expression is tried, which is slow.
func replaces(text string) bool {
	for _, w := range []string{"earlier version", "updated", "UPDATE", "Update", "orrect", "CORRECT", "amended", "replaces"} {
		for from := 0; ; {
			i := strings.Index(text[from:], w)
			if i < 0 {
				break
			}
			i += from
			from = i + len(w)
			start := strings.LastIndexByte(text[:max(0, i-replacesReach)], ' ') + 1
			if saysItReplaces.MatchString(text[start:min(len(text), from+replacesReach)]) {
				return true
			}
		}
	}
	return false
}

// findVersions relates a report to the earliest one with the same address or
// file, or to the one that it says it updates or corrects.
func findVersions(sources []*source, set func(int) shingles, versionOf map[string]string) {
	byKey := map[string][]int{}
	byOutlet := map[string][]int{}
	for i, s := range sources {
		if u := s.Report.URL.Value; u != "" {
			byKey["url "+u] = append(byKey["url "+u], i)
		}
		if s.file != "" && s.file != "-" {
			byKey["file "+s.file] = append(byKey["file "+s.file], i)
		}
		if o := s.outlet; o != "" {
			byOutlet[o] = append(byOutlet[o], i)
		}
	}
	for _, same := range byKey {
		first := sources[same[0]]
		for _, i := range same[1:] {
			earlier(versionOf, sources, sources[i], first)
		}
	}
	for _, same := range byOutlet {
		for _, i := range same {
			if len(same) < 2 || !replaces(sources[i].Report.Text) {
				continue
			}
			for _, j := range same {
				if j < i && similarity(set(i), set(j)) >= updatePercent {
					earlier(versionOf, sources, sources[i], sources[j])
					break
				}
			}
		}
	}
}

// earlier records that s is a version of first, of the earliest when several
// are known.
func earlier(versionOf map[string]string, sources []*source, s, first *source) {
	if old := versionOf[s.id]; old != "" {
		for _, o := range sources[:first.n] {
			if o.id == old {
				return
			}
		}
	}
	versionOf[s.id] = first.id
}

// Versions lists the ids of reports that are versions of one article, of each
// article that has several, from the earliest.
func Versions(readings []*travaux.Reading) [][]string {
	sources := unsketched(readings)
	sets := map[int]shingles{} // of those alone that are compared
	versionOf := map[string]string{}
	findVersions(sources, func(i int) shingles {
		if _, ok := sets[i]; !ok {
			sets[i], _ = inPrint(sources[i].Report)
		}
		return sets[i]
	}, versionOf)
	index := map[string]int{}
	for i, s := range sources {
		index[s.id] = i
	}
	g := newGroups(len(sources))
	for i, s := range sources {
		if first := versionOf[s.id]; first != "" {
			g.join(index[first], i, "")
		}
	}
	var out [][]string
	g.each(func(members []int, _ []string) {
		if len(members) < 2 {
			return
		}
		var ids []string
		for _, i := range members {
			ids = append(ids, sources[i].id)
		}
		out = append(out, ids)
	})
	return out
}
