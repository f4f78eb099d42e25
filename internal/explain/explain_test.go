package explain

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/travaux/travaux"
)

// TestRulesFile holds rules.tsv to its form.
func TestRulesFile(t *testing.T) {
	list, err := readRules(rulesTSV)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, r := range list {
		rows = append(rows, r.kind+"\t"+r.pattern)
		if headings[r.kind] == "" {
			t.Errorf("%s is no kind of item", r.kind)
		}
		if strings.Count(r.pattern, "*") == 0 && strings.Contains(r.does, "{") {
			t.Errorf("%s %s: the sentence repeats words that the pattern does not have", r.kind, r.pattern)
		}
	}
	if !sort.StringsAreSorted(rows) {
		t.Error("rules.tsv is not sorted")
	}
	for i := 1; i < len(rows); i++ {
		if rows[i] == rows[i-1] {
			t.Errorf("%q stands there twice", rows[i])
		}
	}
	for _, bad := range []string{"statement\tx", "statement\tx\tno full stop", "\tx\tA sentence."} {
		if _, err := readRules(bad); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}

// TestEveryRuleDescribed finds the rule ids that the code gives, literal ones
// and the beginnings of composed ones, and asks for a description of each.
func TestEveryRuleDescribed(t *testing.T) {
	found := 0
	for _, root := range []string{"../statement", "../claim"} {
		err := filepath.WalkDir(root, func(dir string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() || d.Name() == "testdata" {
				return err
			}
			for id, at := range ruleIDs(t, dir) {
				found++
				if !described(id) {
					t.Errorf("%s: the rule %q has no description in rules.tsv", at, id)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found < 20 {
		t.Errorf("only %d rule ids were found in the code", found)
	}
}

// described reports whether an id, or one that begins with it, is described for
// some kind of item.
func described(id string) bool {
	for k := range headings {
		for _, tail := range []string{"", "that", "that/say", "/say"} {
			if Describe(k, id+tail) != "" {
				return true
			}
		}
	}
	return false
}

// ruleIDs are the strings that the Go files of a folder give to something called
// rule, with where.
func ruleIDs(t *testing.T, dir string) map[string]string {
	t.Helper()
	ids := map[string]string{}
	fset := token.NewFileSet()
	files, err := fs.Glob(os.DirFS(dir), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	take := func(e ast.Expr) {
		for {
			b, ok := e.(*ast.BinaryExpr)
			if !ok || b.Op != token.ADD {
				break
			}
			e = b.X
		}
		if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
			if s, _ := strconv.Unquote(l.Value); s != "" {
				ids[s] = fset.Position(l.Pos()).String()
			}
		}
	}
	named := func(e ast.Expr) bool {
		switch x := e.(type) {
		case *ast.Ident:
			return x.Name == "rule" || x.Name == "Rule"
		case *ast.SelectorExpr:
			return x.Sel.Name == "rule" || x.Sel.Name == "Rule"
		}
		return false
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, filepath.Join(dir, name), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.KeyValueExpr:
				if named(x.Key) {
					take(x.Value)
				}
			case *ast.AssignStmt:
				for i := range x.Lhs {
					if named(x.Lhs[i]) && len(x.Rhs) == len(x.Lhs) {
						take(x.Rhs[i])
					}
				}
			}
			return true
		})
	}
	return ids
}

func TestDescribe(t *testing.T) {
	for _, c := range []struct{ kind, id, want string }{
		{"statement", "verb-that/point out", "The verb “point out” is the cue and its subject the source; a clause with “that” is the content."},
		{"statement", "outlet-voice", "The sentence has no other speaker: the outlet says it in its own voice."},
		{"forecast", "prediction-modal-going to", "The modal “going to” in a main clause makes the clause a prediction; whoever says it holds it."},
		{"position", "verb-obj/rule_out", "The verb “rule out” with an object tells where its subject stands on what it takes."},
		{"position", "own-must", "A party that says that something must, has to or needs to be demands it."},
		{"event", "no such rule", ""},
	} {
		if got := Describe(c.kind, c.id); got != c.want {
			t.Errorf("%s %s:\n%s\nwant\n%s", c.kind, c.id, got, c.want)
		}
	}
}

// TestAt explains a small reading made by hand.
func TestAt(t *testing.T) {
	text := "Home\n\nAda Lund said that the port would open."
	span := func(words string) travaux.Span {
		i := strings.Index(text, words)
		return travaux.SpanOf(text, i, i+len(words))
	}
	source, cue := span("Ada Lund"), span("said that")
	s := span("Ada Lund said that the port would open.")
	g := &travaux.Reading{
		Report:    &travaux.Report{File: "a.txt", Text: text, Lines: []travaux.Line{{Start: 0, End: 4, Class: travaux.LineNavigation}, {Start: 5, End: 5, Class: travaux.LineBlank}, {Start: 6, End: len(text), Class: travaux.LineBody}}},
		Sentences: []travaux.Sentence{{Start: s.Start, End: s.End}},
		Actors:    []travaux.Actor{{ID: "a1", Canonical: "Ada Lund"}},
		Mentions:  []travaux.Mention{{ID: "m1", Span: source, Type: "person", Actor: "a1", Sense: "actor"}},
		Statements: []travaux.Statement{{
			ID: "s1", Speaker: "a1", Source: &source, Cue: &cue, Content: []travaux.Span{span("the port would open")},
			Rule: "verb-that/say", Spans: []travaux.Span{source, cue, span("the port would open")},
		}},
	}
	x, err := At(g, source.Start+1)
	if err != nil {
		t.Fatal(err)
	}
	if len(x.Items) != 2 || !x.Items[0].Here || x.Items[1].Does == "" || len(x.Items[1].Words) != 3 || x.Line != 3 {
		t.Errorf("explained as %+v", x)
	}
	if x, err := At(g, 2); err != nil || x.Sentence != nil || !strings.Contains(x.Unread, "belongs to the site") {
		t.Errorf("furniture explained as %+v, %v", x, err)
	}
	for _, bad := range []int{-1, len(text)} {
		if _, err := At(g, bad); err == nil {
			t.Errorf("offset %d was taken", bad)
		}
	}
	if at, n, err := Find(g, "o", 1); err != nil || n != 4 || text[at] != 'o' || at < 6 {
		t.Errorf("found %d places, the second at %d: %v", n, at, err)
	}
}
