package answer

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

func (a *asker) consultation(c *travaux.Consultation) {
	about := c.Topic
	if p := a.proposal(c.About); p != nil {
		about = p.Label
	}
	a.row(c.ID, c.SupportedBy, c.Spans, a.names(c.Who), plain(c.Relation), plain(c.Polarity), a.names(c.ByWhom), about, a.speakers(c.SupportedBy), words(c.Spans))
}

// passedOver reports whether a consultation says that somebody was left out.
func passedOver(c *travaux.Consultation) bool {
	switch c.Relation {
	case "sidelined", "excluded":
		return c.Polarity == "yes" || c.Polarity == "partial"
	}
	return c.Polarity == "no"
}

func (a *asker) leftOut() {
	for i := range a.rec.Consultations {
		if c := &a.rec.Consultations[i]; passedOver(c) {
			a.consultation(c)
		}
	}
}

func (a *asker) allConsultations() {
	for i := range a.rec.Consultations {
		a.consultation(&a.rec.Consultations[i])
	}
}

func (a *asker) saidBy() {
	x, ok := a.actor("speaker", a.mostQuoted())
	if !ok {
		a.missing("a named speaker")
		return
	}
	for i := range a.rec.Statements {
		st := &a.rec.Statements[i]
		if st.Speaker != x.ID && !slices.Contains(st.JointWith, x.ID) || !a.said(st) {
			continue
		}
		said := ""
		if st.SaidAt != nil {
			said = string(st.SaidAt.EDTF)
		}
		a.row(st.ID, []string{st.ID}, st.Spans, x.Canonical, said, a.told(st.Spans), plain(string(st.Mode)), a.outlet(st.Spans), words(st.Content))
	}
}

// mostQuoted is the named person with most statements.
func (a *asker) mostQuoted() *travaux.Actor {
	n := map[string]int{}
	for i := range a.rec.Statements {
		n[a.rec.Statements[i].Speaker]++
	}
	var best *travaux.Actor
	for i := range a.rec.Actors {
		x := &a.rec.Actors[i]
		if x.Type == travaux.ActorPerson && n[x.ID] > 0 && (best == nil || n[x.ID] > n[best.ID]) {
			best = x
		}
	}
	return best
}

func (a *asker) unnamed() {
	r := a.report("report")
	if r == nil {
		return
	}
	ordinals := map[string]string{}
	for _, i := range a.saidIn()[r.ID] {
		st := &a.rec.Statements[i]
		if !a.background(st) {
			continue
		}
		for _, id := range append([]string{st.Speaker}, st.JointWith...) {
			x := a.actors[id]
			if x == nil || !unnamed(x) {
				continue
			}
			if ordinals[id] == "" {
				ordinals[id] = strconv.Itoa(len(ordinals) + 1)
			}
			a.row(st.ID, []string{st.ID}, st.Spans, x.Canonical, ordinals[id], plain(string(st.Mode)), words(st.Content))
		}
	}
	a.out.Note = strconv.Itoa(len(ordinals)) + " distinct unnamed persons in " + filepath.Base(r.File) + ". Groups of unnamed people, and those who speak for a body as its spokesperson, are not counted."
}

// background reports whether a statement is that of one unnamed person who says
// something, other than what they may be called. A spokesperson without a name
// speaks for a body, on the record.
func (a *asker) background(st *travaux.Statement) bool {
	if len(st.Content) == 0 || st.SpeechAct == travaux.ActGroundRule || st.Mode == travaux.NoComment {
		return false
	}
	x := a.actors[st.Speaker]
	return x != nil && unnamed(x)
}

// unnamed reports whether an actor is one person without a name. A description
// that ends in two capitalised words has one.
func unnamed(x *travaux.Actor) bool {
	switch {
	case x.Type == travaux.ActorAnonymousPerson:
	case x.Type == travaux.ActorPerson, x.Type == travaux.ActorAnonymousGroup, x.World != "", !indefinite(x.Canonical):
		return false
	}
	w := strings.Fields(x.Canonical)
	if len(w) == 0 || strings.Contains(fold(x.Canonical), "spokes") {
		return false
	}
	switch first := strings.ToLower(w[0]); {
	case x.Type == travaux.ActorAnonymousPerson:
		return len(w) < 3 || !capital(w[len(w)-1]) || !capital(w[len(w)-2]) || capital(w[len(w)-3])
	case first == "another":
		return true
	case first == "one":
		return len(w) > 1 && strings.ToLower(w[1]) == "of"
	case first == "a", first == "an": // "a hydrologist who …", not "a group of lawmakers who …"
		before, _, who := strings.Cut(x.Canonical, " who ")
		return who && x.Type == travaux.ActorGroup && !strings.Contains(before, " of ")
	}
	return false
}

// indefinite reports whether a description begins like one of somebody unnamed.
func indefinite(description string) bool {
	first, _, _ := strings.Cut(description, " ")
	return slices.ContainsFunc([]string{"a", "an", "one", "another"}, func(w string) bool { return strings.EqualFold(first, w) })
}

func capital(w string) bool { return w != strings.ToLower(w) && w[:1] != strings.ToLower(w[:1]) }

// report is the one that a parameter names, or that with most unnamed persons.
func (a *asker) report(param string) *travaux.ReportRow {
	asked := a.param(param, "")
	n := map[string]int{}
	for i := range a.rec.Actors {
		if x := &a.rec.Actors[i]; x.Type == travaux.ActorAnonymousPerson && x.Anonymous != nil {
			n[x.Anonymous.Report]++
		}
	}
	var best *travaux.ReportRow
	for i := range a.rec.Reports {
		r := &a.rec.Reports[i]
		switch {
		case asked != "" && matches(asked, r.ID, r.File, r.Headline.Value):
			a.out.Parameters[param] = r.File
			return r
		case asked == "" && (best == nil || n[r.ID] > n[best.ID]):
			best = r
		}
	}
	if asked != "" {
		a.fail(param, asked, "report")
		return nil
	}
	if best != nil {
		a.out.Parameters[param] = best.File
	}
	return best
}

func (a *asker) noComment() {
	for i := range a.rec.Statements {
		if st := &a.rec.Statements[i]; (st.Mode == travaux.NoComment && !unidentified(st) || st.Attribution != travaux.ByOutlet && silentCue(st)) && a.said(st) {
			a.row(st.ID, []string{st.ID}, st.Spans, a.name(st.Speaker), words(st.Spans), a.outlet(st.Spans), a.told(st.Spans))
		}
	}
}

// unidentified reports whether what somebody declined is only to be named.
func unidentified(st *travaux.Statement) bool {
	return st.Cue != nil && (strings.HasSuffix(st.Cue.Quote, "identified") || strings.HasSuffix(st.Cue.Quote, "named"))
}

// unsaid are words of a cue by which somebody is told not to have said a thing.
var unsaid = []string{"not say", "not saying", "not specify", "not elaborate", "not discuss", "not comment", "not answer", "not respond", "not reply", "not disclose", "not confirm", "without speaking", "without comment"}

// silentCue reports whether what is told of a speaker is that they did not say
// it.
func silentCue(st *travaux.Statement) bool {
	if st.Cue == nil || st.Polarity != travaux.Negative {
		return false
	}
	cue := strings.ReplaceAll(fold(st.Cue.Quote), "n't ", " not ")
	return slices.ContainsFunc(unsaid, func(w string) bool { return strings.Contains(cue, w) })
}

func (a *asker) quotations() {
	for i := range a.rec.Statements {
		st := &a.rec.Statements[i]
		switch {
		case st.Mode == travaux.UnattributedQuote:
			a.row(st.ID, []string{st.ID}, st.Spans, "no speaker", "", words(st.Content), a.outlet(st.Spans))
		case len(st.JointWith) > 0 && (st.Mode == travaux.Direct || st.Mode == travaux.Mixed):
			a.row(st.ID, []string{st.ID}, st.Spans, "two speakers or more", a.names(append([]string{st.Speaker}, st.JointWith...)), words(st.Content), a.outlet(st.Spans))
		}
	}
}
