// Package claim finds what a report says happened, which texts it speaks of and
// what each party wants: it runs the readers of claims over one report.
//
// It is for their order and for what they share. It never takes a claim for
// true (each lists the statements that carry it), and it does not decide
// whether two reports speak of one event or text (that is reconcile's).
// doc/claim.md describes the rules.
package claim

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/cast"
	"github.com/travaux/travaux/internal/claim/consultation"
	"github.com/travaux/travaux/internal/claim/event"
	"github.com/travaux/travaux/internal/claim/forecast"
	"github.com/travaux/travaux/internal/claim/page"
	"github.com/travaux/travaux/internal/claim/position"
	"github.com/travaux/travaux/internal/claim/proposal"
	"github.com/travaux/travaux/internal/knowledge/pack"
	"github.com/travaux/travaux/internal/lang"
)

// Version changes whenever the answers do.
const Version = "2"

// Extract fills the claims of g, and adds to its statements one in the outlet's
// own voice for each sentence that carries a claim which no attributed
// statement covers. doc is the annotated text of g.Report, with trees and
// references; actors that only a claim names are added to c.
func Extract(doc *lang.Doc, c *cast.Cast, g *travaux.Reading, packs *pack.Set) {
	if len(doc.Toks) == 0 {
		return
	}
	p := page.New(doc, c, g, packs)
	texts := proposal.Read(p)
	g.Events = event.Read(p, texts)
	g.Proposals = texts.Claims()
	release(g)
	g.Positions = position.Extract(p)
	g.Consultations = consultation.Extract(p)
	g.Forecasts = forecast.Extract(p)
	g.Statements = p.Voice.Merged()
}

// release lets events about what turned out to be no text be about nothing.
func release(g *travaux.Reading) {
	kept := map[string]bool{}
	for i := range g.Proposals {
		kept[g.Proposals[i].ID] = true
	}
	for i := range g.Events {
		if e := &g.Events[i]; !kept[e.About] {
			e.About = ""
		}
	}
}
