package answer

import (
	"fmt"
)

func (a *asker) allForecasts() {
	for i := range a.rec.Forecasts {
		f := &a.rec.Forecasts[i]
		a.row(f.ID, f.SupportedBy, f.Spans, a.name(f.Holder), plain(f.Type), f.Proposition, f.Hedge, string(f.Horizon), f.Condition)
	}
}

func (a *asker) banded() {
	for i := range a.rec.Forecasts {
		if f := &a.rec.Forecasts[i]; f.Band != "" {
			a.row(f.ID, f.SupportedBy, f.Spans, a.name(f.Holder), f.Proposition, f.Hedge, f.Band, f.Scale)
		}
	}
	a.out.Note = fmt.Sprintf("%d of %d forecasts. “Could”, “may”, “might” and “expected” are on no scale.", len(a.out.Rows), len(a.rec.Forecasts))
	if len(a.out.Rows) == 0 {
		a.missing("any forecast with a word on a scale")
	}
}
