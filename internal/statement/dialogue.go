package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/lang"
)

// speakerColon returns the offset of the colon behind the speaker's name with
// which a paragraph of a transcript begins, "MR. KERN: That is so.", or -1.
func speakerColon(text string, s lang.Span) int {
	line := text[s.Start:min(s.End, s.Start+70)]
	at := strings.IndexByte(line, ':')
	if at < 0 {
		return -1
	}
	name, rest := line[:at], line[at+1:]
	if !shouted(name) || len(strings.Fields(name)) > 6 || strings.ContainsFunc(name, unicode.IsDigit) || !strings.HasPrefix(rest, " ") {
		return -1
	}
	if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " ")); unicode.IsDigit(r) {
		return -1
	}
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if grammatical(w) || label(strings.Trim(w, ".,()")) {
			return -1
		}
	}
	return s.Start + at
}

// label reports whether a word is one that pages put in capitals before a colon
// and that nobody is called.
func label(w string) bool {
	switch w {
	case "new", "update", "updated", "updates", "watch", "note", "notes", "correction", "live", "breaking", "exclusive", "analysis", "opinion", "comment",
		"more", "read", "related", "video", "videos", "photo", "photos", "source", "sources", "editor's", "editor’s", "transcript", "question", "answer",
		"caption", "alert", "fact", "facts", "faq", "latest", "explainer", "listen", "editorial", "review", "profile", "interview", "background", "key",
		"summary", "topics", "tags", "contact", "phone", "email", "date", "place", "time", "subject", "warning", "spoiler", "part", "step", "chapter", "headline":
		return true
	}
	return false
}

// shouted reports whether a name is in capitals, as in transcripts.
func shouted(s string) bool { return len(s) > 2 && strings.ToUpper(s) == s && strings.ToLower(s) != s }

// spokenLine reads a paragraph of a transcript: all of it is the speaker's.
func (r *reader) spokenLine(u *unit) (candidate, bool) {
	colon := r.speech[u.block]
	if colon < 0 || r.start(u, 0) != r.d.Blocks[u.block].Start {
		return candidate{}, false
	}
	end := 0
	for end < len(u.e) && r.start(u, end) < colon {
		end++
	}
	if end == 0 || end+1 >= len(u.e) || !r.is(u, end, ":") {
		return candidate{}, false
	}
	head := u.e[end-1].first
	if r.npEnd(u, 0) == end {
		head = r.npHead(u, 0)
	}
	c := candidate{e: &headColon, head: end, verb: u.e[end].first, from: end, to: end + 1, rule: "transcript"}
	c.src = r.sourceFrom(u, 0, end, head)
	c.content = []lang.Span{{Start: r.start(u, end+1), End: trimRight(r.d.Text, r.d.Blocks[u.block].Span)}}
	return c, c.src.ok
}

// line is the transcript's statement that the words of a block stand in, nil
// outside transcripts.
func (b *builder) line(block int) *travaux.Statement {
	if b.said == 0 || b.saidIn != block {
		return nil
	}
	return &b.out[b.said-1]
}

// leadIn reads words without a verb that lead to a quotation: "In a statement:".
// They are of whoever the phrase names, else of whom the sentence before was
// about.
func (r *reader) leadIn(u *unit, at int) (candidate, bool) {
	medium := -1
	for k := 0; k < at; k++ {
		if u.e[k].quote >= 0 || r.finiteVerb(u, k) {
			return candidate{}, false
		}
		if mediumNoun(r.lemma(u, k)) {
			medium = u.e[k].first
		}
	}
	if medium < 0 || r.pos(u, 0) != lang.ADP {
		return candidate{}, false
	}
	c := candidate{e: &headColon, head: at, verb: u.e[at].first, from: 0, to: at + 1, outer: -1, src: nobody(), rule: "lead-in"}
	c.comp = complement{ok: true, frame: fQuote, from: at + 1, head: -1, colon: true}
	who := r.author(medium)
	if who == medium {
		who = r.topic(int(r.d.Toks[medium].Sent))
	}
	if who < 0 {
		return candidate{}, false
	}
	first, last := r.nounPhrase(who)
	c.src = source{from: -1, to: -1, head: who, span: r.d.TokSpan(first, last), ok: true, relative: -1}
	return c, true
}

// topic is the head of who the sentence before s is about, -1 for nobody that
// can speak.
func (r *reader) topic(s int) int {
	if s == 0 {
		return -1
	}
	for i := r.d.Sents[s-1].First; i < r.d.Sents[s-1].Last; i++ {
		if r.x.Head(i) >= 0 {
			continue
		}
		if k := r.x.Kid(i, "nsubj"); k >= 0 && r.speaks(k) {
			return k
		}
	}
	return -1
}
