package export

import (
	"fmt"
	"io"
	"reflect"

	"github.com/travaux/travaux"
)

// AnnotationSchema names the format of an annotated document.
const AnnotationSchema = "travaux.annotation/1"

// Annotation is one annotated document, as JSONL writes it.
type Annotation struct {
	Schema        string                      `json:"schema"`
	ID            string                      `json:"id"`
	File          string                      `json:"file"`
	Text          string                      `json:"text"`
	OffsetUnit    string                      `json:"offset_unit"`
	Report        AnnotatedReport             `json:"report"`
	Sentences     []travaux.Sentence          `json:"sentences"`
	Actors        []travaux.Actor             `json:"actors"`
	Mentions      []travaux.Mention           `json:"mentions"`
	Timexes       []travaux.Timex             `json:"timexes"`
	Quantities    []travaux.Quantity          `json:"quantities"`
	Statements    []travaux.Statement         `json:"statements"`
	Events        []AnnotatedEvent            `json:"events"`
	Proposals     []travaux.ProposalClaim     `json:"proposals"`
	Positions     []travaux.PositionClaim     `json:"positions"`
	Consultations []travaux.ConsultationClaim `json:"consultations"`
	Forecasts     []travaux.ForecastClaim     `json:"forecasts"`
	Notes         []string                    `json:"notes"`
}

// AnnotatedReport is what a document says of itself.
type AnnotatedReport struct {
	ID        string         `json:"id"`
	SHA256    string         `json:"sha256"`
	Extractor string         `json:"extractor"`
	Outlet    string         `json:"outlet"`
	Headline  string         `json:"headline"`
	Deck      string         `json:"deck"`
	Byline    string         `json:"byline"`
	URL       string         `json:"url"`
	Date      travaux.EDTF   `json:"date"`
	DateBasis travaux.Basis  `json:"date_basis"`
	Weekday   string         `json:"weekday"`
	Genre     travaux.Genre  `json:"genre"`
	Parts     []travaux.Part `json:"parts"`
	Language  string         `json:"language"`
	Lines     []travaux.Line `json:"lines"`
}

// AnnotatedEvent is an event claim with its first date, duration and place
// spelled out: "" where the passage has none.
type AnnotatedEvent struct {
	travaux.EventClaim
	Date     string `json:"date"`
	Duration string `json:"duration"`
	Place    string `json:"place"`
}

// Annotate returns the annotated document of a reading. Its id is the one the
// input gave itself, else the report's.
func Annotate(g *travaux.Reading) Annotation {
	r := g.Report
	a := Annotation{
		Schema: AnnotationSchema, ID: r.GivenID, File: r.File, Text: r.Text, OffsetUnit: "byte",
		Report: AnnotatedReport{
			ID: r.ID, SHA256: r.SHA256, Extractor: r.Extractor,
			Outlet: r.Outlet.Value, Headline: r.Headline.Value, Deck: r.Deck.Value, Byline: r.Byline.Value,
			URL: r.URL.Value, Date: r.Date.EDTF, DateBasis: r.Date.Basis, Weekday: r.Date.Weekday,
			Genre: r.Genre, Parts: r.Parts, Language: r.Language, Lines: r.Lines,
		},
		Sentences: g.Sentences, Actors: g.Actors, Mentions: g.Mentions, Timexes: g.Timexes,
		Quantities: g.Quantities, Statements: g.Statements, Proposals: g.Proposals,
		Positions: g.Positions, Consultations: g.Consultations, Forecasts: g.Forecasts,
		Notes: append(append([]string{}, r.Notes...), g.Notes...),
	}
	if a.ID == "" {
		a.ID = r.ID
	}
	for _, e := range g.Events {
		a.Events = append(a.Events, AnnotatedEvent{e, first(e.Dates), first(e.Durations), first(e.Places)})
	}
	return a
}

func first(vs []travaux.Value) string {
	v, _ := travaux.Shown(vs)
	return v.Value
}

// JSONL writes a reading as one line of JSON.
func JSONL(w io.Writer, g *travaux.Reading) error {
	if err := encode(w, reflect.ValueOf(Annotate(g)), lists{}); err != nil {
		return fmt.Errorf("write annotation of %q: %w", g.Report.File, err)
	}
	return nil
}
