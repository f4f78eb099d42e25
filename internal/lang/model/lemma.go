package model

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A script tells how a lemma is made from a form: how the form is cased (l
// lower, k kept, t title), how many letters go at its end, and what is put
// there, as in "l3y" for "bodies"; or "=" and the lemma itself.

// maxStrip is the most letters that a script takes away.
const maxStrip = 5

// Script returns the script that makes lemma from form.
func Script(form, lemma string) string {
	for _, op := range "lkt" {
		f := recase(op, form)
		p := commonPrefix(f, lemma)
		strip := utf8.RuneCountInString(f[p:])
		if p == 0 || strip > maxStrip || len(lemma)-p > 4 {
			continue
		}
		return string(op) + strconv.Itoa(strip) + lemma[p:]
	}
	return "=" + lemma
}

// Apply makes a lemma by a script, and reports whether the script fits form.
func Apply(script, form string) (string, bool) {
	if script == "" {
		return form, false
	}
	if script[0] == '=' {
		return script[1:], len(script) > 1
	}
	if len(script) < 2 {
		return form, false
	}
	f := recase(rune(script[0]), form)
	n := int(script[1] - '0')
	for ; n > 0 && f != ""; n-- {
		_, w := utf8.DecodeLastRuneInString(f)
		f = f[:len(f)-w]
	}
	return f + script[2:], n == 0 && (f != "" || len(script) > 2)
}

func recase(op rune, form string) string {
	switch op {
	case 'l':
		return strings.ToLower(form)
	case 't':
		_, w := utf8.DecodeRuneInString(form)
		return strings.ToUpper(form[:w]) + strings.ToLower(form[w:])
	}
	return form
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) || n > 0 && n < len(b) && !utf8.RuneStart(b[n]) {
		n--
	}
	return n
}
