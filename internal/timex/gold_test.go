package timex

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/travaux/travaux"
)

// goldRows reads a TSV of the hand reading as maps from column to cell.
func goldRows(t *testing.T, name string) []map[string]string {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "gold", name))
	if err != nil {
		t.Skip("the hand reading is not here")
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	cols := strings.Split(lines[0], "\t")
	var rows []map[string]string
	for _, l := range lines[1:] {
		r := map[string]string{}
		for i, c := range strings.Split(l, "\t") {
			r[cols[i]] = c
		}
		rows = append(rows, r)
	}
	return rows
}

func seedText(t *testing.T, name string) string {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "seeds", name))
	if err != nil {
		t.Skip("the seed reports are not here")
	}
	return string(data)
}

// TestGoldTemporal finds the expressions of the hand reading, whose values
// assume a document time.
func TestGoldTemporal(t *testing.T) {
	dates := map[string]travaux.EDTF{"T2": "2025-11-19", "T4": ""}
	found := map[string][]travaux.Timex{}
	hit, value, all := 0, 0, 0
	for _, r := range goldRows(t, "temporal.tsv") {
		if _, ok := found[r["seed"]]; !ok {
			doc := annotated(t, seedText(t, r["seed"]))
			found[r["seed"]], _ = Find(doc, &travaux.Report{Date: travaux.DocTime{EDTF: dates[r["id"][:2]], Basis: travaux.BasisMetadata}})
		}
		start, _ := strconv.Atoi(r["bstart"])
		end, _ := strconv.Atoi(r["bend"])
		got := ""
		for _, x := range found[r["seed"]] {
			if x.Start < end && start < x.End {
				got = x.Quote + " " + x.Value + " " + string(x.EDTF) + " " + string(x.Bound)
				hit++
				if string(x.EDTF) == r["value"] || x.Value == strings.TrimPrefix(r["value"], ">") {
					value++
					got = ""
				}
				break
			}
		}
		all++
		if got != "" || value < hit {
			t.Logf("%s %q %s: got %s", r["id"], r["span"], r["value"], got)
		}
	}
	t.Logf("%d of %d found, %d with the value", hit, all, value)
	if hit*100 < all*85 || value*100 < all*75 {
		t.Error("below the floor of 85 % found, 75 % with the value")
	}
}

func TestGoldQuantities(t *testing.T) {
	found := map[string][]travaux.Quantity{}
	for _, r := range goldRows(t, "quantities.tsv") {
		if r["unit"] == "hours" {
			continue // a duration
		}
		if _, ok := found[r["seed"]]; !ok {
			_, found[r["seed"]] = Find(annotated(t, seedText(t, r["seed"])), nil)
		}
		start, _ := strconv.Atoi(r["bstart"])
		end, _ := strconv.Atoi(r["bend"])
		ok := false
		for _, q := range found[r["seed"]] {
			if q.Start < end && start < q.End {
				want, _ := strconv.ParseFloat(strings.Trim(r["value"], "~>"), 64)
				ok = ok || q.Value == decimal(want)
				t.Logf("%s %q: %q %s %s %q %s", r["id"], r["span"], q.Quote, q.Value, q.Unit, q.Of, q.Bound)
			}
		}
		if !ok {
			t.Errorf("%s %q is not among the quantities", r["id"], r["span"])
		}
	}
}

// TestListQuantities prints what is found in the first reports of a corpus,
// to be read: TRAVAUX_LIST=path.
func TestListFound(t *testing.T) {
	path := os.Getenv("TRAVAUX_LIST")
	if path == "" {
		t.Skip("TRAVAUX_LIST names no file")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc := annotated(t, string(data), parser(t))
	tx, qs := Find(doc, &travaux.Report{Date: travaux.DocTime{EDTF: travaux.EDTF(os.Getenv("TRAVAUX_DATE"))}})
	for _, x := range tx {
		t.Logf("T %q %s %s %s %s %s", x.Quote, x.Type, x.Value, x.EDTF, x.Basis, x.Bound)
	}
	for _, q := range qs {
		t.Logf("Q %q %s unit=%s of=%q %s", q.Quote, q.Value, q.Unit, q.Of, q.Bound)
	}
	t.Logf("document time %+v", DocTime(doc, &travaux.Report{}, tx))
}
