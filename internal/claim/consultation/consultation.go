// Package consultation reads who is said to have been consulted, told or passed over.
//
// It is for single passages of one report. It is not for what other reports
// say of the same.
package consultation

import (
	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/claim/page"
)

// Extract returns the consultations of a report, in text order.
func Extract(p *page.Page) []travaux.ConsultationClaim { return nil }
