// Package compact writes plain data, such as a reading or the rows of a
// record, in few bytes, and reads it back in few allocations: equal strings
// are kept once, zero fields not at all, and the quotation of a span is cut
// from the text again.
//
// It is for data that can be made again: the form has no place for fields that
// came later, and a change of a type makes what was written with the old one
// unreadable (ErrShape). It is not for evidence, nor for other programs.
package compact

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"reflect"
)

// ErrShape says that data was written for another shape of the type.
var ErrShape = errors.New("written for another version of the type")

// errDamaged says that data is not what Append wrote.
var errDamaged = errors.New("damaged")

// Codec writes and reads values of T. It is safe for use by several
// goroutines.
type Codec[T any] struct {
	plan  *plan
	shape uint64
}

// New makes the codec of a type made of structs, slices, pointers, strings,
// whole numbers, hashes (uint32) and booleans. Fields with the tag json:"-" are left out.
func New[T any]() (*Codec[T], error) {
	t := reflect.TypeFor[T]()
	p, err := (&planner{known: map[reflect.Type]*plan{}}).of(t)
	if err != nil {
		return nil, fmt.Errorf("plan %s: %w", t, err)
	}
	h := fnv.New64a()
	h.Write([]byte(format))
	p.describe(h)
	return &Codec[T]{p, h.Sum64()}, nil
}

// format names the form; a change of it makes older data unreadable.
const format = "compact/1"

// Append appends v to dst. Quotations that stand in text where their span says
// are not repeated; Decode needs the same text.
func (c *Codec[T]) Append(dst []byte, v *T, text string) []byte {
	w := &writer{text: text, index: map[string]uint64{}}
	c.plan.write(w, reflect.ValueOf(v).Elem())
	dst = binary.BigEndian.AppendUint64(dst, c.shape)
	dst = binary.AppendUvarint(dst, uint64(len(w.table)))
	size := 0
	for _, s := range w.table {
		dst = binary.AppendUvarint(dst, uint64(len(s)))
		size += len(s)
	}
	dst = binary.AppendUvarint(dst, uint64(size))
	for _, s := range w.table {
		dst = append(dst, s...)
	}
	return append(dst, w.body...)
}

// Decode reads into v, which must be zero, what Append wrote. Errors: ErrShape
// when it was written for another shape of T.
func (c *Codec[T]) Decode(data []byte, v *T, text string) error {
	if !c.Fits(data) {
		return ErrShape
	}
	r := &reader{data: data[8:], text: text}
	r.strings()
	c.plan.read(r, reflect.ValueOf(v).Elem())
	if r.err == nil && len(r.data) > 0 {
		r.err = errDamaged
	}
	return r.err
}

// Fits reports whether data was written for this shape of T.
func (c *Codec[T]) Fits(data []byte) bool {
	return len(data) >= 8 && binary.BigEndian.Uint64(data) == c.shape
}

// writer gathers the body, and the strings that it names by number.
type writer struct {
	text  string
	body  []byte
	table []string
	index map[string]uint64
}

func (w *writer) uint(n uint64) { w.body = binary.AppendUvarint(w.body, n) }

func (w *writer) string(s string) {
	i, ok := w.index[s]
	if !ok {
		i = uint64(len(w.table))
		w.index[s] = i
		w.table = append(w.table, s)
	}
	w.uint(i)
}

// reader reads a body; after the first error all it gives is zero.
type reader struct {
	text  string
	data  []byte
	table []string
	err   error
}

func (r *reader) uint() uint64 {
	n, size := binary.Uvarint(r.data)
	if size <= 0 {
		r.err, r.data = errDamaged, nil
		return 0
	}
	r.data = r.data[size:]
	return n
}

func (r *reader) hash() uint32 {
	if len(r.data) < 4 {
		r.err, r.data = errDamaged, nil
		return 0
	}
	n := binary.BigEndian.Uint32(r.data)
	r.data = r.data[4:]
	return n
}

// length is a number of things that take at least a byte each.
func (r *reader) length() int {
	n := r.uint()
	if n > uint64(len(r.data)) {
		r.err, r.data = errDamaged, nil
		return 0
	}
	return int(n)
}

func (r *reader) strings() {
	n := r.length()
	sizes := make([]int, n)
	total := 0
	for i := range sizes {
		sizes[i] = r.length()
		total += sizes[i]
	}
	if size := r.length(); size != total || r.err != nil {
		r.err, r.data = errDamaged, nil
		return
	}
	all := string(r.data[:total])
	r.data = r.data[total:]
	r.table = make([]string, n)
	for i, size := range sizes {
		r.table[i], all = all[:size], all[size:]
	}
}

func (r *reader) string() string {
	i := r.uint()
	if i >= uint64(len(r.table)) {
		r.err = errDamaged
		return ""
	}
	return r.table[i]
}
