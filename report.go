package travaux

import (
	"sort"
	"strings"
)

// Report is one outlet's text as it was obtained. Text is immutable: furniture
// is classed line by line, never cut.
type Report struct {
	ID     string `json:"id"`
	SHA256 string `json:"sha256"` // of the original bytes
	File   string `json:"file"`   // the input path or URL, as the user named it; for a line of a .jsonl, path#line
	// GivenID is the id that the input gives itself (a .jsonl's id field).
	GivenID string `json:"given_id,omitempty"`
	// Extractor names what made Text from the original bytes, with its version.
	Extractor string  `json:"extractor"`
	MediaType string  `json:"media_type"`
	Text      string  `json:"-"`
	Lines     []Line  `json:"-"`
	Blocks    []Block `json:"-"` // the prose lines, as paragraphs, in text order

	Outlet       Field   `json:"outlet"`
	Headline     Field   `json:"headline"`
	Deck         Field   `json:"deck"`
	Byline       Field   `json:"byline"`
	URL          Field   `json:"url"` // canonical, when known
	Contributors []Field `json:"contributors,omitempty"`
	Listed       []Field `json:"listed_sources,omitempty"`
	Places       []Field `json:"dateline_places,omitempty"`
	Date         DocTime `json:"document_time"`
	Genre        Genre   `json:"genre,omitempty"`
	// Parts are the stories of a file that holds several, or the posts of a live
	// blog; none where the text is one piece.
	Parts     []Part   `json:"parts,omitempty"`
	Language  string   `json:"language,omitempty"` // ISO 639-1; "und" where it is not English and not known
	VersionOf string   `json:"version_of,omitempty"`
	CopyOf    string   `json:"copy_of,omitempty"`
	Notes     []string `json:"notes,omitempty"` // what was odd about the input, in plain words
}

// Field is a piece of metadata with where it was found. Start and End delimit
// its words in Report.Text; both are 0 when it was not in the text.
type Field struct {
	Value string `json:"value,omitempty"`
	Basis string `json:"basis,omitempty"` // text, metadata, front_matter, header, url, profile, self_reference, input
	Start int    `json:"start,omitempty"`
	End   int    `json:"end,omitempty"`
}

// DocTime is when a report was published: an EDTF interval with a basis, never
// a guessed day. EDTF is empty when the basis is unknown.
type DocTime struct {
	EDTF  EDTF  `json:"edtf,omitempty"`
	Basis Basis `json:"basis"`
	// Weekday is the day name that the report prints for its own day, when that
	// is all it prints ("Wednesday"); it fixes no date.
	Weekday string `json:"weekday,omitempty"`
	// Start and End delimit the words in Report.Text, both 0 when not in it.
	Start int `json:"start,omitempty"`
	End   int `json:"end,omitempty"`
}

// Basis says what a date rests on.
type Basis string

// The bases of a date: one list, used everywhere.
const (
	BasisExplicit    Basis = "explicit"
	BasisDateline    Basis = "dateline"
	BasisMetadata    Basis = "metadata"
	BasisAnchored    Basis = "anchored_in_text"
	BasisCrossReport Basis = "cross_report"
	BasisAnalyst     Basis = "analyst"
	BasisUnknown     Basis = "unknown"
)

// Line is one line of Report.Text without its line break. Offsets are bytes.
type Line struct {
	Start int       `json:"start"`
	End   int       `json:"end"`
	Class LineClass `json:"class"`
}

// LineClass says what a line is: part of the article, about the article, or
// furniture of the site around it.
type LineClass string

// The classes of a line.
const (
	LineBlank      LineClass = "blank"
	LineHeadline   LineClass = "headline"
	LineDeck       LineClass = "deck"
	LineDateline   LineClass = "dateline"
	LineByline     LineClass = "byline"
	LineCredit     LineClass = "credit" // contributors, agency credit
	LineCaption    LineClass = "caption"
	LineBody       LineClass = "body"
	LineSubhead    LineClass = "subhead"
	LineListItem   LineClass = "list_item"
	LineSourceList LineClass = "source_list" // the heading or an entry of a list of sources
	LineMeta       LineClass = "meta"        // front matter, headers
	LineNote       LineClass = "note"        // what the outlet says of its own text: a correction, an editor's note
	LineTable      LineClass = "table_row"
	LineTimestamp  LineClass = "timestamp" // over a post of a live blog

	LineSiteName   LineClass = "furniture:site_name"
	LineWeather    LineClass = "furniture:weather"
	LineNavigation LineClass = "furniture:navigation"
	LineSocial     LineClass = "furniture:social"
	LineReply      LineClass = "furniture:reply"
	LineTeaser     LineClass = "furniture:teaser"
	LinePromo      LineClass = "furniture:promo"
	LineSubscribe  LineClass = "furniture:subscribe"
	LineLegal      LineClass = "furniture:legal"
)

var lineClasses = [...]LineClass{
	LineBlank, LineHeadline, LineDeck, LineDateline, LineByline, LineCredit, LineCaption, LineBody,
	LineSubhead, LineListItem, LineSourceList, LineMeta, LineNote, LineTable, LineTimestamp, LineSiteName, LineWeather, LineNavigation,
	LineSocial, LineReply, LineTeaser, LinePromo, LineSubscribe, LineLegal,
}

// LineClasses lists every class of a line.
func LineClasses() []LineClass { return lineClasses[:] }

// Furniture reports whether the line belongs to the site, not the article.
func (c LineClass) Furniture() bool { return strings.HasPrefix(string(c), "furniture:") }

// Prose reports whether the line is read for statements and claims: what the
// article says, its headline, deck and subheads included.
func (c LineClass) Prose() bool {
	switch c {
	case LineHeadline, LineDeck, LineBody, LineSubhead, LineListItem, LineCaption, LineNote:
		return true
	}
	return false
}

// Foreign reports whether the text is known not to be English: it is kept, with
// a note, and nothing is read in it.
func (r *Report) Foreign() bool { return r.Language != "" && r.Language != "en" }

// Line returns the 1-based number of the line that holds the byte offset.
func (r *Report) Line(offset int) int {
	return 1 + strings.Count(r.Text[:min(max(offset, 0), len(r.Text))], "\n")
}

// Genre is what kind of text a report is, where it shows or says so. A plain
// news report has none.
type Genre string

// The genres.
const (
	GenreAnalysis   Genre = "analysis"
	GenreDigest     Genre = "digest" // several stories in one file
	GenreInterview  Genre = "interview"
	GenreList       Genre = "list"
	GenreLive       Genre = "live_blog"
	GenreOpinion    Genre = "opinion"
	GenreSatire     Genre = "satire"
	GenreStatement  Genre = "official_statement"
	GenreTranscript Genre = "transcript"
)

// Part is a stretch of a report with a time of its own.
type Part struct {
	Start int      `json:"start"`
	End   int      `json:"end"`
	Kind  PartKind `json:"kind"`
	// Headline is that of a story; Date what dates it, its basis unknown where
	// nothing does.
	Headline Field   `json:"headline"`
	Date     DocTime `json:"document_time"`
	Clock    string  `json:"clock,omitempty"` // of a post, as printed: "14.05 GMT"
}

// PartKind is what a part of a report is.
type PartKind string

// The kinds of part.
const (
	PartStory PartKind = "story"
	PartPost  PartKind = "post"
)

// At returns the part that holds a byte offset, nil where there is none.
func (r *Report) At(offset int) *Part {
	i := sort.Search(len(r.Parts), func(i int) bool { return r.Parts[i].End > offset })
	if i == len(r.Parts) || r.Parts[i].Start > offset {
		return nil
	}
	return &r.Parts[i]
}

// Block is a paragraph, heading or list item: one line, or several where the
// text is hard-wrapped. Only prose lines are in blocks.
type Block struct {
	Start int       `json:"start"`
	End   int       `json:"end"`
	Class LineClass `json:"class"`
}
