// Package strict reads YAML files that people write: an unknown key, a key
// that stands twice and a second document are faults, and a fault says in plain
// words on which line it is.
//
// It is for the form of such a file. It is not for what it means, nor for
// reading it from disk.
package strict

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// ErrEmpty says that a file holds nothing.
var ErrEmpty = errors.New("the file is empty")

// Fault is what is wrong with a file, and where.
type Fault struct {
	Line int // from 1
	What string
}

func (f *Fault) Error() string { return fmt.Sprintf("line %d: %s", f.Line, f.What) }

// Decode reads the one document of text into v. Errors: ErrEmpty, or a *Fault.
func Decode(text string, v any) error {
	dec := yaml.NewDecoder(strings.NewReader(text))
	dec.KnownFields(true)
	switch err := dec.Decode(v); {
	case errors.Is(err, io.EOF):
		return ErrEmpty
	case err != nil:
		return fault(err)
	}
	if err := dec.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return &Fault{1, "the file holds more than one document"}
	}
	return nil
}

// What the YAML package says of one fault.
var (
	atLine  = regexp.MustCompile(`^(?:yaml: )?line (\d+): (?s:(.*))$`)
	unknown = regexp.MustCompile(`^field (.+) not found in type`)
	kind    = regexp.MustCompile("^cannot unmarshal (?s:.*) into (.+)$")
	twice   = regexp.MustCompile(`^mapping key (".+") already defined`)
)

// fault puts an error of the YAML package into plain words.
func fault(err error) *Fault {
	text := err.Error()
	if e, ok := errors.AsType[*yaml.TypeError](err); ok && len(e.Errors) > 0 {
		text = e.Errors[0]
	}
	m := atLine.FindStringSubmatch(text)
	if m == nil {
		return &Fault{1, "it is not YAML: " + strings.TrimPrefix(text, "yaml: ")}
	}
	line, _ := strconv.Atoi(m[1]) // digits by the pattern
	what := m[2]
	if u := unknown.FindStringSubmatch(what); u != nil {
		what = fmt.Sprintf("unknown key %q", u[1])
	} else if k := kind.FindStringSubmatch(what); k != nil {
		what = "what stands here should be " + word(k[1])
	} else if t := twice.FindStringSubmatch(what); t != nil {
		what = "the key " + t[1] + " stands here twice"
	}
	return &Fault{line, what}
}

// word names a Go type for people.
func word(goType string) string {
	switch {
	case strings.HasPrefix(goType, "[]"):
		return "a list"
	case goType == "bool":
		return "true or false"
	case goType == "string", strings.HasSuffix(goType, "EDTF"), strings.HasSuffix(goType, "ActorType"):
		return "plain text"
	}
	return "key: value pairs"
}
