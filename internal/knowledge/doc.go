// Package knowledge holds what a reader of international news is expected to
// know before the first report: the names of states and bodies, their
// adjectives, capitals and seats, offices by generic title, outlets, and given
// names (the world file); and what one negotiation adds to that (its profile).
//
// It is for names and what they belong to. It is not for facts about a
// negotiation, judgements about anybody, or persons: the world file names none,
// and a profile only those its author lists.
//
// # Format of the world file
//
// The world is a few plain text files of stanzas, "key: value; value", one
// stanza an entry, with a blank line between (see doc/world.md). A table was
// refused because one state has up to a dozen forms in five roles; YAML was
// refused because its readers must know that NO, Côte d'Ivoire: and 007 need
// quotation marks, and because parsing it takes longer than the whole start of
// the program should. A stanza can be read, searched and extended by somebody
// who has never seen a program, and a change shows as one line in a diff.
//
// A profile has nested lists, is short, and is written by hand once for a
// negotiation: it is YAML.
package knowledge
