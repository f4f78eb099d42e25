package score

import (
	"math"
	"testing"
)

// The example of X. Luo, "On Coreference Resolution Performance Metrics" (2005):
// two entities joined, and all in one.
func TestCompareClusters(t *testing.T) {
	gold := Clusters{{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}}
	for _, c := range []struct {
		name          string
		sys           Clusters
		muc, b3, ceaf float64
	}{
		{"itself", gold, 1, 1, 1},
		{"the small one with the last", Clusters{{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}}, 0.947, 0.865, 0.733},
		{"the first with the last", Clusters{{1, 2, 3, 4, 5, 8, 9, 10, 11, 12}, {6, 7}}, 0.947, 0.737, 0.667},
		{"all in one", Clusters{{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}}, 0.900, 0.545, 0.294},
		{"nothing", nil, 0, 0, 0},
		{"single mentions do not count", Clusters{{1}, {2}}, 0, 0, 0},
	} {
		got := CompareClusters(gold, c.sys)
		for i, p := range [][2]float64{{got.MUC.F1(), c.muc}, {got.B3.F1(), c.b3}, {got.CEAF.F1(), c.ceaf}} {
			if math.Abs(p[0]/100-p[1]) > 6e-4 {
				t.Errorf("%s: measure %d is %.3f, want %.3f", c.name, i, p[0]/100, p[1])
			}
		}
	}
}

// The example of the paper on the CoNLL scorer (Pradhan et al. 2014): recall and
// precision of each measure.
func TestCompareCountsOfPaper(t *testing.T) {
	got := CompareAll(Clusters{{1, 2, 3}, {4, 5, 6, 7}}, Clusters{{1, 2}, {3, 4}, {6, 7, 8, 9}})
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"MUC recall", got.MUC.Recall / got.MUC.Gold, 0.40},
		{"MUC precision", got.MUC.Precision / got.MUC.Sys, 0.40},
		{"B³ recall", got.B3.Recall / got.B3.Gold, 0.4167},
		{"B³ precision", got.B3.Precision / got.B3.Sys, 0.50},
		{"CEAFe recall", got.CEAF.Recall / got.CEAF.Gold, 0.65},
		{"CEAFe precision", got.CEAF.Precision / got.CEAF.Sys, 0.4333},
	} {
		if math.Abs(c.got-c.want) > 1e-4 {
			t.Errorf("%s = %.4f, want %.4f", c.name, c.got, c.want)
		}
	}
}

func TestAssign(t *testing.T) {
	for _, c := range []struct {
		s    [][]float64
		want float64
	}{
		{nil, 0},
		{[][]float64{{1}}, 1},
		{[][]float64{{5, 4}, {4, 1}}, 8},
		{[][]float64{{1, 2, 3}, {3, 2, 1}}, 6},
		{[][]float64{{1}, {2}, {3}}, 3},
	} {
		if got := assign(c.s); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%v: %g, want %g", c.s, got, c.want)
		}
	}
}
