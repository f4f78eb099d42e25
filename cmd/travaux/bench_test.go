package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkAnnotate reads a folder of 1,000 generated reports on one worker;
// the rate is of article text.
func BenchmarkAnnotate(b *testing.B) {
	benchmark(b, "annotate", "--workers", "1")
}

// BenchmarkDossier reads the same folder on all cores and writes the dossier.
func BenchmarkDossier(b *testing.B) {
	benchmark(b, "dossier", "-o", filepath.Join(b.TempDir(), "out"))
}

func benchmark(b *testing.B, args ...string) {
	dir := filepath.Join(b.TempDir(), "reports")
	if err := generate(dir, 1000); err != nil {
		b.Fatal(err)
	}
	size, err := sizeOf(dir)
	if err != nil {
		b.Fatal(err)
	}
	args = append(args, dir)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		if status := run(context.Background(), args, strings.NewReader(""), io.Discard, io.Discard); status != exitDone {
			b.Fatalf("exit status %d", status)
		}
	}
}

// generate writes n reports of one invented negotiation, each its own mix of
// outlets, people, places, dates and turns of phrase.
func generate(dir string, n int) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	outlets := []string{"Quay Herald", "Harbour Wire", "The Tidewater Post", "Northmoor Gazette", "Radio Ostrava", "The Ledger"}
	people := []string{"Ada Lund", "Sam Okoro", "Mirela Vantour", "Tomas Brandt", "Leyla Aksoy", "Oisín Byrne", "Hana Sugimoto"}
	titles := []string{"Dock minister", "Union leader", "Special envoy", "Chief negotiator", "Deputy mediator", "Port director", "Foreign minister"}
	places := []string{"Port Halle", "Geneva", "Tallow Bay", "Vienna", "Oslo", "Stone Quay"}
	months := []string{"January", "February", "March", "April", "May", "June"}
	pick := func(list []string, i int) string { return list[i%len(list)] }
	for i := range n {
		a, c := i%7, (i/7+1+i)%7
		who, with := pick(titles, a)+" "+pick(people, a), pick(people, c)
		place, month := pick(places, i/3), pick(months, i/180)
		var t strings.Builder
		fmt.Fprintf(&t, "%s\n\n%s and %s meet in %s over the %d-point plan\n\n", pick(outlets, i), people[a], with, place, 12+i%9)
		fmt.Fprintf(&t, "%s, %d %s 2031 — %s met %s in %s on %s for %d hours, according to two officials familiar with the talks.\n\n",
			place, 1+i%28, month, who, with, place, pick([]string{"Monday", "Tuesday", "Wednesday"}, i), 2+i%5)
		for k := range 6 {
			j := i + 5*k
			fmt.Fprintf(&t, "“The offer number %d is not what was agreed in %s,” %s told reporters. “We will answer by the end of %s.” %s added that the clause on night shifts would require the port to pay %d million crowns a year, a demand that %s has rejected since %s.\n\n",
				i, pick(places, j), with, pick(months, j), pick([]string{"He", "She"}, j), 3+j%40, people[a], pick(months, j+2))
			fmt.Fprintf(&t, "The %d-point plan was first reported by %s. A second official, who was not authorised to speak publicly, said the draft had been drawn up by %s and that %s was expected to miss the session on %d %s. The document calls for a joint commission, new safety rules in report %d and a ceiling on overtime.\n\n",
				12+i%9, pick(outlets, j+1), pick(people, j+3), pick(people, j+4), 1+j%28, month, i)
		}
		t.WriteString("Follow\nLeave a Reply\n")
		name := filepath.Join(dir, fmt.Sprintf("report-%04d.txt", i))
		if err := os.WriteFile(name, []byte(t.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// sizeOf adds up the sizes of the files of a folder.
func sizeOf(dir string) (int64, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return 0, err
	}
	var total int64
	for _, f := range files {
		fi, err := f.Info()
		if err != nil {
			return 0, err
		}
		total += fi.Size()
	}
	return total, nil
}
