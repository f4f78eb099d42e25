package knowledge

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/travaux/travaux"
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
	dec := yaml.NewDecoder(strings.NewReader(text))
	dec.KnownFields(true)
	switch err := dec.Decode(p); {
	case errors.Is(err, io.EOF):
		return p, nil
	case err != nil:
		return nil, yamlError(name, err)
	}
	if err := dec.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, lineError(name, 1, "the file holds more than one document")
	}
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(text), &root); err != nil {
		return nil, yamlError(name, err)
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

// yamlFault matches what the YAML package says of one fault.
var (
	yamlFault   = regexp.MustCompile(`^(?:yaml: )?line (\d+): (?s:(.*))$`)
	yamlUnknown = regexp.MustCompile(`^field (.+) not found in type`)
	yamlKind    = regexp.MustCompile("^cannot unmarshal (?s:.*) into (.+)$")
	yamlTwice   = regexp.MustCompile(`^mapping key (".+") already defined`)
)

// yamlError puts an error of the YAML package into the program's words.
func yamlError(file string, err error) error {
	text := err.Error()
	if e, ok := errors.AsType[*yaml.TypeError](err); ok && len(e.Errors) > 0 {
		text = e.Errors[0]
	}
	m := yamlFault.FindStringSubmatch(text)
	if m == nil {
		return travaux.Errorf(travaux.CodeInvalid, "read", file, "it is not YAML: %s", strings.TrimPrefix(text, "yaml: "))
	}
	line, _ := strconv.Atoi(m[1]) // digits by the pattern
	what := m[2]
	if u := yamlUnknown.FindStringSubmatch(what); u != nil {
		what = fmt.Sprintf("unknown key %q", u[1])
	} else if k := yamlKind.FindStringSubmatch(what); k != nil {
		what = "what stands here should be " + yamlWord(k[1])
	} else if t := yamlTwice.FindStringSubmatch(what); t != nil {
		what = "the key " + t[1] + " stands here twice"
	}
	return lineError(file, line, "%s", what)
}

// yamlWord names a Go type for people.
func yamlWord(goType string) string {
	switch {
	case strings.HasPrefix(goType, "[]"):
		return "a list"
	case goType == "string" || strings.HasSuffix(goType, "EDTF") || strings.HasSuffix(goType, "ActorType"):
		return "plain text"
	}
	return "key: value pairs"
}

// InitProfile returns a commented profile to start from. It reads and checks
// clean as it is.
func InitProfile() []byte { return bytes.Clone(template) }
