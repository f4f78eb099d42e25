package event

import "github.com/travaux/travaux"

// mediumOf tells how those who took part were together: by telephone, by video or
// in one place; "" where the words do not say.
func (r *reader) mediumOf(f *found) travaux.Medium {
	switch f.kind {
	case travaux.Meeting, travaux.Call, travaux.Briefing:
	default:
		return ""
	}
	at := []int{f.at}
	if f.carrier >= 0 {
		at = append(at, f.carrier)
	}
	out := travaux.Medium("")
	for _, a := range at {
		for _, kid := range r.x.Kids(a) {
			k := int(kid)
			if !r.x.Is(k, "compound", "amod", "obl", "nmod", "advmod", "obj") {
				continue
			}
			switch {
			case r.lex.in("video", r.Lemma(k)):
				return travaux.ByVideo
			case r.lex.in("phone", r.Lemma(k)) && (r.x.Is(k, "compound", "amod", "obj") || r.x.Case(k) == "by" || r.x.Case(k) == "on" || r.x.Case(k) == "over" || r.x.Case(k) == "via"):
				out = travaux.ByPhone
			case r.Lemma(k) == "person" && r.x.Case(k) == "in", r.Low(k) == "in-person", r.Low(k) == "face-to-face":
				return travaux.InPerson
			case out == "" && r.assembly(k) && r.x.Is(k, "obl") && r.x.Case(k) == "at":
				out = travaux.InPerson
			}
		}
	}
	if out == "" && f.t != nil {
		switch w := f.t.Words; {
		case f.kind == travaux.Call && (w[0] == "phone" || w[0] == "telephone" || w[len(w)-1] == "call"):
			out = travaux.ByPhone
		case w[len(w)-1] == "teleconference":
			out = travaux.ByPhone
		}
	}
	return out
}
