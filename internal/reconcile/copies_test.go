package reconcile

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

const story = `The dockers of Orle voted on Monday to end their strike after eleven days of talks.
The harbour board said cranes would move again by nightfall and thanked the mediator.
A second ballot, on the new rota, is due before the end of the month, the union said.
Ship owners had warned that cargo would be sent to other ports unless the gates opened.
`

const other = `Farmers in the upper valley began to plant late this year because of the long frost.
The price of seed rose by a tenth, and some fields will lie fallow until the autumn.
`

func TestCopiesAndVersions(t *testing.T) {
	type report struct{ id, outlet, date, text, url string }
	tests := []struct {
		name          string
		reports       []report
		copyOf, verOf map[string]string
	}{
		{"different stories", []report{{id: "a", outlet: "A", text: "X\n" + story}, {id: "b", outlet: "B", text: "Y\n" + other}}, nil, nil},
		{"the later date is the copy", []report{{"a", "A", "2031-05-03", "X\n" + story, ""}, {"b", "B", "2031-05-02", "Y\n" + story, ""}}, map[string]string{"report_a": "report_b"}, nil},
		{"a copy credits the other outlet", []report{{"a", "River Wire", "2031-05-03", "X\n" + story, ""}, {"b", "Bay News", "2031-05-02", "Y\n" + story + "By River Wire\n", ""}}, map[string]string{"report_b": "report_a"}, nil},
		{"undated: the greater id is the copy", []report{{"b", "B", "", "X\n" + story, ""}, {"a", "A", "", "Y\n" + story, ""}}, map[string]string{"report_b": "report_a"}, nil},
		{"a copy with a passage cut", []report{{"a", "River Wire", "2031-05-02", "X\n" + story + other, ""}, {"b", "Bay News", "2031-05-02", "Y\n" + story, ""}}, map[string]string{"report_b": "report_a"}, nil},
		{"a passage in common", []report{{"a", "River Wire", "2031-05-02", "X\n" + story + other, ""}, {"b", "Bay News", "2031-05-02", "Y\n" + other + strings.ReplaceAll(story, "the", "a"), ""}}, nil, nil},
		{"one address, two contents", []report{{"a", "A", "2031-05-02", "X\n" + story, "https://a.example/1"}, {"b", "A", "2031-05-03", "X\n" + story + other, "https://a.example/1"}}, nil, map[string]string{"report_b": "report_a"}},
		{"a correction of the same outlet", []report{{"a", "A", "2031-05-02", "X\n" + story, ""}, {"b", "A", "2031-05-03", "X\nThis story has been corrected.\n" + story + other, ""}}, nil, map[string]string{"report_b": "report_a"}},
		{"another outlet's correction is none of ours", []report{{"a", "A", "2031-05-02", "X\n" + story, ""}, {"b", "B", "2031-05-03", "X\nThis story has been corrected.\n" + other, ""}}, nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var rs []*travaux.Reading
			for _, r := range tt.reports {
				b := readingtest.New(t, r.id, r.outlet, r.date, r.text).Reading()
				b.Report.URL.Value = r.url
				rs = append(rs, b)
			}
			res := Reconcile(rs, nil)
			if diff := cmp.Diff(orEmpty(tt.copyOf), res.CopyOf); diff != "" {
				t.Errorf("copies (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(orEmpty(tt.verOf), res.VersionOf); diff != "" {
				t.Errorf("versions (-want +got):\n%s", diff)
			}
			copied := slices.ContainsFunc(res.Relations, func(r travaux.Relation) bool { return r.Rule == "derives_from.copy" })
			if copied != (len(tt.copyOf) > 0) {
				t.Errorf("relations of copies: %s", strings.Join(found(res), "\n"))
			}
		})
	}
}

func orEmpty(m map[string]string) map[string]string {
	if m == nil {
		return map[string]string{}
	}
	return m
}
