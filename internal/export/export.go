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
	for i := range v.NumField() {
		open := ",\n"
		if i == 0 {
			open = "{"
		}
		key := v.Type().Field(i).Tag.Get("json")
		fmt.Fprintf(bw, "%s%q:", open, key)
		if err := writeValue(bw, v.Field(i)); err != nil {
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
func writeValue(w *bufio.Writer, v reflect.Value) error {
	if v.Kind() != reflect.Slice {
		b, err := encode(v.Interface())
		w.Write(b)
		return err
	}
	w.WriteByte('[')
	for i := range v.Len() {
		if i > 0 {
			w.WriteByte(',')
		}
		b, err := encode(v.Index(i).Interface())
		if err != nil {
			return err
		}
		w.WriteByte('\n')
		w.Write(b)
	}
	w.WriteByte(']')
	return nil
}

// encode marshals v without escaping <, > and &, and with empty lists as [].
func encode(v any) ([]byte, error) {
	p := reflect.New(reflect.TypeOf(v))
	p.Elem().Set(reflect.ValueOf(v))
	fillLists(p.Elem())
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(p.Interface()); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// fillLists replaces nil slices by empty ones, all the way down: in the format
// a list with nothing in it is [], never null. Slices are copied before their
// elements are changed, so that the caller's value is left alone.
func fillLists(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		if v.IsNil() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
			return
		}
		if k := v.Type().Elem().Kind(); k != reflect.Struct && k != reflect.Slice && k != reflect.Pointer {
			return
		}
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(c, v)
		v.Set(c)
		for i := range v.Len() {
			fillLists(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fillLists(v.Field(i))
			}
		}
	case reflect.Pointer:
		if !v.IsNil() {
			c := reflect.New(v.Type().Elem())
			c.Elem().Set(v.Elem())
			v.Set(c)
			fillLists(v.Elem())
		}
	}
}
