package knowledge

import (
	"slices"
	"strings"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// Entry is one thing that the world knows by name. Its forms stand side by
// side: none is preferred, and the order is that of the file.
type Entry struct {
	ID   string            // "state/fra": the kind, a slash, and a key
	Kind Kind              // the part of ID before the slash
	Type travaux.ActorType // what kind of actor it is where it acts
	// Forms are all the ways of writing it, its adjectives, or its people.
	Forms []Form
	// Capital lists the ids of the capitals as the state itself names them.
	Capital []string
	// Seats lists the ids of places where its government or secretariat sits,
	// when that is not the capital.
	Seats []string
	// In lists the ids of states or regions that it lies in.
	In []string
	// Of lists the ids of what it belongs to and may stand for: the state of a
	// house of government, the body of a seat.
	Of []string
	// Claimants lists the ids of those who claim a territory or claim to be its
	// government, and Administered of those who run it or part of it. Neither
	// says who is right.
	Claimants, Administered []string

	file string
	line int
}

// Form is one way of writing an entry.
type Form struct {
	Text string
	Use  lang.Use
	// Ambiguous marks a form that is also a common word, a person's name, or the
	// name of something that the world does not hold: it needs context.
	Ambiguous bool
	// Shared marks a form that several entries claim.
	Shared bool
}

// Ambiguous reports whether text is a form of e that needs context.
func (e Entry) Ambiguous(text string) bool {
	return slices.ContainsFunc(e.Forms, func(f Form) bool { return f.Text == text && f.Ambiguous })
}

// Kind is the first part of an id.
type Kind string

// The kinds of entry.
const (
	State     Kind = "state"
	Territory Kind = "territory" // run apart from, or claimed by, some state
	Region    Kind = "region"    // of the world or of a state
	Place     Kind = "place"     // a city or site
	House     Kind = "house"     // a building or street that stands for an office
	Body      Kind = "body"      // an organ: a parliament, a commission, a court
	Group     Kind = "group"     // states acting together
	Org       Kind = "org"       // any other organisation
	Media     Kind = "media"     // an outlet or agency
	Office    Kind = "office"    // by its generic title
	Honorific Kind = "honorific" // a form of address or rank before a name
)

// types gives the types that follow from a kind, for an actor and for a name.
func (k Kind) types() (actor travaux.ActorType, name lang.Type, ok bool) {
	switch k {
	case State:
		return travaux.ActorState, lang.Place, true
	case Territory, Region:
		return travaux.ActorRegion, lang.Place, true
	case Place:
		return travaux.ActorPlace, lang.Place, true
	case House:
		return travaux.ActorGovernment, lang.Organisation, true
	case Body:
		return travaux.ActorBody, lang.Organisation, true
	case Group:
		return travaux.ActorGroupOfStates, lang.Organisation, true
	case Org:
		return travaux.ActorOrganisation, lang.Organisation, true
	case Media:
		return travaux.ActorMedia, lang.Organisation, true
	case Office, Honorific:
		return travaux.ActorOffice, lang.Person, true
	}
	return "", lang.Other, false
}

// validID reports whether id is a known kind, a slash, and a key of lower-case
// letters, digits and hyphens.
func validID(id string) bool {
	kind, key, ok := strings.Cut(id, "/")
	if _, _, known := Kind(kind).types(); !ok || !known || key == "" {
		return false
	}
	return strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && !strings.HasPrefix(key, "-")
}
