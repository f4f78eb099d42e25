package analysis

import (
	"cmp"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// View is a record with the date that it is looked at from, and what the
// analyses look up in it. It does not change the record.
type View struct {
	Record *travaux.Record
	// Date is the day that the record is looked at from; Day is its number.
	Date travaux.EDTF
	Day  travaux.Day

	actors     map[string]*travaux.Actor
	reports    map[string]*travaux.ReportRow
	statements map[string]*travaux.Statement
	issues     map[string]*travaux.Issue
	parties    map[string]string // actor → the party that it acts for
	principals []string
}

// At looks at a record from a date. The record is one that is cut to that date
// already, as record.Build does. An empty date is the last day on which a
// report of the record can have been published. Errors: CodeInvalid for what is
// not EDTF.
func At(rec *travaux.Record, date travaux.EDTF) (*View, error) {
	v := &View{
		Record: rec, Date: date,
		actors: make(map[string]*travaux.Actor, len(rec.Actors)), reports: make(map[string]*travaux.ReportRow, len(rec.Reports)),
		statements: make(map[string]*travaux.Statement, len(rec.Statements)), issues: make(map[string]*travaux.Issue, len(rec.Issues)),
	}
	for i := range rec.Actors {
		v.actors[rec.Actors[i].ID] = &rec.Actors[i]
	}
	for i := range rec.Reports {
		v.reports[rec.Reports[i].ID] = &rec.Reports[i]
	}
	for i := range rec.Statements {
		v.statements[rec.Statements[i].ID] = &rec.Statements[i]
	}
	for i := range rec.Issues {
		v.issues[rec.Issues[i].ID] = &rec.Issues[i]
	}
	if v.Date == "" {
		v.Date = lastReport(rec)
	}
	iv, err := v.Date.Interval()
	if err != nil {
		return nil, err
	}
	v.Day = iv.Hi
	v.parties = v.partyOfEach()
	v.principals = v.findPrincipals()
	return v, nil
}

// lastReport is the last day on which a report can have been published, "" in
// a record without dates.
func lastReport(rec *travaux.Record) travaux.EDTF {
	var last travaux.EDTF
	var day travaux.Day
	for i := range rec.Reports {
		iv, ok := bounded(rec.Reports[i].Date.EDTF)
		if ok && (last == "" || iv.Hi > day) {
			last, day = iv.Hi.EDTF(), iv.Hi
		}
	}
	return last
}

// bounded is the interval of a date that has both ends.
func bounded(d travaux.EDTF) (travaux.Interval, bool) {
	iv, err := d.Interval()
	if err != nil || d == "" {
		return iv, false
	}
	lo, hi := iv.Open()
	return iv, !lo && !hi
}

// Name is what an actor is called.
func (v *View) Name(actor string) string {
	if a := v.actors[actor]; a != nil {
		return a.Canonical
	}
	return actor
}

// IssueLabel is what an issue is called.
func (v *View) IssueLabel(id string) string {
	if is := v.issues[id]; is != nil && is.Label != "" {
		return is.Label
	}
	return id
}

// told is when the first of the reports that a row quotes was published.
func (v *View) told(spans []travaux.Span) (travaux.Interval, bool) {
	var first travaux.Interval
	found := false
	for _, s := range spans {
		iv, ok := v.published(s.Report)
		if ok && (!found || iv.Hi < first.Hi || iv.Hi == first.Hi && iv.Lo < first.Lo) {
			first, found = iv, true
		}
	}
	return first, found
}

// lastTold is when the last of the reports that a row quotes was published.
func (v *View) lastTold(spans []travaux.Span) (travaux.Interval, bool) {
	var last travaux.Interval
	found := false
	for _, s := range spans {
		iv, ok := v.published(s.Report)
		if ok && (!found || iv.Lo > last.Lo || iv.Lo == last.Lo && iv.Hi > last.Hi) {
			last, found = iv, true
		}
	}
	return last, found
}

func (v *View) published(report string) (travaux.Interval, bool) {
	r := v.reports[report]
	if r == nil {
		return travaux.Interval{}, false
	}
	return bounded(r.Date.EDTF)
}

// edtf writes the days of an interval.
func edtf(iv travaux.Interval) travaux.EDTF {
	if iv.Lo == iv.Hi {
		return iv.Lo.EDTF()
	}
	return iv.Lo.EDTF() + "/" + iv.Hi.EDTF()
}

// Party is the party that an actor acts for: what it belongs to, the
// organisation of its office, the one party of its side; else itself.
func (v *View) Party(actor string) string {
	if p, ok := v.parties[actor]; ok {
		return p
	}
	return actor
}

func (v *View) partyOfEach() map[string]string {
	bySide := map[string][]string{}
	for i := range v.Record.Actors {
		if a := &v.Record.Actors[i]; a.Side != "" && corporate(a.Type) {
			bySide[a.Side] = append(bySide[a.Side], a.ID)
		}
	}
	out := make(map[string]string, len(v.actors))
	for id, a := range v.actors {
		to := id
		for range 4 { // what it belongs to; the limit ends a circle
			x := v.actors[to]
			if x == nil || x.Parent == "" || v.actors[x.Parent] == nil {
				break
			}
			to = x.Parent
		}
		if to == id && (a.Type == travaux.ActorPerson || a.Type == travaux.ActorOffice) {
			to = cmp.Or(v.employer(a), id)
			if side := bySide[a.Side]; to == id && len(side) == 1 {
				to = side[0]
			}
		}
		out[id] = to
	}
	return out
}

// employer is the party whose office the reports most often give a person.
func (v *View) employer(a *travaux.Actor) string {
	n := map[string]int{}
	for _, r := range a.Roles {
		if o := v.actors[r.Organisation]; o != nil && corporate(o.Type) && o.ID != a.ID && !former(r.Title) {
			n[o.ID] += max(1, len(r.Spans))
		}
	}
	best := ""
	for id := range n {
		if best == "" || n[id] > n[best] || n[id] == n[best] && id < best {
			best = id
		}
	}
	return best
}

// former reports whether a title is one that somebody held.
func former(title string) bool {
	t := strings.ToLower(title)
	return strings.HasPrefix(t, "former ") || strings.HasPrefix(t, "ex-") || strings.Contains(t, " former ") || strings.HasPrefix(t, "late ")
}

// corporate reports whether an actor of the type can be a party that others
// act for.
func corporate(t travaux.ActorType) bool {
	switch t {
	case travaux.ActorState, travaux.ActorGovernment, travaux.ActorOrganisation, travaux.ActorBody, travaux.ActorGroupOfStates,
		travaux.ActorRegion, travaux.ActorArmedGroup, travaux.ActorCompany:
		return true
	}
	return false
}

// maxPrincipals is how many parties are taken for principals where no profile
// says who they are.
const maxPrincipals = 6

// Principals are the parties on whom an agreement hangs: those to which the
// profile gives a side; where it gives none, those that negotiate in at least a
// third as many reports as the one that does in most, by taking a position on
// an issue or part in a meeting or call, with positions on two issues at least.
func (v *View) Principals() []string { return slices.Clone(v.principals) }

func (v *View) findPrincipals() []string {
	var sided []string
	for i := range v.Record.Actors {
		if a := &v.Record.Actors[i]; a.Side != "" && v.parties[a.ID] == a.ID {
			sided = append(sided, a.ID)
		}
	}
	if len(sided) > 0 {
		return distinct(sided)
	}
	reports, issues := v.activity()
	most := 0
	for p := range reports {
		if len(issues[p]) > 1 {
			most = max(most, len(reports[p]))
		}
	}
	var out []string
	for p := range reports {
		if len(issues[p]) > 1 && 3*len(reports[p]) >= most {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(reports[b]), len(reports[a])), strings.Compare(a, b))
	})
	return distinct(out[:min(len(out), maxPrincipals)])
}

// activity is in which reports each possible principal negotiates, and on which
// issues it has positions.
func (v *View) activity() (reports, issues map[string]map[string]bool) {
	reports, issues = map[string]map[string]bool{}, map[string]map[string]bool{}
	note := func(to map[string]map[string]bool, party, what string) {
		if to[party] == nil {
			to[party] = map[string]bool{}
		}
		to[party][what] = true
	}
	acting := func(id string) (string, bool) {
		p := v.Party(id)
		a := v.actors[p]
		return p, a != nil && (corporate(a.Type) || a.Type == travaux.ActorPerson)
	}
	for i := range v.Record.Positions {
		p := &v.Record.Positions[i]
		party, ok := acting(p.Party)
		if !ok || !isStance(p) {
			continue
		}
		note(issues, party, p.Issue)
		for _, s := range p.Spans {
			note(reports, party, s.Report)
		}
	}
	for i := range v.Record.Events {
		e := &v.Record.Events[i]
		if !isContact(e.Kind) {
			continue
		}
		for _, x := range e.Participants {
			if party, ok := acting(x.Actor); ok && x.Part != "absent" {
				for _, s := range x.Spans {
					note(reports, party, s.Report)
				}
			}
		}
	}
	return reports, issues
}

// isContact reports whether the kind is one in which parties deal with one
// another.
func isContact(k travaux.EventKind) bool {
	return k == travaux.Meeting || k == travaux.Call || k == travaux.Visit || k == travaux.Shuttle
}

// isStance reports whether a position is where a party stands on a known
// issue: no interest, no silence.
func isStance(p *travaux.Position) bool {
	return p.Party != "" && p.Issue != "" && p.Issue != travaux.OtherIssue && p.Kind != "interest" && p.Kind != "BATNA_indicator" && p.Stance != travaux.NotStated
}

// ownStance is a stance that is not only ascribed by an opponent, which is no
// position of the party.
func ownStance(p *travaux.Position) bool { return isStance(p) && p.AccordingTo != "opponent" }
