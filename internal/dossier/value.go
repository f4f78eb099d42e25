package dossier

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// valueKind says how a value is put in words.
type valueKind int

const (
	asWords valueKind = iota
	asDate
	asDuration
	asNumber
	asActor
	asStatus
	asMember // of an enumeration
)

// field is a field of a row with the values reported for it.
type field struct {
	Label  string
	Values []value
}

// value is one reported value.
type value struct {
	Text  string
	Plain bool   // the value is the words themselves, which the citation shows
	Href  string // for actors
	Note  string // the basis of a date
	Cites []cite
}

// field puts the values of a field in words. A field without values is kept:
// the page then says that it is not in the record.
func (s *Site) field(label string, kind valueKind, values []travaux.Value) field {
	f := field{Label: label}
	for _, v := range travaux.DecidedFirst(values) {
		out := value{Text: s.valueWords(kind, v), Cites: s.cites(v.Spans, v.SupportedBy)}
		switch kind {
		case asWords:
			out.Plain = inWords(out.Text, out.Cites)
		case asActor:
			out.Href = s.actor(v.Value).Href
			if i := slices.IndexFunc(f.Values, func(o value) bool { return o.Text == out.Text }); i >= 0 && s.isCollective(v.Value) {
				out.Href = f.Values[i].Href
			}
		case asDate:
			out.Note = countedFrom(v.Basis)
		}
		if v.Judgement != "" {
			out.Note, out.Plain = s.decided(v), false
		}
		f.add(out)
	}
	return f
}

// isCollective reports whether an actor is some people of one report, such as
// "mediators": beside a text, those of several reports are shown once.
func (s *Site) isCollective(id string) bool {
	a := s.actors[id]
	return a != nil && (a.Type == travaux.ActorGroup || a.Type == travaux.ActorAnonymousGroup)
}

// bare leaves the sources out of citations of one report, which stands above.
func bare(cites []cite) {
	for i := range cites {
		cites[i].Bare = true
	}
}

func (f *field) bare() {
	for i := range f.Values {
		bare(f.Values[i].Cites)
	}
}

// decided says who chose a value, or gave it.
func (s *Site) decided(v travaux.Value) string {
	i := slices.IndexFunc(s.rec.Judgements, func(j travaux.Judgement) bool { return j.ID == v.Judgement })
	if i < 0 {
		return "an analyst’s decision"
	}
	if j := &s.rec.Judgements[i]; j.Kind == travaux.JudgeChoose {
		return "chosen by " + oneLine(j.By)
	}
	return "given by " + oneLine(s.rec.Judgements[i].By)
}

// inWords reports whether every citation of a value has the same words as the
// value, so that it need not be printed twice.
func inWords(text string, cites []cite) bool {
	return len(cites) > 0 && !slices.ContainsFunc(cites, func(c cite) bool { return !strings.EqualFold(oneLine(c.Quote), text) })
}

// quoted reports whether a citation shows the words, so that they need not be
// printed beside it.
func quoted(words string, cites []cite) bool {
	words = strings.ToLower(words)
	return slices.ContainsFunc(cites, func(c cite) bool { return strings.Contains(strings.ToLower(oneLine(c.Quote)), words) })
}

// add adds a value, or the words of one that is there already.
func (f *field) add(v value) {
	for i := range f.Values {
		if have := &f.Values[i]; have.Text == v.Text && have.Href == v.Href && have.Note == v.Note {
			for _, c := range v.Cites {
				if !slices.ContainsFunc(have.Cites, func(x cite) bool { return x.Href == c.Href && x.Quote == c.Quote }) {
					have.Cites = append(have.Cites, c)
				}
			}
			have.Plain = have.Plain && v.Plain
			return
		}
	}
	f.Values = append(f.Values, v)
}

func (s *Site) valueWords(kind valueKind, v travaux.Value) string {
	switch kind {
	case asDate:
		return dateWords(travaux.EDTF(v.Value))
	case asDuration:
		return boundWords(v.Bound, durationWords(v.Value))
	case asNumber:
		return boundWords(v.Bound, grouped(v.Value))
	case asActor:
		return s.actor(v.Value).Text
	case asMember:
		return plain(v.Value)
	case asStatus:
		return statusWords(v.Value)
	}
	if s.actors[v.Value] != nil {
		return s.actor(v.Value).Text
	}
	return oneLine(v.Value)
}

// missing names the fields that have no values.
func missing(fields []field) string {
	var out []string
	for _, f := range fields {
		if len(f.Values) == 0 {
			out = append(out, strings.ToLower(f.Label))
		}
	}
	return strings.Join(out, ", ")
}

// given returns the fields that have values.
func given(fields ...field) []field {
	var out []field
	for _, f := range fields {
		if len(f.Values) > 0 {
			out = append(out, f)
		}
	}
	return out
}
