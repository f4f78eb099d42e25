package tokenize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokens cuts the block from c.pos to its end.
func (c *cutter) tokens() {
	for c.pos < len(c.text) && len(c.doc.Toks) <= c.most {
		r, n := c.rune(c.pos)
		switch {
		case isSpace(r):
			c.pos += n
		case c.addresses && c.address():
		case isWord(r) || r == '_' && c.wordAt(c.pos+1):
			c.word()
		default:
			c.punct(r, n)
		}
	}
}

func (c *cutter) rune(i int) (rune, int) {
	if b := c.text[i]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(c.text[i:])
}

// at returns the rune at i, 0 beyond the block.
func (c *cutter) at(i int) rune {
	if i < 0 || i >= len(c.text) {
		return 0
	}
	r, _ := c.rune(i)
	return r
}

func (c *cutter) wordAt(i int) bool { return isWord(c.at(i)) }

func (c *cutter) digitAt(i int) bool { r := c.at(i); return r >= '0' && r <= '9' }

// spaceBefore reports whether the byte at i begins a chunk.
func (c *cutter) spaceBefore(i int) bool {
	if i == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(c.text[:i])
	return isSpace(r)
}

// isSpace also covers controls and the invisible separators, which are never
// part of a token.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7f
	}
	return r == 0x200b || r == 0xfeff || r == 0x2060 || unicode.IsSpace(r) || unicode.IsControl(r)
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) || r == 0xad || r == 0x200c || r == 0x200d
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

// hasAddress reports whether s holds a mark of an address. It is a quick look
// that spares most blocks a close one at every word.
func hasAddress(s string) bool {
	return strings.ContainsAny(s, "@#") || strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, "WWW.") || strings.Contains(s, "Www.")
}

// address takes a URL, an e-mail address or an account name as one token.
func (c *cutter) address() bool {
	if !c.spaceBefore(c.pos) && !strings.ContainsRune(`("'<[“‘:`, rune(c.text[c.pos-1])) {
		return false
	}
	s := c.text[c.pos:]
	url := hasPrefixFold(s, "http://") || hasPrefixFold(s, "https://") || hasPrefixFold(s, "www.") || hasPrefixFold(s, "mailto:")
	account := (s[0] == '@' || s[0] == '#') && len(s) > 1 && (isWord(rune(s[1])) || s[1] == '_') && !(s[0] == '#' && c.digitAt(c.pos+1))
	if !url && !account && !isWord(rune(s[0])) {
		return false
	}
	end, ats, dot := 0, 0, false
	for end < len(s) && s[end] > ' ' && s[end] < 0x7f && !strings.ContainsRune(`<>"()[]{},;`, rune(s[end])) {
		if s[end] == '@' {
			ats++
		}
		dot = dot || s[end] == '.' && ats > 0
		if !url && !account && ats == 0 && !isWord(rune(s[end])) && !strings.ContainsRune("._-+@", rune(s[end])) {
			return false
		}
		end++
	}
	if !url && !account && (ats != 1 || !dot) {
		return false
	}
	if account {
		end = 1
		for end < len(s) && (isWord(rune(s[end])) && s[end] < utf8.RuneSelf || s[end] == '_') {
			end++
		}
	}
	for end > 1 && strings.ContainsRune(`.,:;!?'`, rune(s[end-1])) {
		end--
	}
	c.emit(c.pos, c.pos+end)
	c.pos += end
	return true
}

// word takes a word with what belongs to it, and cuts off its clitics.
func (c *cutter) word() {
	start, i := c.pos, c.pos
	digits := true // so far nothing but digits and their separators
	for i < len(c.text) {
		r, n := c.rune(i)
		switch {
		case r == '_' || isWord(r):
			if digits && (r < '0' || r > '9') {
				if i > start && isUnit(c.letters(i)) {
					c.emit(start, i)
					c.pos = i
					return
				}
				digits = false
			}
			i += n
			continue
		case c.joins(start, i, r, n):
			i += n
			continue
		case r == '$' && i-start <= 2:
			i += n // US$
		}
		break
	}
	if end := c.fullStop(start, i, digits); end > i {
		c.emit(start, end)
		c.pos = end
		return
	}
	c.clitics(start, i)
	c.pos = i
}

// letters returns the run of ASCII letters at i.
func (c *cutter) letters(i int) string {
	j := i
	for j < len(c.text) && (c.text[j]|0x20) >= 'a' && (c.text[j]|0x20) <= 'z' {
		j++
	}
	if c.digitAt(j) {
		return ""
	}
	return c.text[i:j]
}

// joins reports whether the connector r at i, of n bytes, is inside a word that
// began at start.
func (c *cutter) joins(start, i int, r rune, n int) bool {
	if i == start || !c.wordAt(i+n) {
		return false
	}
	left, right := c.digitAt(i-1), c.digitAt(i+n)
	switch {
	case r == '.':
		return left && right || c.dotted(start, i)
	case r == ',':
		return left && right && c.thousands(i+1)
	case r == ':', r == '/':
		return left && right
	case r == '&':
		return i-start <= 2 && isUpper(c.text[start]) && isUpper(c.text[i+1]) && len(c.letters(i+1)) <= 2
	case isApostrophe(r):
		return !left && !c.cliticAt(i, n)
	case isHyphen(r):
		return !left && isPrefix(c.text[start:i]) || left && right && c.phone(start, i+n)
	}
	return false
}

// dotted reports whether the full stop at i is inside an abbreviation ("U.S."),
// a domain or a file name, rather than at the end of a sentence whose space is
// missing.
func (c *cutter) dotted(start, i int) bool {
	if i-start == 1 || c.text[i-2] == '.' {
		// one letter before; one letter after, or an abbreviation like "B.Sc."
		next := c.letters(i + 1)
		return len(next) == 1 || isAbbreviation(c.text[start:i+1+len(next)])
	}
	next := c.letters(i + 1)
	if isAbbreviation(c.text[start : i+1+len(next)]) {
		return true
	}
	return isDomain(next)
}

// thousands reports whether exactly three digits are at i.
func (c *cutter) thousands(i int) bool {
	return c.digitAt(i) && c.digitAt(i+1) && c.digitAt(i+2) && !c.digitAt(i+3)
}

// phone reports whether the digits around the hyphen before i form a telephone
// number (555-0100) rather than a range.
func (c *cutter) phone(start, i int) bool {
	if !c.spaceBefore(start) && c.text[start-1] != '(' {
		return false
	}
	groups, j := 0, i
	for {
		k := j
		for c.digitAt(k) {
			k++
		}
		groups++
		if c.at(k) != '-' || !c.digitAt(k+1) {
			return k-j == 4 && (groups > 1 || strings.Contains(c.text[start:i-1], "-") || i-1-start == 3)
		}
		j = k + 1
	}
}

// cliticAt reports whether an English clitic follows the apostrophe at i and
// ends the word.
func (c *cutter) cliticAt(i, n int) bool {
	s := c.letters(i + n)
	if c.wordAt(i + n + len(s)) {
		return false
	}
	switch s {
	case "s", "S", "d", "D", "m", "M", "re", "RE", "ve", "VE", "ll", "LL":
		return true
	}
	return false
}

// clitics emits the word from start to end with "not" cut off, and any clitic
// that follows it.
func (c *cutter) clitics(start, end int) {
	w := c.text[start:end]
	cut := len(w)
	if len(w) > 3 {
		if l := len(w); (w[l-1]|0x20) == 't' && (w[l-2] == '\'' || strings.HasSuffix(w[:l-1], "’")) {
			apostrophe := strings.LastIndexAny(w, "'’")
			if apostrophe > 1 && w[apostrophe-1]|0x20 == 'n' {
				cut = apostrophe - 1
			}
		} else {
			cut = fused(w)
		}
	}
	c.emit(start, start+cut)
	c.emit(start+cut, end)
}

// fullStop returns the end of the word from start to end with the full stop
// that follows it, if that belongs to it; otherwise end.
func (c *cutter) fullStop(start, end int, digits bool) int {
	if c.at(end) != '.' || c.at(end+1) == '.' {
		return end
	}
	w := c.text[start:end]
	next := c.next(end + 1)
	switch {
	case isAbbreviation(w):
		if c.wordAt(end+1) && !isTitleAbbreviation(w) {
			return end
		}
	case needsNumber(w):
		if next < '0' || next > '9' {
			return end
		}
	case digits:
		if len(c.doc.Toks) != c.first || len(w) > 2 || !isSpace(c.at(end+1)) || next == 0 {
			return end // only an enumeration's number at the head of a block
		}
	case len(w) > 1 && w[len(w)-2] == '.': // U.S
	case len(w) == 1 && isUpper(w[0]) || utf8.RuneCountInString(w) == 1 && unicode.IsUpper(c.at(start)):
		if !c.initial(w, end+1, next) {
			return end
		}
	default:
		return end
	}
	return end + 1
}

// initial reports whether a single capital with a full stop is an initial: the
// name goes on, at or after end, with the rune next.
func (c *cutter) initial(w string, end int, next rune) bool {
	if !unicode.IsUpper(next) {
		return next == ',' || len(c.doc.Toks) > c.first && unicode.IsLower(next) && w != "I"
	}
	if w == "I" {
		return false
	}
	at := strings.IndexRune(c.text[end:], next) + end
	follow := c.letters(at)
	return len(c.doc.Toks) == c.first || !startsSentence(follow) || c.at(at+len(follow)) == '.'
}

// next returns the first rune at or after i that is not a space.
func (c *cutter) next(i int) rune {
	for i < len(c.text) {
		r, n := c.rune(i)
		if !isSpace(r) {
			return r
		}
		i += n
	}
	return 0
}

// punct takes a punctuation mark, a run of one that is written as a run, a
// clitic, an emoticon or a symbol.
func (c *cutter) punct(r rune, n int) {
	start, end := c.pos, c.pos+n
	switch {
	case isApostrophe(r) && !c.spaceBefore(start) && c.cliticAt(start, n) && c.afterWord(start):
		end += len(c.letters(end))
	case isApostrophe(r) && c.digitAt(end) && c.spaceBefore(start): // '90s
		for c.digitAt(end) {
			end++
		}
		if c.at(end) == 's' && !c.wordAt(end+1) {
			end++
		}
		if end-start-n < 2 || c.wordAt(end) {
			end = start + n
		}
	case r == '[' && strings.HasPrefix(c.text[start:], "[...]"):
		end = start + 5
	case c.spaceBefore(start) && c.emoticon(start) > 0:
		end = start + c.emoticon(start)
	case r == '.' || r == '!' || r == '?' || r == '…':
		for end < len(c.text) {
			m, k := c.rune(end)
			if m != '.' && m != '!' && m != '?' && m != '…' {
				break
			}
			end += k
		}
	case strings.ContainsRune("-=*_~+#<>'`^|", r):
		for end < len(c.text) && c.text[end] == byte(r) {
			end++
		}
	default:
		end += c.joined(end)
	}
	c.emit(start, end)
	c.pos = end
}

// afterWord reports whether the token before i touches it and is a word.
func (c *cutter) afterWord(i int) bool {
	if len(c.doc.Toks) == c.first {
		return false
	}
	p := c.doc.Toks[len(c.doc.Toks)-1]
	r, _ := utf8.DecodeLastRuneInString(c.text[:i])
	return p.End == i && (isWord(r) || r == '.' || r == ')' || r == '"' || r == '”' || r == '$')
}

// emoticon returns the length of an emoticon at i that ends its chunk, or 0.
func (c *cutter) emoticon(i int) int {
	s := c.text[i:]
	for _, e := range [...]string{":-)", ";-)", ":-(", ":)", ";)", ":(", "=)", ":D", ":P", "^_^", "<3"} {
		if strings.HasPrefix(s, e) && !c.wordAt(i+len(e)) {
			return len(e)
		}
	}
	return 0
}

// joined returns how many bytes of combining marks, variation selectors and
// joined emoji follow at i.
func (c *cutter) joined(i int) int {
	start := i
	for i < len(c.text) {
		r, n := c.rune(i)
		switch {
		case r == 0x200d:
			i += n
			if next, m := utf8.DecodeRuneInString(c.text[i:]); next >= 0x2190 {
				i += m
			}
		case unicode.IsMark(r) || r >= 0x1f3fb && r <= 0x1f3ff:
			i += n
		default:
			return i - start
		}
	}
	return i - start
}

func isUpper(b byte) bool { return b >= 'A' && b <= 'Z' }

func hasPrefixFold(s, prefix string) bool {
	return len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
