package ner

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class is a set of the classes of words.txt, and of what a token looks like.
type class uint32

const (
	title class = 1 << iota
	modifier
	org
	orgOf
	place
	placePre
	document
	event
	eventNoun
	particle
	suffix
	calendar
	placeNoun
	actNoun
	say
	travel
	visit
	polity
	polityLike
	company
	common
	personal
	givenName

	upper   // begins with a capital
	acronym // two or more capitals and nothing else but full stops
	initial // a capital and a full stop
	touches // no space before
	opening // the first word of its sentence
)

var classNames = [...]string{"title", "modifier", "org", "orgof", "place", "placepre", "document", "event", "eventnoun", "particle", "suffix", "calendar", "placenoun", "actnoun", "say", "travel", "visit", "polity", "politylike", "company", "common", "personal"}

// readWords reads words.txt. Words are found as written there, with a capital,
// and in capitals.
func readWords(data string) map[string]class {
	m := map[string]class{}
	for line := range strings.Lines(data) {
		name, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		var c class
		for i, n := range classNames {
			if n == name {
				c = 1 << i
			}
		}
		for _, w := range strings.Fields(words) {
			r, n := utf8.DecodeRuneInString(w)
			m[w] |= c
			m[string(unicode.ToUpper(r))+w[n:]] |= c
			m[strings.ToUpper(w)] |= c
		}
	}
	return m
}

// shape returns what a form looks like.
func shape(form string) class {
	r, n := utf8.DecodeRuneInString(form)
	if !unicode.IsUpper(r) {
		return 0
	}
	c := upper
	if form[n:] == "." {
		return c | initial
	}
	capitals := 0
	for _, r := range form {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case r != '.' && r != '&':
			return c
		}
	}
	if capitals > 1 {
		c |= acronym
	}
	return c
}
