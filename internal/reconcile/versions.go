package reconcile

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/travaux/travaux"
)

// versions splits the accounts of one text into those of the text as it first
// was and those that call it revised: whether a revised text is the same
// version is for an analyst to say.
func (t *texts) versions(group []*text, proposal string, c *cast) []travaux.Version {
	var first, later []*text
	for _, x := range group {
		if x.revised {
			later = append(later, x)
		} else {
			first = append(first, x)
		}
	}
	out := []travaux.Version{}
	if len(first) > 0 {
		out = append(out, t.version(first, proposal, "as first reported", c))
	}
	if len(later) > 0 {
		out = append(out, t.version(later, proposal, "as revised", c))
	}
	if len(out) == 1 {
		out[0].Label = strings.TrimSuffix(out[0].Label, ", as first reported")
	}
	return out
}

func (t *texts) version(group []*text, proposal, state string, c *cast) travaux.Version {
	v := travaux.Version{ID: travaux.NewID("version", proposal, state)}
	var points, forms, statuses, dates, tabled, counts values
	for _, x := range group {
		cl := x.claim
		v.SupportedBy = append(v.SupportedBy, cl.SupportedBy...)
		v.Spans = append(v.Spans, x.src.span(cl.Span))
		addAll(&points, x.src, cl.Points, &cl.Claim)
		addAll(&forms, x.src, cl.Forms, &cl.Claim)
		addAll(&statuses, x.src, cl.Statuses, &cl.Claim)
		addAll(&dates, x.src, cl.Dates, &cl.Claim)
		addAll(&counts, x.src, cl.TrackCounts, &cl.Claim)
		addActors(&tabled, x.src, cl.TabledBy, &cl.Claim, c)
	}
	v.Points, v.Forms, v.Statuses = points.sorted(), forms.sorted(), statuses.sorted()
	v.Dates, v.TrackCounts, v.TabledBy = dates.sorted(), counts.sorted(), tabled.sorted()
	v.Provisions = provisions(group, c)
	v.SupportedBy, v.Spans = orderIDs(v.SupportedBy), orderSpans(v.Spans)
	v.Label = state
	if len(v.Points) > 0 {
		v.Label = v.Points[0].Value + " points, " + state
	}
	return v
}

// provisions lists what the accounts say the text requires. Those in the same
// words (content words equal, same obliged party) are one.
func provisions(group []*text, c *cast) []travaux.Provision {
	index := map[string]int{}
	out := []travaux.Provision{}
	for _, x := range group {
		for i := range x.claim.Provisions {
			p := &x.claim.Provisions[i]
			words := strings.Trim(p.Quote, " \t\n,.;:")
			obliged := c.of(x.src, p.Obliged)
			key := fold(strings.Join(strings.Fields(words), " ")) + "\x00" + obliged
			j, ok := index[key]
			if !ok {
				j = len(out)
				index[key] = j
				out = append(out, travaux.Provision{
					PointNo: p.PointNo, Text: words, Obligation: p.Obligation, Obliged: obliged,
					Issue: p.Issue, AgreedState: p.AgreedState,
					ID: travaux.NewID("provision", x.src.id+p.ID),
				})
			}
			o := &out[j]
			o.ID = min(o.ID, travaux.NewID("provision", x.src.id+p.ID))
			o.SupportedBy = append(o.SupportedBy, p.SupportedBy...)
			o.Spans = append(o.Spans, x.src.span(p.Span))
		}
	}
	for i := range out {
		out[i].SupportedBy, out[i].Spans = orderIDs(out[i].SupportedBy), orderSpans(out[i].Spans)
	}
	slices.SortFunc(out, func(a, b travaux.Provision) int {
		return cmp.Or(cmp.Compare(a.PointNo, b.PointNo), compareSpans(a.Spans[0], b.Spans[0]), strings.Compare(a.ID, b.ID))
	})
	return out
}

// trackList is one report's list of the tracks of one text.
type trackList struct {
	x      *text
	number int
	tracks []*travaux.TrackClaim
}

// trackLists gathers the lists in which the accounts of a text name tracks.
func trackLists(group []*text) []trackList {
	var out []trackList
	for _, x := range group {
		byList := map[int][]*travaux.TrackClaim{}
		for i := range x.claim.Tracks {
			tc := &x.claim.Tracks[i]
			byList[tc.List] = append(byList[tc.List], tc)
		}
		numbers := make([]int, 0, len(byList))
		for n := range byList {
			numbers = append(numbers, n)
		}
		slices.Sort(numbers)
		for _, n := range numbers {
			out = append(out, trackList{x, n, byList[n]})
		}
	}
	return out
}

func (l trackList) id() string { return l.x.src.id + "#" + strconv.Itoa(l.number) }

// buildTracks makes a row of every track of every list: two lists may
// disagree, and both are kept.
func (t *texts) buildTracks() []travaux.Track {
	out := []travaux.Track{}
	for i, group := range t.groups {
		for _, l := range trackLists(group) {
			for _, tc := range l.tracks {
				out = append(out, travaux.Track{
					ID: travaux.NewID("track", l.x.src.id+tc.ID), Kind: "thematic", Label: tc.Label,
					Members: []string{}, Proposal: t.rows[i].ID, List: l.id(),
					SupportedBy: orderIDs(tc.SupportedBy), Spans: []travaux.Span{l.x.src.span(tc.Span)},
				})
			}
		}
	}
	slices.SortFunc(out, func(a, b travaux.Track) int {
		return cmp.Or(compareSpans(a.Spans[0], b.Spans[0]), strings.Compare(a.ID, b.ID))
	})
	return out
}
