package statement

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// goldStatement is a line of the hand reading of a seed report.
type goldStatement struct {
	id, mode       string
	source, span   [2]int
	hasSource      bool
	speaker, quote string
}

func goldStatements(t testing.TB) map[string][]goldStatement {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "gold", "statements.tsv"))
	if err != nil {
		t.Skip("no hand reading beside the module")
	}
	rows := strings.Split(strings.TrimSpace(string(data)), "\n")
	col := map[string]int{}
	for i, h := range strings.Split(rows[0], "\t") {
		col[h] = i
	}
	out := map[string][]goldStatement{}
	for _, row := range rows[1:] {
		f := strings.Split(row, "\t")
		at := func(name string) int { n, _ := strconv.Atoi(f[col[name]]); return n }
		g := goldStatement{
			id: f[0], mode: f[col["mode"]], quote: f[col["span"]], speaker: f[col["speaker_span"]],
			source: [2]int{at("speaker_bstart"), at("speaker_bend")}, span: [2]int{at("bstart"), at("bend")},
		}
		g.hasSource = g.speaker != ""
		out[f[col["seed"]]] = append(out[f[col["seed"]]], g)
	}
	return out
}

// TestEvalSeeds counts the statements of the hand reading that are found: with
// a content that shares at least half of either, and with an overlapping source.
func TestEvalSeeds(t *testing.T) {
	var found, right, all int
	for _, seed := range []string{"002_abaea070b0cb784f.txt", "004_ff5077d09a2ae4e2.txt"} {
		gold := goldStatements(t)[seed]
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "seeds", seed))
		if err != nil {
			t.Skip("no seed reports beside the module")
		}
		_, _, ss := read(t, string(data))
		matched := map[int]bool{}
		for _, g := range gold {
			all++
			hit, ok := false, false
			for i := range ss {
				var content [][2]int
				for _, c := range ss[i].Content {
					content = append(content, [2]int{c.Start, c.End})
				}
				n := overlap(content, [][2]int{g.span})
				if 2*n < length(content) && 2*n < g.span[1]-g.span[0] || n == 0 {
					if !(len(content) == 0 && ss[i].Cue != nil && ss[i].Source != nil && g.source[0] == ss[i].Source.Start) {
						continue
					}
				}
				hit = true
				matched[i] = true
				src := ss[i].Source
				ok = ok || src == nil && !g.hasSource || src != nil && src.Start < g.source[1] && g.source[0] < src.End
			}
			if hit {
				found++
			}
			if ok {
				right++
			} else if os.Getenv("TRAVAUX_SHOW") != "" {
				t.Logf("MISS %s found %v [%s] %s", g.id, hit, g.speaker, g.quote)
			}
		}
		if os.Getenv("TRAVAUX_SHOW") != "" {
			for i := range ss {
				mark := "+"
				if !matched[i] {
					mark = "EXTRA"
				}
				t.Logf("%s %s", mark, show(&ss[i]))
			}
		}
	}
	t.Logf("hand reading: %d of %d found, %d with the right source", found, all, right)
	if right*100 < 85*all {
		t.Error("below the floor of 85 %")
	}
}
