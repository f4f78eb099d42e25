package knowledge

import (
	"cmp"
	"embed"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/lang"
)

//go:embed world
var embedded embed.FS

// World is what is known by name. It is read-only once loaded, and safe for
// use by several goroutines.
type World struct {
	entries []Entry // by id
	byID    map[string]int
	given   []string
}

// Default parses the world that comes with the program. Callers keep the
// result: every call parses anew.
func Default() (*World, error) {
	w := &World{byID: make(map[string]int, 2048)}
	files, err := fs.Glob(embedded, "world/*.txt")
	if err != nil {
		return nil, err
	}
	for _, name := range files {
		f, err := embedded.Open(name)
		if err != nil {
			return nil, err
		}
		if name == "world/given.txt" {
			w.given, err = readGiven(name, f)
		} else {
			err = w.read(name, f)
		}
		if err := errors.Join(err, f.Close()); err != nil {
			return nil, err
		}
	}
	w.order()
	return w, nil
}

func (w *World) order() {
	slices.SortFunc(w.entries, func(a, b Entry) int { return strings.Compare(a.ID, b.ID) })
	for i, e := range w.entries {
		w.byID[e.ID] = i
	}
}

// Lookup returns the entry of an id.
func (w *World) Lookup(id string) (Entry, bool) {
	i, ok := w.byID[id]
	if !ok {
		return Entry{}, false
	}
	return w.entries[i], true
}

// Entries returns all entries by id. The slice is the caller's; what the
// entries point to is not.
func (w *World) Entries() []Entry { return slices.Clone(w.entries) }

// Given returns common given names of many languages, sorted by bytes.
func (w *World) Given() []string { return slices.Clone(w.given) }

// Names returns every form for a recogniser, by form, the states first, then by
// id, use and Of. An
// adjective or demonym has its entry as Of; a capital, seat of government or
// house is AsSeat, once for each state or body it may stand for; a title is of
// lang.Person, because it names one with the name that follows.
func (w *World) Names() []lang.Name {
	stands := w.standsFor()
	var names []lang.Name
	for _, e := range w.entries {
		_, typ, _ := e.Kind.types()
		of := stands[e.ID]
		for _, f := range e.Forms {
			n := lang.Name{Form: f.Text, ID: e.ID, Type: typ, Use: f.Use, Ambiguous: f.Ambiguous, Site: e.Kind == Place && len(of) == 0}
			switch {
			case f.Use == lang.AsAdjective || f.Use == lang.AsDemonym:
				n.Type, n.Of = lang.Group, e.ID
				names = append(names, n)
			case f.Use == lang.AsName && len(of) > 0:
				n.Use = lang.AsSeat
				for _, n.Of = range of {
					names = append(names, n)
				}
			case len(e.Of) > 0: // an organ, or an office of one state or body
				for _, n.Of = range e.Of {
					names = append(names, n)
				}
			default:
				names = append(names, n)
			}
		}
	}
	slices.SortFunc(names, compareNames)
	return names
}

func compareNames(a, b lang.Name) int {
	return cmp.Or(strings.Compare(a.Form, b.Form), cmp.Compare(rank(a), rank(b)), strings.Compare(a.ID, b.ID), cmp.Compare(a.Use, b.Use), strings.Compare(a.Of, b.Of))
}

// rank puts a state before its capital, or a region, of one name.
func rank(n lang.Name) int {
	if kind, _, _ := strings.Cut(cmp.Or(n.Of, n.ID), "/"); n.Use != lang.AsSeat && Kind(kind) == State {
		return 0
	}
	return 1
}

// standsFor gives for the id of a place or house the ids of the states and
// bodies that it may stand for.
func (w *World) standsFor() map[string][]string {
	m := map[string][]string{}
	for _, e := range w.entries {
		for _, place := range slices.Concat(e.Capital, e.stateSeats()) {
			m[place] = append(m[place], e.ID)
		}
		if e.Kind == Place || e.Kind == House {
			m[e.ID] = append(m[e.ID], e.Of...)
		}
	}
	for id := range m {
		slices.Sort(m[id])
		m[id] = slices.Compact(m[id])
	}
	return m
}

// stateSeats returns the seats of a government. Those of a body do not stand
// for it unless the place says so: a dozen bodies share one city.
func (e Entry) stateSeats() []string {
	if e.Kind == State || e.Kind == Territory {
		return e.Seats
	}
	return nil
}
