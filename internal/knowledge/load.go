package knowledge

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// maxFile is the most bytes read of one file.
const maxFile = 8 << 20

// Load reads one file of stanzas. Its entries may refer to ids of other files:
// Check says what is missing. Errors: CodeInvalid with the line, CodeTooLarge,
// CodeUnreadable.
func Load(r io.Reader) (*World, error) {
	w := &World{byID: map[string]int{}}
	if err := w.read(nameOf(r, "world"), r); err != nil {
		return nil, err
	}
	w.order()
	return w, nil
}

// Extend returns a world with the entries of a file added. A stanza whose id
// is known already changes that entry: "key:" replaces what the key held,
// "+key:" adds to it. w stays as it is.
func (w *World) Extend(r io.Reader) (*World, error) {
	x := &World{byID: make(map[string]int, len(w.entries)), given: w.given}
	for i, e := range w.entries {
		x.entries = append(x.entries, e.clone())
		x.byID[e.ID] = i
	}
	if err := x.read(nameOf(r, "world"), r); err != nil {
		return nil, err
	}
	x.order()
	return x, nil
}

func (e Entry) clone() Entry {
	for _, list := range []*[]string{&e.Capital, &e.Seats, &e.In, &e.Of, &e.Claimants, &e.Administered} {
		*list = slices.Clone(*list)
	}
	e.Forms = slices.Clone(e.Forms)
	return e
}

// read adds the stanzas of r.
func (w *World) read(name string, r io.Reader) error {
	text, err := readAll(name, r)
	if err != nil {
		return err
	}
	seen := map[string]bool{} // ids of this file
	var e *Entry
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
			e = nil
			continue
		case strings.HasPrefix(line, "#"):
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		key = strings.TrimSpace(key)
		if !ok {
			return lineError(name, i+1, "%q is not of the form key: value", line)
		}
		values := splitValues(value)
		switch {
		case key == "id" && e != nil:
			return lineError(name, i+1, "a blank line is missing before this id")
		case key == "id":
			id := strings.TrimSpace(value)
			if !validID(id) {
				return lineError(name, i+1, "%q is no id: it must be a kind, a slash and a key such as state/xyz", id)
			}
			if seen[id] {
				return lineError(name, i+1, "%s stands in this file already", id)
			}
			seen[id] = true
			e = w.entry(id, name, i+1)
		case e == nil:
			return lineError(name, i+1, "a stanza must begin with id")
		case len(values) == 0:
			return lineError(name, i+1, "%s of %s has no value", key, e.ID)
		default:
			if err := e.set(key, values); err != nil {
				return lineError(name, i+1, "%s: %w", e.ID, err)
			}
		}
	}
	return nil
}

// entry returns the entry of an id, made if it is new. The pointer holds until
// the next call.
func (w *World) entry(id, file string, line int) *Entry {
	if i, ok := w.byID[id]; ok {
		return &w.entries[i]
	}
	kind, _, _ := strings.Cut(id, "/")
	e := Entry{ID: id, Kind: Kind(kind), file: file, line: line}
	e.Type, _, _ = e.Kind.types()
	w.byID[id] = len(w.entries)
	w.entries = append(w.entries, e)
	return &w.entries[len(w.entries)-1]
}

// set gives a key its values, or with a leading "+" adds them.
func (e *Entry) set(key string, values []string) error {
	key, add := strings.CutPrefix(key, "+")
	if use, ok := useOf(key); ok {
		if !add {
			e.Forms = slices.DeleteFunc(e.Forms, func(f Form) bool { return f.Use == use })
		}
		for _, v := range values {
			f, err := parseForm(v, use)
			if err != nil {
				return err
			}
			if slices.ContainsFunc(e.Forms, func(g Form) bool { return g.Text == f.Text && g.Use == f.Use }) {
				return fmt.Errorf("%s %q stands there twice", key, f.Text)
			}
			e.Forms = append(e.Forms, f)
		}
		return nil
	}
	if key == "type" {
		if add || len(values) != 1 || !entryType(travaux.ActorType(values[0])) {
			return fmt.Errorf("type %q is none that an entry can have", strings.Join(values, "; "))
		}
		e.Type = travaux.ActorType(values[0])
		return nil
	}
	list := e.list(key)
	if list == nil {
		return fmt.Errorf("unknown key %q", key)
	}
	for _, v := range values {
		if !validID(v) {
			return fmt.Errorf("%s %q is no id", key, v)
		}
	}
	if add {
		values = append(slices.Clone(*list), values...)
	}
	*list = values
	return nil
}

// list returns the list of ids that a key holds, nil for any other key.
func (e *Entry) list(key string) *[]string {
	switch key {
	case "capital":
		return &e.Capital
	case "seat":
		return &e.Seats
	case "in":
		return &e.In
	case "of":
		return &e.Of
	case "claimants":
		return &e.Claimants
	case "administered by":
		return &e.Administered
	}
	return nil
}

func useOf(key string) (lang.Use, bool) {
	switch key {
	case "name":
		return lang.AsName, true
	case "adjective":
		return lang.AsAdjective, true
	case "demonym":
		return lang.AsDemonym, true
	case "title":
		return lang.AsTitle, true
	}
	return 0, false
}

// entryType reports whether an entry may be given the type. Persons are no
// part of the world.
func entryType(t travaux.ActorType) bool {
	switch t {
	case travaux.ActorOffice, travaux.ActorGovernment, travaux.ActorState, travaux.ActorOrganisation,
		travaux.ActorBody, travaux.ActorGroupOfStates, travaux.ActorRegion, travaux.ActorArmedGroup,
		travaux.ActorCompany, travaux.ActorMedia, travaux.ActorExpertGroup, travaux.ActorGroup, travaux.ActorPlace:
		return true
	}
	return false
}

// parseForm reads a form with its marks: "?" for ambiguous, "*" for shared.
func parseForm(s string, use lang.Use) (Form, error) {
	f := Form{Use: use}
	f.Text = strings.TrimRight(s, "?*")
	marks := s[len(f.Text):]
	f.Ambiguous, f.Shared = strings.Contains(marks, "?"), strings.Contains(marks, "*")
	f.Text = strings.Join(strings.Fields(f.Text), " ")
	if f.Text == "" {
		return f, fmt.Errorf("%q is no name", s)
	}
	return f, nil
}

func splitValues(s string) []string {
	var out []string
	for v := range strings.SplitSeq(s, ";") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// readAll reads the UTF-8 text of a file, without a byte order mark and with
// plain line ends.
func readAll(name string, r io.Reader) (string, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err != nil {
		return "", &travaux.Error{Code: travaux.CodeUnreadable, Op: "read", ID: name, Err: err}
	}
	if len(b) > maxFile {
		return "", travaux.Errorf(travaux.CodeTooLarge, "read", name, "over %d bytes", maxFile)
	}
	if !utf8.Valid(b) {
		return "", travaux.Errorf(travaux.CodeInvalid, "read", name, "the file is not UTF-8")
	}
	return strings.ReplaceAll(strings.TrimPrefix(string(b), "\ufeff"), "\r\n", "\n"), nil
}

// nameOf returns the name of what r reads, when it has one.
func nameOf(r io.Reader, otherwise string) string {
	if f, ok := r.(interface{ Name() string }); ok && f.Name() != "" {
		return f.Name()
	}
	return otherwise
}

// LineError is a fault at a line of a world file or profile.
type LineError struct {
	File string
	Line int // from 1
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err) }

// Unwrap returns the fault.
func (e *LineError) Unwrap() error { return e.Err }

func lineError(file string, line int, format string, args ...any) error {
	return &travaux.Error{
		Code: travaux.CodeInvalid, Op: "read", ID: "",
		Err: &LineError{file, line, fmt.Errorf(format, args...)},
	}
}
