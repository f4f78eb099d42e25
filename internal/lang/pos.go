package lang

// POS is a universal part of speech.
type POS uint8

// The universal parts of speech; X is the zero value.
const (
	X POS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
)

var posNames = [...]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

func (p POS) String() string { return posNames[p] }

// ParsePOS returns the part of speech of a UD name, and whether it is one.
func ParsePOS(s string) (POS, bool) {
	for i, n := range posNames {
		if n == s {
			return POS(i), true
		}
	}
	return X, false
}
