package export

import "reflect"

// lists fills in empty lists, and keeps which fields of a struct type can hold
// one: most of a document are tokens, which hold none.
type lists map[reflect.Type][]int

// in replaces nil slices in v by empty ones, all the way down: in the format a
// list with nothing in it is [], never null. Slices are copied before their
// elements are changed, so that the caller's value is left alone.
func (l lists) in(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		if v.IsNil() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
			return
		}
		if !l.holds(v.Type().Elem()) {
			return
		}
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(c, v)
		v.Set(c)
		for i := range v.Len() {
			l.in(v.Index(i))
		}
	case reflect.Struct:
		for _, i := range l.fields(v.Type()) {
			l.in(v.Field(i))
		}
	case reflect.Pointer:
		if !v.IsNil() && l.holds(v.Type().Elem()) {
			c := reflect.New(v.Type().Elem())
			c.Elem().Set(v.Elem())
			v.Set(c)
			l.in(v.Elem())
		}
	}
}

// holds reports whether a value of a type can hold a slice.
func (l lists) holds(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Slice:
		return true
	case reflect.Struct:
		return len(l.fields(t)) > 0
	case reflect.Pointer:
		return l.holds(t.Elem())
	}
	return false
}

// fields returns the exported fields of a struct type that can hold a slice.
// No type of a record contains itself.
func (l lists) fields(t reflect.Type) []int {
	if known, ok := l[t]; ok {
		return known
	}
	var list []int
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && l.holds(f.Type) {
			list = append(list, i)
		}
	}
	l[t] = list
	return list
}
