package knowledge

import (
	"bytes"
	"errors"
	"io"
	"strconv"

	"go.yaml.in/yaml/v3"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/knowledge/strict"
)

// Profile is what is set down for one negotiation: who takes part, who may
// speak for whom, who held which office when, and how outlets look. Every part
// may be left out.
type Profile struct {
	Name string `yaml:"name"`
	// Packs lists the packs that the negotiation is about, by id or as files of
	// one's own; all embedded ones when empty.
	Packs       []string     `yaml:"packs"`
	Description string       `yaml:"description"`
	Parties     []Party      `yaml:"parties"`
	Persons     []Named      `yaml:"persons"`
	Offices     []Tenure     `yaml:"offices"`
	Places      []Named      `yaml:"places"`
	Bodies      []Named      `yaml:"bodies"`
	Issues      []IssueEntry `yaml:"issues"`
	Outlets     []Outlet     `yaml:"outlets"`
	Tracks      []TrackEntry `yaml:"tracks"`

	file  string
	lines map[string]int // "parties/0" to its line
}

// Party is a side at the table, or part of one. ID may be one of the world's,
// to say that a state or body is a party.
type Party struct {
	ID    string   `yaml:"id"`
	Name  string   `yaml:"name"`
	Forms []string `yaml:"forms"`
	// Type is an actor type; organisation when empty, unless the world knows ID.
	Type travaux.ActorType `yaml:"type"`
	Side string            `yaml:"side"`
	// Principals are persons who decide for the party; Spokespersons are those
	// who may speak for it. Both by name.
	Principals    []string `yaml:"principals"`
	Spokespersons []string `yaml:"spokespersons"`
}

// Named is a person, place or body with all the ways of writing its name.
type Named struct {
	ID    string   `yaml:"id"` // made from the name when empty
	Name  string   `yaml:"name"`
	Forms []string `yaml:"forms"`
	Of    string   `yaml:"of"` // the party or world id it belongs to
}

// Tenure is who held an office, and when; an empty end is open.
type Tenure struct {
	Office string       `yaml:"office"`
	Of     string       `yaml:"of"` // party or world id
	Holder string       `yaml:"holder"`
	From   travaux.EDTF `yaml:"from"`
	To     travaux.EDTF `yaml:"to"`
}

// IssueEntry is a subject of the negotiation and the words that betray it.
type IssueEntry struct {
	ID     string   `yaml:"id"`
	Label  string   `yaml:"label"`
	Parent string   `yaml:"parent"`
	Cues   []string `yaml:"cues"`
	PAX    []string `yaml:"pax"` // codes of the PA-X codebook
}

// Outlet is a source of reports.
type Outlet struct {
	Name    string   `yaml:"name"`
	Forms   []string `yaml:"forms"`
	Domains []string `yaml:"domains"`
	// Furniture holds regular expressions (RE2) of whole lines that belong to
	// the site and not to the article.
	Furniture []string `yaml:"furniture"`
	Timezone  string   `yaml:"timezone"` // IANA name, "Europe/Rome"
}

// TrackEntry is a strand of a plan or a channel of talks.
type TrackEntry struct {
	ID    string   `yaml:"id"`
	Label string   `yaml:"label"`
	Kind  string   `yaml:"kind"` // thematic, diplomatic, format
	Forms []string `yaml:"forms"`
}

// ReadProfile reads a profile. An unknown key is an error, as is an entry
// without what it needs: a name, an id, a label. An empty file is an empty
// profile. Errors: CodeInvalid with file and line, CodeTooLarge, CodeUnreadable.
func ReadProfile(r io.Reader) (*Profile, error) {
	name := nameOf(r, "profile.yaml")
	text, err := readAll(name, r)
	if err != nil {
		return nil, err
	}
	p := &Profile{file: name, lines: map[string]int{}}
	switch err := strict.Decode(text, p); {
	case errors.Is(err, strict.ErrEmpty):
		return p, nil
	case err != nil:
		return nil, formError(name, err)
	}
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(text), &root); err != nil {
		return nil, formError(name, err)
	}
	p.locate(&root)
	if missing := p.incomplete(); len(missing) > 0 {
		return nil, lineError(name, missing[0].Line, "%s", missing[0].What)
	}
	return p, nil
}

// locate notes the line of every list entry.
func (p *Profile) locate(root *yaml.Node) {
	if root.Kind != yaml.DocumentNode || len(root.Content) == 0 || root.Content[0].Kind != yaml.MappingNode {
		return
	}
	top := root.Content[0].Content
	for i := 0; i+1 < len(top); i += 2 {
		for j, item := range top[i+1].Content {
			p.lines[key(top[i].Value, j)] = item.Line
		}
	}
}

func key(list string, i int) string { return list + "/" + strconv.Itoa(i) }

// formError says which file a fault of form is in.
func formError(file string, err error) error {
	if f, ok := errors.AsType[*strict.Fault](err); ok {
		return lineError(file, f.Line, "%s", f.What)
	}
	return &travaux.Error{Code: travaux.CodeInvalid, Op: "read", ID: file, Err: err}
}

// InitProfile returns a commented profile to start from. It reads and checks
// clean as it is.
func InitProfile() []byte { return bytes.Clone(template) }
