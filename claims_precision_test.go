package travaux_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// precisionFloors are how many percent of the claims that were read must have
// been found right, by kind. What was read, and when, is in eval/precision.
var precisionFloors = map[string]int{"statements": 80, "events": 78, "proposals": 80, "positions": 70, "consultations": 80, "forecasts": 80, "merged-actors": 90, "merged-events": 85}

// TestClaimsPrecision counts the verdicts on claims that were drawn from the
// corpora (TestClaimsCorpora with -sample) and read by a person.
func TestClaimsPrecision(t *testing.T) { precision(t, claimKinds) }

// TestIdentityPrecision counts the verdicts on what the record takes for one
// across reports.
func TestIdentityPrecision(t *testing.T) {
	precision(t, []string{"merged-actors", "merged-events"})
}

// precision counts the verdicts on rows that were read. A row is an id, "right"
// or "wrong", and why.
func precision(t *testing.T, kinds []string) {
	t.Helper()
	for _, kind := range kinds {
		data, err := os.ReadFile(filepath.Join("eval", "precision", kind+".tsv"))
		if err != nil {
			t.Logf("precision of %s: not read yet", kind)
			continue
		}
		right, all := 0, 0
		for n, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			cols := strings.Split(line, "\t")
			switch {
			case len(cols) != 3 || cols[1] == "wrong" && cols[2] == "":
				t.Errorf("%s line %d: %q is not id, verdict, why", kind, n+1, line)
			case cols[1] == "right":
				right++
				all++
			case cols[1] == "wrong":
				all++
			default:
				t.Errorf("%s line %d: the verdict is %q", kind, n+1, cols[1])
			}
		}
		t.Logf("precision of %s: %d of %d read", kind, right, all)
		if right*100 < precisionFloors[kind]*all {
			t.Errorf("%s: %d of %d are right, below %d %%", kind, right, all, precisionFloors[kind])
		}
	}
}
