package dossier

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/travaux/travaux"
)

// fixture is a record written by hand of an invented river treaty and an
// invented strike, with every kind of row, some conflicts, and hostile text.
// Its reports are testdata/fixture/*.txt, each line "class|words".
type fixture struct {
	t       testing.TB
	rec     *travaux.Record
	reports map[string]*travaux.Report
}

// asWritten writes b.
func asWritten(b []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	}
}

func loadFixture(t testing.TB) Data {
	t.Helper()
	f := &fixture{t: t, rec: &travaux.Record{Schema: travaux.Schema}, reports: map[string]*travaux.Report{}}
	f.fill()
	b, err := json.Marshal(f.rec)
	if err != nil {
		t.Fatal(err)
	}
	return Data{Record: f.rec, Reports: f.reports, RecordJSON: asWritten(b), Answers: f.answers(), Options: Options{Title: "Waters of the Sarn", Version: "test"}}
}

// report loads a report and adds its row.
func (f *fixture) report(id string, r travaux.Report) {
	f.t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "fixture", id+".txt"))
	if err != nil {
		f.t.Fatal(err)
	}
	var text strings.Builder
	for line := range strings.Lines(string(b)) {
		class, words, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "|")
		if !ok || !slices.Contains(travaux.LineClasses(), travaux.LineClass(class)) {
			f.t.Fatalf("%s: bad line %q", id, line)
		}
		l := travaux.Line{Start: text.Len(), End: text.Len() + len(words), Class: travaux.LineClass(class)}
		r.Lines = append(r.Lines, l)
		if l.Class.Prose() {
			r.Blocks = append(r.Blocks, travaux.Block(l))
		}
		text.WriteString(words + "\n")
	}
	r.ID, r.File, r.Text, r.SHA256 = id, "reports/"+id+".txt", text.String(), strings.Repeat("0", 64)
	r.MediaType, r.Extractor, r.Language = "text/plain", "plain/1", "en"
	f.reports[id] = &r
	row := travaux.ReportRow{Report: r, Undated: r.Date.EDTF == ""}
	for _, l := range r.Lines {
		if l.Class == travaux.LineHeadline {
			row.Spans = []travaux.Span{f.span(id, l.Start, l.End)}
			row.Headline = travaux.Field{Value: r.Text[l.Start:l.End], Basis: "text", Start: l.Start, End: l.End}
		}
	}
	f.rec.Reports = append(f.rec.Reports, row)
}

func (f *fixture) span(id string, start, end int) travaux.Span {
	sp := travaux.SpanOf(f.reports[id].Text, start, end)
	sp.Report, sp.File = id, f.reports[id].File
	return sp
}

// at is the first place of words in a report.
func (f *fixture) at(id, words string) travaux.Span {
	f.t.Helper()
	i := strings.Index(f.reports[id].Text, words)
	if i < 0 {
		f.t.Fatalf("%s does not say %q", id, words)
	}
	return f.span(id, i, i+len(words))
}

// spans reads "report: words" pairs.
func (f *fixture) spans(where ...string) []travaux.Span {
	f.t.Helper()
	var out []travaux.Span
	for _, w := range where {
		id, words, _ := strings.Cut(w, ": ")
		out = append(out, f.at(id, words))
	}
	return out
}

// value is one reported value, supported by statements, with its words.
func (f *fixture) value(v, statement string, where ...string) travaux.Value {
	out := travaux.Value{Value: v, Spans: f.spans(where...), SupportedBy: strings.Fields(statement), Rule: "hand"}
	return out
}

// say adds a statement; source and cue may be empty.
func (f *fixture) say(id, report, speaker string, by travaux.Attribution, mode travaux.Mode, source, cue string, content ...string) *travaux.Statement {
	st := travaux.Statement{
		ID: id, Report: report, Speaker: speaker, Attribution: by, Mode: mode, Chain: []string{"act_" + report},
		SpeechAct: travaux.ActAssert, Polarity: travaux.Positive, Certainty: travaux.CertainTrue, Rule: "hand",
	}
	if by != travaux.ByOutlet {
		st.Chain = append(st.Chain, speaker)
	}
	for _, c := range content {
		st.Content = append(st.Content, f.at(report, c))
	}
	st.Spans = slices.Clone(st.Content)
	if source != "" {
		sp := f.at(report, source)
		st.Source = &sp
	}
	if cue != "" {
		sp := f.at(report, cue)
		st.Cue = &sp
	}
	f.rec.Statements = append(f.rec.Statements, st)
	return &f.rec.Statements[len(f.rec.Statements)-1]
}

// actor adds an actor whose forms are "report: form".
func (f *fixture) actor(id, name string, typ travaux.ActorType, forms ...string) *travaux.Actor {
	a := travaux.Actor{ID: id, Canonical: name, Type: typ}
	for _, w := range forms {
		report, form, _ := strings.Cut(w, ": ")
		sp := f.at(report, form)
		a.NameForms = append(a.NameForms, travaux.NameForm{Form: form, Report: report, First: sp, N: strings.Count(f.reports[report].Text, form)})
		a.Spans = append(a.Spans, sp)
	}
	if typ.Anonymous() {
		a.Anonymous = &travaux.AnonymousKey{Report: a.NameForms[0].Report, Ordinal: 1, Description: a.NameForms[0].Form}
	}
	f.rec.Actors = append(f.rec.Actors, a)
	return &f.rec.Actors[len(f.rec.Actors)-1]
}

func (f *fixture) fill() {
	day := func(d travaux.EDTF, b travaux.Basis) travaux.DocTime { return travaux.DocTime{EDTF: d, Basis: b} }
	f.report("courier", travaux.Report{
		Outlet: travaux.Field{Value: "The Sarn Courier", Basis: "text"}, Date: day("2031-05-04", travaux.BasisDateline),
		Byline: travaux.Field{Value: "Nela Quist", Basis: "text"}, URL: travaux.Field{Value: "https://courier.example/river?a=1&b=2"},
	})
	f.report("gazette", travaux.Report{
		Outlet: travaux.Field{Value: "Tihl Gazette", Basis: "text"},
		Date:   travaux.DocTime{Basis: travaux.BasisUnknown, Weekday: "Monday"},
	})
	f.report("wire", travaux.Report{Outlet: travaux.Field{Value: "Highland Wire", Basis: "text"}, Date: day("2031-05-06", travaux.BasisDateline)})
	f.report("ledger", travaux.Report{Outlet: travaux.Field{Value: "The Hallin Ledger", Basis: "front_matter"}, Date: day("2031-05-12/2031-05-14", travaux.BasisAnchored)})
	f.report("harbour", travaux.Report{
		Outlet: travaux.Field{Value: `Harbour "Notes" <b>`, Basis: "input"}, Date: day("", travaux.BasisUnknown),
		URL: travaux.Field{Value: "javascript:alert(document.title)"}, Notes: []string{"two control characters in the text"},
	})
	f.report("mirror", travaux.Report{Date: day("2031-05", travaux.BasisMetadata), CopyOf: "wire"})
	f.rec.Negotiation = travaux.Negotiation{
		Name: "Waters of the Sarn", OffsetUnit: "byte", Readers: []string{"rules/1"},
		Unread: []travaux.Unread{
			{File: "reports/scan.pdf", Code: travaux.CodeEncrypted, Reason: "the file needs a password"},
			{File: "reports/<b>empty</b>.txt", Code: travaux.CodeEmpty, Reason: "there are no words in it"},
		},
	}
	f.fillActors()
	f.fillStatements()
	f.fillEvents()
	f.fillTexts()
	f.fillRelations()
}

func (f *fixture) fillActors() {
	a := f.actor("act_venn", "Mara Venn", travaux.ActorPerson, "courier: Mara Venn", "gazette: Marra Venn", "wire: Venn", "ledger: Ms Venn")
	a.Parent, a.Reason = "act_velmar", "same role, and the given names differ by one letter"
	a.Roles = []travaux.Role{{Title: "chief negotiator", Organisation: "act_velmar", Spans: f.spans("courier: the chief negotiator of Velmar")}}
	f.actor("act_aldous", "Joren Aldous", travaux.ActorPerson, "courier: Joren Aldous", "wire: Joren Aldous", "ledger: Joren Aldous").Roles = []travaux.Role{{Title: "foreign minister", Organisation: "act_ostrany", Spans: f.spans("courier: the foreign minister of Ostrany", "wire: Foreign minister")}}
	f.actor("act_pell", "Oswin Pell", travaux.ActorPerson, "gazette: Oswin Pell", "gazette: Mr Pell")
	f.actor("act_orlov", "Tessa Orlov", travaux.ActorPerson, "wire: Tessa Orlov", "mirror: Tessa Orlov").Parent = "act_commission"
	f.actor("act_rask", "Sol Rask", travaux.ActorPerson, "ledger: Sol Rask", "harbour: Rask")
	f.actor("act_velmar", "Velmar", travaux.ActorState, "courier: Velmar", "gazette: Velmar")
	f.actor("act_tihl", "Tihl", travaux.ActorState, "courier: Tihl", "gazette: Tihl")
	f.actor("act_ostrany", "Ostrany", travaux.ActorState, "courier: Ostrany", "gazette: Ostrany")
	f.actor("act_commission", "Lake Commission", travaux.ActorBody, "gazette: the Lake Commission", "wire: The Lake Commission")
	f.actor("act_port", "Port of Hallin", travaux.ActorCompany, "harbour: The port authority")
	f.actor("act_familiar", "a person familiar with the talks", travaux.ActorAnonymousPerson, "courier: a person familiar with the talks")
	f.actor("act_official", "a Velmar official", travaux.ActorAnonymousPerson, "courier: A Velmar official")
	f.actor("act_briefed", "two people briefed on them", travaux.ActorAnonymousGroup, "gazette: two people briefed on them")
	f.actor("act_diplomat", "one diplomat", travaux.ActorAnonymousPerson, "gazette: One diplomat")
	f.actor("act_adviser", "an adviser to the Ostran government", travaux.ActorAnonymousPerson, "wire: An adviser to the Ostran government")
	f.actor("act_clerk", "a clerk", travaux.ActorAnonymousPerson, "harbour: A clerk who asked not to be named")
	f.actor("act_courier", "The Sarn Courier", travaux.ActorMedia, "courier: The Sarn Courier")
	f.actor("act_gazette", "Tihl Gazette", travaux.ActorMedia, "gazette: Tihl Gazette")
	f.actor("act_wire", "Highland Wire", travaux.ActorMedia, "wire: HIGHLAND WIRE", "gazette: the Highland Wire")
	f.actor("act_ledger", "The Hallin Ledger", travaux.ActorMedia)
	f.actor("act_harbour", `Harbour "Notes" <b>`, travaux.ActorMedia, "harbour: Harbour Notes")
	f.actor("act_mirror", "Mirror of the Lakes", travaux.ActorMedia, "mirror: Mirror of the Lakes")
	f.actor("act_orlen", "Orlen", travaux.ActorPlace, "courier: Orlen", "gazette: Orlen")
	f.actor("act_hallin", "Hallin", travaux.ActorPlace, "wire: Hallin", "ledger: Hallin")
}

func (f *fixture) fillStatements() {
	named, unnamed := travaux.ByNamedPerson, travaux.ByAnonymousPerson
	f.say("stmt_01", "courier", "act_courier", travaux.ByOutlet, travaux.Indirect, "", "", "The delegations of Velmar and Tihl met in Orlen on Saturday for five hours to discuss a plan of 24 points for sharing the water of the Sarn.")
	f.say("stmt_02", "courier", "act_venn", named, travaux.Direct, "Mara Venn", "said", "“We have a text that we can work with,”", "“It is not finished, and nobody here pretends that it is.”").
		SaidAt = &travaux.When{EDTF: "2031-05-03", Basis: travaux.BasisAnchored}
	f.say("stmt_03", "courier", "act_familiar", unnamed, travaux.Indirect, "a person familiar with the talks", "According to", "the draft would require", "Velmar to release at least 120 cubic metres a second in the dry months", "Tihl to open its two upper dams to inspectors", "a fund of $3 billion for farms that lose water").ScopeUncertain = true
	f.say("stmt_04", "courier", "act_aldous", named, travaux.NoComment, "His office", "declined to comment", "declined to comment").SpeechAct = travaux.ActNoComment
	st := f.say("stmt_05", "courier", "act_official", unnamed, travaux.Mixed, "A Velmar official", "said the", "the quota for the dry months “will not be touched”")
	st.SpeechAct, st.GroundRule = travaux.ActReject, "background"
	f.say("stmt_06", "courier", "act_courier", travaux.ByOutlet, travaux.Indirect, "", "", "Joren Aldous, the foreign minister of Ostrany, did not attend.")
	f.say("stmt_07", "gazette", "act_briefed", travaux.ByAnonymousGroup, travaux.Indirect, "two people briefed on them", "said", "Talks between Velmar and Tihl in Orlen lasted more than six hours")
	f.say("stmt_08", "gazette", "act_wire", travaux.ByMedia, travaux.Indirect, "the Highland Wire", "first reported", "The two sides discussed a 24-point plan written by the Lake Commission")
	f.say("stmt_09", "gazette", "act_venn", named, travaux.Mixed, "Marra Venn", "called", "the meeting “useful”").SpeechAct = travaux.ActAssess
	st = f.say("stmt_10", "gazette", "act_pell", named, travaux.Mixed, "Oswin Pell", "said his", "his country would “never accept inspectors at the upper dams”")
	st.SpeechAct, st.Polarity = travaux.ActReject, travaux.Negative
	f.say("stmt_11", "gazette", "act_pell", named, travaux.Attitude, "Mr Pell", "expected", "Ostrany to send its minister to the next round").Certainty = travaux.ProbableTrue
	f.say("stmt_12", "gazette", "act_diplomat", unnamed, travaux.Indirect, "One diplomat", "said that", "Velmar had already agreed in private to a smaller release")
	f.say("stmt_13", "wire", "act_orlov", named, travaux.Indirect, "its spokeswoman Tessa Orlov", "said on", "The Lake Commission has circulated a revised text of 19 points to the three river states")
	f.say("stmt_14", "wire", "act_orlov", named, travaux.Direct, "Orlov", "told reporters", "“Every party has been briefed,”")
	f.say("stmt_15", "wire", "act_adviser", unnamed, travaux.Mixed, "An adviser to the Ostran government", "said that", "Ostrany “learned of it from the newspapers”")
	f.say("stmt_16", "wire", "act_ostrany", travaux.ByNamedOrg, travaux.Indirect, "the Ostran government", "announced", "Foreign minister Joren Aldous will attend the round in Hallin on 12 May").SpeechAct = travaux.ActAnnounce
	f.say("stmt_17", "wire", "act_venn", named, travaux.Mixed, "Velmar's Venn", "said the revised", "the revised text was “a step back, but not a wall”")
	f.say("stmt_18", "ledger", "act_ledger", travaux.ByOutlet, travaux.Indirect, "", "", "Joren Aldous did not come to Hallin on 12 May")
	f.say("stmt_19", "ledger", "act_venn", named, travaux.Direct, "Ms Venn", "said", "“If the quota is touched, we leave,”").SpeechAct = travaux.ActThreaten
	f.say("stmt_20", "ledger", "act_rask", named, travaux.Mixed, "Sol Rask", "said the strike", "the strike would end “within days” if the port paid the arrears of 14 million crowns").SpeechAct = travaux.ActForecast
	f.say("stmt_21", "harbour", "act_rask", named, travaux.Mixed, "Rask", "said", "the port “owes 16 million crowns”")
	f.say("stmt_22", "harbour", "act_port", travaux.ByNamedOrg, travaux.Indirect, "The port authority", "puts", "the arrears at 14 million crowns")
	f.say("stmt_23", "harbour", "", travaux.Unattributed, travaux.UnattributedQuote, "", "", `<img src=x onerror=alert(1)> </style></textarea> [open the gate](javascript:alert(2)) ![pixel](http://tracker.example/x.png) `+"`rm`"+` | *all* $1 and $2.`)
	f.say("stmt_24", "harbour", "act_clerk", unnamed, travaux.Indirect, "A clerk who asked not to be named", "said that", "the port had already paid")
	f.say("stmt_25", "harbour", "", travaux.Unattributed, travaux.Indirect, "", "", "The sign said \u202ehidden\u202c and then rang \x1b[31mred\x1b[0m.")
	f.say("stmt_26", "mirror", "act_orlov", named, travaux.Direct, "Orlov", "told reporters", "“Every party has been briefed,”").Chain = []string{"act_mirror", "act_wire", "act_orlov"}
}

func (f *fixture) fillEvents() {
	part := func(actor, part, statement string, where ...string) travaux.Participant {
		return travaux.Participant{Actor: actor, Part: part, SupportedBy: strings.Fields(statement), Spans: f.spans(where...)}
	}
	dated := func(b travaux.Basis, v travaux.Value) travaux.Value { v.Basis = b; return v }
	bound := func(b travaux.Bound, v travaux.Value) travaux.Value { v.Bound = b; return v }
	f.rec.Events = []travaux.Event{
		{
			ID: "ev_orlen", Kind: travaux.Meeting, Label: "Meeting of Velmar and Tihl in Orlen", Status: travaux.Happened,
			Statuses: []travaux.Value{f.value("happened", "stmt_01", "courier: met in Orlen"), f.value("happened", "stmt_07", "gazette: lasted")},
			Participants: []travaux.Participant{
				part("act_velmar", "actor", "stmt_01", "courier: Velmar and Tihl"), part("act_tihl", "actor", "stmt_01", "courier: Velmar and Tihl", "gazette: Velmar and Tihl"),
				part("act_aldous", "absent", "stmt_06", "courier: Joren Aldous, the foreign minister of Ostrany, did not attend"),
			},
			Dates: []travaux.Value{dated(travaux.BasisAnchored, f.value("2031-05-03", "stmt_01", "courier: on Saturday")), dated(travaux.BasisExplicit, f.value("2031-05-04", "stmt_13", "wire: on 4 May"))},
			Durations: []travaux.Value{
				bound(travaux.Exact, f.value("PT5H", "stmt_01", "courier: five hours", "courier: for five hours")),
				bound(travaux.Over, f.value("PT6H", "stmt_07", "gazette: more than six hours, two people")),
			},
			Places: []travaux.Value{f.value("act_orlen", "stmt_01 stmt_07", "courier: Orlen on Saturday", "gazette: Orlen lasted")}, Outcomes: []travaux.Value{f.value("without agreement", "", "courier: without agreement")},
			About: "prop_plan", Reports: []string{"courier", "gazette", "wire"}, Reason: "same participants and place, and dates that overlap",
			SupportedBy: []string{"stmt_01", "stmt_07"}, Spans: f.spans("courier: The delegations of Velmar and Tihl met in Orlen on Saturday for five hours", "gazette: Talks between Velmar and Tihl in Orlen lasted more than six hours"),
		},
		{
			ID: "ev_hallin", Kind: travaux.Meeting, Label: "Round in Hallin", Status: travaux.Happened,
			Dates: []travaux.Value{dated(travaux.BasisExplicit, f.value("2031-05-12", "stmt_16 stmt_18", "wire: on 12 May", "ledger: on 12 May"))}, Durations: []travaux.Value{f.value("PT3H", "", "ledger: three hours")},
			Places:   []travaux.Value{f.value("act_hallin", "stmt_18", "ledger: Hallin on 12 May")},
			Statuses: []travaux.Value{f.value("scheduled", "stmt_16", "wire: will attend the round"), f.value("happened", "", "ledger: Delegates met")}, Reports: []string{"wire", "ledger"}, SupportedBy: []string{"stmt_16"},
			Spans: f.spans("ledger: Delegates met for three hours in the old customs house", "wire: the round in Hallin on 12 May"),
		},
		{
			ID: "ev_absence", Kind: travaux.Absence, Label: "Absence of Joren Aldous from Hallin", Status: travaux.Absent, Dates: []travaux.Value{dated(travaux.BasisExplicit, f.value("2031-05-12", "stmt_18", "ledger: 12 May"))},
			Participants: []travaux.Participant{part("act_aldous", "absent", "stmt_18", "ledger: Joren Aldous did not come to Hallin")}, Reports: []string{"ledger"}, SupportedBy: []string{"stmt_18"}, Spans: f.spans("ledger: Joren Aldous did not come to Hallin on 12 May"),
		},
		{
			ID: "ev_strike", Kind: travaux.IndustrialAction, Label: "Strike in the port of Hallin", Status: travaux.UnderWay, Dates: []travaux.Value{dated(travaux.BasisAnchored, f.value("2031-04/..", "", "ledger: since April"))},
			Reports: []string{"ledger"}, Spans: f.spans("ledger: on strike in the port since April"),
		},
		{
			ID: "ev_revised", Kind: travaux.DraftTabled, Label: "Revised text circulated by the Lake Commission", Status: travaux.Happened, Dates: []travaux.Value{dated(travaux.BasisAnchored, f.value("2031-05-05/2031-05-06", "stmt_13", "wire: on Tuesday"))},
			About: "prop_revised", Reports: []string{"wire", "mirror"}, SupportedBy: []string{"stmt_13"}, Spans: f.spans("wire: has circulated a revised text of 19 points", "mirror: has circulated a revised text of 19 points"),
		},
		{
			ID: "ev_next", Kind: travaux.Meeting, Label: "Next round", Status: travaux.Proposed, Reports: []string{"gazette"}, SupportedBy: []string{"stmt_11"}, Spans: f.spans("gazette: the next round"),
		},
	}
}

func (f *fixture) fillTexts() {
	f.rec.Proposals = []travaux.Proposal{
		{
			ID: "prop_plan", Label: "24-point plan on the Sarn", Names: []travaux.Value{f.value("a plan of 24 points", "stmt_01", "courier: a plan of 24 points for"), f.value("a 24-point plan", "stmt_08", "gazette: a 24-point plan")},
			Authors:         []travaux.Value{f.value("act_commission", "stmt_08", "gazette: written by the Lake Commission")},
			FirstReportedBy: []travaux.Value{f.value("act_courier", "", "courier: the Courier was the first to report"), f.value("act_wire", "stmt_08", "gazette: the Highland Wire first reported")},
			Versions: []travaux.Version{{
				ID: "ver_plan", Points: []travaux.Value{f.value("24", "stmt_01", "courier: 24 points for"), f.value("24", "stmt_08", "gazette: 24-point")},
				Statuses: []travaux.Value{f.value("under_discussion", "stmt_01", "courier: to discuss")}, TrackCounts: []travaux.Value{f.value("4", "", "courier: four tracks")},
				Provisions: []travaux.Provision{
					{ID: "prov_flow", Text: "Velmar to release at least 120 cubic metres a second in the dry months", Obligation: "shall", Obliged: "act_velmar", Issue: "iss_flow", AgreedState: "disputed", SupportedBy: []string{"stmt_03"}, Spans: f.spans("courier: Velmar to release at least 120 cubic metres a second in the dry months")},
					{ID: "prov_dams", PointNo: 7, Text: "Tihl to open its two upper dams to inspectors", Obligation: "shall", Obliged: "act_tihl", Issue: "iss_inspection", SupportedBy: []string{"stmt_03"}, Spans: f.spans("courier: Tihl to open its two upper dams to inspectors")},
					{ID: "prov_fund", Text: "a fund of $3 billion for farms that lose water", Issue: "finance", SupportedBy: []string{"stmt_03"}, Spans: f.spans("courier: a fund of $3 billion for farms that lose water")},
				},
				SupportedBy: []string{"stmt_01"}, Spans: f.spans("courier: a plan of 24 points for sharing the water of the Sarn"),
			}},
			Reports: []string{"courier", "gazette"}, Reason: "same number of points, and the same talks", SupportedBy: []string{"stmt_01", "stmt_08"}, Spans: f.spans("courier: a plan of 24 points for sharing", "gazette: a 24-point plan"),
		},
		{
			ID: "prop_counter", Label: "Ostran counter-text", Names: []travaux.Value{f.value("counter-text", "", "courier: counter-text")}, Authors: []travaux.Value{f.value("act_ostrany", "", "courier: Ostran counter-text")}, CounterTo: "prop_plan",
			Versions: []travaux.Version{{ID: "ver_counter", Points: []travaux.Value{f.value("24", "", "courier: 24 points, seen")}, Spans: f.spans("courier: An Ostran counter-text of 24 points")}},
			Reports:  []string{"courier"}, Spans: f.spans("courier: An Ostran counter-text of 24 points"),
		},
		{
			ID: "prop_revised", Label: "Revised 19-point text", DerivedFrom: "prop_plan", Names: []travaux.Value{f.value("revised text", "stmt_13", "wire: revised text of 19 points")}, Authors: []travaux.Value{f.value("act_commission", "stmt_13", "wire: The Lake Commission")},
			Versions: []travaux.Version{{ID: "ver_revised", Label: "as circulated", Points: []travaux.Value{f.value("19", "stmt_13", "wire: 19 points")}, Dates: []travaux.Value{f.value("2031-05-06~", "stmt_13", "wire: on Tuesday")}, TabledBy: []travaux.Value{f.value("act_commission", "stmt_13", "wire: The Lake Commission has circulated")}, Spans: f.spans("wire: a revised text of 19 points")}},
			Reports:  []string{"wire", "mirror"}, SupportedBy: []string{"stmt_13"}, Spans: f.spans("wire: a revised text of 19 points", "mirror: a revised text of 19 points"),
		},
	}
	f.rec.Issues = []travaux.Issue{{ID: "iss_flow", Label: "Release in the dry months", Spans: f.spans("courier: in the dry months")}, {ID: "iss_inspection", Label: "Inspection of dams", Spans: f.spans("gazette: inspectors at the upper dams")}}
	for i, l := range []string{"flow", "storage", "quality", "compensation"} {
		f.rec.Tracks = append(f.rec.Tracks, travaux.Track{ID: "trk_" + l, Kind: "thematic", Label: l, Proposal: "prop_plan", List: "1", Spans: f.spans("courier: " + []string{"flow", "storage", "quality", "compensation"}[i])})
	}
	f.rec.Positions = []travaux.Position{
		{ID: "pos_1", Party: "act_tihl", Issue: "iss_inspection", Option: "inspectors at the upper dams", Stance: travaux.RulesOut, Kind: "red_line", AccordingTo: "own_words", SupportedBy: []string{"stmt_10"}, Spans: f.spans("gazette: “never accept inspectors at the upper dams”")},
		{ID: "pos_2", Party: "act_velmar", Issue: "iss_flow", Option: "a smaller release", Stance: travaux.Conditional, Kind: "concession", Conditions: []string{"kept private"}, AccordingTo: "anonymous", Since: "2031-05", SupportedBy: []string{"stmt_12"}, Spans: f.spans("gazette: agreed in private to a smaller release")},
	}
	f.rec.Consultations = []travaux.Consultation{{ID: "con_1", Who: []string{"act_ostrany"}, ByWhom: []string{"act_commission"}, Relation: "briefed", Polarity: "no", About: "prop_revised", SupportedBy: []string{"stmt_15"}, Spans: f.spans("wire: “learned of it from the newspapers”")}}
	f.rec.Forecasts = []travaux.Forecast{{ID: "for_1", Holder: "act_rask", Proposition: "the strike would end “within days”", Hedge: "would", Type: "conditional", Condition: "if the port paid the arrears of 14 million crowns", SupportedBy: []string{"stmt_20"}, Spans: f.spans("ledger: the strike would end “within days”")}}
}

func (f *fixture) fillRelations() {
	rel := func(id string, kind travaux.RelationKind, subkind, strength, about, a, va, b, vb, holds, why string, statements ...string) {
		sp := f.spans(a, b)
		f.rec.Relations = append(f.rec.Relations, travaux.Relation{
			ID: id, Kind: kind, Subkind: subkind, Strength: strength, About: about, A: sp[0], B: sp[1], ValueA: va, ValueB: vb,
			HoldsIf: holds, Explanation: why, Rule: "hand", SupportedBy: statements, Spans: sp,
		})
	}
	rel("rel_duration", travaux.Contradicts, "duration", "strong", "ev_orlen", "courier: for five hours", "PT5H", "gazette: more than six hours, two people", "PT6H", "both measure the same talks in Orlen from beginning to end", "Five hours is not more than six.", "stmt_01", "stmt_07")
	rel("rel_date", travaux.Contradicts, "date", "medium", "ev_orlen", "courier: on Saturday", "2031-05-03", "wire: on 4 May", "2031-05-04", "both speak of the same meeting in Orlen", "The Saturday before 4 May 2031 is 3 May.", "stmt_01", "stmt_13")
	rel("rel_first", travaux.Contradicts, "first_report", "medium", "prop_plan", "courier: the Courier was the first to report", "act_courier", "gazette: the Highland Wire first reported", "act_wire", "both mean the same plan", "Two outlets are named as the first.", "stmt_08")
	rel("rel_sum", travaux.Contradicts, "number", "weak", "", "harbour: owes 16 million crowns", "16000000", "harbour: 14 million crowns", "14000000", "both count the arrears on the same day", "", "stmt_21", "stmt_22")
	rel("rel_absence", travaux.ScheduleVsReport, "status", "strong", "ev_hallin", "wire: will attend", "scheduled", "ledger: did not come", "absent", "", "Announced for the round, and reported absent from it.", "stmt_16", "stmt_18")
	rel("rel_points", travaux.Updates, "number", "medium", "prop_revised", "courier: a plan of 24 points for", "24", "wire: a revised text of 19 points", "19", "", "The second text grew out of the first.", "stmt_13")
	rel("rel_brief", travaux.Viewpoint, "consultation", "medium", "act_ostrany", "wire: “Every party has been briefed,”", "briefed", "wire: “learned of it from the newspapers”", "not briefed", "", "Two people say different things of the same matter.", "stmt_14", "stmt_15")
	rel("rel_form", travaux.UnrelatedSameForm, "number", "strong", "prop_counter", "courier: 24 points for", "24", "courier: 24 points, seen", "24", "", "Two texts that both have 24 points.")
	rel("rel_copy", travaux.DerivesFrom, "attribution", "strong", "", "mirror: “Every party has been briefed,”", "", "wire: “Every party has been briefed,”", "", "", "Word for word.", "stmt_26", "stmt_14")
	rel("rel_finer", travaux.Entails, "duration", "weak", "ev_orlen", "gazette: more than six hours, two people", "PT6H", "gazette: more than six hours", "PT6H", "", "")
	rel("rel_name", travaux.Variant, "name", "strong", "act_venn", "courier: Mara Venn", "Mara Venn", "gazette: Marra Venn", "Marra Venn", "", "Same role, one letter apart.")
	rel("rel_title", travaux.Variant, "name", "strong", "act_pell", "gazette: Oswin Pell", "Oswin Pell", "gazette: Mr Pell", "Mr Pell", "", "")
	f.rec.Corroborations = []travaux.Corroboration{
		{ID: "cor_met", Fact: "Velmar and Tihl met in Orlen", About: "ev_orlen", First: "2031-05-04", FirstReports: []string{"courier"}, Outlets: []string{"act_courier", "act_gazette"}, Independent: 2, Chains: []string{"act_courier", "act_gazette → act_briefed"}, SupportedBy: []string{"stmt_01", "stmt_07"}, Spans: f.spans("courier: met in Orlen", "gazette: in Orlen lasted")},
		{ID: "cor_private", Fact: "Velmar agreed in private to a smaller release", Outlets: []string{"act_gazette"}, Independent: 1, Chains: []string{"act_gazette → act_diplomat"}, SingleAnonymous: true, SupportedBy: []string{"stmt_12"}, Spans: f.spans("gazette: Velmar had already agreed in private to a smaller release")},
		{ID: "cor_paid", Fact: "the port had already paid", Outlets: []string{"act_harbour"}, Independent: 1, SingleAnonymous: true, Chains: []string{"act_harbour → act_clerk"}, SupportedBy: []string{"stmt_24"}, Spans: f.spans("harbour: the port had already paid")},
		{ID: "cor_text", Fact: "The Lake Commission circulated a revised text", About: "prop_revised", First: "2031-05-06", FirstReports: []string{"mirror", "wire"}, Outlets: []string{"act_wire", "act_mirror"}, Independent: 1, Chains: []string{"act_wire → act_orlov"}, SupportedBy: []string{"stmt_13"}, Spans: f.spans("wire: has circulated a revised text", "mirror: has circulated a revised text")},
	}
	f.rec.Stories = []travaux.Story{{ID: "sto_1", Reports: []string{"courier", "gazette"}, Events: []string{"ev_orlen"}, Spans: f.spans("courier: River delegates", "gazette: Orlen talks")}}
	f.rec.Judgements = []travaux.Judgement{{ID: "jud_1", Kind: "merge", Targets: []string{"act_venn"}, State: travaux.JudgementApplied, By: "analyst", At: "2031-05-13T09:00:00Z", Reason: "one negotiator, two spellings", Spans: f.spans("gazette: Marra Venn")}}
}
