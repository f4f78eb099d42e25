package dossier

import (
	"github.com/travaux/travaux/internal/analysis"
)

// maxBriefBlockers is how many stances in the way of an issue the brief quotes.
const maxBriefBlockers = 3

func (s *Site) briefReach(d *document) {
	d.heading(2, "Which issues are in reach")
	n := 0
	for _, standing := range standings {
		for _, r := range s.view.Reach() {
			if r.Standing != standing {
				continue
			}
			if n++; n > maxBriefRows {
				continue
			}
			line := "**" + markdown(s.issueLabel(r.Issue)) + "**: " + markdown(string(r.Standing))
			if len(r.Silent) > 0 {
				line += "; no position in the record: " + markdown(s.names(r.Silent))
			}
			d.item(0, line)
			for i, p := range r.Blockers {
				if i == maxBriefBlockers {
					d.item(1, markdown(count(len(r.Blockers)-i, "more in the way", "more in the way")))
					break
				}
				v := s.stanceView(p)
				d.item(1, markdown(v.Party.Text+", "+v.Stance)+": "+cited(v.Cites, 1))
			}
		}
	}
	if n == 0 {
		d.item(0, capital(notInRecord)+".")
	}
	d.rest(n, "reach.html")
}

func (s *Site) briefChanges(d *document) {
	d.heading(2, "Stances that changed")
	list := s.view.Changes()
	for _, x := range list[:min(len(list), maxBriefRows)] {
		v := s.changeView(x)
		from := v.From
		if from == "" {
			from = notInRecord
		}
		d.item(0, "**"+markdown(v.Party.Text)+"**, "+markdown(v.Issue)+": "+markdown(from+", then "+v.To)+": "+cited(v.Cites, 2))
	}
	if len(list) == 0 {
		d.item(0, capital(notInRecord)+".")
	}
	d.rest(len(list), "changes.html")
}

func (s *Site) briefCalendar(d *document) {
	d.heading(2, "What is still to come")
	n := 0
	for _, e := range s.view.Calendar() {
		if e.State != analysis.Upcoming && e.State != analysis.Due {
			continue
		}
		if n++; n > maxBriefRows {
			continue
		}
		v := s.calendarEntry(e)
		d.item(0, "**"+markdown(v.When)+"**: "+markdown(v.What.Text)+": "+cited(v.Cites, 1))
	}
	if n == 0 {
		d.item(0, capital(notInRecord)+".")
	}
	d.rest(n, "calendar.html")
}
