package dossier

import (
	"strings"

	"github.com/travaux/travaux"
)

// How much of a section the brief holds before it points to the site.
const (
	maxBriefRows   = 60
	maxBriefCites  = 4
	maxBriefValues = 6 // of one field
)

// brief returns brief.md: what an analyst reads first, each line with its
// quotation and its outlet.
func (s *Site) brief() string {
	var d document
	d.heading(1, s.title)
	if w := s.asOf(); w != "" {
		d.text(capital(w) + ".")
		d.WriteByte('\n')
	}
	d.text("What is printed here is what reports say, never that it is so. Each quotation leads to its place in the report.")
	s.briefRead(&d)
	s.briefTexts(&d)
	s.briefMeetings(&d)
	s.briefPositions(&d)
	s.briefReach(&d)
	s.briefChanges(&d)
	s.briefConsultations(&d)
	s.briefForecasts(&d)
	s.briefCalendar(&d)
	s.briefDifferences(&d)
	s.briefAlone(&d)
	s.briefUnread(&d)
	return d.String()
}

// rest says how many rows a section leaves out.
func (d *document) rest(n int, page string) {
	if n > maxBriefRows {
		d.item(0, markdown(count(n-maxBriefRows, "more stands", "more stand"))+" in ["+page+"]("+page+").")
	}
}

func (s *Site) briefRead(d *document) {
	d.heading(2, "What was read")
	for _, n := range s.notes() {
		d.text(n)
		d.WriteByte('\n')
	}
	for i, r := range s.sorted {
		if i == maxBriefRows {
			break
		}
		line := "[" + markdown(headline(r)) + "](" + reportPath(r.ID) + "): " + markdown(outletName(r)+", "+reportDate(r))
		if b := basisWords(r.Date.Basis); b != "" && r.Date.EDTF != "" {
			line += " (" + markdown(b) + ")"
		}
		if l := s.reportLink(r.CopyOf); l != nil {
			line += "; copy of “" + markdown(l.Text) + "” (" + markdown(l.Note) + ")"
		}
		if r.SetAside != nil {
			line += "; set aside: " + markdown(oneLine(r.SetAside.Reason))
		}
		d.item(0, line)
	}
	if len(s.sorted) == 0 {
		d.item(0, "No report.")
	}
	d.rest(len(s.sorted), "reports.html")
}

func (s *Site) briefTexts(d *document) {
	d.heading(2, "Texts on the table")
	plans := s.plansByReports()
	if len(plans) == 0 {
		d.item(0, capital(notInRecord)+".")
	}
	for i, p := range plans {
		if i == maxBriefRows {
			break
		}
		v := s.planView(p, nil)
		d.item(0, "**"+markdown(v.Label)+"**: "+cited(v.Words, 1))
		d.fields(v.Fields)
		for _, l := range v.Links {
			d.item(1, markdown(l.How)+": "+markdown(l.Text.Text))
		}
		for _, ver := range v.Versions {
			d.fields(ver.Fields)
			for j, pr := range ver.Provisions {
				if j == maxBriefCites*4 {
					d.item(2, markdown(count(len(ver.Provisions)-j, "more provision", "more provisions")))
					break
				}
				d.item(2, "provision: "+cited(pr.Cites, maxBriefCites))
			}
		}
	}
	d.rest(len(plans), "plans.html")
}

// fields writes the values of fields below their row, then names those that
// have none.
func (d *document) fields(fields []field) {
	var missing []string
	for _, f := range fields {
		if len(f.Values) == 0 {
			missing = append(missing, strings.ToLower(f.Label))
		}
		for i, v := range f.Values {
			if i == maxBriefValues {
				d.item(1, markdown(f.Label+": "+count(len(f.Values)-i, "more value", "more values")+" in the site"))
				break
			}
			line := markdown(f.Label) + ": "
			if !v.Plain {
				line += markdown(v.Text) + ": "
			}
			d.item(1, line+cited(v.Cites, maxBriefCites))
		}
	}
	if len(missing) > 0 {
		d.item(1, capital(notInRecord)+": "+markdown(strings.Join(missing, ", ")))
	}
}

func (s *Site) briefMeetings(d *document) {
	met, absent := s.met()
	d.heading(2, "Who met, when and for how long")
	if len(met) == 0 {
		d.item(0, capital(notInRecord)+".")
	}
	for i, x := range met {
		if i == maxBriefRows {
			break
		}
		v := s.eventView(x)
		d.item(0, "**"+markdown(v.Label)+"** ("+markdown(v.Status)+"): "+cited(v.Words, 1))
		d.fields(append(v.Known, v.More...))
		d.parts("Took part", v.Took)
		d.parts("Absent", v.Absent)
	}
	d.rest(len(met), "events.html")
	d.heading(2, "Who was absent")
	n := 0
	for _, x := range absent {
		if n++; n > maxBriefRows {
			continue
		}
		v := s.eventView(x)
		d.item(0, "**"+markdown(v.Label)+"** ("+markdown(v.Status)+"): "+cited(v.Words, maxBriefCites))
	}
	for _, x := range met {
		for _, p := range x.Participants {
			if p.Part != "absent" {
				continue
			}
			if n++; n <= maxBriefRows {
				d.item(0, "**"+markdown(s.actor(p.Actor).Text)+"**, from “"+markdown(x.Label)+"”: "+cited(s.cites(p.Spans, p.SupportedBy), maxBriefCites))
			}
		}
	}
	if n == 0 {
		d.item(0, capital(notInRecord)+".")
	}
	d.rest(n, "events.html")
}

func (d *document) parts(label string, list []partView) {
	for _, p := range list {
		who := label
		if p.Part != "" && label != "Absent" && p.Part != "took part" {
			who = capital(p.Part)
		}
		d.item(1, markdown(who)+": "+markdown(p.Who.Text)+": "+cited(p.Cites, maxBriefCites))
	}
}

func (s *Site) briefDifferences(d *document) {
	d.heading(2, "Where reports differ")
	n, spellings := 0, 0
	kind := travaux.RelationKind("")
	for _, x := range s.relations {
		switch x.Kind {
		case travaux.Variant:
			spellings++
			continue
		case travaux.Same:
			continue
		}
		if n++; n > maxBriefRows {
			continue
		}
		if x.Kind != kind {
			kind = x.Kind
			h, _ := kindWords(kind)
			d.heading(3, h)
		}
		v := s.relationView(x)
		line := "**" + markdown(v.Subkind) + "**"
		if v.About != nil {
			line += ", " + markdown(v.About.Text)
		}
		d.item(0, line+": "+citedOne(v.A.Cite)+" / "+citedOne(v.B.Cite))
		if v.HoldsIf != "" {
			d.item(1, "Cannot both hold if: "+markdown(v.HoldsIf))
		}
		if v.Alternative != "" {
			d.item(1, "Otherwise: "+markdown(v.Alternative))
		}
	}
	if n == 0 {
		d.item(0, "No difference is in the record.")
	}
	d.rest(n, "differences.html")
	if spellings > 0 {
		d.WriteString("\n" + markdown(count(spellings, "pair of spellings or titles stands", "pairs of spellings or titles stand")) +
			" in [differences.html](differences.html).\n")
	}
}

func (s *Site) briefAlone(d *document) {
	d.heading(2, "Resting on one unnamed person alone")
	n := 0
	for _, x := range s.facts {
		if !x.SingleAnonymous {
			continue
		}
		if n++; n <= maxBriefRows {
			v := s.factView(x)
			d.item(0, "**"+markdown(v.Fact)+"**: "+cited(v.Cites, maxBriefCites))
		}
	}
	if n == 0 {
		d.item(0, "Nothing in the record.")
	}
	d.rest(n, "sources.html")
}

func (s *Site) briefUnread(d *document) {
	d.heading(2, "What could not be read")
	list := func(rows []travaux.Unread, what string) {
		for _, u := range rows {
			d.item(0, "**"+markdown(u.File)+"**"+what+": "+markdown(strings.TrimSuffix(u.Reason, "."))+" ("+markdown(plain(string(u.Code)))+")")
		}
	}
	n := s.rec.Negotiation
	list(n.Unread, "")
	list(n.Withdrawn, ", withdrawn")
	if len(n.Unread)+len(n.Withdrawn) == 0 {
		d.item(0, "Every input was read.")
	}
	if s.data.Options.Version != "" {
		d.WriteString("\n---\n\nMade by Travaux " + markdown(s.data.Options.Version) + ".\n")
	}
}
