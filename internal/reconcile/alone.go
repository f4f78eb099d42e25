package reconcile

import (
	"cmp"
	"iter"
	"runtime"
	"slices"
	"sync"

	"github.com/travaux/travaux"
)

// inPrint are the word sequences of a report's prose, headlines left out:
// copies change them. Anchors do not reach over paragraphs.
func inPrint(r *travaux.Report) (body shingles, anchors []uint32) {
	blocks := r.Blocks
	if len(blocks) == 0 {
		return shingle(printedWords(r.Text, 0, len(r.Text))), nil
	}
	var all []printed
	for _, b := range blocks {
		if b.Class != travaux.LineHeadline && b.Class != travaux.LineDeck {
			words := printedWords(r.Text, b.Start, b.End)
			anchors = append(anchors, anchorsOf(words)...)
			all = append(all, words...)
		}
	}
	slices.Sort(anchors)
	return shingle(all), slices.Compact(anchors)
}

// parallel calls f for 0 to n-1 on all processors.
func parallel(n int, f func(i int)) {
	const share = 16 // taken at a time
	var mu sync.Mutex
	var wg sync.WaitGroup
	next := 0
	for range min(runtime.GOMAXPROCS(0), (n+share-1)/share) {
		wg.Go(func() {
			for {
				mu.Lock()
				from := next
				next += share
				mu.Unlock()
				if from >= n {
					return
				}
				for i := from; i < min(n, from+share); i++ {
					f(i)
				}
			}
		})
	}
	wg.Wait()
}

// occurrence is a word sequence in a report.
type occurrence struct {
	hash uint32
	at   int32 // the report's number
}

// occurrences yields those of each sequence, by report. It sorts the list.
func occurrences(all []occurrence) iter.Seq[[]occurrence] {
	return func(yield func([]occurrence) bool) {
		slices.SortFunc(all, func(a, b occurrence) int { return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.at, b.at)) })
		for from := 0; from < len(all); {
			to := from + 1
			for to < len(all) && all[to].hash == all[from].hash {
				to++
			}
			if to-from > 1 && !yield(all[from:to]) {
				return
			}
			from = to
		}
	}
}
