package statement

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/travaux/travaux"
)

// attribution is one attribution as code-point ranges of a text.
type attribution struct {
	source, cue, content [][2]int
}

// polnear reads the articles of a part of PolNeAR: each text with the first of
// its annotators.
func polnear(t testing.TB, part string) map[string][]attribution {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "shared", "data", "attribution", "polnear", part)
	files, _ := filepath.Glob(filepath.Join(dir, "attributions", "*.ann"))
	if len(files) == 0 {
		t.Skip("no PolNeAR beside the module")
	}
	slices.Sort(files)
	texts := map[string][]attribution{}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".ann")
		text := filepath.Join(dir, "text", name+".txt")
		if _, err := os.Stat(text); err != nil {
			text = filepath.Join(dir, "text", name[:strings.LastIndexByte(name, '_')]+".txt")
		}
		if _, done := texts[text]; done {
			continue
		}
		texts[text] = readBrat(t, f)
	}
	return texts
}

func readBrat(t testing.TB, path string) []attribution {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	spans := map[string][][2]int{}
	var events []string
	for sc := bufio.NewScanner(f); sc.Scan(); {
		col := strings.Split(sc.Text(), "\t")
		if len(col) < 2 {
			continue
		}
		switch col[0][:1] {
		case "T":
			_, at, _ := strings.Cut(col[1], " ")
			for _, p := range strings.Split(at, ";") {
				a, b, _ := strings.Cut(p, " ")
				x, _ := strconv.Atoi(a)
				y, _ := strconv.Atoi(b)
				spans[col[0]] = append(spans[col[0]], [2]int{x, y})
			}
		case "E":
			events = append(events, col[1])
		}
	}
	var out []attribution
	for _, e := range events {
		var a attribution
		for _, arg := range strings.Fields(e) {
			role, id, _ := strings.Cut(arg, ":")
			switch strings.TrimRight(role, "0123456789") {
			case "Source":
				a.source = append(a.source, spans[id]...)
			case "Cue":
				a.cue = append(a.cue, spans[id]...)
			case "Content":
				a.content = append(a.content, spans[id]...)
			}
		}
		out = append(out, a)
	}
	return out
}

// flat gives the statements as PolNeAR would have them: with a cue, and none
// whose cue lies in another's content.
func flat(text string, ss []travaux.Statement) []attribution {
	runes := make([]int, len(text)+1)
	n := 0
	for i := range text {
		runes[i] = n
		n++
	}
	runes[len(text)] = utf8.RuneCountInString(text)
	at := func(s travaux.Span) [2]int { return [2]int{runes[s.Start], runes[s.End]} }
	var out []attribution
	for i := range ss {
		s := &ss[i]
		nested := s.Cue == nil
		for j := range ss {
			if i != j && !nested && ss[j].Cue != nil {
				for _, c := range ss[j].Content {
					nested = nested || c.Contains(*s.Cue)
				}
			}
		}
		if nested {
			continue
		}
		if n := len(out); n > 0 && ss[i].Rule == "goes-on" { // what goes on later in the paragraph is one with it
			joined := slices.IndexFunc(out, func(a attribution) bool { return a.cue[0] == at(*s.Cue) })
			if joined >= 0 {
				for _, c := range s.Content {
					out[joined].content = append(out[joined].content, at(c))
				}
				continue
			}
		}
		a := attribution{cue: [][2]int{at(*s.Cue)}}
		if s.Source != nil {
			a.source = [][2]int{at(*s.Source)}
		}
		for _, c := range s.Content {
			a.content = append(a.content, at(c))
		}
		out = append(out, a)
	}
	return out
}

type score struct{ hit, got, want int }

func (s *score) p() float64 { return 100 * float64(s.hit) / float64(max(s.got, 1)) }
func (s *score) r() float64 { return 100 * float64(s.hit) / float64(max(s.want, 1)) }
func (s *score) f() float64 { return 2 * s.p() * s.r() / max(s.p()+s.r(), 1e-9) }
func (s *score) String() string {
	return fmt.Sprintf("P %.1f R %.1f F1 %.1f (%d of %d, %d found)", s.p(), s.r(), s.f(), s.hit, s.want, s.got)
}

func (s *score) chars(got, want []attribution, pick func(*attribution) [][2]int) {
	cover := func(as []attribution) map[int]bool {
		m := map[int]bool{}
		for i := range as {
			for _, x := range pick(&as[i]) {
				for k := x[0]; k < x[1]; k++ {
					m[k] = true
				}
			}
		}
		return m
	}
	g, w := cover(got), cover(want)
	s.got += len(g)
	s.want += len(w)
	for k := range g {
		if w[k] {
			s.hit++
		}
	}
}

func overlap(a, b [][2]int) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x[1], y[1])-max(x[0], y[0]))
		}
	}
	return n
}

func length(a [][2]int) int {
	n := 0
	for _, x := range a {
		n += x[1] - x[0]
	}
	return n
}

// match pairs attributions whose contents share at least half of either.
func match(got, want []attribution) [][2]int {
	var pairs [][2]int
	used := map[int]bool{}
	for i := range want {
		best, at := 0, -1
		for j := range got {
			n := overlap(want[i].content, got[j].content)
			if !used[j] && (2*n >= length(want[i].content) || 2*n >= length(got[j].content)) && n > best {
				best, at = n, j
			}
		}
		if at >= 0 {
			used[at] = true
			pairs = append(pairs, [2]int{at, i})
		}
	}
	return pairs
}

func TestEvalPolNeAR(t *testing.T) {
	part := "dev"
	articles := polnear(t, part)
	var names []string
	for f := range articles {
		names = append(names, f)
	}
	slices.Sort(names)
	var cueExact, cue, source, content, found score
	sourceRight, direct, directRight := 0, 0, 0
	show := os.Getenv("TRAVAUX_SHOW")
	for _, f := range names {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		_, _, ss := read(t, text)
		got, want := flat(text, ss), articles[f]
		cueExact.got += len(got)
		cueExact.want += len(want)
		exact := map[[2]int]int{}
		for _, g := range got {
			exact[g.cue[0]]++
		}
		for _, w := range want {
			if len(w.cue) == 1 && exact[w.cue[0]] > 0 {
				exact[w.cue[0]]--
				cueExact.hit++
			}
		}
		cue.chars(got, want, func(a *attribution) [][2]int { return a.cue })
		source.chars(got, want, func(a *attribution) [][2]int { return a.source })
		content.chars(got, want, func(a *attribution) [][2]int { return a.content })
		pairs := match(got, want)
		found.got += len(got)
		found.want += len(want)
		found.hit += len(pairs)
		for _, p := range pairs {
			if overlap(got[p[0]].source, want[p[1]].source) > 0 || len(got[p[0]].source)+len(want[p[1]].source) == 0 {
				sourceRight++
			}
		}
		d, ok := quotedSources(text, got, want)
		direct += d
		directRight += ok
		if show != "" && strings.Contains(f, show) {
			list(t, text, got, want, pairs)
		}
	}
	t.Logf("cue exact     %v", &cueExact)
	t.Logf("cue chars     %v", &cue)
	t.Logf("source chars  %v", &source)
	t.Logf("content chars %v", &content)
	t.Logf("overlapping   %v; source right %.1f", &found, 100*float64(sourceRight)/float64(max(found.hit, 1)))
	right := 100 * float64(directRight) / float64(max(direct, 1))
	t.Logf("direct        %d of %d quotations with an overlapping source, %.1f %%", directRight, direct, right)
	if cueExact.f() < 67 || source.f() < 75 || content.f() < 81 || found.f() < 76 || 100*sourceRight < 92*found.hit || right < 87 {
		t.Error("below the floors")
	}
}

// quotedSources counts the attributions of whose content at least half stands in
// quotation marks and that have a source, and those of them for whose quotation
// an overlapping source was found.
func quotedSources(text string, got, want []attribution) (all, right int) {
	rs := []rune(text)
	for i := range want {
		w := &want[i]
		if len(w.source) == 0 || 2*quotedLength(rs, w.content) < length(w.content) {
			continue
		}
		all++
		for j := range got {
			if overlap(got[j].content, w.content) > 0 && overlap(got[j].source, w.source) > 0 {
				right++
				break
			}
		}
	}
	return all, right
}

// quotedLength is how much of the spans stands between quotation marks.
func quotedLength(rs []rune, spans [][2]int) int {
	n := 0
	for _, s := range spans {
		open := -1
		for i := s[0]; i < s[1]; i++ {
			switch rs[i] {
			case '“', '"', '”':
				if open >= 0 {
					n += i + 1 - open
					open = -1
				} else if rs[i] != '”' {
					open = i
				}
			}
		}
		if open >= 0 {
			n += s[1] - open
		}
	}
	return n
}

// list shows what was missed and what was found for nothing.
func list(t *testing.T, text string, got, want []attribution, pairs [][2]int) {
	rs := []rune(text)
	words := func(a [][2]int) string {
		var out []string
		for _, x := range a {
			w := string(rs[x[0]:x[1]])
			if len(w) > 160 {
				w = w[:70] + " … " + w[len(w)-70:]
			}
			out = append(out, w)
		}
		return strings.Join(out, " | ")
	}
	g, w := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		g[p[0]], w[p[1]] = true, true
		a, b := got[p[0]], want[p[1]]
		if a.cue[0] != b.cue[0] || 10*overlap(a.content, b.content) < 9*max(length(a.content), length(b.content)) || overlap(a.source, b.source)*10 < 8*length(b.source) {
			t.Logf("DIFF  [%s] {%s} %s\n      want  [%s] {%s} %s", words(a.source), words(a.cue), words(a.content), words(b.source), words(b.cue), words(b.content))
		}
	}
	for i := range got {
		if !g[i] {
			t.Logf("EXTRA [%s] {%s} %s", words(got[i].source), words(got[i].cue), words(got[i].content))
		}
	}
	for i := range want {
		if !w[i] {
			t.Logf("MISS  [%s] {%s} %s", words(want[i].source), words(want[i].cue), words(want[i].content))
		}
	}
}
