package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Norm is the form under which a word is looked up: lower case, every digit 0.
func Norm(form string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return '0'
		case r == '’' || r == '‘':
			return '\''
		case r == '“' || r == '”':
			return '"'
		}
		return unicode.ToLower(r)
	}, form)
}

// Grams calls yield with the bucket, below buckets, of each part of a word
// that its vector is made of: the form itself, its shape, its first and last
// letters, and all runs of three to five letters.
func Grams(form string, buckets uint32, yield func(uint32)) {
	var buf [64]byte
	norm := append(buf[:0], '<')
	norm = append(norm, Norm(cut(form, 40))...)
	norm = append(norm, '>')
	h := func(kind byte, s []byte) { yield(hash(kind, s) % buckets) }
	var raw [64]byte
	h('f', append(raw[:0], cut(form, 40)...))
	h('s', shape(raw[:0], form))
	var ends [66]int
	n := 0
	for i := range string(norm) {
		if n < len(ends)-1 {
			ends[n] = i
			n++
		}
	}
	ends[n] = len(norm)
	for k := 1; k <= 4 && k < n-1; k++ {
		h('a'+byte(k), norm[ends[n-1-k]:ends[n-1]])
		if k < 4 {
			h('p'+byte(k), norm[ends[1]:ends[1+k]])
		}
	}
	for k := 3; k <= 5; k++ {
		for i := 0; i+k <= n; i++ {
			h('g', norm[ends[i]:ends[i+k]])
		}
	}
}

func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// shape writes X, x, d and the marks themselves, at most two of a kind in a row.
func shape(b []byte, form string) []byte {
	last, run := rune(0), 0
	for _, r := range cut(form, 40) {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLetter(r):
			r = 'x'
		case unicode.IsDigit(r):
			r = 'd'
		}
		if r != last {
			last, run = r, 0
		}
		if run++; run <= 2 {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// hash is FNV-1a, finished so that the low bits are well spread.
func hash(kind byte, s []byte) uint32 {
	h := (uint32(2166136261) ^ uint32(kind)) * 16777619
	for _, c := range s {
		h = (h ^ uint32(c)) * 16777619
	}
	h ^= h >> 15
	h *= 0x2c1b3c6d
	return h ^ h>>13
}
