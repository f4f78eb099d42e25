// Package position reads where parties are said to stand.
//
// It is for single passages of one report. It is not for what other reports
// say of the same.
package position

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/page"
)

// Extract returns the positions of a report, in text order.
func Extract(p *page.Page) []travaux.PositionClaim { return nil }
