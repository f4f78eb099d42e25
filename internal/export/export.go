// Package export writes records and readings in the formats that other
// programs read, one file per format: the record as JSON, and for readings
// JSON Lines, CoNLL-U, TimeML and brat. It also reads the two of them that
// come with their own tokens or markup, CoNLL-U and TimeML.
//
// It is for encoding. It is not for deciding what is in a record.
package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"

	"github.com/travaux/travaux"
)

// Record writes a record as one JSON object, one row a line, so that two
// exports can be compared with diff. Equal records give equal bytes.
func Record(w io.Writer, rec *travaux.Record) error {
	bw := bufio.NewWriter(w)
	v := reflect.ValueOf(rec).Elem()
	fill := lists{}
	for i := range v.NumField() {
		open := ",\n"
		if i == 0 {
			open = "{"
		}
		key := v.Type().Field(i).Tag.Get("json")
		fmt.Fprintf(bw, "%s%q:", open, key)
		if err := writeValue(bw, v.Field(i), fill); err != nil {
			return fmt.Errorf("write %s of the record: %w", key, err)
		}
	}
	bw.WriteString("}\n")
	if err := bw.Flush(); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	return nil
}

// writeValue writes a list one element a line, anything else on one line.
func writeValue(w *bufio.Writer, v reflect.Value, fill lists) error {
	var b bytes.Buffer
	write := func(v reflect.Value) error {
		b.Reset()
		err := encode(&b, v, fill)
		w.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
		return err
	}
	if v.Kind() != reflect.Slice {
		return write(v)
	}
	w.WriteByte('[')
	for i := range v.Len() {
		if i > 0 {
			w.WriteByte(',')
		}
		w.WriteByte('\n')
		if err := write(v.Index(i)); err != nil {
			return err
		}
	}
	w.WriteByte(']')
	return nil
}

// encode writes v as a line of JSON, without escaping <, > and &, and with
// empty lists as [].
func encode(w io.Writer, v reflect.Value, fill lists) error {
	p := reflect.New(v.Type())
	p.Elem().Set(v)
	fill.in(p.Elem())
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(p.Interface())
}
