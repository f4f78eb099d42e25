package export

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/jsonschema-go/jsonschema"

	"github.com/travaux/travaux"
)

var update = flag.Bool("update", false, "rewrite golden files")

// words lists the values of fields that have no type of their own in the
// domain, by type and field.
var words = map[string][]string{
	"Field.Basis":                {"", "text", "metadata", "front_matter", "header", "url", "profile", "self_reference", "input"},
	"Mention.Type":               {"person", "organisation", "place", "group", "document", "event", "anonymous", "nominal", "pronoun", "other"},
	"Mention.Sense":              {"", "actor", "place"},
	"Timex.Type":                 {"DATE", "TIME", "DURATION", "SET"},
	"Statement.GroundRule":       {"", "on_record", "background", "deep_background", "off_record", "unknown"},
	"ProvisionClaim.Obligation":  {"", "shall", "should", "may"},
	"ProvisionClaim.AgreedState": {"agreed", "bracketed", "disputed", "optional", "not_discussed", "unknown"},
	"PositionClaim.Kind":         {"position", "interest", "red_line", "concession", "BATNA_indicator"},
	"PositionClaim.AccordingTo":  {"own_words", "reported", "opponent", "outlet", "anonymous", "document"},
	"ConsultationClaim.Relation": {"consulted", "briefed", "informed", "in_contact", "gave_input", "sidelined", "invited", "excluded"},
	"ConsultationClaim.Polarity": {"yes", "partial", "no", "planned", "demanded", "refused_to_say"},
	"ForecastClaim.Type":         {"prediction", "expectation", "plan", "commitment", "conditional", "precondition", "fear"},
	"Participant.Part":           {"actor", "recipient", "absent", "host", "mediator"},
	"Track.Kind":                 {"thematic", "diplomatic", "format"},
	"Relation.Strength":          {"weak", "medium", "strong"},
	"Relation.Subkind": {
		"number", "date", "duration", "place", "name", "role", "composition", "set_membership", "authorship",
		"first_report", "provision", "stance", "tone", "status", "attribution", "consultation", "identity",
	},
	"Anchor.What": {"actor", "event", "text", "provision", "position", "consultation", "forecast", "statement", "relation", "report", "passage"},
}

// sameWords maps a field of a record's row to the claim's that it repeats.
var sameWords = map[string]string{
	"Provision.Obligation": "ProvisionClaim.Obligation", "Provision.AgreedState": "ProvisionClaim.AgreedState",
	"Position.Kind": "PositionClaim.Kind", "Position.AccordingTo": "PositionClaim.AccordingTo",
	"Consultation.Relation": "ConsultationClaim.Relation", "Consultation.Polarity": "ConsultationClaim.Polarity",
	"Forecast.Type": "ForecastClaim.Type",
}

// TestSchema holds doc/schema to the types: every field, every enumeration,
// and what the code says of them.
func TestSchema(t *testing.T) {
	for name, v := range map[string]any{"record": travaux.Record{}, "annotation": Annotation{}} {
		s := schemaOf(t, reflect.TypeOf(v))
		s.Schema = "https://json-schema.org/draft/2020-12/schema"
		s.Title = map[string]string{"record": travaux.Schema, "annotation": AnnotationSchema}[name]
		got, err := json.MarshalIndent(s, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, '\n')
		path := filepath.Join("../../doc/schema", name+".json")
		if *update {
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(want, got) {
			t.Errorf("%s is not what the types say (run with -update):\n%s", path, cmp.Diff(string(want), string(got)))
		}
	}
}

// schemaOf returns the schema of a type with the structs it uses under $defs.
func schemaOf(t *testing.T, root reflect.Type) *jsonschema.Schema {
	t.Helper()
	src := parseTypes(t, "../..", ".")
	structs := map[reflect.Type]bool{}
	collect(root, structs)
	refs := map[reflect.Type]*jsonschema.Schema{}
	for typ := range structs {
		refs[typ] = &jsonschema.Schema{Ref: "#/$defs/" + typ.Name()}
	}
	defs := map[string]*jsonschema.Schema{}
	for typ := range structs {
		own := map[reflect.Type]*jsonschema.Schema{}
		for k, v := range refs {
			if k != typ && !embedded(typ, k) {
				own[k] = v
			}
		}
		s, err := jsonschema.ForType(typ, &jsonschema.ForOptions{TypeSchemas: own})
		if err != nil {
			t.Fatal(err)
		}
		describe(typ, s, src)
		s.Description = src.docs[typ.Name()]
		defs[typ.Name()] = s
	}
	top := defs[root.Name()]
	delete(defs, root.Name())
	top.Defs = defs
	return top
}

// embedded reports whether struct type a embeds b.
func embedded(a, b reflect.Type) bool {
	for i := range a.NumField() {
		if f := a.Field(i); f.Anonymous && (f.Type == b || embedded(f.Type, b)) {
			return true
		}
	}
	return false
}

func collect(typ reflect.Type, into map[reflect.Type]bool) {
	switch typ.Kind() {
	case reflect.Slice, reflect.Pointer:
		collect(typ.Elem(), into)
	case reflect.Struct:
		if into[typ] {
			return
		}
		into[typ] = true
		for i := range typ.NumField() {
			if f := typ.Field(i); f.Tag.Get("json") != "-" {
				collect(f.Type, into)
			}
		}
	}
}

// describe fills in enumerations and descriptions of a struct's properties and
// makes lists plain arrays: in the format no list is null.
func describe(typ reflect.Type, s *jsonschema.Schema, src *types) {
	for i := range typ.NumField() {
		f := typ.Field(i)
		if f.Anonymous {
			describe(f.Type, s, src)
			continue
		}
		p := s.Properties[strings.Split(f.Tag.Get("json"), ",")[0]]
		if p == nil {
			continue
		}
		key := typ.Name() + "." + f.Name
		p.Description = src.docs[key]
		switch f.Type.Kind() {
		case reflect.Slice:
			p.Types, p.Type = nil, "array"
		case reflect.Pointer:
			p.AnyOf, p.Ref = []*jsonschema.Schema{{Ref: "#/$defs/" + f.Type.Elem().Name()}, {Type: "null"}}, ""
			p.Types, p.Type = nil, ""
		}
		if f.Type.Kind() != reflect.String {
			continue
		}
		values := src.enums[f.Type.Name()]
		if same, ok := sameWords[key]; ok {
			key = same
		}
		if w, ok := words[key]; ok {
			values = w
		}
		if values == nil {
			continue
		}
		if f.Type.Name() == "Bound" || f.Type.Name() == "Basis" || f.Type.Name() == "Genre" {
			values = append([]string{""}, values...)
		}
		for _, v := range values {
			p.Enum = append(p.Enum, v)
		}
	}
}

// types is what the source says: comments of types and fields, and the
// constants of each named string type.
type types struct {
	docs  map[string]string
	enums map[string][]string
}

func parseTypes(t *testing.T, dirs ...string) *types {
	t.Helper()
	src := &types{docs: map[string]string{}, enums: map[string][]string{}}
	for _, dir := range dirs {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range f.Decls {
				if g, ok := d.(*ast.GenDecl); ok {
					src.add(g)
				}
			}
		}
	}
	return src
}

func (src *types) add(g *ast.GenDecl) {
	for _, spec := range g.Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			src.docs[s.Name.Name] = plain(g.Doc, s.Doc)
			if st, ok := s.Type.(*ast.StructType); ok {
				for _, f := range st.Fields.List {
					for _, n := range f.Names {
						src.docs[s.Name.Name+"."+n.Name] = plain(f.Doc, f.Comment)
					}
				}
			}
		case *ast.ValueSpec:
			id, ok := s.Type.(*ast.Ident)
			if g.Tok != token.CONST || !ok {
				continue
			}
			for _, v := range s.Values {
				if lit, ok := v.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if w, err := strconv.Unquote(lit.Value); err == nil && !slices.Contains(src.enums[id.Name], w) {
						src.enums[id.Name] = append(src.enums[id.Name], w)
					}
				}
			}
		}
	}
}

// plain joins comments on one line.
func plain(groups ...*ast.CommentGroup) string {
	var out []string
	for _, g := range groups {
		if g != nil {
			out = append(out, strings.Fields(g.Text())...)
		}
	}
	return strings.Join(out, " ")
}
