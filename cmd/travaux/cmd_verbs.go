package main

import (
	"maps"
	"os"
	"slices"

	"github.com/spf13/cobra"
)

// verb is a natural name for some questions: what is asked without a flag, and
// what each flag asks instead.
type verb struct {
	use, short string
	id         string
	param      string            // the parameter that the first argument gives
	flags      map[string]choice // by flag name
	values     map[string]string // flags with a value: the parameter they set
}

type choice struct{ id, usage string }

// verbs together name every question; a test holds that.
var verbs = []verb{
	{use: "positions STORE|PATH…", short: "Where parties stand, with their words", id: "positions", values: map[string]string{"party": "only this `PARTY`"}, flags: map[string]choice{
		"ruled-out": {"M3", "what is ruled out"}, "interests": {"M4", "interests behind positions"}, "sequence": {"M10", "demands that are conditions on sequence"},
		"changed": {"R4", "stances that changed"}, "alternatives": {"R9", "alternatives to agreement"}, "missing": {"C9", "parties without a position"}, "reach": {"M2", "issues by reach"},
	}},
	{use: "consultations STORE|PATH…", short: "Who was consulted, told or passed over", id: "consultations", values: map[string]string{"date": "the network as of this `DATE`", "who": "the sources for this `PARTY`"}, flags: map[string]choice{
		"left-out": {"M7", "who was left out"}, "network": {"C7", "as a network at a date"}, "sources": {"C4", "the sources behind what was left out"},
	}},
	{use: "forecasts STORE|PATH…", short: "What is expected, feared, planned or promised", id: "forecasts", flags: map[string]choice{
		"resolvable": {"R1", "those that can be resolved"}, "on-scale": {"R2", "those with a word on a scale"},
	}},
	{use: "texts STORE|PATH…", short: "Which texts are on the table", id: "M6", values: map[string]string{"a": "with --changes: the earlier `TEXT`", "b": "with --changes: the later `TEXT`", "text": "with --identity: only what this `TEXT` may be"}, flags: map[string]choice{
		"open": {"M5", "provisions still open"}, "changes": {"M1", "what changed between two versions"}, "tracks": {"M9", "tracks and what they cover"}, "pax": {"C6", "provisions by PA-X category"},
		"identity": {"identity", "texts that may be one, with reasons for and against"},
	}},
	{use: "first-report [TEXT] STORE|PATH…", short: "Who first reported a text", id: "J2", param: "text"},
	{use: "said [SPEAKER] STORE|PATH…", short: "What somebody is reported to have said", id: "J4", param: "speaker"},
	{use: "meeting [EVENT] STORE|PATH…", short: "When a meeting was and how long, and how each side read it out", id: "J3", param: "event", flags: map[string]choice{
		"readouts": {"M8", "what each side said of it"},
	}},
	{use: "negotiators STORE|PATH…", short: "Who negotiates for each party", id: "M11", values: map[string]string{"date": "as of this `DATE`"}},
	{use: "sources STORE|PATH…", short: "On how many independent sources each fact rests", id: "R10", values: map[string]string{"report": "with --unnamed: only this `REPORT`"}, flags: map[string]choice{
		"single-anonymous": {"J1", "what rests on one unnamed person alone"}, "outlet-voice": {"R6", "how much is the outlets' own voice"}, "no-comment": {"J6", "who declined to comment"},
		"quotations": {"J9", "quotations without a speaker or with two"}, "unnamed": {"J5", "the unnamed persons of a report"},
	}},
	{use: "numbers STORE|PATH…", short: "Numbers to check before print", id: "J7"},
	{use: "headlines STORE|PATH…", short: "Headlines that say more than their text", id: "J8"},
	{use: "furniture STORE|PATH…", short: "Lines that are not the article", id: "J10"},
	{use: "known STORE|PATH…", short: "What was known at one date, and what only at a later one", id: "J11", values: map[string]string{"from": "the earlier `DATE`", "to": "the later `DATE`"}},
	{use: "conflicts STORE|PATH…", short: "Contradictions, each with its assumption", id: "C10"},
	{use: "calendar STORE|PATH…", short: "What is scheduled as of a date", id: "R3", values: map[string]string{"date": "as of this `DATE`"}, flags: map[string]choice{
		"slipped": {"R8", "what was cancelled or slipped"},
	}},
	{use: "events STORE|PATH…", short: "How many events are behind the mentions", id: "C2", flags: map[string]choice{
		"plover": {"C1", "actor, event and recipient, with PLOVER codes"}, "inferred-dates": {"C3", "dates that are inferred, and from what"}, "coercive": {"R5", "measures that put pressure on somebody"},
	}},
	{use: "names STORE|PATH…", short: "When the name of a place means a place, and when an actor", id: "C5", values: map[string]string{"name": "only this `NAME`"}},
	{use: "rules STORE|PATH…", short: "What made each row, and what was overridden", id: "C8"},
	{use: "indicators STORE|PATH…", short: "Counts over time, each with its definition", id: "R7"},
}

// cmdVerbs makes a command of each verb.
func (a *app) cmdVerbs() []*cobra.Command {
	var out []*cobra.Command
	for _, v := range verbs {
		out = append(out, a.cmdVerb(v))
	}
	return out
}

func (a *app) cmdVerb(v verb) *cobra.Command {
	f := &askFlags{}
	chosen, values := map[string]*bool{}, map[string]*string{}
	cmd := &cobra.Command{
		Use: v.use, Short: v.short, Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, set := v.id, map[string]string{}
			for _, name := range slices.Sorted(maps.Keys(chosen)) {
				if *chosen[name] {
					id = v.flags[name].id
				}
			}
			for name, value := range values {
				if *value != "" {
					set[name] = *value
				}
			}
			if v.param != "" && !exists(args[0]) {
				if len(args) == 1 {
					return usagef("%s is no file or folder; name one after it", args[0])
				}
				set[v.param], args = args[0], args[1:]
			}
			return a.ask(cmd, id, set, f, args)
		},
	}
	a.input.reading(cmd)
	a.input.dates(cmd)
	a.input.decided(cmd)
	f.add(cmd)
	var names []string
	for _, name := range slices.Sorted(maps.Keys(v.flags)) {
		chosen[name] = cmd.Flags().Bool(name, false, v.flags[name].usage)
		names = append(names, name)
	}
	for _, name := range slices.Sorted(maps.Keys(v.values)) {
		values[name] = cmd.Flags().String(name, "", v.values[name])
	}
	if len(names) > 1 {
		cmd.MarkFlagsMutuallyExclusive(names...)
	}
	return cmd
}

// exists reports whether an argument is a path, which it is before it is the
// name of anything else.
func exists(arg string) bool {
	_, err := os.Stat(arg)
	return arg == "-" || err == nil
}
