// Package lang is the annotated document and the contract of a component that
// annotates it: what it needs, what it gives, checked before a run.
//
// It is for everything that is true of a text whatever it is about: sentences,
// tokens, tags, trees, names, and which mentions are of one entity. It is not
// for statements, dates or claims, and knows nothing of reports or stores: it
// imports neither the root package nor any other of this module.
//
// All offsets are UTF-8 byte offsets, 0-based and half-open, into Doc.Text.
package lang

import "strings"

// Span is a stretch of Doc.Text.
type Span struct{ Start, End int }

// Len is the number of bytes covered.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether nothing is covered.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Doc is a text with its annotations. Components add layers; nothing is
// removed, and Text never changes.
type Doc struct {
	Text     string
	Blocks   []Block    // what is read, in text order; text outside is skipped
	Sents    []Sent     // in text order
	Toks     []Tok      // of all sentences, in text order
	Mentions []Mention  // in text order, the longer first at equal starts
	Entities []Entity   // by first mention
	Proposed []Proposal // by first token; not mentions yet
	Done     Layer      // the layers present
}

// Quote returns the words of a span.
func (d *Doc) Quote(s Span) string { return d.Text[s.Start:s.End] }

// Form returns the words of token i.
func (d *Doc) Form(i int) string { return d.Text[d.Toks[i].Start:d.Toks[i].End] }

// TokSpan returns the span from token first up to, not including, token last.
func (d *Doc) TokSpan(first, last int) Span {
	return Span{d.Toks[first].Start, d.Toks[last-1].End}
}

// Kind is what a block is.
type Kind uint8

// The kinds of block.
const (
	Paragraph Kind = iota
	Heading
	Item // of a list
)

// Block is a paragraph, heading or list item. A sentence never leaves its
// block; it may run over line breaks within it.
type Block struct {
	Span
	Kind Kind
	// Gaps are the stretches of it that are not read, in text order: no token
	// stands in one, and a sentence goes on after it.
	Gaps []Span
}

// Sent is a sentence: the tokens Toks[First:Last].
type Sent struct {
	Span
	First, Last int
	Block       int // index into Doc.Blocks
}

// Tok is a syntactic word of Universal Dependencies. Clitics are tokens of
// their own ("do" "n't"), and their spans touch.
type Tok struct {
	Span
	Lemma  string
	UPOS   POS
	XPOS   string
	Feats  string // "Number=Sing|Tense=Past", "" for none
	Head   int32  // 1-based in the sentence, 0 for the root, -1 where no parser ran
	Deprel string
	Sent   int32 // index into Doc.Sents
}

// Mention is one naming of an entity.
type Mention struct {
	Span             // with titles: "German Foreign Minister Jana Roth"
	Name        Span // the name alone: "Jana Roth"; equal to Span where there is no title
	Title       Span // "German Foreign Minister"; empty where there is none; outside Span where a comma parts it: "Jana Roth, the water minister"
	First, Last int  // tokens of Span
	Head        int  // token that heads it
	Type        Type
	Use         Use
	KB          string // lexicon id of what is named, "" when unknown
	Of          string // lexicon id of the state or body that a title, adjective or seat belongs to
	Sense       Sense
	Entity      int // index into Doc.Entities, -1 while unresolved
}

// Proposal is a stretch of tokens First:Last that looks like a name from the
// words around it, before any lexicon is asked.
type Proposal struct {
	First, Last int
	Type        Type
}

// localPrefix begins the ids of names that no lexicon holds.
const localPrefix = "name/"

// LocalID returns the id, good within one document, of a state or body that no
// lexicon holds and whose name the document itself explains.
func LocalID(name string) string { return localPrefix + name }

// LocalName returns the name in an id of LocalID, and whether it is one.
func LocalName(id string) (string, bool) { return strings.CutPrefix(id, localPrefix) }

// Type is what a mention or an entity is.
type Type uint8

// The types of mention.
const (
	Other Type = iota
	Person
	Organisation
	Place
	Group     // a nationality or a collective named as such: "the Germans"
	Document  // a plan, a draft, a statement by its name
	Event     // a named event: "the Lisbon summit"
	Anonymous // an unnamed speaker: "a senior official", "two diplomats"
	Nominal   // a definite description: "the bloc", "the minister"
	Pronoun
)

var typeNames = [...]string{"other", "person", "organisation", "place", "group", "document", "event", "anonymous", "nominal", "pronoun"}

func (t Type) String() string { return typeNames[t] }

// Use is how a name form is used.
type Use uint8

// The uses of a name form.
const (
	AsName      Use = iota
	AsAdjective     // "German"
	AsDemonym       // "a German", "the Germans"
	AsSeat          // a capital or a house of government, which may stand for its state
	AsTitle         // an office by its generic title
)

// Sense is whether a name stands for an actor or for a place, decided at each
// occurrence.
type Sense uint8

// The senses of a mention.
const (
	NoSense Sense = iota
	AsActor
	AsPlace
)

var senseNames = [...]string{"", "actor", "place"}

func (s Sense) String() string { return senseNames[s] }

// Entity is what one or more mentions of a document name.
type Entity struct {
	Type     Type
	Name     string // the fullest form used
	KB       string
	Mentions []int // indices into Doc.Mentions, in text order
	// Of unnamed speakers: the number the report gives ("a third person"), else
	// the order of appearance, from 1; and the words that describe them.
	Ordinal     int
	Description string
	Plural      bool
	Members     []int // entities that a plural mention is made of, when known
}

// Name is one form of a lexicon handed to the recogniser.
type Name struct {
	Form string // as written
	ID   string // opaque
	Type Type
	Use  Use
	Of   string // for an adjective, demonym, seat: the id of the state or body
	// Ambiguous marks a form that is also a common word or a person's name, so
	// that context must decide.
	Ambiguous bool
	// Site marks a place that is nobody's seat: it acts only where it speaks.
	Site bool
}
