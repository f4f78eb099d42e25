//go:build linux

package main

import (
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/extract"
	"github.com/travaux/travaux/internal/pipeline"
)

// hostile are kinds of text that no newsroom writes, by what their file would
// be called; each makes about n words.
var hostile = []struct {
	name string
	make func(n int) string
}{
	{"brackets.txt", func(n int) string {
		return "The talks " + strings.Repeat("(", n/2) + "x" + strings.Repeat(")", n/2) + " went on."
	}},
	{"dates.txt", func(n int) string {
		return each(n/5, " ", func(i int) string { return fmt.Sprintf("on %d March 20%02d,", i%28+1, i%80) })
	}},
	{"letters.txt", func(n int) string { return strings.Repeat("x", 6*n) }},
	{"list.txt", func(n int) string {
		return each(n/12, "\n", func(i int) string { return fmt.Sprintf("- The parties shall open the quay within %d days.", i%50+1) })
	}},
	{"meetings.txt", func(n int) string {
		return each(n/13, "\n\n", func(i int) string {
			return fmt.Sprintf("Minister %s %s met union leader %s %s in Port Halle on Tuesday.", invented(i), invented(7*i+3), invented(5*i+1), invented(11*i+2))
		})
	}},
	{"name.txt", func(n int) string { return strings.Repeat("Ada Lund and ", n/3) + "Sam Okoro met." }},
	{"names.txt", func(n int) string {
		return each(n/3, ", ", func(i int) string { return invented(i) + " " + invented(7*i+3) }) + " met."
	}},
	{"numbers.txt", func(n int) string { return each(n, " ", func(i int) string { return fmt.Sprint(i * 7919 % 99991) }) }},
	{"nested.txt", func(n int) string {
		return strings.Repeat(`"Lund said `, n/4) + "we go on" + strings.Repeat(`"`, n/4) + " he said."
	}},
	{"quotes.txt", func(n int) string { return strings.Repeat(`"We will go on," said Lund. `, n/9) }},
	{"quotations.txt", func(n int) string { return strings.Repeat("\"We will go on with it.\"\n\n", n/9) }},
	{"texts.txt", func(n int) string {
		return each(n/18, "\n\n", func(i int) string {
			return fmt.Sprintf("The ministry tabled a %d-point plan. The %d-point plan calls for a ceasefire.", i+2, i+2)
		})
	}},
	{"unended.txt", func(n int) string {
		rnd := rand.New(rand.NewPCG(1, 1))
		words := strings.Fields("the minister said that talks between union and port would go on after delegates met in the capital over a plan for crane crews which both sides had read before spring")
		return each(n, " ", func(int) string { return words[rnd.IntN(len(words))] })
	}},
	{"elements.html", func(n int) string {
		return "<html><body><article>" + strings.Repeat("<div><p>The minister said talks would go on in Port Halle this week.</p>", n/13) + "</article></body></html>"
	}},
	{"table.html", func(n int) string {
		return "<html><body><article><table>" + strings.Repeat("<tr><td>Lund</td><td>said so</td></tr>", n/3) + "</table></article></body></html>"
	}},
}

func each(n int, between string, f func(i int) string) string {
	parts := make([]string, n)
	for i := range parts {
		parts[i] = f(i)
	}
	return strings.Join(parts, between)
}

// invented is one of many capitalised words.
func invented(i int) string {
	var b strings.Builder
	for range 3 {
		b.WriteByte("bdfgklmnprstv"[i%13])
		b.WriteByte("aeiou"[i/13%5])
		i /= 7
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

func readHostile(tb testing.TB, r *pipeline.Reader, name, text string) *travaux.Reading {
	tb.Helper()
	rep, err := extract.Extract(tb.Context(), extract.Input{File: name, Data: []byte(text)})
	if err != nil {
		tb.Fatal(err)
	}
	g, err := r.Read(rep)
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

// BenchmarkHostile reads two million bytes or so of each kind: CPU time, and the
// memory that was asked of the system.
func BenchmarkHostile(b *testing.B) {
	r := knownReader(b)
	for _, h := range hostile {
		b.Run(h.name, func(b *testing.B) {
			text := h.make(*hostileWords)
			runtime.GC()
			peak := watchHeap()
			begun := cpu()
			for b.Loop() {
				readHostile(b, r, h.name, text)
			}
			b.ReportMetric((cpu()-begun).Seconds()/float64(b.N), "cpu-s/op")
			b.ReportMetric(float64(peak()>>20), "peak-MB")
			b.ReportMetric(float64(len(text))/1e6, "MB")
		})
	}
}

var hostileWords = flag.Int("words", 350_000, "words of each text of BenchmarkHostile")

func knownReader(tb testing.TB) *pipeline.Reader {
	tb.Helper()
	a := &app{out: io.Discard, term: newTerminal(io.Discard)}
	g, err := a.known()
	if err != nil {
		tb.Fatal(err)
	}
	return g.reader
}

// cpu is the time that this process has had of the processors.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// watchHeap looks at the heap until the function it returns is called, which
// gives its greatest size.
func watchHeap() func() uint64 {
	stop, most := make(chan bool), make(chan uint64)
	go func() {
		var m runtime.MemStats
		greatest := uint64(0)
		for {
			runtime.ReadMemStats(&m)
			greatest = max(greatest, m.HeapInuse)
			select {
			case <-stop:
				most <- greatest
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { stop <- true; return <-most }
}

// TestHostile holds that what a report costs grows no faster than its length:
// four times the words may ask for six times the memory, as sentences reach their
// longest.
func TestHostile(t *testing.T) {
	r := knownReader(t)
	readHostile(t, r, "warm.txt", "The minister met the union in Port Halle.") // what is loaded once
	asked := func(name, text string) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		readHostile(t, r, name, text)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	const words = 1000
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			one, four := asked(h.name, h.make(words)), asked(h.name, h.make(4*words))
			if four > 6*one+1<<20 { // a collection in between empties what is kept for reuse: once more
				four = min(four, asked(h.name, h.make(4*words)))
			}
			if four > 6*one+1<<20 {
				t.Errorf("%d words ask for %d KB, four times as many for %d KB", words, one>>10, four>>10)
			}
		})
	}
}
