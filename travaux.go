// Package travaux is the domain of a record of a negotiation: reports, the
// statements in them, the claims those statements carry, and what follows from
// them across reports.
//
// It is for the nouns that every other package shares, their enumerations,
// their identifiers, dates (EDTF) and error codes. It is not for reading text,
// reconciling reports, storing or showing anything, and it imports nothing but
// the standard library.
//
// The rule behind every type: Travaux records who said that P, never P. A value
// is never overwritten; two values stand side by side, each with the statements
// that support it and the exact words that carry it.
package travaux
