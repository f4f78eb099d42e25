package travaux_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/unicode/norm"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/extract"
)

// readoutsDrawn of the readouts are read with name, title and front matter
// withheld and only the date kept.
const readoutsDrawn = 60

// readoutTruth is what a readout's title tells of its event.
type readoutTruth struct {
	kinds []travaux.EventKind
	video bool
	who   []string // a word of each participant that must be among those read
	date  string
}

// TestReadouts counts the calls and meetings read with the right participants,
// date and mode. What is right is computed from the titles: a call, a meeting or
// a virtual one; the surname of whoever is named on either side; the date of
// publication or one of the seven days before it.
func TestReadouts(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared, "data", "corpora", "readouts", "*.md"))
	if len(files) == 0 {
		t.Skip("no readouts beside the module")
	}
	r := newReader(t)
	draw := rand.New(rand.NewPCG(4, 60))
	draw.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
	right, judged := 0, 0
	for _, f := range files {
		if judged == readoutsDrawn {
			break
		}
		body, truth, ok := readout(t, f)
		if !ok {
			continue
		}
		judged++
		rep, err := extract.Extract(t.Context(), extract.Input{File: "readout.txt", Data: []byte(body), MediaType: "text/plain"})
		if err != nil {
			t.Fatal(err)
		}
		rep.Date = travaux.DocTime{EDTF: travaux.EDTF(truth.date), Basis: travaux.BasisMetadata}
		g, err := r.Read(rep)
		if err != nil {
			t.Fatal(err)
		}
		if wrong := truth.judge(g); wrong == "" {
			right++
		} else if *kindFlag == "readouts" {
			t.Logf("%s: %s (want %v)", filepath.Base(f), wrong, truth.who)
			for i := range g.Events {
				e := &g.Events[i]
				t.Logf("   %s %s %s by %v with %v on %v: %q", e.Kind, e.Status, e.Medium, canonical(g, e.Actors), canonical(g, e.Recipients), e.Dates, e.Trigger.Quote)
			}
		}
	}
	t.Logf("readouts: %d of %d (%.0f %%)", right, judged, 100*float64(right)/float64(judged))
	if right*100 < 80*judged {
		t.Errorf("%d of %d readouts are right, below 80 %%", right, judged)
	}
}

var (
	readoutTitle  = regexp.MustCompile(`(?i)^Readout (?:of|from|on|:)?\s*(.*?)\b(virtual meeting|virtual roundtable|virtual|call|meeting|roundtable|listening session|session|summit|audience)s?\b(.*)$`)
	readoutSides  = regexp.MustCompile(`,? and |, | & |; `)
	plural        = regexp.MustCompile(`(?i)[a-z]{3}(rs|ors)$`)
	readoutOffice = regexp.MustCompile(`(?i)^(president|minister|secretary|general|king|prince|chancellor|leader|speaker|governor|ambassador|advis[eo]r|director|chairman|chair|head|envoy|jr|ii|iii|elect|holiness|majesty|team|state|council|caucus|defen[sc]e|affairs|month|violence|leadership|\S*s)$`)
)

// readout returns the text of a readout and what its title says; ok is false
// where the title tells no call or meeting of somebody with somebody.
func readout(t *testing.T, file string) (body string, truth readoutTruth, ok bool) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.SplitN(string(data), "---\n", 3)
	var front struct{ Title, Date string }
	if err := yaml.Unmarshal([]byte(parts[1]), &front); err != nil {
		t.Fatal(err)
	}
	m := readoutTitle.FindStringSubmatch(strings.Join(strings.FieldsFunc(front.Title, unicode.IsSpace), " "))
	if m == nil || !strings.Contains(strings.ToLower(m[3]), " with ") {
		return "", truth, false
	}
	truth.date = front.Date
	switch mode := strings.ToLower(m[2]); {
	case mode == "call":
		truth.kinds = []travaux.EventKind{travaux.Call}
	default:
		truth.kinds = []travaux.EventKind{travaux.Meeting}
		truth.video = strings.HasPrefix(mode, "virtual") || strings.Contains(strings.ToLower(m[1]), "virtual")
	}
	_, with, _ := strings.Cut(m[3], " with ")
	for _, side := range readoutSides.Split(with, -1) {
		if w := surname(side); w != "" {
			truth.who = append(truth.who, w)
		}
	}
	if host, _, owned := strings.Cut(m[1], "’s "); owned || strings.HasSuffix(m[1], "’s") {
		truth.who = append(truth.who, surname(strings.TrimSuffix(host, "’s")))
	}
	text := plainLetters(parts[2])
	truth.who = slices.DeleteFunc(truth.who, func(w string) bool { return w == "" || !strings.Contains(text, w) })
	return parts[2], truth, true
}

// surname is the last word of a name, what follows "of" put aside; "" where an
// office, a group or nothing is left.
func surname(side string) string {
	side = strings.NewReplacer("’s", "", "'s", "", "\u2060", "", ", Jr.", "").Replace(side)
	side, _, _ = strings.Cut(side, " to ")
	side, _, _ = strings.Cut(side, " on ")
	short, _, _ := strings.Cut(side, " of ")
	long := side
	if i := strings.LastIndex(side, " of "); i > 0 {
		long = side[:i]
	}
	for _, s := range []string{short, long, side} {
		if plural.MatchString(strings.TrimSpace(s)) {
			return "" // "the advisors of Japan and Austria" are named one by one
		}
		ws := strings.Fields(s)
		if len(ws) == 0 {
			continue
		}
		if w := ws[len(ws)-1]; unicode.IsUpper([]rune(w)[0]) && w != strings.ToUpper(w) && !readoutOffice.MatchString(w) {
			return plainLetters(w)
		}
	}
	return ""
}

func plainLetters(s string) string {
	return strings.ToLower(strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) || !unicode.IsLetter(c) && !unicode.IsSpace(c) {
			return -1
		}
		return c
	}, norm.NFD.String(s)))
}

// judge says what is wrong with the best event of g, "" where one is right.
func (want *readoutTruth) judge(g *travaux.Reading) string {
	best := "no call or meeting"
	rank := 0
	worse := func(n int, why string) {
		if n > rank {
			rank, best = n, why
		}
	}
	for i := range g.Events {
		e := &g.Events[i]
		if e.Kind != travaux.Call && e.Kind != travaux.Meeting || e.Status != travaux.Happened {
			continue
		}
		names := plainLetters(strings.Join(canonical(g, append(slices.Clone(e.Actors), e.Recipients...)), " "))
		missing := slices.DeleteFunc(slices.Clone(want.who), func(w string) bool { return strings.Contains(names, w) })
		switch {
		case len(missing) > 0:
			worse(1, "without "+strings.Join(missing, ", "))
		case len(e.Actors)+len(e.Recipients) < 2:
			worse(1, "with one side only")
		case !slices.Contains(want.kinds, e.Kind):
			worse(2, "told as a "+string(e.Kind))
		case want.video && e.Medium != travaux.ByVideo:
			worse(3, "not told as virtual")
		case !dayOf(e.Dates, want.date):
			worse(4, "not on the day")
		default:
			return ""
		}
	}
	return best
}

func canonical(g *travaux.Reading, ids []string) []string {
	var out []string
	for _, id := range ids {
		for i := range g.Actors {
			if a := &g.Actors[i]; a.ID == id {
				out = append(out, a.Canonical)
				for _, f := range a.NameForms {
					out = append(out, f.Form)
				}
			}
		}
	}
	return out
}

// dayOf reports whether one of the dates is the day or up to a week before.
func dayOf(vs []travaux.Value, day string) bool {
	want, err := travaux.EDTF(day).Interval()
	if err != nil {
		return false
	}
	return slices.ContainsFunc(vs, func(v travaux.Value) bool {
		iv, err := travaux.EDTF(v.Value).Interval()
		return err == nil && iv.Hi <= want.Hi && want.Lo-iv.Lo <= 7
	})
}
