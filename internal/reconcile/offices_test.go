package reconcile

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/reconcile/readingtest"
)

// TestOffices wants an office without a name taken for its holder at the time
// of the report, and for nobody where that is not known.
func TestOffices(t *testing.T) {
	type said struct {
		date, text string
		person     string // with a title, of a state
		title, of  string
		office     string // without a name, of a state
		officeOf   string
	}
	jana := said{date: "2031-05-02", text: "Corrinian Water Minister Jana Roth spoke.", person: "Jana Roth", title: "Corrinian Water Minister", of: "state/cor"}
	emil := said{date: "2031-05-20", text: "Corrinian Water Minister Emil Voss spoke.", person: "Emil Voss", title: "Corrinian Water Minister", of: "state/cor"}
	ada := said{date: "2031-05-02", text: "Lowland Water Minister Ada Lund spoke.", person: "Ada Lund", title: "Lowland Water Minister", of: "state/low"}
	minister := func(date string) said {
		return said{date: date, text: "The Corrinian water minister left.", office: "The Corrinian water minister", title: "water minister", officeOf: "state/cor"}
	}
	deputy := jana
	deputy.text, deputy.title = "Corrinian Deputy Water Minister Jana Roth spoke.", "Corrinian Deputy Water Minister"
	since := func(holder string, from, to travaux.EDTF) Tenure {
		lo, _ := from.Interval()
		hi, _ := to.Interval()
		return Tenure{"water minister", "state/cor", holder, travaux.Interval{Lo: lo.Lo, Hi: hi.Hi}}
	}
	for _, test := range []struct {
		name    string
		said    []said
		tenures []Tenure
		want    string
	}{
		{"the only holder", []said{jana, minister("2031-05-05")}, nil, "Jana Roth"},
		{"of another state", []said{ada, minister("2031-05-05")}, nil, "The Corrinian water minister"},
		{"one title in two states", []said{jana, ada, minister("2031-05-05")}, nil, "Jana Roth"},
		{"a year later", []said{jana, minister("2032-05-05")}, nil, "The Corrinian water minister"},
		{"two holders in these weeks", []said{jana, emil, minister("2031-05-10")}, nil, "The Corrinian water minister"},
		{"a deputy", []said{deputy, minister("2031-05-05")}, nil, "The Corrinian water minister"},
		{"two holders, of whom a profile knows one", []said{jana, emil, minister("2031-05-10")}, []Tenure{since("Jana Roth", "2030", "2031-05-15"), since("Emil Voss", "2031-05-16", "")}, "Jana Roth"},
		{"the later of them", []said{jana, emil, minister("2031-06-10")}, []Tenure{since("Jana Roth", "2030", "2031-05-15"), since("Emil Voss", "2031-05-16", "")}, "Emil Voss"},
		{"a holder whom no report names", []said{emil, minister("2031-05-10")}, []Tenure{since("Nils Orda", "2030", "")}, "Emil Voss"},
		{"a report without a date", []said{jana, minister("")}, nil, "The Corrinian water minister"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var list []*travaux.Reading
			var id, report string
			for i, s := range test.said {
				r := readingtest.New(t, string(rune('a'+i)), "Outlet", s.date, s.text)
				if s.person != "" {
					a := r.Actor(travaux.ActorPerson, s.person)
					a.Roles = []travaux.Role{{Title: s.title, Organisation: s.of}}
				}
				state := map[string]string{"state/cor": "Corrinian", "state/low": "Lowland"}[s.of+s.officeOf]
				r.World(travaux.ActorState, state, s.of+s.officeOf)
				if s.office != "" {
					a := r.Actor(travaux.ActorOffice, s.office)
					a.Roles = []travaux.Role{{Title: s.title, Organisation: s.officeOf}}
					id = a.ID
				}
				list = append(list, r.Reading())
				if s.office != "" {
					report = list[i].Report.ID
				}
			}
			res := Given{Tenures: test.tenures}.Reconcile(Sketches(list))
			if diff := cmp.Diff(test.want, res.actors.name(res.Actor(report, id))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
