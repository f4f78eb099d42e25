package plover_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/travaux/travaux/internal/claim/plover"
	"github.com/travaux/travaux/internal/lang/english"
)

// TestGold prints the share of PLOVER's gold records whose root is found. The
// records at odd places served to choose and check rules.
func TestEvalGold(t *testing.T) {
	in, err := os.Open(filepath.Join("..", "..", "..", "..", "shared", "data", "events", "plover", "PLOVER_GSR_CAMEO.json"))
	if err != nil {
		t.Skip("no gold records beside the module")
	}
	defer in.Close()
	records, err := plover.ReadMarked(in, "gold")
	if err != nil {
		t.Fatal(err)
	}
	lang, err := english.New(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	right, all := [2]int{}, [2]int{}
	for n, m := range records {
		root, at, err := plover.Judge(lang, m)
		if err != nil {
			t.Fatal(err)
		}
		half := (n + 1) % 2
		all[half]++
		if root == m.Root {
			right[half]++
		} else if os.Getenv("TRAVAUX_SHOW") != "" && half == 1 {
			fmt.Printf("%s want %s got %s at %q\n\t%s\n", m.ID, m.Root, root, at, m.Text)
		}
	}
	if sum := right[0] + right[1]; 100*sum < 80*len(records) {
		t.Errorf("%d of %d right, fewer than before", sum, len(records))
	}
	t.Logf("odd %d of %d, even %d of %d, all %.1f %%", right[1], all[1], right[0], all[0], 100*float64(right[0]+right[1])/float64(all[0]+all[1]))
}
