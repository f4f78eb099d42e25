package travaux_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/travaux/travaux"

// pkg is a package of the module: its path within it, and what its non-test
// files import and say of it.
type pkg struct {
	imports map[string]bool
	docs    []string
	test    bool // nothing but test files
}

// packages parses every Go file of the module.
func packages(t *testing.T) map[string]*pkg {
	t.Helper()
	pkgs := map[string]*pkg{}
	fset := token.NewFileSet()
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if base := d.Name(); base == "testdata" || base == "tools" || (base != "." && strings.HasPrefix(base, ".")) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		dir := path.Dir(filepath.ToSlash(name))
		p := pkgs[dir]
		if p == nil {
			p = &pkg{imports: map[string]bool{}, test: true}
			pkgs[dir] = p
		}
		if strings.HasSuffix(name, "_test.go") {
			return nil
		}
		p.test = false
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.ImportsOnly)
		if err != nil {
			return err
		}
		p.add(f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pkgs
}

func (p *pkg) add(f *ast.File) {
	for _, i := range f.Imports {
		if s, err := strconv.Unquote(i.Path.Value); err == nil {
			p.imports[s] = true
		}
	}
	if f.Doc != nil {
		p.docs = append(p.docs, f.Doc.Text())
	}
}

// TestLayers holds the rules of doc/design.md about who may import whom.
func TestLayers(t *testing.T) {
	const internal = module + "/internal/"
	stages := []string{"extract", "source", "timex", "statement", "claim", "cast", "reconcile", "judge", "record", "knowledge"}
	for dir, p := range packages(t) {
		for imp := range p.imports {
			ours := imp == module || strings.HasPrefix(imp, module+"/")
			std := !strings.Contains(strings.Split(imp, "/")[0], ".")
			switch {
			case strings.HasPrefix(imp, module+"/cmd/"):
				t.Errorf("%s imports %s: nothing imports cmd", dir, imp)
			case dir == "." && !std:
				t.Errorf("the domain imports %s: it has the standard library only", imp)
			case strings.HasPrefix(dir, "internal/lang") && ours && !strings.HasPrefix(imp, internal+"lang"):
				t.Errorf("%s imports %s: the language core knows nothing else of the module", dir, imp)
			case dir == "internal/analysis" && ours && imp != module && imp != internal+"reconcile":
				t.Errorf("%s imports %s: an analysis is a function of a record", dir, imp)
			case dir == "internal/extract" && imp == internal+"source":
				t.Errorf("%s imports %s: extraction takes bytes and never uses the network", dir, imp)
			}
			for _, s := range stages {
				if dir != "internal/"+s {
					continue
				}
				for _, above := range []string{"store", "pipeline", "dossier", "export", "web", "api"} {
					if imp == internal+above {
						t.Errorf("%s imports %s: a stage takes and returns values", dir, imp)
					}
				}
			}
		}
	}
}

// TestStages holds that whatever a reading rests on is in the digest that says
// which rules made it, but for what has a digest of its own or is no rule.
func TestStages(t *testing.T) {
	const digested = "internal/stages.go"
	file, err := os.ReadFile(digested)
	if err != nil {
		t.Fatal(err)
	}
	apart := map[string]bool{
		".": true, "internal": true, "internal/source": true, "internal/extract": true, // evidence, which is kept
		"internal/knowledge": true, "internal/knowledge/pack": true, "internal/knowledge/strict": true, "internal/table": true,
	}
	pkgs := packages(t)
	seen := map[string]bool{}
	var walk func(dir string)
	walk = func(dir string) {
		if seen[dir] {
			return
		}
		seen[dir] = true
		pattern := strings.TrimPrefix(dir, "internal/") + "/*.go"
		under := path.Dir(path.Dir(pattern)) + "/*/*.go"
		if !apart[dir] && !strings.Contains(string(file), " "+pattern) && !strings.Contains(string(file), " "+under) {
			t.Errorf("%s has no rules of %s: it must embed %s", digested, dir, pattern)
		}
		for imp := range pkgs[dir].imports {
			if in, ok := strings.CutPrefix(imp, module+"/"); ok {
				walk(in)
			}
		}
	}
	walk("internal/pipeline")
	if len(seen) < 20 {
		t.Errorf("a reading rests on %d packages only", len(seen))
	}
}

// TestPackageDocs asks of every package one doc comment that says what it is
// for and what it is not.
func TestPackageDocs(t *testing.T) {
	for dir, p := range packages(t) {
		if p.test {
			continue
		}
		if len(p.docs) != 1 {
			t.Errorf("%s has %d package comments, want 1", dir, len(p.docs))
			continue
		}
		if !strings.HasPrefix(dir, "cmd/") && !strings.Contains(strings.Join(strings.Fields(p.docs[0]), " "), " not ") {
			t.Errorf("the comment of %s does not say what the package is not for", dir)
		}
	}
}

// TestNoWordsOfOthers holds that no run of nine words of the real reports the
// project is tried on stands in it.
func TestNoWordsOfOthers(t *testing.T) {
	seeds, err := filepath.Glob("../shared/seeds/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(seeds) == 0 {
		t.Skip("the shared reports are not beside the project")
	}
	theirs := map[string]bool{}
	for _, name := range seeds {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range runs(string(b)) {
			theirs[s] = true
		}
	}
	err = filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if err == nil && name != "." && strings.HasPrefix(d.Name(), ".") && d.Name() != ".ci" {
				return filepath.SkipDir
			}
			return err
		}
		if fi, err := d.Info(); err != nil || fi.Size() > 1<<20 {
			return err
		}
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for _, s := range runs(string(b)) {
			if theirs[s] {
				t.Errorf("%s holds words of a real report: %q", name, s)
				break
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// runs returns every run of nine words.
func runs(text string) []string {
	const n = 9
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '\'' && r != '’'
	})
	var list []string
	for i := 0; i+n <= len(words); i++ {
		list = append(list, strings.Join(words[i:i+n], " "))
	}
	return list
}
