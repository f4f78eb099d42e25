package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux/internal/answer"
)

// askFlags say what is asked and how the answer is written.
type askFlags struct {
	set    []string
	format string
	limit  int
	list   bool
}

func (f *askFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.format, "format", "table", "table, json or csv")
	cmd.Flags().IntVar(&f.limit, "limit", 100, "rows of a table, 0 for all; json and csv have all")
}

func (a *app) cmdAsk() *cobra.Command {
	f := &askFlags{}
	cmd := &cobra.Command{
		Use:   "ask ID STORE|PATH…",
		Short: "Answer one of the questions that travaux ask --list shows",
		Long: `Answers a question about the record: a table whose every row quotes its words
and says where they stand. What the record does not hold is listed as not in the
record. Parameters narrow a question: --set party=Norland.`,
		Args: usageArgs(func(cmd *cobra.Command, args []string) error {
			if f.list {
				return nil
			}
			return cobra.MinimumNArgs(2)(cmd, args)
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.list {
				return listQuestions(a.out)
			}
			set := map[string]string{}
			for _, s := range f.set {
				name, value, ok := strings.Cut(s, "=")
				if !ok {
					return usagef("--set %q is not name=value", s)
				}
				set[name] = value
			}
			return a.ask(cmd, args[0], set, f, args[1:])
		},
	}
	a.input.reading(cmd)
	a.input.dates(cmd)
	a.input.decided(cmd)
	f.add(cmd)
	cmd.Flags().StringArrayVar(&f.set, "set", nil, "a parameter, `NAME=VALUE` (repeatable)")
	cmd.Flags().BoolVar(&f.list, "list", false, "list the questions and their parameters")
	return cmd
}

func listQuestions(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	for _, q := range answer.Questions() {
		var params []string
		for _, p := range q.Parameters {
			params = append(params, p.Name+"= "+p.Meaning)
		}
		fmt.Fprintf(t, "%s\t%s\t%s\n", q.ID, q.Text, strings.Join(params, "; "))
	}
	return t.Flush()
}

// ask gathers a record, asks and writes the answer.
func (a *app) ask(cmd *cobra.Command, id string, set map[string]string, f *askFlags, paths []string) error {
	write, ok := answerFormats[f.format]
	if !ok {
		return usagef("unknown format %q; there are: %s", f.format, strings.Join(slices.Sorted(maps.Keys(answerFormats)), ", "))
	}
	v, err := a.view(cmd.Context(), paths)
	if err != nil {
		return err
	}
	ans, err := answer.Ask(v.subject(), id, set)
	if err != nil {
		return err
	}
	if err := write(a.out, ans, f.limit); err != nil {
		return err
	}
	return v.partial()
}

// subject is the record to ask about, which can be made at other dates.
func (v *view) subject() answer.Subject {
	return answer.Subject{Record: v.Record, Load: v.readings, At: v.at}
}

var answerFormats = map[string]func(io.Writer, *answer.Answer, int) error{"table": writeTable, "json": writeJSON, "csv": writeCSV}

func writeJSON(w io.Writer, ans *answer.Answer, _ int) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(ans)
}

// writeTable writes each row as a line of cells, and below it its passages; of
// many rows the first.
func writeTable(w io.Writer, ans *answer.Answer, limit int) error {
	fmt.Fprintln(w, ans.Question)
	for _, name := range slices.Sorted(maps.Keys(ans.Parameters)) {
		if v := ans.Parameters[name]; v != "" {
			fmt.Fprintf(w, "%s: %s\n", name, oneLine(v))
		}
	}
	fmt.Fprintln(w)
	rows, missing := ans.Rows, ans.NotInRecord
	if limit > 0 {
		rows, missing = rows[:min(limit, len(rows))], missing[:min(limit, len(missing))]
	}
	for _, r := range rows {
		for _, c := range ans.Columns {
			if v := r.Values[c]; v != "" && c != "words" {
				fmt.Fprintf(w, "%s: %s\n", c, oneLine(v))
			}
		}
		for i, s := range r.Spans {
			if i == 4 {
				fmt.Fprintf(w, "    and %d more passages\n", len(r.Spans)-i)
				break
			}
			fmt.Fprintf(w, "    “%s” (%s, bytes %d–%d)\n", oneLine(s.Quote), s.File, s.Start, s.End)
		}
		fmt.Fprintln(w)
	}
	if len(ans.Rows) == 0 {
		fmt.Fprint(w, "No row of the record answers this.\n\n")
	}
	if n := len(ans.Rows) - len(rows); n > 0 {
		fmt.Fprintf(w, "And %d more rows; --limit 0 shows all.\n\n", n)
	}
	for _, m := range missing {
		fmt.Fprintf(w, "Not in the record: %s.\n", oneLine(m))
	}
	if n := len(ans.NotInRecord) - len(missing); n > 0 {
		fmt.Fprintf(w, "And %d more things that are not in the record.\n", n)
	}
	if ans.Note != "" {
		fmt.Fprintln(w, ans.Note)
	}
	return nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// writeCSV writes the cells, then where the words stand and the words.
func writeCSV(w io.Writer, ans *answer.Answer, _ int) error {
	c := csv.NewWriter(w)
	if err := c.Write(slices.Concat(ans.Columns, []string{"id", "passages", "quotations"})); err != nil {
		return err
	}
	for _, r := range ans.Rows {
		var cells, at, quotes []string
		for _, name := range ans.Columns {
			cells = append(cells, r.Values[name])
		}
		for _, s := range r.Spans {
			at = append(at, fmt.Sprintf("%s:%d-%d", s.File, s.Start, s.End))
			quotes = append(quotes, oneLine(s.Quote))
		}
		if err := c.Write(append(cells, r.ID, strings.Join(at, " "), strings.Join(quotes, " | "))); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}
