package answer

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/analysis"
)

// Index is a subject with what questions look up in it. What several of them
// need is made when the first asks for it, and once; it may be asked from
// several goroutines.
type Index struct {
	rec      *travaux.Record
	actors   map[string]*travaux.Actor
	reports  map[string]*travaux.ReportRow
	readings func() ([]*travaux.Reading, error) // of the reports of the record that are on its subject

	statements func() map[string]*travaux.Statement
	proposals  func() map[string]*travaux.Proposal
	saidIn     func() map[string][]int // report → its statements, by their places in the record
	parties    func() map[string]string
	now        func() travaux.EDTF // the day that the record is as of or known by, else that of its last report
	copied     func() bool         // some report is a copy or version of another
	views      *memo[travaux.EDTF, *analysis.View]
	at         *memo[[2]travaux.EDTF, *travaux.Record] // as of, known by; nil where no other date can be asked for
}

// NewIndex makes a subject ready to be asked about.
func NewIndex(s Subject) *Index {
	rec := s.Record.OnSubject()
	x := &Index{
		rec:     rec,
		actors:  make(map[string]*travaux.Actor, len(rec.Actors)),
		reports: make(map[string]*travaux.ReportRow, len(rec.Reports)),
	}
	for i := range rec.Actors {
		x.actors[rec.Actors[i].ID] = &rec.Actors[i]
	}
	for i := range rec.Reports {
		x.reports[rec.Reports[i].ID] = &rec.Reports[i]
	}
	x.readings = sync.OnceValues(func() ([]*travaux.Reading, error) { return x.onSubject(s) })
	x.statements = sync.OnceValue(x.statementsByID)
	x.proposals = sync.OnceValue(x.proposalsByID)
	x.saidIn = sync.OnceValue(x.statementsByReport)
	x.parties = sync.OnceValue(x.partyOfEach)
	x.now = sync.OnceValue(func() travaux.EDTF {
		return cmp.Or(rec.Negotiation.AsOf, rec.Negotiation.KnownBy, analysis.LastReport(rec))
	})
	x.copied = sync.OnceValue(func() bool {
		return slices.ContainsFunc(rec.Reports, func(r travaux.ReportRow) bool { return r.CopyOf != "" || r.VersionOf != "" })
	})
	x.views = newMemo(func(date travaux.EDTF) (*analysis.View, error) { return analysis.At(rec, date) })
	if s.At != nil {
		x.at = newMemo(func(dates [2]travaux.EDTF) (*travaux.Record, error) { return s.At(dates[0], dates[1]) })
	}
	return x
}

// onSubject are the readings of the reports of the record, without those that
// were not known by its date or were set aside.
func (x *Index) onSubject(s Subject) ([]*travaux.Reading, error) {
	all := s.Readings
	if all == nil && s.Load != nil {
		var err error
		if all, err = s.Load(); err != nil {
			return nil, err
		}
	}
	var out []*travaux.Reading
	for _, g := range all {
		if r := x.reports[g.Report.ID]; r != nil && r.SetAside == nil {
			out = append(out, g)
		}
	}
	return out, nil
}

func (x *Index) statementsByID() map[string]*travaux.Statement {
	out := make(map[string]*travaux.Statement, len(x.rec.Statements))
	for i := range x.rec.Statements {
		out[x.rec.Statements[i].ID] = &x.rec.Statements[i]
	}
	return out
}

func (x *Index) proposalsByID() map[string]*travaux.Proposal {
	out := make(map[string]*travaux.Proposal, len(x.rec.Proposals))
	for i := range x.rec.Proposals {
		out[x.rec.Proposals[i].ID] = &x.rec.Proposals[i]
	}
	return out
}

func (x *Index) statementsByReport() map[string][]int {
	out := make(map[string][]int, len(x.rec.Reports))
	for i := range x.rec.Statements {
		report := x.rec.Statements[i].Report
		out[report] = append(out[report], i)
	}
	return out
}

// saidInReports are the statements of some reports, in the order of the record.
func (x *Index) saidInReports(reports []string) []int {
	var out []int
	for _, r := range reports {
		out = append(out, x.saidIn()[r]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// recordAt is the record as it was at two dates, either empty, as far as the
// record itself goes: of one as of a date, or known by one, nothing later is
// shown.
func (x *Index) recordAt(asOf, knownBy travaux.EDTF) (*travaux.Record, error) {
	asOf = earlier(asOf, x.rec.Negotiation.AsOf)
	knownBy = earlier(knownBy, x.rec.Negotiation.KnownBy)
	if asOf == x.rec.Negotiation.AsOf && !x.unknownBy(knownBy) {
		return x.rec, nil
	}
	return x.at.get([2]travaux.EDTF{asOf, knownBy})
}

// heldBy is the record as it was at a date, and was known by then.
func (x *Index) heldBy(date travaux.EDTF) (*travaux.Record, error) {
	if x.rec.Negotiation.AsOf == "" && len(x.rec.Judgements) == 0 && !x.unknownBy(date) {
		return analysis.HeldBy(x.rec, date)
	}
	return x.recordAt(date, date)
}

// said reports whether a statement can have been made by the day that the record
// is as of: at the time that the report gives, else when it was published.
func (x *Index) said(st *travaux.Statement) bool {
	limit, err := x.rec.Negotiation.AsOf.Interval()
	if x.rec.Negotiation.AsOf == "" || err != nil {
		return true
	}
	if st.SaidAt != nil {
		if iv, ok := st.SaidAt.EDTF.Bounded(); ok {
			return iv.Lo <= limit.Hi
		}
	}
	r := x.reports[st.Report]
	if r == nil {
		return true
	}
	iv, ok := r.Date.EDTF.Bounded()
	return !ok || iv.Lo <= limit.Hi
}

// unknownBy reports whether some report of the record cannot have been
// published by a date.
func (x *Index) unknownBy(date travaux.EDTF) bool {
	limit, err := date.Interval()
	return date != "" && (err != nil || slices.ContainsFunc(x.rec.Reports, func(r travaux.ReportRow) bool {
		iv, err := r.Date.EDTF.Interval()
		return r.Date.EDTF != "" && err == nil && iv.Lo > limit.Hi
	}))
}

// earlier is the date that ends first; one that is empty does not end.
func earlier(a, b travaux.EDTF) travaux.EDTF {
	x, err := a.Interval()
	y, err2 := b.Interval()
	switch {
	case a == "" || b == "":
		return cmp.Or(a, b)
	case err != nil || err2 != nil || x.Hi <= y.Hi:
		return a
	}
	return b
}

// memo keeps what was made for each key.
type memo[K comparable, V any] struct {
	mu   sync.Mutex
	made map[K]func() (V, error)
	new  func(K) (V, error)
}

func newMemo[K comparable, V any](f func(K) (V, error)) *memo[K, V] {
	return &memo[K, V]{made: map[K]func() (V, error){}, new: f}
}

func (m *memo[K, V]) get(k K) (V, error) {
	m.mu.Lock()
	f := m.made[k]
	if f == nil {
		f = sync.OnceValues(func() (V, error) { return m.new(k) })
		m.made[k] = f
	}
	m.mu.Unlock()
	return f()
}

// Ask answers a question. set holds parameters by name. Errors: CodeNotFound
// for an unknown question, CodeInvalid for an unknown parameter or a value that
// nothing in the record answers to.
func (x *Index) Ask(id string, set map[string]string) (*Answer, error) {
	i := slices.IndexFunc(questions, func(q Question) bool { return strings.EqualFold(q.ID, id) })
	if i < 0 {
		e := travaux.Errorf(travaux.CodeNotFound, "ask", id, "there is no such question")
		e.Hint = "travaux ask --list shows them all"
		return nil, e
	}
	q := &questions[i]
	for name := range set {
		if !slices.ContainsFunc(q.Parameters, func(p Parameter) bool { return p.Name == name }) {
			return nil, travaux.Errorf(travaux.CodeInvalid, "ask", q.ID, "the question has no parameter %q", name)
		}
	}
	a := newAsker(x, q, set)
	q.answer(a)
	if a.err != nil {
		return nil, a.err
	}
	a.fold()
	if len(a.out.Rows) == 0 && len(a.out.NotInRecord) == 0 {
		a.missing(q.Nothing)
	}
	a.noteAside()
	return a.out, nil
}
