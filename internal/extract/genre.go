package extract

import (
	"regexp"
	"strings"

	"github.com/travaux/travaux"
)

// genreWords are what outlets print over, or declare of, texts that are not
// plain reports.
var genreWords = map[string]travaux.Genre{
	"analysis": travaux.GenreAnalysis, "analysis opinion": travaux.GenreOpinion, "news analysis": travaux.GenreAnalysis, "explainer": travaux.GenreAnalysis, "q&a analysis": travaux.GenreAnalysis,
	"opinion": travaux.GenreOpinion, "opinions": travaux.GenreOpinion, "comment": travaux.GenreOpinion, "commentary": travaux.GenreOpinion,
	"editorial": travaux.GenreOpinion, "editorials": travaux.GenreOpinion, "op-ed": travaux.GenreOpinion, "column": travaux.GenreOpinion,
	"columnists": travaux.GenreOpinion, "leader": travaux.GenreOpinion, "viewpoint": travaux.GenreOpinion, "perspective": travaux.GenreOpinion,
	"guest essay": travaux.GenreOpinion, "letters": travaux.GenreOpinion, "letter to the editor": travaux.GenreOpinion, "opinionnewsarticle": travaux.GenreOpinion,
	"satire": travaux.GenreSatire, "humour": travaux.GenreSatire, "humor": travaux.GenreSatire, "satirical": travaux.GenreSatire, "satiricalarticle": travaux.GenreSatire,
	"interview": travaux.GenreInterview, "interviews": travaux.GenreInterview, "transcript": travaux.GenreTranscript, "full transcript": travaux.GenreTranscript,
	"live": travaux.GenreLive, "live blog": travaux.GenreLive, "liveblog": travaux.GenreLive, "liveblogposting": travaux.GenreLive, "live updates": travaux.GenreLive,
	"press release": travaux.GenreStatement, "statement": travaux.GenreStatement, "readout": travaux.GenreStatement, "communiqué": travaux.GenreStatement,
	"communique": travaux.GenreStatement, "joint statement": travaux.GenreStatement, "media release": travaux.GenreStatement,
	"analysisnewsarticle": travaux.GenreAnalysis,
}

var (
	satireRE    = regexp.MustCompile(`(?i)\b(?:this (?:article|story|piece|post|column) is (?:a )?(?:work of )?(?:satire|satirical|fiction|a spoof|a parody)|(?:entirely|purely) satirical)\b`)
	outletRE    = regexp.MustCompile(`(?i)^.{2,60} is an? (?:[\p{L}-]+ ){0,2}satirical? (?:publication|newspaper|site|news site|website|column|magazine)\b`)
	viewsRE     = regexp.MustCompile(`(?i)\b(?:(?:views?|opinions?) (?:expressed|stated|presented) (?:in this (?:article|column|piece|commentary) |here |above )?(?:are|is|belong|do not)|(?:is|are) the author['’]s own|(?:his|her|their) (?:views|opinions) are (?:his|her|their) own|does not necessarily reflect)\b`)
	columnistRE = regexp.MustCompile(`(?i)^.{3,80}\bis an? (?:[\p{L}-]+ ){0,3}(?:columnist|opinion writer|leader writer)\b`)
	ownRE       = regexp.MustCompile(`\b(?:I|I['’]m|I['’]ve|we|We|my|My|our|Our|me|us)\b`)
	askingRE    = regexp.MustCompile(`^(?:Q|A|Question|Answer|QUESTION|ANSWER)[.:] `)
	turnRE      = regexp.MustCompile(`^(?:(?:MR|MRS|MS|DR|SEN|REP|GEN|AMB)\. )?\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]*){0,4}(?: \([^)]{2,40}\))?: \S|^(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Prof|President|Minister|Ambassador|Chair|Moderator|Speaker|Host|Presenter)\.?(?: \p{Lu}[\p{L}.’'-]+){0,3}: \S|^\p{Lu}\p{L}+(?: \p{Lu}[\p{L}.’'-]+){1,2}: \S`)
	releaseRE   = regexp.MustCompile(`(?i)^(?:for immediate release|press release|media release|joint (?:statement|communiqu[ée])|statement (?:by|from|of|on)|remarks (?:by|of)|readout of|joint press statement|communiqu[ée])\b`)
	liveRE      = regexp.MustCompile(`(?i)\b(?:as it happened|live updates?|live blog|liveblog|- live\b|– live\b|live: )|^live\b`)
	spokenRE    = regexp.MustCompile(`(?i)^(?:(?:full|edited|rush) )?transcript\b|^this (?:is an? )?(?:[\p{L}-]+ )?(?:transcript|interview) (?:has been|was|of)\b`)
	pathGenreRE = regexp.MustCompile(`(?i)/(opinions?|commentisfree|comment|editorials?|columnists?|op-ed|satire|live|liveblog|analysis|interviews?|transcripts?)/`)
)

// genre tells what kind of text a report is: by its form where that is beyond
// doubt, then by what it or its page says of it.
func genre(r *travaux.Report, units []*unit, m meta) travaux.Genre {
	if len(r.Parts) > 1 {
		if r.Parts[0].Kind == travaux.PartPost {
			return travaux.GenreLive
		}
		return travaux.GenreDigest
	}
	f := formOf(units)
	if f.satire {
		return travaux.GenreSatire
	}
	declared := declaredGenre(r, units, m)
	switch {
	case declared == travaux.GenreSatire:
		return declared
	case f.questions >= 2 && f.questions+f.answers >= 3 && f.turns <= 2*f.questions+2, f.askedTurns(declared):
		return travaux.GenreInterview
	case f.turns >= 4 && f.speakers >= 2 && 3*f.turns >= f.prose, f.turns >= 3 && (f.spoken || declared == travaux.GenreTranscript):
		return travaux.GenreTranscript
	case declared != "":
		return declared
	case f.views:
		return travaux.GenreOpinion
	case f.items >= 5 && 2*f.items > f.prose:
		return travaux.GenreList
	}
	return ""
}

// form is what the lines of a text look like, counted.
type form struct {
	prose     int // paragraphs and list items
	items     int
	questions int // "Q. …", or a short paragraph that asks, with an answer under it
	answers   int
	asked     int // short questions that the next paragraph answers
	own       int // answers in the first person: an explainer's are not
	turns     int // paragraphs that open with their speaker and a colon
	speakers  int
	spoken    bool // it says that it is a transcript
	satire    bool
	views     bool // it disowns its author's views
}

// askedTurns reports whether unmarked questions and answers make an interview.
func (f *form) askedTurns(declared travaux.Genre) bool {
	return f.asked >= 4 && 2*f.own >= f.asked && 3*f.asked >= f.prose-4 || f.asked >= 2 && (declared == travaux.GenreInterview || f.spoken)
}

func formOf(units []*unit) form {
	var f form
	who := map[string]bool{}
	words := filled(units)
	for i, u := range words {
		f.satire = f.satire || u.words <= 60 && satireRE.MatchString(u.text) || u.words <= 40 && i > len(words)-5 && outletRE.MatchString(u.text)
		f.views = f.views || u.words <= 60 && (viewsRE.MatchString(u.text) || i > len(words)-6 && columnistRE.MatchString(u.text))
		f.spoken = f.spoken || u.words <= 30 && spokenRE.MatchString(u.text)
		if !u.class.Prose() || u.class == travaux.LineHeadline || u.class == travaux.LineDeck {
			continue
		}
		f.prose++
		head := u.text[:min(len(u.text), 80)]
		switch {
		case u.class == travaux.LineListItem:
			f.items++
		case askingRE.MatchString(head):
			if head[0] == 'Q' {
				f.questions++
			} else {
				f.answers++
			}
		case turnRE.MatchString(head):
			f.turns++
			name, _, _ := strings.Cut(head, ":")
			who[name] = true
		case u.ends == '?' && u.words <= 45 && i+1 < len(words) && words[i+1].ends != '?' && words[i+1].class == travaux.LineBody && words[i+1].words > 3:
			f.asked++
			if ownRE.MatchString(words[i+1].text) {
				f.own++
			}
		}
	}
	f.speakers = len(who)
	return f
}

// declaredGenre is what the page or a line over the text calls it.
func declaredGenre(r *travaux.Report, units []*unit, m meta) travaux.Genre {
	if g, ok := genreWords[strings.ToLower(strings.TrimSpace(m.genre.Value))]; ok {
		return g
	}
	for _, u := range units {
		if u.class == travaux.LineBody {
			break
		}
		if u.blank() || u.words > 16 {
			continue
		}
		text, _ := plain(u.text)
		label, _, _ := strings.Cut(text, " by ")
		if g, ok := genreWords[label]; ok && !u.row && (u.class != travaux.LineNavigation || nextTo(units, u, travaux.LineHeadline)) {
			return g
		}
		if before, _, ok := strings.Cut(u.text, ":"); ok && u.class == travaux.LineHeadline {
			if g, ok := genreWords[strings.ToLower(before)]; ok {
				return g
			}
		}
		switch {
		case u.class == travaux.LineByline && strings.HasPrefix(text, "opinion by"):
			return travaux.GenreOpinion
		case (u.class == travaux.LineHeadline || u.class == travaux.LineDeck || u.class == travaux.LineSiteName) && releaseRE.MatchString(u.text):
			return travaux.GenreStatement
		case u.class == travaux.LineHeadline && spokenRE.MatchString(u.text):
			return travaux.GenreTranscript
		}
	}
	if p := pathGenreRE.FindStringSubmatch(r.URL.Value); p != nil {
		return pathGenres[strings.TrimSuffix(strings.ToLower(p[1]), "s")]
	}
	return ""
}

var pathGenres = map[string]travaux.Genre{
	"opinion": travaux.GenreOpinion, "commentisfree": travaux.GenreOpinion, "comment": travaux.GenreOpinion, "editorial": travaux.GenreOpinion,
	"columnist": travaux.GenreOpinion, "op-ed": travaux.GenreOpinion, "satire": travaux.GenreSatire, "live": travaux.GenreLive,
	"liveblog": travaux.GenreLive, "analysi": travaux.GenreAnalysis, "interview": travaux.GenreInterview, "transcript": travaux.GenreTranscript,
}

// nextTo reports whether the unit beside u, blank lines aside, has the class.
func nextTo(units []*unit, u *unit, class travaux.LineClass) bool {
	words := filled(units)
	for i := range words {
		if words[i] == u {
			return i > 0 && words[i-1].class == class || i+1 < len(words) && words[i+1].class == class
		}
	}
	return false
}
