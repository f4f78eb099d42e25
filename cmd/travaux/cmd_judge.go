package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/judge"
)

func (a *app) cmdJudge() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "judge",
		Short: "Decide what rules cannot: merge, split, choose, correct, reject, add, grade, resolve, keep, set aside, note",
		Long: `Keeps an analyst's decision on a record. It wins over the rules, survives new
versions of them and new texts of the reports, and can be undone (travaux undo).
Rows are named by the ids that export and ask --format json show; what is kept is
the words of the reports, not the ids. With --judgements FILE, STORE may be a
folder of reports, and the decisions are kept in the file.`,
		Args: usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	for _, v := range judgeVerbs {
		cmd.AddCommand(a.cmdJudgeVerb(v))
	}
	cmd.AddCommand(a.cmdJudgeNote(), a.cmdJudgeAdd(), a.cmdJudgeExport(), a.cmdJudgeImport())
	return cmd
}

// judgeVerb is a way of judging rows that are named by their ids.
type judgeVerb struct {
	use, short, long string
	least            int // arguments after STORE
	make             func(b *bench, args []string) (travaux.Judgement, error)
}

var judgeVerbs = []judgeVerb{
	{use: "merge STORE ID ID…", short: "Actors, events or texts are one", least: 2, make: (*bench).merge},
	{
		use: "split STORE ID PART…", short: "Some parts of an actor, event or text are another; or two rows are not one", least: 2, make: (*bench).split,
		long: `Tells the parts named from the rest of a row. A part is a report, by its id or
file, a claim by its id (an event lists its claims), or a form of an actor's name.
The id of another row says that the two are not one, now and when reports are
added: it refuses what travaux texts --identity suggests.
What a report yet to come means is left open where both sides fit.`,
	},
	{
		use: "choose STORE ID FIELD VALUE", short: "Of the values reported, the one to show", least: 3, make: (*bench).choose,
		long: `Chooses which of the reported values of a field is shown first; the others stay
beside it. VALUE is as the record has it (PT4H) or as a report writes it ("four hours").
Fields: name of an actor; date, duration, place, outcome, status of an event; name,
author, points, form, status, date, origin, tabled_by, first_reported_by,
track_count of a text.`,
	},
	{
		use: "correct STORE ID FIELD VALUE…", short: "A field was misread", least: 3, make: (*bench).correct,
		long: `Gives a field of what was read another value, in every claim of the row; the id
of a claim corrects that claim alone. An actor is named as the report names it, or
by its id. A wrong field is answered with those that there are.`,
	},
	{use: "reject STORE ID…", short: "What was read is not in the report", least: 1, make: (*bench).reject},
	{
		use: "grade STORE ID GRADE", short: "Grade a source (A–F) or what is said (1–6)", least: 2, make: (*bench).grade,
		long: `Grades on the Admiralty scale: A to F the reliability of a source, 1 to 6 the
credibility of information. The two are given apart, and neither is ever computed.`,
	},
	{
		use: "resolve STORE ID OUTCOME", short: "What came of a forecast", least: 2, make: (*bench).resolve,
		long: "OUTCOME is came_true, did_not_come_true, came_true_in_part, void or open.",
	},
	{
		use: "keep STORE REPORT…", short: "A report that was set aside is on the subject", least: 1,
		make: func(b *bench, args []string) (travaux.Judgement, error) { return b.belongs(travaux.JudgeKeep, args) },
		long: "Takes in what a report claims that the rules set aside as on another subject.\nREPORT is its id or file; travaux status names those that are set aside.",
	},
	{
		use: "set-aside STORE REPORT…", short: "A report is on another subject", least: 1,
		make: func(b *bench, args []string) (travaux.Judgement, error) {
			return b.belongs(travaux.JudgeSetAside, args)
		},
		long: "Leaves out of the record what a report claims; the report stays as evidence.\nREPORT is its id or file.",
	},
}

func (a *app) cmdJudgeVerb(v judgeVerb) *cobra.Command {
	cmd := &cobra.Command{
		Use: v.use + " --reason TEXT", Short: v.short, Long: v.long, Args: usageArgs(cobra.MinimumNArgs(1 + v.least)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.judgeRows(cmd, args[0], args[1:], func(b *bench) (travaux.Judgement, error) { return v.make(b, args[1:]) })
		},
	}
	a.judging(cmd)
	return cmd
}

func (a *app) cmdJudgeAdd() *cobra.Command {
	var report, words string
	var set []string
	cmd := &cobra.Command{
		Use:   "add STORE WHAT --report REPORT --words TEXT --set FIELD=VALUE… --reason TEXT",
		Short: "What was not read is in the report: at these words",
		Long: `Adds by hand what the rules did not read: an event, text, position,
consultation, forecast or statement, at the words that carry it. An actor is named
as the report names it. What is needed: kind of an event; name of a text; party,
issue and stance of a position; who and relation of a consultation; holder and type
of a forecast; speaker of a statement.`,
		Example: `  travaux judge add talks.travaux event --report a.txt --words "sat together until dawn" \
    --set kind=meeting --set actors="Ada Lund" --set actors="Sam Okoro" --reason "missed"`,
		Args: usageArgs(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.judgeRows(cmd, args[0], []string{report}, func(b *bench) (travaux.Judgement, error) { return b.add(args[1], report, words, set) })
		},
	}
	a.judging(cmd)
	quoting(cmd, &report, &words)
	cmd.Flags().StringArrayVar(&set, "set", nil, "`FIELD=VALUE`; repeated for several")
	return cmd
}

func (a *app) cmdJudgeNote() *cobra.Command {
	var report, words string
	cmd := &cobra.Command{
		Use:   "note STORE [ID…] --reason TEXT",
		Short: "A remark on rows, on words of a report, or on the record",
		Long: `Keeps a remark, which is the reason given. A note on words that are listed for
review, because a later version of a report words something otherwise, settles
that they have been looked at.`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.judgeRows(cmd, args[0], append(args[1:], report), func(b *bench) (travaux.Judgement, error) { return b.note(args[1:], report, words) })
		},
	}
	a.judging(cmd)
	quoting(cmd, &report, &words)
	return cmd
}

// quoting are the flags that name words of a report.
func quoting(cmd *cobra.Command, report, words *string) {
	cmd.Flags().StringVar(report, "report", "", "the `REPORT` that has the words, by its id or file")
	cmd.Flags().StringVar(words, "words", "", "the words of the report, exactly")
}

// merge makes one judgement of the first naming of each row: what else the
// rules take for one with it stays theirs to decide.
func (b *bench) merge(ids []string) (travaux.Judgement, error) {
	j := travaux.Judgement{Kind: travaux.JudgeMerge}
	for _, id := range ids {
		parts, err := b.marker.Row(id)
		if err != nil {
			return j, err
		}
		j.Anchors = append(j.Anchors, parts[0].Anchor)
	}
	return j, nil
}

func (b *bench) split(args []string) (travaux.Judgement, error) {
	j := travaux.Judgement{Kind: travaux.JudgeSplit}
	parts, err := b.marker.Row(args[0])
	if err != nil {
		return j, err
	}
	used := map[string]bool{}
	for _, p := range parts {
		p.Side = 2
		for _, name := range args[1:] {
			if p.ID == name || p.Report == name || p.File == name || strings.EqualFold(p.Quote, name) {
				p.Side, used[name] = 1, true
			}
		}
		j.Anchors = append(j.Anchors, p.Anchor)
	}
	for _, name := range args[1:] {
		if used[name] {
			continue
		}
		other, err := b.marker.Row(name)
		if err != nil || other[0].What != parts[0].What {
			return j, b.noPart(args[0], name, parts)
		}
		for _, p := range other {
			p.Side = 1
			j.Anchors = append(j.Anchors, p.Anchor)
		}
	}
	return j, nil
}

// noPart says which parts a row has.
func (b *bench) noPart(id, name string, parts []judge.Part) error {
	e := travaux.Errorf(travaux.CodeNotFound, "split", id, "no part of it is called %q", name)
	var have []string
	for _, p := range parts {
		have = append(have, p.ID+" (“"+oneLine(p.Quote)+"” in "+p.File+")")
	}
	e.Hint = "its parts: " + strings.Join(have, ", ")
	return e
}

func (b *bench) choose(args []string) (travaux.Judgement, error) {
	j := travaux.Judgement{Kind: travaux.JudgeChoose}
	parts, err := b.marker.Row(args[0])
	if err != nil {
		return j, err
	}
	what := parts[0].What
	if err := b.field(j.Kind, what, args[1]); err != nil {
		return j, err
	}
	s, err := b.marker.Value(args[0], args[1], strings.Join(args[2:], " "))
	j.Anchors, j.Set = []travaux.Anchor{parts[0].Anchor}, []travaux.Setting{s}
	return j, err
}

func (b *bench) correct(args []string) (travaux.Judgement, error) {
	j := travaux.Judgement{Kind: travaux.JudgeCorrect}
	parts, err := b.marker.Row(args[0])
	if err != nil {
		return j, err
	}
	for _, p := range parts {
		j.Anchors = append(j.Anchors, p.Anchor)
	}
	what, name := parts[0].What, args[1]
	if err := b.field(j.Kind, what, name); err != nil {
		return j, err
	}
	if judge.Actorly(what, name) && parts[0].Report != parts[len(parts)-1].Report {
		e := travaux.Errorf(travaux.CodeConflict, "correct", args[0], "several reports tell of it, each in its own names")
		e.Hint = "correct one claim by its id:"
		for _, p := range parts {
			e.Hint += " " + p.ID + " (" + p.File + ")"
		}
		return j, e
	}
	for _, value := range args[2:] {
		s, err := b.setting(parts[0].Report, what, name, value)
		if err != nil {
			return j, err
		}
		j.Set = append(j.Set, s)
	}
	return j, nil
}

func (b *bench) reject(ids []string) (travaux.Judgement, error) {
	j := travaux.Judgement{Kind: travaux.JudgeReject}
	for _, id := range ids {
		parts, err := b.marker.Row(id)
		if err != nil {
			return j, err
		}
		for _, p := range parts {
			j.Anchors = append(j.Anchors, p.Anchor)
		}
	}
	return j, nil
}

func (b *bench) grade(args []string) (travaux.Judgement, error) {
	j := travaux.Judgement{Kind: travaux.JudgeReliability, Set: []travaux.Setting{{Field: "reliability", Value: strings.ToUpper(args[1])}}}
	if strings.ContainsAny(args[1], "0123456789") {
		j.Kind, j.Set[0].Field = travaux.JudgeCredibility, "credibility"
	}
	return b.first(j, args[0])
}

func (b *bench) resolve(args []string) (travaux.Judgement, error) {
	return b.first(travaux.Judgement{Kind: travaux.JudgeResolve, Set: []travaux.Setting{{Field: "resolution", Value: args[1]}}}, args[0])
}

func (b *bench) note(ids []string, report, words string) (travaux.Judgement, error) {
	j := travaux.Judgement{Kind: travaux.JudgeNote}
	var err error
	for _, id := range ids {
		if j, err = b.first(j, id); err != nil {
			return j, err
		}
	}
	if report == "" && words == "" {
		return j, nil
	}
	at, err := b.quoted(judge.Passage, report, words)
	j.Anchors = append(j.Anchors, at)
	return j, err
}

// quoted anchors words of a report.
func (b *bench) quoted(what, report, words string) (travaux.Anchor, error) {
	if report == "" || words == "" {
		return travaux.Anchor{}, usagef("say where it stands with --report and --words")
	}
	id, err := b.report(report, words)
	if err != nil {
		return travaux.Anchor{}, err
	}
	return b.marker.Quoted(id, what, words)
}

// belongs decides of reports, named by ids or files, whether they are on the
// subject.
func (b *bench) belongs(kind travaux.JudgementKind, names []string) (travaux.Judgement, error) {
	j := travaux.Judgement{Kind: kind}
	for _, name := range names {
		id, err := b.report(name, "")
		if err == nil {
			j, err = b.first(j, id)
		}
		if err != nil {
			return j, err
		}
	}
	return j, nil
}

// first anchors the judgement at the first part of a row.
func (b *bench) first(j travaux.Judgement, id string) (travaux.Judgement, error) {
	parts, err := b.marker.Row(id)
	if err != nil {
		return j, err
	}
	j.Anchors = append(j.Anchors, parts[0].Anchor)
	return j, nil
}

func (b *bench) add(what, report, words string, set []string) (travaux.Judgement, error) {
	j := travaux.Judgement{Kind: travaux.JudgeAdd}
	at, err := b.quoted(what, report, words)
	if err != nil {
		return j, err
	}
	j.Anchors = []travaux.Anchor{at}
	for _, s := range set {
		name, value, ok := strings.Cut(s, "=")
		if !ok {
			return j, usagef("--set %q is not field=value", s)
		}
		if err := b.field(j.Kind, what, name); err != nil {
			return j, err
		}
		x, err := b.setting(at.Report, what, name, value)
		if err != nil {
			return j, err
		}
		j.Set = append(j.Set, x)
	}
	return j, nil
}

// setting gives a field a value, which is anchored where it is an actor.
func (b *bench) setting(report, what, name, value string) (travaux.Setting, error) {
	s := travaux.Setting{Field: name, Value: value}
	if !judge.Actorly(what, name) {
		return s, nil
	}
	at, err := b.marker.Named(report, value)
	if err != nil {
		return s, err
	}
	s.Value, s.Means = at.Quote, &at
	return s, nil
}

// field checks that there is such a field.
func (b *bench) field(kind travaux.JudgementKind, what, name string) error {
	known := judge.Fields(kind, what)
	for _, f := range known {
		if f == name {
			return nil
		}
	}
	if len(known) == 0 {
		return usagef("%s has no field that can be set so", judge.Article(what))
	}
	return usagef("%s has no field %q here; there are: %s", judge.Article(what), name, strings.Join(known, ", "))
}
