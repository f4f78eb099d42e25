package statement

import (
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/lang"
	"github.com/travaux/travaux/internal/lang/coref"
)

// speaks reports whether what token head heads can say or think something.
func (r *reader) speaks(head int) bool {
	if head < 0 || head >= len(r.d.Toks) {
		return false
	}
	switch strings.ToLower(r.d.Form(head)) {
	case "he", "she", "they", "we", "i", "who", "some", "many", "others", "most", "several", "few", "both", "all", "one", "another", "people", "everyone", "someone":
		return true
	case "nobody", "none":
		return false
	}
	if m := r.mention(head); m != nil {
		switch m.Type {
		case lang.Person, lang.Organisation, lang.Group, lang.Anonymous:
			return true
		case lang.Pronoun:
			return r.standsFor(m, lang.Person, lang.Organisation, lang.Group, lang.Anonymous)
		case lang.Place:
			return m.Sense != lang.AsPlace || m.Head == head
		}
	}
	t := &r.d.Toks[head]
	k := coref.KindOf(strings.TrimPrefix(t.Lemma, "ex-"))
	return k == coref.PersonNoun || k == coref.BodyNoun || mediaNoun(t.Lemma) || peopleNoun(t.Lemma) ||
		k == coref.NotKnown && r.writtenAsName(head) && r.unknownName(head)
}

// standsFor reports whether pronoun m refers to one of the types.
func (r *reader) standsFor(m *lang.Mention, types ...lang.Type) bool {
	return m.Entity >= 0 && slices.Contains(types, r.d.Entities[m.Entity].Type)
}

// writtenAsName reports whether a token is a name, or has a capital that neither
// its place nor its part of speech explains.
func (r *reader) writtenAsName(i int) bool {
	t := &r.d.Toks[i]
	if t.UPOS == lang.PROPN {
		return true
	}
	known := i > r.d.Sents[t.Sent].First || r.names[r.d.Form(i)]
	return capital(r.d.Form(i)) && t.UPOS != lang.NUM && !grammatical(strings.ToLower(r.d.Form(i))) && (t.UPOS != lang.NOUN || known)
}

// unknownName reports whether a token is a name that the recogniser did not
// know what to make of.
func (r *reader) unknownName(tok int) bool {
	m := r.mention(tok)
	return m == nil || m.Type == lang.Other
}

// document reports whether what token head heads is a text or a poll, which
// can state, show and suggest.
func (r *reader) document(head int) bool {
	if head < 0 || head >= len(r.d.Toks) {
		return false
	}
	if m := r.mention(head); m != nil && m.Type == lang.Document {
		return true
	}
	lemma := r.d.Toks[head].Lemma
	return coref.KindOf(lemma) == coref.DocumentNoun || textNoun(lemma) || r.numbered(head) || strings.EqualFold(r.d.Form(head), "it")
}

// numbered reports whether a token is the number of a part of a text: "Point 4".
func (r *reader) numbered(head int) bool {
	return head > 0 && r.d.Toks[head].UPOS == lang.NUM && textNoun(strings.ToLower(r.d.Toks[head-1].Lemma))
}

// peopleNoun reports whether a noun is for people who speak, but too loosely for
// references to rest on it.
func peopleNoun(lemma string) bool {
	switch lemma {
	case "plaintiff", "defendant", "claimant", "juror", "magistrate", "arbitrator", "counsel", "solicitor", "barrister", "detective",
		"grower", "producer", "exporter", "importer", "manufacturer", "supplier", "retailer", "regulator", "insurer", "lender", "carmaker",
		"citizen", "taxpayer", "consumer", "customer", "user", "reader", "passenger", "commuter", "miner", "steelworker", "autoworker", "pensioner",
		"refugee", "migrant", "immigrant", "parent", "wife", "husband", "son", "daughter", "brother", "sister", "child", "neighbor",
		"attendee", "bystander", "volunteer", "professor", "treasurer", "ombudsman", "king", "queen", "pope", "emir", "sultan", "guard", "firefighter",
		"conservative", "liberal", "democrat", "republican", "socialist", "nationalist", "hardliner", "hard-liner", "moderate", "lawmaker", "unionist":
		return true
	}
	return false
}

// mediaNoun reports whether a noun is for an outlet: "state television reported".
func mediaNoun(lemma string) bool {
	switch lemma {
	case "television", "tv", "TV", "radio", "broadcaster", "newspaper", "paper", "daily", "weekly", "tabloid", "outlet", "magazine", "media", "press",
		"website", "site", "blog", "channel", "newsroom", "wire":
		return true
	}
	return false
}

// textNoun reports whether a noun is for a part or an edition of a text.
func textNoun(lemma string) bool {
	switch lemma {
	case "version", "point", "clause", "article", "section", "paragraph", "annex", "chapter", "edition", "headline", "caption",
		"footnote", "passage", "preamble", "video", "footage", "slide", "analysis", "average", "recording", "transcript", "photo", "image", "data", "sentence", "provision", "page", "line", "summary", "appendix", "text", "copy", "law", "statute", "act", "constitution", "code", "charter", "regulation", "bylaw":
		return true
	}
	return false
}

// happening reports whether a noun is for what is done or what is so, which
// says nothing: "her absence", "the first round".
func happening(lemma string) bool {
	if coref.KindOf(lemma) != coref.NotKnown {
		return false
	}
	switch lemma {
	case "round", "session", "absence", "departure", "result", "fact", "talk", "meeting", "visit", "way", "thing", "idea", "reason", "question", "attack", "war",
		"vote", "strike", "walkout", "signing", "figure", "number", "demand", "offer", "move", "step", "change", "delay", "failure", "silence", "week", "day":
		return true
	}
	for _, end := range [...]string{"ence", "ance", "ness", "ment", "sion", "ption", "ction", "ation", "ism"} {
		if len(lemma) > len(end)+3 && strings.HasSuffix(lemma, end) {
			switch end {
			case "ment", "ation", "sion", "ction":
				// "the administration said", "the management said"
				return !bodily(lemma)
			}
			return true
		}
	}
	return false
}

// abstract reports whether what token head heads is a happening, and nobody's
// words.
func (r *reader) abstract(head int) bool {
	if head < 0 || head >= len(r.d.Toks) || r.d.Toks[head].UPOS != lang.NOUN || r.document(head) || wordNoun(r.d.Toks[head].Lemma) {
		return false
	}
	return happening(r.d.Toks[head].Lemma)
}

func bodily(lemma string) bool {
	for _, s := range [...]string{
		"government", "parliament", "department", "administration", "organisation", "organization", "association", "delegation",
		"federation", "foundation", "corporation", "management", "commission", "mission", "division", "opposition", "coalition", "faction", "section",
		"generation", "population", "station", "leadership", "regiment", "establishment", "nation", "publication", "confederation",
	} {
		if strings.HasSuffix(lemma, s) {
			return true
		}
	}
	return false
}

func (r *reader) firstPerson(head int) bool {
	if head < 0 || head >= len(r.d.Toks) {
		return false
	}
	switch r.d.Form(head) {
	case "I", "we", "We":
		return true
	}
	return false
}

// wordNoun reports whether a noun is for words somebody gave.
func wordNoun(lemma string) bool {
	switch lemma {
	case "message", "remark", "comment", "word", "answer", "reply", "response", "post", "announcement", "office", "verdict":
		return true
	}
	return false
}
