package statement

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
)

var update = flag.Bool("update", false, "write the annotated texts anew; read the difference before keeping it")

// TestAnnotated reads testdata/*.txt: cases divided by lines of dashes, each a
// remark, a text with tags, and a line for every statement. <s1> marks the
// source of statement 1, <q1> its cue, <c1> its content.
func TestAnnotated(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no annotated texts", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var anew []string
		for _, c := range strings.Split(strings.TrimRight(string(data), "\n"), "\n---\n") {
			remark, want, _ := strings.Cut(c, "\n")
			got := tagged(t, plain(want))
			anew = append(anew, remark+"\n"+got)
			if *update {
				continue
			}
			t.Run(strings.Trim(remark, "# "), func(t *testing.T) {
				if diff := cmp.Diff(strings.TrimSpace(want), strings.TrimSpace(got)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", f, diff)
				}
			})
		}
		if *update {
			if err := os.WriteFile(f, []byte(strings.Join(anew, "\n---\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// plain takes tags and statement lines out of a case.
func plain(s string) string {
	var out []string
	for _, l := range strings.Split(s, "\n") {
		if strings.HasPrefix(l, "= ") {
			continue
		}
		var b strings.Builder
		for i := 0; i < len(l); i++ {
			if l[i] == '<' {
				if end := strings.IndexByte(l[i:], '>'); end > 0 {
					i += end
					continue
				}
			}
			b.WriteByte(l[i])
		}
		out = append(out, b.String())
	}
	return strings.Join(out, "\n")
}

// tagged reads a text and writes it with tags and a line for every statement.
func tagged(t *testing.T, text string) string {
	_, c, ss := read(t, text)
	type tag struct {
		at, rank int
		s        string
	}
	var tags []tag
	put := func(s travaux.Span, name string) {
		tags = append(tags, tag{s.Start, 1_000_000 - s.Len(), "<" + name + ">"}, tag{s.End, s.Len() - 1_000_000, "</" + name + ">"})
	}
	var notes []string
	for i := range ss {
		s := &ss[i]
		n := fmt.Sprint(i + 1)
		if s.Source != nil {
			put(*s.Source, "s"+n)
		}
		if s.Cue != nil {
			put(*s.Cue, "q"+n)
		}
		for _, x := range s.Content {
			put(x, "c"+n)
		}
		notes = append(notes, "= "+n+" "+note(c.Actor, s))
	}
	sort.SliceStable(tags, func(i, j int) bool {
		if tags[i].at != tags[j].at {
			return tags[i].at < tags[j].at
		}
		return tags[i].rank < tags[j].rank
	})
	var b strings.Builder
	at := 0
	for _, g := range tags {
		b.WriteString(text[at:g.at])
		b.WriteString(g.s)
		at = g.at
	}
	b.WriteString(text[at:])
	return strings.TrimRight(b.String(), "\n") + "\n" + strings.Join(notes, "\n")
}

// note is what a statement line says: mode, kind of attribution, speech act,
// polarity, certainty, then what else there is; actors by their names.
func note(actor func(string) *travaux.Actor, s *travaux.Statement) string {
	name := func(id string) string {
		if a := actor(id); a != nil {
			return a.Canonical
		}
		return "?"
	}
	out := []string{string(s.Mode), string(s.Attribution), string(s.SpeechAct), string(s.Polarity), string(s.Certainty)}
	var chain []string
	for _, id := range s.Chain {
		chain = append(chain, name(id))
	}
	out = append(out, "chain:"+strings.Join(chain, ">"))
	for _, id := range s.JointWith {
		out = append(out, "with:"+name(id))
	}
	if s.SaidAt != nil {
		out = append(out, "at:"+string(s.SaidAt.EDTF))
	}
	if s.Venue != "" {
		out = append(out, "venue:"+s.Venue)
	}
	if s.Factive {
		out = append(out, "factive")
	}
	if s.ScopeUncertain {
		out = append(out, "scope_uncertain")
	}
	return strings.Join(out, " ")
}
