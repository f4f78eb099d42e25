package readingtest

import (
	"fmt"
	"testing"
	"time"

	"github.com/travaux/travaux"
)

// Many returns readings of n reports by 60 outlets about n/10 meetings of n/5
// persons, a hundred meetings a month, for benchmarks.
func Many(t testing.TB, n int) []*travaux.Reading {
	t.Helper()
	out := make([]*travaux.Reading, 0, n)
	for i := range n {
		out = append(out, nth(t, i, max(n/10, 1)))
	}
	return out
}

// nth is the report number i, about one of so many meetings.
func nth(t testing.TB, i, meetings int) *travaux.Reading {
	m := i % meetings
	one, two := "Oskar W"+syllables(m), "Ilir M"+syllables(m)
	day := time.Date(2031, time.May+time.Month(m/100), 1+m%28, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	text := fmt.Sprintf("Headline %d\nEnvoy %s met President %s in Tarn for %d hours, report %d says.\nThe %d-point plan number %d was read with care by all who were there, and %d others.",
		i, one, two, 2+i%3, i, 10+m%20, m, i)
	r := New(t, fmt.Sprint(i), fmt.Sprintf("Outlet %d", i%60), day, text)
	p, q := r.Person(one, "Envoy"), r.Person(two, "President")
	r.Says(p, travaux.ByNamedPerson, "was read with care")
	e := r.Event(travaux.Meeting, travaux.Happened, one+" met President "+two, p, q)
	e.Dates = []travaux.Value{{Value: day, Basis: travaux.BasisDateline}}
	e.Durations = []travaux.Value{r.Value(fmt.Sprintf("PT%dH", 2+i%3), fmt.Sprintf("%d hours", 2+i%3))}
	e.Places = []travaux.Value{r.Value(r.World(travaux.ActorPlace, "Tarn", "city/tarn"), "Tarn")}
	x := r.Text(fmt.Sprintf("The %d-point plan", 10+m%20))
	x.Points = []travaux.Value{r.Value(fmt.Sprint(10+m%20), fmt.Sprintf("%d-point", 10+m%20))}
	x.Authors = []travaux.Value{r.Value(p, one)}
	return r.Reading()
}

// syllables is a name of its own for every number.
func syllables(n int) string {
	list := []string{"ber", "don", "fil", "gash", "kum", "lint", "morg", "pet", "rost", "vack"}
	name := list[n/10%10] + list[n%10]
	for n /= 100; n > 0; n /= 10 {
		name += list[n%10]
	}
	return name
}
