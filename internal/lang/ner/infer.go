package ner

import (
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

// enough is the evidence from which on a name is believed to be of a kind.
const enough = 3

// evidence is what the document shows of a capitalised name.
type evidence struct {
	state, place, org int
	person            bool   // somewhere the last name after a title or a given name
	alone             bool   // somewhere no part of a longer name
	full              string // of an organisation
}

// infer reads what the whole document shows of names that the lexicon does not
// hold, and puts those it is sure of in s.local: states by their ministers,
// borders and peoples, places by datelines and by what happens in them,
// organisations by a fuller name.
func (s *scan) infer() {
	b := &bearings{scan: s, of: map[string]*evidence{}}
	for _, sent := range s.doc.Sents {
		if !s.headline(sent) {
			b.read(sent)
		}
	}
	adjectives := b.adjectives()
	b.listings()
	names := make([]string, 0, len(b.of))
	for n := range b.of {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		switch e := b.of[n]; {
		case e.person || !e.alone || b.surnamed(n):
		case e.state >= enough && e.state > e.org:
			s.local.put(lang.Name{Form: n, ID: lang.LocalID(n), Type: lang.Place})
			for _, a := range adjectives[n] {
				s.local.put(lang.Name{Form: a, ID: lang.LocalID(n), Type: lang.Group, Use: lang.AsAdjective, Of: lang.LocalID(n)})
				if strings.HasSuffix(a, "n") {
					s.local.put(lang.Name{Form: a + "s", ID: lang.LocalID(n), Type: lang.Group, Use: lang.AsDemonym, Of: lang.LocalID(n)})
				}
			}
		case e.org >= enough:
			full := n
			if e.full != "" {
				full = e.full
				s.local.put(lang.Name{Form: full, ID: lang.LocalID(full), Type: lang.Organisation})
			}
			s.local.put(lang.Name{Form: n, ID: lang.LocalID(full), Type: lang.Organisation})
		case e.place >= enough:
			s.local.put(lang.Name{Form: n, Type: lang.Place})
		}
	}
}

// locals are names by their words, and by their words in capitals.
type locals map[string][]lang.Name

func (l locals) put(n lang.Name) {
	l.add(n.Form, n)
	if up := strings.ToUpper(n.Form); up != n.Form && n.Type == lang.Place {
		l.add(up, n)
	}
}

// add keeps one name of a form; a state's before a place's.
func (l locals) add(form string, n lang.Name) {
	if l[form] == nil || n.ID != "" {
		l[form] = []lang.Name{n}
	}
}

// listings gives those who stand in one list with as many states part of the
// evidence, and all of it where most of three or more are states: "Ilm, Dor and
// Merin".
func (b *bearings) listings() {
	for _, l := range b.lists {
		states := 0
		for _, n := range l {
			if e := b.of[n]; e == nil || e.state >= enough {
				states++ // of the lexicon, or shown
			}
		}
		if len(l) < 2 || states*2 < len(l) {
			continue
		}
		for _, n := range l {
			if e := b.of[n]; e != nil && e.state < enough {
				if len(l) > 2 && states*2 > len(l) {
					e.state += enough
				} else {
					e.state += min(len(l)-1, 2)
				}
			}
		}
	}
}

// adjectives finds the words that the document makes of its names and sets
// before nouns, by name: "Dorevan" of "Doreva".
func (b *bearings) adjectives() map[string][]string {
	found := map[string][]string{}
	for _, sent := range b.doc.Sents {
		for i := sent.First; i < sent.Last-1; i++ {
			t := &b.doc.Toks[i+1]
			if !b.is(i, upper) || t.UPOS != lang.NOUN && t.UPOS != lang.ADJ || b.is(i+1, upper) || b.is(i, givenName) {
				continue
			}
			a := b.form(i)
			for _, n := range roots(a) {
				e := b.of[n]
				if e == nil || e.person || !e.alone {
					continue
				}
				e.state += 2
				if b.r.words[t.Lemma]&(title|polity|polityLike|actNoun) != 0 {
					e.state++
				}
				if !slices.Contains(found[n], a) {
					found[n] = append(found[n], a)
				}
				break
			}
		}
	}
	return found
}

// roots returns the names of which a word may be the adjective, the likeliest
// first.
func roots(a string) []string {
	var r []string
	for _, end := range [...]struct{ cut, put string }{
		{"n", ""}, {"an", ""}, {"ian", ""}, {"ian", "y"}, {"an", "o"}, {"ese", ""}, {"ese", "a"}, {"i", ""}, {"ish", ""}, {"ish", "ia"},
	} {
		if root, ok := strings.CutSuffix(a, end.cut); ok && len(root) > 3 {
			r = append(r, root+end.put)
		}
	}
	return r
}

// dateline reads the head of a block: "PORT HALLE, Merin, Nov 2 (Agency) —".
func (b *bearings) dateline(sent lang.Sent) {
	if sent.Start != b.doc.Blocks[sent.Block].Start {
		return
	}
	i, long := sent.First, false
	for i < sent.Last && b.is(i, acronym) {
		long = long || b.doc.Toks[i].Len() > 3
		i++
	}
	if !long || i > sent.First+3 || b.form(i) != "," {
		return
	}
	j := i + 1
	for j < sent.Last && j < i+4 && b.is(j, upper) && !b.is(j, calendar|acronym) {
		j++
	}
	dash := false
	for k := j; k < len(b.doc.Toks) && k < j+12 && b.doc.Toks[k].Start < b.doc.Blocks[sent.Block].End; k++ {
		switch b.form(k) {
		case "—", "–", "--":
			dash = true
		case "-":
			dash = dash || !b.is(k, touches)
		}
	}
	if !dash {
		return
	}
	if hit, _ := b.lookup(sent.First, i, false); hit == sent.First {
		e := b.at(sent.First, i)
		e.place += enough
		e.alone = true
		var words []string
		for k := sent.First; k < i; k++ {
			words = append(words, capitalised(b.form(k)))
		}
		n := strings.Join(words, " ")
		if e := b.of[n]; e != nil {
			e.place += enough
			e.alone = true
		} else {
			b.of[n] = &evidence{place: enough, alone: true}
		}
	}
	if j > i+1 && b.form(j) == "," {
		if hit, _ := b.lookup(i+1, j, false); hit == i+1 {
			e := b.at(i+1, j)
			e.state += enough
			e.alone = true
		}
	}
}

// capitalised returns a word in capitals with its first letter alone a capital.
func capitalised(w string) string {
	for n := range w {
		if n > 0 {
			return w[:n] + strings.ToLower(w[n:])
		}
	}
	return w
}
