package main

import (
	"context"
	"encoding/json"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/extract"
	"github.com/travaux/travaux/internal/reconcile"
	"github.com/travaux/travaux/internal/source"
	"github.com/travaux/travaux/internal/story"
)

func (a *app) cmdEvalStories() *cobra.Command {
	return &cobra.Command{
		Use:   "stories FILE…",
		Short: "Say which reports are about one event",
		Long: `Reads reports and writes, for each, a line of JSON: its id, and the id of the
first report of its story.`,
		Example: `  travaux eval stories articles.jsonl`,
		Args:    usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			reports, partial, err := a.extracted(cmd.Context(), args)
			if err != nil {
				return err
			}
			docs := make([]story.Doc, len(reports))
			for i, r := range reports {
				docs[i] = story.Doc{ID: idOf(r), Headline: r.Headline.Value, Body: r.Text, When: r.Date.EDTF}
			}
			out := json.NewEncoder(a.out)
			for i, first := range story.Cluster(docs) {
				row := struct {
					ID    string `json:"id"`
					Story string `json:"story"`
				}{docs[i].ID, docs[first].ID}
				if err := out.Encode(row); err != nil {
					return err
				}
			}
			return partial
		},
	}
}

func (a *app) cmdEvalDuplicates() *cobra.Command {
	return &cobra.Command{
		Use:   "duplicates FILE…",
		Short: "Say which reports are copies of one another",
		Long: `Reads reports and writes, for each pair of which one is a copy of the other,
perhaps with passages cut or in another order, a line of JSON with both ids.`,
		Example: `  travaux eval duplicates articles.jsonl`,
		Args:    usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			reports, partial, err := a.extracted(cmd.Context(), args)
			if err != nil {
				return err
			}
			texts := make([]string, len(reports))
			for i, r := range reports {
				texts[i] = r.Text
			}
			out := json.NewEncoder(a.out)
			for _, p := range reconcile.Duplicates(texts) {
				row := struct {
					A string `json:"a"`
					B string `json:"b"`
				}{idOf(reports[p[0]]), idOf(reports[p[1]])}
				if err := out.Encode(row); err != nil {
					return err
				}
			}
			return partial
		},
	}
}

// idOf is the id that an input gives itself, else the file.
func idOf(r *travaux.Report) string {
	if r.GivenID != "" {
		return r.GivenID
	}
	return r.File
}

// extracted makes texts of all inputs, without reading them further. partial is
// errPartial where some could not be.
func (a *app) extracted(ctx context.Context, paths []string) (reports []*travaux.Report, partial, err error) {
	for item, err := range source.Walk(ctx, paths, a.input.source(a)) {
		if err == nil {
			var r *travaux.Report
			r, err = extract.Extract(ctx, extract.Input{File: item.File, Data: item.Data, MediaType: item.MediaType, URL: item.URL})
			if err == nil {
				reports = append(reports, r)
				continue
			}
		}
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		partial = errPartial
		a.term.linef("not read: %v", err)
	}
	return reports, partial, nil
}
