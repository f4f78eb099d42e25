// Package forecast reads what is said to be expected, feared, planned or promised.
//
// It is for single passages of one report. It is not for what other reports
// say of the same.
package forecast

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/page"
)

// Extract returns the forecasts of a report, in text order.
func Extract(p *page.Page) []travaux.ForecastClaim { return nil }
