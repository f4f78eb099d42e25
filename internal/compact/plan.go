package compact

import (
	"encoding/binary"
	"fmt"
	"io"
	"reflect"
)

// plan says how values of one type are written.
type plan struct {
	t     reflect.Type
	write func(*writer, reflect.Value)
	read  func(*reader, reflect.Value)

	elem   *plan // of a slice or pointer
	fields []field
}

type field struct {
	index int
	name  string
	*plan
}

// planner makes the plans of types.
type planner struct {
	known map[reflect.Type]*plan // nil while being made
}

func (m *planner) of(t reflect.Type) (*plan, error) {
	if p, ok := m.known[t]; ok {
		if p == nil {
			return nil, fmt.Errorf("%s holds itself", t)
		}
		return p, nil
	}
	m.known[t] = nil
	p, err := m.make(t)
	if err != nil {
		return nil, err
	}
	m.known[t] = p
	return p, nil
}

func (m *planner) make(t reflect.Type) (*plan, error) {
	p := &plan{t: t}
	switch t.Kind() {
	case reflect.String:
		p.write = func(w *writer, v reflect.Value) { w.string(v.String()) }
		p.read = func(r *reader, v reflect.Value) { v.SetString(r.string()) }
	case reflect.Bool:
		p.write = func(w *writer, v reflect.Value) { w.uint(number(v.Bool())) }
		p.read = func(r *reader, v reflect.Value) { v.SetBool(r.uint() > 0) }
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		p.write = func(w *writer, v reflect.Value) { n := v.Int(); w.uint(uint64(n)<<1 ^ uint64(n>>63)) }
		p.read = func(r *reader, v reflect.Value) { n := r.uint(); v.SetInt(int64(n>>1) ^ -int64(n&1)) }
	case reflect.Uint32: // a hash: as long as it can be
		p.write = func(w *writer, v reflect.Value) { w.body = binary.BigEndian.AppendUint32(w.body, uint32(v.Uint())) }
		p.read = func(r *reader, v reflect.Value) { v.SetUint(uint64(r.hash())) }
	case reflect.Slice, reflect.Pointer:
		elem, err := m.of(t.Elem())
		if err != nil {
			return nil, err
		}
		p.elem = elem
		if t.Kind() == reflect.Slice {
			p.slice()
		} else {
			p.pointer()
		}
	case reflect.Struct:
		return p, m.fields(p)
	default:
		return nil, fmt.Errorf("a %s cannot be written", t)
	}
	return p, nil
}

func number(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// slice writes the length plus one, 0 for nil, and the elements.
func (p *plan) slice() {
	p.write = func(w *writer, v reflect.Value) {
		if v.IsNil() {
			w.uint(0)
			return
		}
		w.uint(uint64(v.Len()) + 1)
		for i := range v.Len() {
			p.elem.write(w, v.Index(i))
		}
	}
	p.read = func(r *reader, v reflect.Value) {
		n := int(r.uint()) - 1
		if n < 0 || n > len(r.data) {
			if n >= 0 {
				r.err, r.data = errDamaged, nil
			}
			return
		}
		s := reflect.MakeSlice(p.t, n, n)
		for i := 0; i < n && r.err == nil; i++ {
			p.elem.read(r, s.Index(i))
		}
		v.Set(s)
	}
}

// pointer writes 0 for nil, else 1 and what it points to.
func (p *plan) pointer() {
	p.write = func(w *writer, v reflect.Value) {
		w.uint(number(!v.IsNil()))
		if !v.IsNil() {
			p.elem.write(w, v.Elem())
		}
	}
	p.read = func(r *reader, v reflect.Value) {
		if r.uint() > 0 && r.err == nil {
			v.Set(reflect.New(p.t.Elem()))
			p.elem.read(r, v.Elem())
		}
	}
}

// fields plans a struct: a set of bits for the fields that are not zero, then
// those fields.
func (m *planner) fields(p *plan) error {
	for i := range p.t.NumField() {
		f := p.t.Field(i)
		if f.Tag.Get("json") == "-" {
			continue
		}
		if !f.IsExported() {
			return fmt.Errorf("field %s of %s cannot be written", f.Name, p.t)
		}
		sub, err := m.of(f.Type)
		if err != nil {
			return err
		}
		p.fields = append(p.fields, field{i, f.Name, sub})
	}
	if len(p.fields) > 62 {
		return fmt.Errorf("%s has more than 62 fields", p.t)
	}
	if s, ok := spanOf(p); ok {
		p.write, p.read = s.write, s.read
		return nil
	}
	p.write = func(w *writer, v reflect.Value) {
		set := p.filled(v)
		w.uint(set)
		p.writeFields(w, v, set)
	}
	p.read = func(r *reader, v reflect.Value) { p.readFields(r, v, r.uint()) }
	return nil
}

// filled is the set of the fields that are not zero.
func (p *plan) filled(v reflect.Value) uint64 {
	var set uint64
	for i, f := range p.fields {
		if !v.Field(f.index).IsZero() {
			set |= 1 << i
		}
	}
	return set
}

func (p *plan) writeFields(w *writer, v reflect.Value, set uint64) {
	for i, f := range p.fields {
		if set>>i&1 == 1 {
			f.write(w, v.Field(f.index))
		}
	}
}

func (p *plan) readFields(r *reader, v reflect.Value, set uint64) {
	for i, f := range p.fields {
		if set>>i&1 == 1 && r.err == nil {
			f.read(r, v.Field(f.index))
		}
	}
}

// span is a struct with Start, End and Quote. Before the bits of its fields
// stands one that says that the quotation is in the text.
type span struct {
	p                 *plan
	start, end, quote int // indices of the fields in the type
	bit               uint64
}

func spanOf(p *plan) (*span, bool) {
	s := &span{p: p, start: -1, end: -1, quote: -1}
	for i, f := range p.fields {
		switch {
		case f.name == "Start" && f.t.Kind() == reflect.Int:
			s.start = f.index
		case f.name == "End" && f.t.Kind() == reflect.Int:
			s.end = f.index
		case f.name == "Quote" && f.t.Kind() == reflect.String:
			s.quote, s.bit = f.index, 1<<i
		}
	}
	return s, s.start >= 0 && s.end >= 0 && s.quote >= 0
}

func (s *span) write(w *writer, v reflect.Value) {
	from, to, quote := v.Field(s.start).Int(), v.Field(s.end).Int(), v.Field(s.quote).String()
	inText := quote != "" && 0 <= from && from <= to && to <= int64(len(w.text)) && w.text[from:to] == quote
	set := s.p.filled(v)
	if inText {
		set &^= s.bit
	}
	w.uint(set<<1 | number(inText))
	s.p.writeFields(w, v, set)
}

func (s *span) read(r *reader, v reflect.Value) {
	set := r.uint()
	s.p.readFields(r, v, set>>1)
	if set&1 == 0 || r.err != nil {
		return
	}
	from, to := v.Field(s.start).Int(), v.Field(s.end).Int()
	if from < 0 || to < from || to > int64(len(r.text)) {
		r.err, r.data = errDamaged, nil
		return
	}
	v.Field(s.quote).SetString(r.text[from:to])
}

// describe writes what the form of the data hangs on.
func (p *plan) describe(w io.Writer) {
	fmt.Fprint(w, p.t.Kind())
	for _, f := range p.fields {
		fmt.Fprint(w, "{", f.name, " ")
		f.describe(w)
		fmt.Fprint(w, "}")
	}
	if p.elem != nil {
		p.elem.describe(w)
	}
}
