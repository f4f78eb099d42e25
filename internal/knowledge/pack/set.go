package pack

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/travaux/travaux"
)

//go:embed data/*.yaml
var data embed.FS

// order is in which order the embedded packs stand; the first of two that are
// equally near to a report counts.
var order = []string{"base", "peace", "trade", "climate", "labour", "budget"}

// Set is the packs in use, the base first. It is read-only once made, and safe
// for several goroutines.
type Set struct {
	packs    []*File
	chosen   bool // by the user: all are about the reports
	patterns []pattern
	cues     *trie
	frames   map[string][]int32 // patterns by word of the head
	issues   []Issue            // in the order of the packs
	byID     map[string]int
	digest   string
	base     string // the id of the base
}

type kind uint8

const (
	strong kind = iota
	weak
	sign
	ignored
)

// pattern is a cue, frame, sign or ignored phrase.
type pattern struct {
	pack   int
	issue  int // into Set.issues, -1 for none
	option string
	kind   kind
	text   string
	frame  *frame
}

var embedded = sync.OnceValues(func() ([]*File, error) {
	var list []*File
	for _, id := range order {
		b, err := data.ReadFile("data/" + id + ".yaml")
		if err != nil {
			return nil, fmt.Errorf("read the embedded pack %s: %w", id, err)
		}
		f, err := Read(id+".yaml", bytes.NewReader(b))
		if err != nil {
			return nil, err
		}
		list = append(list, f)
	}
	return list, nil
})

var whole = sync.OnceValues(func() (*Set, error) {
	list, err := embedded()
	if err != nil {
		return nil, err
	}
	return New(list)
})

// Default returns the embedded packs.
func Default() (*Set, error) { return whole() }

// Embedded returns the embedded packs as their authors wrote them, in order.
func Embedded() ([]*File, error) { return embedded() }

// Choose returns the base, the embedded packs of the given ids, all of them when
// none is given, and own packs before them; one with the id of an embedded pack
// takes its place. Of chosen packs every report counts
// as being about their subject.
func Choose(ids []string, own ...*File) (*Set, error) {
	all, err := embedded()
	if err != nil {
		return nil, err
	}
	var files []*File
	for _, f := range all {
		if slices.ContainsFunc(own, func(g *File) bool { return !g.Own && g.Pack.S == f.Pack.S }) {
			continue
		}
		if f.Base || len(ids) == 0 || slices.Contains(ids, f.Pack.S) {
			files = append(files, f)
		}
	}
	known := append(slices.Clone(files), own...)
	for _, id := range ids {
		if !slices.ContainsFunc(known, func(f *File) bool { return f.Pack.S == id }) {
			e := travaux.Errorf(travaux.CodeInvalid, "choose packs", id, "there is no such pack")
			e.Hint = "there are " + strings.Join(order, ", ") + "; a file of your own must end in .yaml"
			return nil, e
		}
	}
	var first, last []*File // of equals those of the user's files come first; a profile changes what packs have
	for _, f := range own {
		if f.Own {
			last = append(last, f)
		} else {
			first = append(first, f)
		}
	}
	at := 0
	for at < len(files) && files[at].Base {
		at++
	}
	s, err := New(slices.Concat(files[:at], first, files[at:], last))
	if err == nil {
		s.chosen = len(ids) > 0
	}
	return s, err
}

// New makes a set of packs. They must be sound: the first problem is returned
// as an error.
func New(files []*File) (*Set, error) {
	s := &Set{packs: files, cues: newTrie(), frames: map[string][]int32{}, byID: map[string]int{}}
	var found []Problem
	h := sha256.New()
	for i, f := range files {
		if !f.Own {
			found = append(found, f.faults()...)
		}
		found = append(found, s.add(i, f)...)
		if f.Base {
			s.base = f.Pack.S
		}
		h.Write(f.sum[:])
		fmt.Fprintln(h, f.Pack.S)
	}
	if len(found) > 0 {
		return nil, &travaux.Error{Code: travaux.CodeInvalid, Op: "read", Err: found[0]}
	}
	s.digest = hex.EncodeToString(h.Sum(nil)[:8])
	return s, nil
}

// Digest names the content of the packs.
func (s *Set) Digest() string { return s.digest }

// add enters the patterns of a pack.
func (s *Set) add(i int, f *File) []Problem {
	n, found := newNotation(f)
	n.plain = f.Own
	enter := func(issue int, option string, k kind, cues, frames []Text) {
		for _, c := range cues {
			ways, err := n.cue(c.S)
			if err != nil {
				found = append(found, Problem{f.name, c.Line, err.Error()})
				continue
			}
			s.patterns = append(s.patterns, pattern{pack: i, issue: issue, option: option, kind: k, text: c.S})
			for _, w := range ways {
				s.cues.add(w, int32(len(s.patterns)-1))
			}
		}
		for _, c := range frames {
			fr, err := n.frame(c.S)
			if err != nil {
				found = append(found, Problem{f.name, c.Line, err.Error()})
				continue
			}
			s.patterns = append(s.patterns, pattern{pack: i, issue: issue, option: option, kind: k, text: c.S, frame: fr})
			for _, h := range fr.heads {
				word, _, _ := strings.Cut(h.word, ":")
				if p := int32(len(s.patterns) - 1); !slices.Contains(s.frames[word], p) {
					s.frames[word] = append(s.frames[word], p)
				}
			}
		}
	}
	enter(-1, "", sign, f.Signs, nil)
	enter(-1, "", ignored, f.Ignore, nil)
	for _, is := range f.Issues {
		at, ok := s.byID[is.ID.S]
		switch {
		case ok && f.Own:
			s.issues[at].Label = is.Label
		case ok && s.issues[at].from != f.Pack.S:
			found = append(found, Problem{f.name, is.ID.Line, fmt.Sprintf("the issue %q stands in the pack %s already", is.ID.S, s.issues[at].from)})
			continue
		case ok:
			continue // twice in one file: Check says so
		default:
			is.from = f.Pack.S
			at = len(s.issues)
			s.byID[is.ID.S] = at
			s.issues = append(s.issues, is)
		}
		enter(at, "", strong, is.Cues, is.Frames)
		enter(at, "", weak, is.Weak, nil)
		for _, o := range is.Options {
			enter(at, o.ID.S, strong, o.Cues, o.Frames)
		}
	}
	return found
}

// Issues lists the issues of all packs as a record has them, in the order of
// the packs, and last the issue of what no pack knows.
func (s *Set) Issues() []travaux.Issue {
	list := make([]travaux.Issue, 0, len(s.issues)+1)
	for _, is := range s.issues {
		row := travaux.Issue{ID: is.ID.S, Parent: is.parent(), Label: is.Label.S}
		for _, p := range is.PAX {
			row.PAXCodes = append(row.PAXCodes, p.S)
		}
		for i, o := range is.Options {
			row.Options = append(row.Options, travaux.Option{Label: o.Label.S, Order: i + 1})
		}
		list = append(list, row)
	}
	return append(list, travaux.Issue{ID: travaux.OtherIssue, Label: "No known issue"})
}

// parent is the id of the issue above, "" for none.
func (is *Issue) parent() string {
	if is.Parent != "" {
		return is.Parent
	}
	if i := strings.LastIndexByte(is.ID.S, '.'); i >= 0 {
		return is.ID.S[:i]
	}
	return ""
}

// below reports whether issue a stands below issue b in the tree.
func (s *Set) below(a, b int) bool {
	if a < 0 || b < 0 {
		return false
	}
	up := s.issues[a].parent()
	for steps := 0; up != "" && steps < len(s.issues); steps++ {
		n, ok := s.byID[up]
		if !ok || n == b {
			return ok
		}
		up = s.issues[n].parent()
	}
	return false
}
