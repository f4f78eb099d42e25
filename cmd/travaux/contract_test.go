package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"
)

// folders are what the contract is held on: the examples, and the real reports
// where they are beside the project.
func folders(t *testing.T) []string {
	t.Helper()
	list, err := filepath.Glob("../../examples/*")
	if err != nil {
		t.Fatal(err)
	}
	var dirs []string
	for _, d := range append(list, "../../../shared/seeds") {
		if fi, err := os.Stat(d); err == nil && fi.IsDir() {
			dirs = append(dirs, d)
		}
	}
	return dirs
}

// output runs a command and returns what it prints.
func output(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if status := run(context.Background(), args, strings.NewReader(""), &out, &errs); status != exitDone {
		t.Fatalf("travaux %s: exit status %d\n%s", strings.Join(args, " "), status, errs.String())
	}
	return out.Bytes()
}

func schema(t *testing.T, name string) *jsonschema.Resolved {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("../../doc/schema", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var s jsonschema.Schema
	if err := json.Unmarshal(b, &s); err != nil {
		t.Fatal(err)
	}
	r, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// object is a JSON object as it comes.
type object = map[string]any

// TestContract holds annotate and export to the machine interface: the schemas,
// and what no schema can say.
func TestContract(t *testing.T) {
	record, annotation := schema(t, "record"), schema(t, "annotation")
	for _, dir := range folders(t) {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			texts := map[string]string{} // by report id
			sc := bufio.NewScanner(bytes.NewReader(output(t, "annotate", dir)))
			sc.Buffer(nil, 64<<20)
			for sc.Scan() {
				var doc object
				if err := json.Unmarshal(sc.Bytes(), &doc); err != nil {
					t.Fatal(err)
				}
				if err := annotation.Validate(doc); err != nil {
					t.Errorf("annotation of %v: %v", doc["file"], err)
				}
				id := doc["report"].(object)["id"].(string)
				texts[id] = doc["text"].(string)
				checkSpans(t, doc, func(object) string { return texts[id] })
				checkTokens(t, doc)
			}
			if err := sc.Err(); err != nil {
				t.Fatal(err)
			}
			checkRecord(t, record, output(t, "export", dir), texts)
		})
	}
}

func checkRecord(t *testing.T, schema *jsonschema.Resolved, out []byte, texts map[string]string) {
	var rec object
	if err := json.Unmarshal(out, &rec); err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(rec); err != nil {
		t.Errorf("record: %v", err)
	}
	checkSpans(t, rec, func(span object) string {
		if span["file"] == nil {
			t.Errorf("a span names no file: %v", span)
		}
		id, _ := span["report"].(string)
		return texts[id]
	})
	statements := map[string]bool{}
	for _, row := range rec["statements"].([]any) {
		statements[row.(object)["id"].(string)] = true
	}
	for key, list := range rec {
		rows, ok := list.([]any)
		if !ok {
			continue
		}
		ids := map[string]bool{}
		for _, r := range rows {
			row := r.(object)
			id, _ := row["id"].(string)
			if id == "" || ids[id] {
				t.Errorf("%s: id %q is empty or not its own", key, id)
			}
			ids[id] = true
			if spans, _ := row["spans"].([]any); len(spans) == 0 {
				t.Errorf("%s %s leads to no words", key, id)
			}
			checkSupport(t, key+" "+id, row, statements)
			if key == "relations" && row["kind"] == "contradicts" && row["holds_if"] == "" {
				t.Errorf("relation %s contradicts without holds_if", id)
			}
		}
	}
}

// checkSupport checks that every supported_by names statements of the record,
// and at least one; only two spellings, or two copies, are nobody's claim.
func checkSupport(t *testing.T, where string, v any, statements map[string]bool) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			checkSupport(t, where, x, statements)
		}
	case object:
		if by, ok := v["supported_by"].([]any); ok {
			if kind := v["kind"]; len(by) == 0 && kind != "variant" && kind != "derives_from" {
				t.Errorf("%s: a value without a statement: %s", where, brief(v))
			}
			for _, s := range by {
				if id, _ := s.(string); !statements[id] {
					t.Errorf("%s: supported by %q, which is no statement of the record", where, id)
				}
			}
		}
		for _, x := range v {
			checkSupport(t, where, x, statements)
		}
	}
}

// checkSpans checks every object that has start, end and quote against its text.
func checkSpans(t *testing.T, v any, text func(object) string) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			checkSpans(t, x, text)
		}
	case object:
		if quote, ok := v["quote"].(string); ok {
			start, end := int(v["start"].(float64)), int(v["end"].(float64))
			s := text(v)
			if start < 0 || end < start || end > len(s) || s[start:end] != quote {
				t.Errorf("span %d-%d does not quote %q", start, end, quote)
			}
		}
		for _, x := range v {
			checkSpans(t, x, text)
		}
	}
}

// checkTokens checks that tokens quote the text and stay within sentences.
func checkTokens(t *testing.T, doc object) {
	text := doc["text"].(string)
	for _, s := range doc["sentences"].([]any) {
		sent := s.(object)
		for _, x := range sent["tokens"].([]any) {
			tok := x.(object)
			start, end := int(tok["start"].(float64)), int(tok["end"].(float64))
			if text[start:end] != tok["form"] || tok["start"].(float64) < sent["start"].(float64) || tok["end"].(float64) > sent["end"].(float64) {
				t.Errorf("token %v is not at %d-%d of its sentence", tok["form"], start, end)
			}
		}
	}
}

func brief(v object) string {
	s := fmt.Sprint(v)
	return s[:min(len(s), 200)]
}

// TestOrder holds that the record is the same in any order and on any number
// of workers.
func TestOrder(t *testing.T) {
	for _, dir := range folders(t) {
		files, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil {
			t.Fatal(err)
		}
		back := []string{"export", "--name", "x", "--workers", "3"}
		for i := len(files) - 1; i >= 0; i-- {
			back = append(back, files[i])
		}
		want := output(t, "export", "--name", "x", "--workers", "1", dir)
		if got := output(t, back...); !bytes.Equal(got, want) {
			t.Errorf("%s: the record depends on the order of its reports", dir)
		}
	}
}
