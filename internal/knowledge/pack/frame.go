package pack

import (
	"fmt"
	"slices"
	"strings"
)

// frame is who does what to what, matched over trees: a verb or the noun made
// of it, what does it, what it is done to, and prepositional phrases.
type frame struct {
	heads    []head
	subject  *slot
	object   *slot
	obliques []oblique
}

type head struct{ word, particle string }

type oblique struct {
	prep string
	slot
}

// slot is what may stand in a place of a frame: any of some phrases, by their
// head; none for "someone" and "something", which only ask for presence, and for
// "somewhere", which asks for the name of a place.
type slot struct {
	phrases [][]string
	place   bool
}

var (
	anything     = []string{"someone", "something", "somewhere"}
	particles    = []string{"apart", "away", "back", "down", "forward", "off", "out", "up"}
	prepositions = []string{
		"about", "against", "around", "as", "at", "before", "between", "beyond", "by", "for", "from", "in", "inside", "into",
		"of", "on", "onto", "outside", "over", "through", "to", "towards", "under", "with", "within", "without",
	}
)

// frame reads a frame:
//
//	someone withdraw|withdrawal FORCES from somewhere
//	pull out|back FORCES
//	impose duty|tariff on something
func (n *notation) frame(s string) (*frame, error) {
	parts, err := pieces(s)
	if err != nil {
		return nil, err
	}
	if slices.Contains(parts, "...") {
		return nil, fmt.Errorf("%q: a frame is matched by grammar and takes no gaps", s)
	}
	f := &frame{}
	if first := parts[0]; len(parts) > 1 && (isClass(first) || slices.Contains(anything, first)) {
		if f.subject, err = n.slot(first); err != nil {
			return nil, err
		}
		parts = parts[1:]
	}
	if f.heads, err = n.heads(parts[0]); err != nil {
		return nil, err
	}
	parts = parts[1:]
	if len(parts) > 0 && each(parts[0], particles) {
		f.heads = withParticles(f.heads, strings.Split(parts[0], "|"))
		parts = parts[1:]
	}
	if len(parts) > 0 && !each(parts[0], prepositions) {
		if f.object, err = n.slot(parts[0]); err != nil {
			return nil, err
		}
		parts = parts[1:]
	}
	for len(parts) > 0 {
		if !each(parts[0], prepositions) || len(parts) < 2 {
			return nil, fmt.Errorf("%q: after the object come a preposition and what follows it, not %q; put several words in parentheses", s, parts[0])
		}
		o, err := n.slot(parts[1])
		if err != nil {
			return nil, err
		}
		f.obliques = append(f.obliques, oblique{prep: parts[0], slot: *o})
		parts = parts[2:]
	}
	if f.subject == nil && f.object == nil && len(f.obliques) == 0 {
		return nil, fmt.Errorf("%q is no frame: it takes a verb and what is done to what; a bare word is a cue", s)
	}
	return f, nil
}

// each reports whether every alternative of part is in list.
func each(part string, list []string) bool {
	for p := range strings.SplitSeq(part, "|") {
		if !slices.Contains(list, p) {
			return false
		}
	}
	return true
}

// heads reads the verbs and nouns of a frame, with the particles of those in
// parentheses: "(pull out|withdraw)".
func (n *notation) heads(part string) ([]head, error) {
	alts, err := n.alternatives(part)
	if err != nil {
		return nil, err
	}
	var out []head
	for _, a := range alts {
		h := head{word: a[0]}
		switch {
		case len(a) == 2 && slices.Contains(particles, a[1]):
			h.particle = a[1]
		case len(a) > 1:
			return nil, fmt.Errorf("%q: the verb of a frame is one word, with a particle such as %q at most", strings.Join(a, " "), "out")
		}
		out = append(out, h)
	}
	return out, nil
}

func withParticles(hs []head, particles []string) []head {
	var out []head
	for _, h := range hs {
		for _, p := range particles {
			out = append(out, head{h.word, p})
		}
	}
	return out
}

func (n *notation) slot(part string) (*slot, error) {
	if slices.Contains(anything, part) {
		return &slot{place: part == "somewhere"}, nil
	}
	alts, err := n.alternatives(part)
	return &slot{phrases: alts}, err
}
