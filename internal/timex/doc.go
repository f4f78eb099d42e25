// Package timex finds what a report says of time and number: dates, times,
// durations and sets as TIMEX3 with EDTF values, the document time as far as
// the text fixes it, and quantities with their bounds.
//
// It works in three steps, each a small file: the text is scanned into words
// with classes from words.tsv; cascaded patterns over the classes (the rule
// tables in dates.go, relative.go, durations.go) fold words into meanings;
// meanings are anchored on the document time. It is not for events: which
// happening a date belongs to is decided elsewhere. What cannot be anchored
// keeps its unspecified value (XXXX-WXX-3) and no day is guessed.
//
// Types and values follow the TimeML 1.2.1 guidelines; an extent leaves out
// prepositions and takes in the words that narrow or bound ("late last month",
// "over five hours").
package timex

// Version changes whenever the answers do.
const Version = "4"
