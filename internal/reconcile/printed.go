package reconcile

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// shingleWords is how many words are compared as one.
const shingleWords = 5

// printed is a word of a report with its place. Quoted words are somebody's,
// and may stand in any number of reports that heard them.
type printed struct {
	start, end int
	hash       uint64
	quoted     bool
}

// printedWords are the words of a stretch of text, of letters and digits,
// whatever their case; a quotation ends with it at the latest.
func printedWords(text string, start, end int) []printed {
	out := make([]printed, 0, (end-start)/6+1)
	quoted, from, h := false, -1, uint64(0)
	flush := func(to int) {
		if from >= 0 {
			out = append(out, printed{from, to, h, quoted})
			from = -1
		}
	}
	for i := start; i < end; {
		r, n := rune(text[i]), 1
		switch {
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r >= utf8.RuneSelf:
			r, n = utf8.DecodeRuneInString(text[i:end])
			r = unicode.ToLower(r)
		}
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			if from < 0 {
				from, h = i, fnvOffset
			}
			h = hashRune(h, r)
		} else {
			flush(i)
			switch r {
			case '“', '«', '„':
				quoted = true
			case '”', '»':
				quoted = false
			case '"':
				quoted = !quoted
			}
		}
		i += n
	}
	flush(end)
	return out
}

// FNV-1a of 64 bits.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func hashRune(h uint64, r rune) uint64 {
	for r >= 0x80 {
		h = (h ^ uint64(r&0xff)) * fnvPrime
		r >>= 8
	}
	return (h ^ uint64(r)) * fnvPrime
}

// mix spreads the bits of a hash (the finaliser of SplitMix64), so that the
// smallest hashes are a fair sample of the shingles.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// hashWords hashes a word sequence to 32 bits: what two reports seem to share by
// chance is too little to matter, and what is shared is looked at again.
func hashWords(words []printed) uint32 {
	h := uint64(len(words))
	for _, w := range words {
		h = mix(h ^ w.hash)
	}
	return uint32(h)
}

// sequences calls f with each run of words outside quotation marks that makes a
// shingle, and the place of its first word.
func sequences(words []printed, f func(h uint32, first int)) {
	quoted := 0
	for i, w := range words {
		if w.quoted {
			quoted++
		}
		first := i + 1 - shingleWords
		if first < 0 {
			continue
		}
		if quoted == 0 {
			f(hashWords(words[first:i+1]), first)
		}
		if words[first].quoted {
			quoted--
		}
	}
}

// shingles is the set of a text's word sequences, hashed and sorted.
type shingles []uint32

func shingle(words []printed) shingles {
	out := make(shingles, 0, max(0, len(words)-shingleWords+1))
	for i := 0; i+shingleWords <= len(words); i++ {
		out = append(out, hashWords(words[i:i+shingleWords]))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
