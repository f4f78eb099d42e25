package pack

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/knowledge/strict"
)

// maxFile is the most bytes read of one pack.
const maxFile = 4 << 20

// File is a pack as its author writes it (doc/packs.md).
type File struct {
	Pack  Text `yaml:"pack"`  // its id
	Label Text `yaml:"label"` // its name for people
	// Base marks the pack of what every negotiation has: where talks stand, who
	// takes part, who watches. It is always in use, and its issues give way to
	// those of a subject.
	Base bool `yaml:"base"`
	// Words names classes of words, in capitals, for use in cues and frames.
	Words map[string][]Text `yaml:"words"`
	// Signs are words that tell what a report is about, but of no one issue.
	Signs []Text `yaml:"signs"`
	// Ignore are phrases that look like a cue and are none.
	Ignore []Text  `yaml:"ignore"`
	Issues []Issue `yaml:"issues"`
	// Other are examples that are about no issue.
	Other []Text `yaml:"other"`

	// Own marks the issues of a profile: they come before those of any pack, may
	// add cues to one of theirs, and know no classes of words.
	Own bool `yaml:"-"`

	name string   // of the file
	sum  [32]byte // of its content
}

// Issue is a subject of negotiation. Its id is its place in the tree: the
// parent of "territory.cession" is "territory".
type Issue struct {
	ID    Text   `yaml:"id"`
	Label Text   `yaml:"label"`
	PAX   []Text `yaml:"pax"` // codes of the PA-X codebook
	// Cues are phrases that betray the issue in any report, Weak those that do
	// so only where the report is about the pack's subject.
	Cues    []Text   `yaml:"cues"`
	Weak    []Text   `yaml:"weak"`
	Frames  []Text   `yaml:"frames"`
	Options []Option `yaml:"options"`
	// Examples are sentences that are about the issue.
	Examples []Text `yaml:"examples"`
	// Parent is where the tree is not told by ids, as in a profile.
	Parent string `yaml:"-"`

	from string // the pack
}

// Option is one way of settling an issue. The options of an issue stand in
// order, from one end to the other.
type Option struct {
	ID       Text   `yaml:"id"`
	Label    Text   `yaml:"label"`
	Cues     []Text `yaml:"cues"`
	Frames   []Text `yaml:"frames"`
	Examples []Text `yaml:"examples"`
}

// Text is a string with the line where it stands.
type Text struct {
	S    string
	Line int
}

// UnmarshalYAML keeps the line of a plain string.
func (t *Text) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		return fmt.Errorf("line %d: what stands here should be plain text", n.Line)
	}
	*t = Text{strings.TrimSpace(n.Value), n.Line}
	return nil
}

// Read reads a pack. name is the file's, for messages. Errors: CodeInvalid with
// the line, CodeTooLarge, CodeUnreadable.
func Read(name string, r io.Reader) (*File, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	switch {
	case err != nil:
		return nil, &travaux.Error{Code: travaux.CodeUnreadable, Op: "read pack", ID: name, Err: err}
	case len(b) > maxFile:
		return nil, travaux.Errorf(travaux.CodeTooLarge, "read pack", name, "over %d bytes", maxFile)
	case !utf8.Valid(b):
		return nil, travaux.Errorf(travaux.CodeInvalid, "read pack", name, "the file is not UTF-8")
	}
	f := &File{name: name, sum: sha256.Sum256(b)}
	if err := strict.Decode(string(b), f); err != nil {
		if f, ok := errors.AsType[*strict.Fault](err); ok {
			return nil, invalid(name, f.Line, "%s", f.What)
		}
		return nil, invalid(name, 1, "%s", err)
	}
	return f, nil
}

// OfProfile returns an empty pack for the issues of the profile in a file.
func OfProfile(file string) *File {
	return &File{Pack: Text{S: "profile"}, Label: Text{S: "Of the profile"}, Own: true, name: file}
}

// Problem is what is wrong with a pack that could be read.
type Problem struct {
	File string
	Line int // from 1
	What string
}

func (p Problem) String() string { return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.What) }

func (p Problem) Error() string { return p.String() }

func invalid(file string, line int, format string, args ...any) error {
	return &travaux.Error{Code: travaux.CodeInvalid, Op: "read", Err: Problem{file, line, fmt.Sprintf(format, args...)}}
}
