package judge

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// header is the first line of a file of judgements.
const header = `{"format":"travaux.judgements/1"}`

// maxLine is the longest line that is read.
const maxLine = 4 << 20

// entry is a judgement as it is kept and exchanged: without its state, which is
// found anew for every record.
type entry struct {
	At      string                `json:"at"`
	By      string                `json:"by"`
	Kind    travaux.JudgementKind `json:"kind"`
	Reason  string                `json:"reason"`
	Set     []travaux.Setting     `json:"set,omitempty"`
	Anchors []travaux.Anchor      `json:"anchors,omitempty"`
	Undoes  string                `json:"undoes,omitempty"`
	Rules   string                `json:"rules,omitempty"`
	ID      string                `json:"id"`
}

// Encode writes one judgement as one line of JSON, without its line break.
func Encode(j *travaux.Judgement) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(entry{At: j.At, By: j.By, Kind: j.Kind, Reason: j.Reason, Set: j.Set, Anchors: j.Anchors, Undoes: j.Undoes, Rules: j.Rules, ID: j.ID})
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// Decode reads what Encode wrote. Errors: CodeMalformed for what is no
// judgement, or was changed since it was made; CodeInvalid for one that makes
// no sense.
func Decode(line []byte) (travaux.Judgement, error) {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	var e entry
	if err := d.Decode(&e); err != nil {
		return travaux.Judgement{}, travaux.Errorf(travaux.CodeMalformed, "read judgement", "", "it is not a judgement in JSON: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return travaux.Judgement{}, travaux.Errorf(travaux.CodeMalformed, "read judgement", e.ID, "more stands on its line")
	}
	j := travaux.Judgement{ID: e.ID, Kind: e.Kind, Anchors: e.Anchors, Set: e.Set, By: e.By, At: e.At, Reason: e.Reason, Rules: e.Rules, Undoes: e.Undoes}
	if want := Identify(j).ID; j.ID != want && !erased(&j) {
		err := travaux.Errorf(travaux.CodeMalformed, "read judgement", j.ID, "its content does not have that id: it was changed after it was made")
		err.Hint = "undo the judgement and make another, instead of changing the file by hand"
		return j, err
	}
	return j, Check(&j)
}

// Write writes judgements as a file: a line that names the format, then one
// judgement a line. The same judgements give the same bytes. They stand by what
// they bear on, so that two who judged different things changed different
// places of the file, and what was taken back stands beside what did so.
func Write(w io.Writer, judgements []travaux.Judgement) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, header)
	for _, j := range byPlace(Union(judgements)) {
		line, err := Encode(&j)
		if err != nil {
			return fmt.Errorf("write judgement %s: %w", j.ID, err)
		}
		out.Write(line)
		out.WriteByte('\n')
	}
	return out.Flush()
}

// byPlace orders judgements that are in order of time: those on a record as a
// whole, then by report and place. What undoes another stands at its place.
func byPlace(all []travaux.Judgement) []travaux.Judgement {
	index := map[string]int{}
	for i := range all {
		index[all[i].ID] = i
	}
	at := make([]travaux.Anchor, len(all))
	for i := range all {
		of := &all[i]
		for range 64 { // undone again and again; beyond that it does not matter where
			k, there := index[of.Undoes]
			if len(of.Anchors) > 0 || of.Undoes == "" || !there {
				break
			}
			of = &all[k]
		}
		if len(of.Anchors) > 0 {
			at[i] = of.Anchors[0]
		}
	}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		a, b := &at[x], &at[y]
		return cmp.Or(
			strings.Compare(a.File, b.File), strings.Compare(a.Report, b.Report),
			cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), strings.Compare(a.What, b.What))
	})
	out := make([]travaux.Judgement, len(all))
	for i, k := range order {
		out[i] = all[k]
	}
	return out
}

// Read reads a file of judgements. The order of its lines and repetitions do
// not matter, so that two files may be put together line by line. Errors:
// CodeMalformed and CodeInvalid, with the line.
func Read(name string, r io.Reader) ([]travaux.Judgement, error) {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 0, 64<<10), maxLine)
	var out []travaux.Judgement
	n, headed := 0, false
	for in.Scan() {
		n++
		line := bytes.TrimSpace(in.Bytes())
		switch {
		case len(line) == 0:
			continue
		case string(line) == header:
			headed = true
			continue
		case conflictMark(line):
			e := travaux.Errorf(travaux.CodeMalformed, "read judgements", name, "line %d is the mark of a merge that was not finished", n)
			e.Hint = "delete the marks and keep the lines of both sides: no judgement excludes another in the file"
			return nil, e
		case !headed:
			return nil, travaux.Errorf(travaux.CodeMalformed, "read judgements", name, "line %d: the file does not begin with %s", n, header)
		}
		j, err := Decode(line)
		if err != nil {
			return nil, travaux.Errorf(travaux.CodeOf(err), "read judgements", name, "line %d: %w", n, err)
		}
		out = append(out, j)
	}
	if err := in.Err(); err != nil {
		return nil, travaux.Errorf(travaux.CodeUnreadable, "read judgements", name, "line %d: %w", n+1, err)
	}
	if !headed {
		return nil, travaux.Errorf(travaux.CodeMalformed, "read judgements", name, "it does not begin with %s", header)
	}
	return Union(out), nil
}

// conflictMark reports whether a line is one that version control leaves
// between two sides.
func conflictMark(line []byte) bool {
	for _, m := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if bytes.HasPrefix(line, []byte(m)) {
			return true
		}
	}
	return false
}
