package statement

import (
	"strings"

	"github.com/travaux/travaux"
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
		case lang.Place:
			return m.Sense != lang.AsPlace || m.Head == head
		}
	}
	t := &r.d.Toks[head]
	k := coref.KindOf(t.Lemma)
	return k == coref.PersonNoun || k == coref.BodyNoun ||
		k == coref.NotKnown && t.UPOS == lang.PROPN && r.unknownName(head)
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

// textNoun reports whether a noun is for a part or an edition of a text.
func textNoun(lemma string) bool {
	switch lemma {
	case "version", "point", "clause", "article", "section", "paragraph", "annex", "chapter", "edition", "headline", "caption",
		"footnote", "passage", "preamble", "video", "footage", "slide", "analysis", "average", "recording", "transcript", "photo", "image", "data", "sentence", "provision", "page", "line", "summary", "appendix", "text", "copy":
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
	for _, s := range [...]string{"government", "parliament", "department", "administration", "organisation", "organization", "association", "delegation",
		"federation", "foundation", "corporation", "management", "commission", "mission", "division", "opposition", "coalition", "faction", "section",
		"generation", "population", "station", "leadership", "regiment", "establishment", "nation", "publication", "confederation"} {
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

// speak sets speaker, joint speakers, attribution and the end of the chain.
func (b *builder) speak(u *unit, c *candidate, s *travaux.Statement) {
	r := b.r
	heads := []int{c.src.head}
	if c.src.relative >= 0 {
		heads[0] = c.src.relative
	} else {
		heads = r.joint(u, c.src)
	}
	if len(heads) == 1 {
		heads[0] = r.author(heads[0])
	}
	if c.rule == "transcript" {
		if id := b.surname(r.d.Form(heads[0])); id != "" {
			s.Speaker, s.Attribution = id, b.attribution(id)
			s.Chain = append(s.Chain, id)
			return
		}
	}
	if r.firstPerson(heads[0]) {
		s.Speaker, s.Attribution = b.cast.Outlet, travaux.ByOutlet
		return
	}
	var ids []string
	for _, h := range heads {
		ids = append(ids, b.actors(h, c.src.span, len(heads) > 1)...)
	}
	if len(ids) == 0 {
		s.Attribution = travaux.Unattributed
		return
	}
	s.Speaker = ids[0]
	for _, id := range ids[1:] {
		if id != s.Speaker {
			s.JointWith = append(s.JointWith, id)
		}
	}
	s.Attribution = b.attribution(s.Speaker)
	if c.rule == "first-reported" && s.Attribution == travaux.ByNamedOrg {
		s.Attribution = travaux.ByMedia
	}
	if last := s.Chain[len(s.Chain)-1]; last != s.Speaker {
		s.Chain = append(s.Chain, s.Speaker)
	}
}

// surname returns the actor of the only person whose name ends in the word,
// capitals aside: "KERN" of a transcript.
func (b *builder) surname(word string) string {
	found := ""
	for i := range b.r.d.Entities {
		e := &b.r.d.Entities[i]
		name := e.Name[strings.LastIndexByte(e.Name, ' ')+1:]
		if e.Type != lang.Person || name == e.Name || !strings.EqualFold(name, word) {
			continue
		}
		if id := b.cast.ID(i); id != "" && id != found {
			if found != "" {
				return ""
			}
			found = id
		}
	}
	return found
}

// author is whoever a text is by: of "Ruiz's statement" Ruiz, of "her message"
// her; else the text itself.
func (r *reader) author(head int) int {
	n := r.np.At(head)
	if n < 0 || head != r.np.NPs[n].Head || !r.document(head) && !wordNoun(r.d.Toks[head].Lemma) {
		return head
	}
	for i := head - 1; i > r.np.NPs[n].First; i-- {
		if r.d.Toks[i].XPOS == "POS" {
			return i - 1
		}
	}
	switch first := r.np.NPs[n].First; strings.ToLower(r.d.Form(first)) {
	case "his", "her", "their", "its":
		if first < head {
			return first
		}
	}
	return head
}

// wordNoun reports whether a noun is for words somebody gave.
func wordNoun(lemma string) bool {
	switch lemma {
	case "message", "remark", "comment", "word", "answer", "reply", "response", "post", "announcement", "office", "verdict":
		return true
	}
	return false
}

// joint lists the heads of a source that names several speakers: "Ruiz and
// Kern", not "the minister of trade and industry". A name in apposition to an
// office is the head: "the union's secretary, Ana Ruiz,".
func (r *reader) joint(u *unit, src source) []int {
	heads := []int{src.head}
	if src.from < 0 {
		return heads
	}
	list := r.closesList(u, src)
	for k := src.from + 1; k < src.to && k < len(u.e); k++ {
		switch r.form(u, k) {
		case ",":
			if r.npEnd(u, k+1) < 0 || !r.properHead(u, k+1) && !r.named(u, k+1) {
				return heads
			}
			if !list {
				if r.named(u, k+1) && !r.named(u, src.from) {
					heads[0] = r.npHead(u, k+1)
				}
				return heads
			}
			heads = append(heads, r.npHead(u, k+1))
		case "who", "which", "that":
			return heads
		case "and":
			if r.npEnd(u, k+1) < 0 {
				continue
			}
			if a := r.npStart(u, k); a >= 0 && r.pos(u, a-1) == lang.ADP && !r.properHead(u, k+1) {
				continue
			}
			if h := r.npHead(u, k+1); r.speaks(h) {
				if len(heads) == 1 && r.barePost(u, src.from) && r.named(u, k+1) {
					heads[0] = h // "former candidate and ex-Speaker Ruiz"
					continue
				}
				heads = append(heads, h)
			}
		}
	}
	return heads
}

// barePost reports whether the phrase at k is a post in the singular without an
// article, as before a name.
func (r *reader) barePost(u *unit, k int) bool {
	n := r.np.Starts(u.e[k].first)
	if n < 0 {
		return false
	}
	first, head := &r.d.Toks[r.np.NPs[n].First], &r.d.Toks[r.np.NPs[n].Head]
	return head.XPOS == "NN" && first.UPOS != lang.DET && first.UPOS != lang.NUM && first.UPOS != lang.PRON &&
		coref.KindOf(head.Lemma) == coref.PersonNoun
}

// closesList reports whether the commas of a source divide the members of a
// list: an "and" before the last.
func (r *reader) closesList(u *unit, src source) bool {
	for k := src.from + 1; k < src.to && k < len(u.e); k++ {
		switch r.form(u, k) {
		case "and", "&":
			return r.npEnd(u, k+1) > 0
		case "who", "which", "that", "whose":
			return false
		}
	}
	return false
}

// named reports whether the phrase at k is headed by a person's name: one that
// was recognised, or two capitalised words that nothing else was seen in.
func (r *reader) named(u *unit, k int) bool {
	end := r.npEnd(u, k)
	if end < 0 {
		return false
	}
	m := r.mention(r.npHead(u, k))
	if m != nil && m.Type != lang.Other {
		return m.Type == lang.Person && r.d.Toks[m.Head].UPOS == lang.PROPN
	}
	for i := k; i < end; i++ {
		if r.pos(u, i) != lang.PROPN && !r.is(u, i, "-") && !r.is(u, i, ".") {
			return false
		}
	}
	return end-k >= 2
}

func (r *reader) properHead(u *unit, k int) bool {
	m := r.mention(r.npHead(u, k))
	return m != nil && (m.Type == lang.Person || m.Type == lang.Anonymous)
}

// actors returns the actor that token head heads, or those that it is made of:
// "the first and third persons".
func (b *builder) actors(head int, words lang.Span, joint bool) []string {
	if m := b.r.mention(head); m != nil && m.Entity >= 0 {
		var ids []string
		for _, e := range b.r.d.Entities[m.Entity].Members {
			if id := b.cast.ID(e); id != "" {
				ids = append(ids, id)
			}
		}
		if len(ids) > 1 {
			return ids
		}
	}
	if id := b.actor(head, words, joint); id != "" {
		return []string{id}
	}
	return nil
}

// actor returns the actor id of what token head heads; words is the span of
// the whole source, used for a speaker whom the document does not know.
func (b *builder) actor(head int, words lang.Span, joint bool) string {
	r := b.r
	if m := r.mention(head); m != nil {
		if id := b.cast.ID(m.Entity); id != "" {
			return id
		}
	}
	form := strings.ToLower(r.d.Form(head))
	switch form {
	case "he", "she", "they", "it", "who", "you", "this", "that", "which", "his", "her", "their", "its":
		return ""
	}
	at := words
	if n := r.np.At(head); n >= 0 && (joint || r.d.Toks[head].UPOS == lang.PROPN) {
		np := r.np.NPs[n]
		at = r.d.TokSpan(np.First, np.Last)
	}
	for _, s := range []string{"'s", "’s"} {
		if strings.HasSuffix(r.d.Quote(at), s) {
			at.End -= len(s)
		}
	}
	return b.cast.Add(at, r.unknownType(head))
}

// unknownType guesses what a speaker is that no mention covers.
func (r *reader) unknownType(head int) travaux.ActorType {
	t := &r.d.Toks[head]
	plural := t.XPOS == "NNS" || strings.Contains(t.Feats, "Number=Plur")
	switch coref.KindOf(t.Lemma) {
	case coref.PersonNoun:
		if plural {
			return travaux.ActorAnonymousGroup
		}
		return travaux.ActorAnonymousPerson
	case coref.BodyNoun:
		if plural {
			return travaux.ActorGroup
		}
		return travaux.ActorOrganisation
	case coref.DocumentNoun:
		return travaux.ActorDocument
	}
	if textNoun(t.Lemma) || r.numbered(head) {
		return travaux.ActorDocument
	}
	switch strings.ToLower(r.d.Form(head)) {
	case "some", "many", "others", "most", "several", "few", "people":
		return travaux.ActorAnonymousGroup
	}
	if t.UPOS == lang.PROPN && !plural {
		if n := r.np.At(head); n >= 0 && r.d.Toks[r.np.NPs[n].First].UPOS == lang.DET {
			return travaux.ActorOrganisation
		}
		return travaux.ActorPerson
	}
	return travaux.ActorGroup
}

// attribution is the kind of an actor as a speaker.
func (b *builder) attribution(id string) travaux.Attribution {
	if id == b.cast.Outlet {
		return travaux.ByOutlet
	}
	a := b.cast.Actor(id)
	if a == nil {
		return travaux.Unattributed
	}
	switch a.Type {
	case travaux.ActorPerson, travaux.ActorOffice:
		return travaux.ByNamedPerson
	case travaux.ActorMedia:
		return travaux.ByMedia
	case travaux.ActorGroup, travaux.ActorExpertGroup:
		return travaux.ByCollective
	case travaux.ActorAnonymousPerson:
		return travaux.ByAnonymousPerson
	case travaux.ActorAnonymousGroup:
		return travaux.ByAnonymousGroup
	case travaux.ActorDocument:
		return travaux.ByDocument
	}
	return travaux.ByNamedOrg
}

// mode says how the words are given: by what of them stands in quotation marks.
func (b *builder) mode(c *candidate, s *travaux.Statement) {
	if s.Mode != "" {
		if s.Mode != travaux.Attitude || c.comp.frame != fQuote && !(c.post && b.quoted(s.Content) == 2) {
			return
		}
	}
	switch n := b.quoted(s.Content); {
	case n == 2 || c.rule == "transcript":
		s.Mode = travaux.Direct
	case n == 1:
		s.Mode = travaux.Mixed
	default:
		s.Mode = travaux.Indirect
	}
}

// quoted is 2 when all of a content stands in quotation marks, 1 when some
// does, 0 when none.
func (b *builder) quoted(content []travaux.Span) int {
	all, some := true, false
	for _, c := range content {
		whole := false
		for q := b.firstQuote(c.Start); q < len(b.r.quotes) && b.r.quotes[q].Start < c.End; q++ {
			some = true
			whole = whole || b.r.quotes[q].Start <= c.Start && c.End <= b.r.quotes[q].End
		}
		all = all && (whole || b.onlyQuotes(c))
	}
	switch {
	case all && some:
		return 2
	case some:
		return 1
	}
	return 0
}

func (b *builder) onlyQuotes(c travaux.Span) bool {
	at := c.Start
	for q := b.firstQuote(c.Start); q < len(b.r.quotes) && b.r.quotes[q].Start < c.End; q++ {
		if !onlyBlank(b.r.d.Text[at:max(at, b.r.quotes[q].Start)]) {
			return false
		}
		at = b.r.quotes[q].End
	}
	return at >= c.End
}

// firstQuote is the first quotation that ends after the offset.
func (b *builder) firstQuote(at int) int {
	lo, hi := 0, len(b.r.quotes)
	for lo < hi {
		if m := (lo + hi) / 2; b.r.quotes[m].End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

func groundRule(s *travaux.Statement) string {
	switch s.Attribution {
	case travaux.ByAnonymousPerson, travaux.ByAnonymousGroup:
		return "background"
	case travaux.ByNamedPerson, travaux.ByNamedOrg, travaux.ByDocument:
		return "on_record"
	}
	return "unknown"
}

// whole extends content that is an open quotation over the paragraphs in which
// it goes on, and joins pieces with nothing between them.
func (r *reader) whole(content []lang.Span) []lang.Span {
	var out []lang.Span
	add := func(s lang.Span) {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			return
		}
		out = append(out, s)
	}
	for _, s := range content {
		b := r.quoteAt(s.Start, true)
		if b >= 0 {
			f := b
			for f > 0 && r.quotes[f].Cont && r.quotes[f-1].Open {
				f--
			}
			for ; f < b; f++ {
				add(r.quotes[f].Span)
			}
		}
		add(s)
		for e := r.quoteAt(s.End, false); e >= 0 && r.quotes[e].Open && e+1 < len(r.quotes) && r.quotes[e+1].Cont; e++ {
			add(r.quotes[e+1].Span)
		}
	}
	return out
}

// quoteAt returns the quotation that starts or ends exactly at the offset.
func (r *reader) quoteAt(at int, starts bool) int {
	lo, hi := 0, len(r.quotes)
	for lo < hi {
		m := (lo + hi) / 2
		if v := r.quotes[m].End; v < at || starts && v <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(r.quotes) && (starts && r.quotes[lo].Start == at || !starts && r.quotes[lo].End == at) {
		return lo
	}
	return -1
}

// nextBlock takes the quotation that opens the block after a cue with a colon,
// dashes and bullets aside.
func (b *builder) nextBlock(block int, s *travaux.Statement) {
	q := b.firstQuote(b.r.d.Blocks[block].End)
	if q >= len(b.r.quotes) || b.r.quotes[q].Block != block+1 || !bare(b.r.d.Text[b.r.d.Blocks[block+1].Start:b.r.quotes[q].Start]) {
		return
	}
	for _, x := range b.r.whole([]lang.Span{b.r.quotes[q].Span}) {
		s.Content = append(s.Content, *span(b.r.d.Text, x))
	}
}

// bare reports whether a stretch has no letter or digit.
func bare(s string) bool {
	return !strings.ContainsFunc(s, wordy)
}

// follow gives quotations that stand alone after an attribution, in the same
// paragraph, to its speaker: "…," Ruiz said. "…"
func (b *builder) follow(i int, cs []candidate, made []int) {
	r, u := b.r, &b.r.units[i]
	last, main := 0, false
	for k := range cs {
		if c := &cs[k]; made[k] > 0 && c.outer < 0 && c.e.Mode != travaux.NoComment && c.e.Class == verbCue {
			if here := !c.elided; here || !main { // a main clause before ", adding"
				last, main = made[k], here
			}
		}
	}
	if last > 0 {
		b.open = 0
		if s := &b.out[last-1]; s.Speaker != "" && s.Attribution != travaux.ByOutlet {
			b.open = last
		}
		return
	}
	if b.open == 0 || len(u.e) == 0 {
		return
	}
	if b.goesOn(u) {
		b.take(u)
		return
	}
	if u.e[0].quote < 0 || r.words(u.e[0].quote) < 3 {
		b.out[b.open-1].ScopeUncertain = b.out[b.open-1].ScopeUncertain || r.anaphoric(u)
		if u.e[0].quote < 0 {
			b.open = 0
		}
		return
	}
	end := 0
	for end < len(u.e) && (u.e[end].quote >= 0 || r.punct(u, end)) {
		end++
	}
	if end < len(u.e) {
		return
	}
	b.take(u)
}

// goesOn reports whether a unit without a verb leads to more words of the same
// speaker: "Then, after a pause: “…”".
func (b *builder) goesOn(u *unit) bool {
	r := b.r
	n := len(u.e)
	for n > 0 && r.punct(u, n-1) {
		n--
	}
	if n < 2 || u.e[n-1].quote < 0 || !r.is(u, n-2, ":") || n > 12 {
		return false
	}
	for k := 0; k < n-1; k++ {
		if u.e[k].quote >= 0 || r.finiteVerb(u, k) && r.pos(u, k-1) != lang.DET {
			return false
		}
	}
	return true
}

// take adds the quotations of a unit to the statement that is open.
func (b *builder) take(u *unit) {
	r := b.r
	s := &b.out[b.open-1]
	for _, e := range u.e {
		if e.quote < 0 || b.used[e.quote] {
			continue
		}
		for _, x := range r.whole([]lang.Span{r.quotes[e.quote].Span}) {
			s.Content = append(s.Content, *span(r.d.Text, x))
			b.use(x.Start, x.End)
		}
	}
	b.retype(s)
}

// retype sets the mode again after content was added.
func (b *builder) retype(s *travaux.Statement) {
	if s.Mode == travaux.Direct || s.Mode == travaux.Indirect || s.Mode == travaux.Mixed {
		s.Mode = [...]travaux.Mode{travaux.Indirect, travaux.Mixed, travaux.Direct}[b.quoted(s.Content)]
	}
}

// anaphoric reports whether a unit goes on about what was said before it:
// "These include …", "That would …".
func (r *reader) anaphoric(u *unit) bool {
	switch r.form(u, 0) {
	case "these", "this", "that", "those", "they", "it", "such":
		return true
	}
	return false
}

// loose makes statements of the quotations that nobody was found to have said.
func (b *builder) loose() {
	for q := range b.r.quotes {
		if b.used[q] || b.r.words(q) < 3 || b.r.quotes[q].Cont || b.r.d.Blocks[b.r.quotes[q].Block].Kind == lang.Heading && b.r.words(q) < 5 {
			continue
		}
		s := travaux.Statement{Mode: travaux.UnattributedQuote, Attribution: travaux.Unattributed, Chain: []string{b.cast.Outlet},
			SpeechAct: travaux.ActAssert, Polarity: travaux.Positive, Certainty: travaux.CertainTrue, Rule: "quotation"}
		for _, x := range b.r.whole([]lang.Span{b.r.quotes[q].Span}) {
			s.Content = append(s.Content, *span(b.r.d.Text, x))
		}
		b.put(s)
	}
	for i := range b.out {
		finish(&b.out[i])
	}
}

// circumstances reads when and where something was said, from the words of the
// reporting clause.
func (b *builder) circumstances(u *unit, c *candidate, s *travaux.Statement) {
	r := b.r
	inContent := func(at int) bool {
		for _, x := range s.Content {
			if x.Start <= at && at < x.End {
				return true
			}
		}
		return false
	}
	from, to := max(c.begin(), 0), min(len(u.e), max(c.to, c.src.to)+12)
	end := r.end(u, to-1)
	for _, t := range b.tx {
		if t.Start >= end {
			break
		}
		if t.Start >= r.start(u, from) && t.EDTF != "" && (t.Type == "DATE" || t.Type == "TIME") && !inContent(t.Start) {
			x := t.Span
			s.SaidAt = &travaux.When{EDTF: t.EDTF, Basis: t.Basis, Span: &x}
			break
		}
	}
	if r.lemma(u, c.to) == "reporter" && c.e.has(fTell) {
		s.Venue = "to reporters"
	}
	for k := from; k < to; k++ {
		if u.e[k].quote >= 0 || inContent(r.start(u, k)) {
			continue
		}
		switch r.form(u, k) {
		case "at", "in":
			if e := r.npEnd(u, k+1); e > 0 && s.Venue == "" && r.venue(u, k+1) {
				s.Venue = r.d.Quote(r.span(u, k+1, e))
			}
		}
	}
}

// venue reports whether the phrase at k is a place or an occasion.
func (r *reader) venue(u *unit, k int) bool {
	head := r.npHead(u, k)
	if m := r.mention(head); m != nil && (m.Type == lang.Place || m.Type == lang.Event) {
		return true
	}
	switch r.d.Toks[head].Lemma {
	case "conference", "summit", "forum", "briefing", "meeting", "rally", "hearing", "headquarters", "parliament", "event", "session", "ceremony":
		return true
	}
	return false
}
