// Package judge keeps what an analyst has decided of a record and applies it:
// merges and splits, values chosen, corrections, rejections, additions by hand,
// grades, resolutions and notes.
//
// A judgement is anchored in the words of reports. The package finds those
// words again in whatever readings there are, and says of each judgement
// whether it is applied, undone, in conflict, waiting for its report, or to be
// reviewed because its words cannot be found with certainty. It is not for
// deciding anything itself: it never computes a grade, never prefers one
// analyst to another, and never moves a judgement to words that resemble those
// it was made on.
//
// Everything here is a function of the sets of readings and of judgements,
// never of their order.
package judge
