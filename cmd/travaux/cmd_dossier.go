package main

import (
	"fmt"
	"io"
	"path/filepath"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/answer"
	"github.com/travaux/travaux/internal/dossier"
	"github.com/travaux/travaux/internal/export"
)

func (a *app) cmdDossier() *cobra.Command {
	var dir string
	var excerpts bool
	cmd := &cobra.Command{
		Use:   "dossier PATH…",
		Short: "Write a dossier of reports: a site to open from disk, a brief, the record as JSON",
		Long: `Reads folders, files and URLs of reports, or a record made with travaux init,
and writes index.html, brief.md and record.json with what they need. The site
opens from disk; it needs no server, network or JavaScript.`,
		Example: `  travaux dossier reports/ -o dossier
  travaux dossier talks.travaux --known-by 2031-03-05`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := a.view(cmd.Context(), args)
			if err != nil {
				return err
			}
			texts, err := v.reports()
			if err != nil {
				return err
			}
			d := dossier.Data{Record: v.Record, RecordJSON: func(w io.Writer) error { return export.Record(w, v.Record) }, Reports: texts, Options: dossier.Options{Excerpts: excerpts, Version: versionOf()}}
			if d.Answers, err = answers(v); err != nil {
				return err
			}
			v.readings = nil // the answers were all that needed them
			// Pages are thrown away at once, beside a record that stays: to collect
			// them twice as often costs little and saves a fifth of the memory.
			defer debug.SetGCPercent(debug.SetGCPercent(50))
			if err := dossier.Write(dir, d); err != nil {
				return err
			}
			a.summarise(v.Record, dir)
			return v.partial()
		},
	}
	a.input.reading(cmd)
	a.input.dates(cmd)
	a.input.decided(cmd)
	cmd.Flags().StringVarP(&dir, "output", "o", "dossier", "`DIR` to write to")
	cmd.Flags().StringVar(&a.input.name, "name", "", "the negotiation's name, for titles")
	cmd.Flags().BoolVar(&excerpts, "excerpts", false, "publish quotations only, not whole articles")
	return cmd
}

// answers are those to the questions of people: the lists that "everybody" asks
// for are pages of the dossier already.
func answers(v *view) ([]*answer.Answer, error) {
	index := answer.NewIndex(v.subject())
	var out []*answer.Answer
	for _, q := range answer.Questions() {
		if q.Asks == "everybody" {
			continue
		}
		ans, err := index.Ask(q.ID, nil)
		if err != nil {
			return nil, err
		}
		out = append(out, ans)
	}
	return out, nil
}

// summarise says on standard output what a dossier holds and where it is.
func (a *app) summarise(rec *travaux.Record, dir string) {
	a.term.clear()
	outlets := map[string]bool{}
	for _, r := range rec.Reports {
		if r.Outlet.Value != "" {
			outlets[r.Outlet.Value] = true
		}
	}
	contradictions := 0
	for _, r := range rec.Relations {
		if r.Kind == travaux.Contradicts {
			contradictions++
		}
	}
	single := 0
	for _, c := range rec.Corroborations {
		if c.SingleAnonymous {
			single++
		}
	}
	p := func(format string, args ...any) { fmt.Fprintln(a.out, visible(fmt.Sprintf(format, args...))) }
	p("%s: %s, %s.", rec.Negotiation.Name, count(len(rec.Reports), "report"), count(len(outlets), "named outlet"))
	p("  %s, %s, %s, %s", count(len(rec.Actors), "actor"), count(len(rec.Statements), "statement"),
		count(len(rec.Events), "event"), count(len(rec.Proposals), "text"))
	p("  %s between reports, of which %s", count(len(rec.Relations), "relation"), count(contradictions, "contradiction"))
	p("  %s on one unnamed person and nothing else", rest(single))
	if n := len(rec.Negotiation.Unread); n > 0 {
		p("  %s could not be read (reasons above and in the dossier)", count(n, "input"))
	}
	p("Open %s", filepath.Join(dir, "index.html"))
}

func rest(n int) string {
	if n == 1 {
		return "1 fact rests"
	}
	return fmt.Sprintf("%d facts rest", n)
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
