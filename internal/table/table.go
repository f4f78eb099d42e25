// Package table reads the embedded data files of tab-separated columns, with
// comments, and of classes of words.
//
// It is for their shape. It is not for what a column means.
package table

import (
	"fmt"
	"strings"
)

// Rows calls f with the columns of every line that is no comment; errors name
// the file and line.
func Rows(name, data string, f func(cols []string) error) error {
	n := 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := f(strings.Split(line, "\t")); err != nil {
			return fmt.Errorf("%s line %d: %w", name, n, err)
		}
	}
	return nil
}

// Classes are named classes of words.
type Classes map[string]map[string]bool

// In reports whether a word is of a class.
func (c Classes) In(class, word string) bool { return c[class][word] }

// ReadClasses reads a file of lines of a class and its words.
func ReadClasses(name, data string) (Classes, error) {
	c := Classes{}
	err := Rows(name, data, func(cols []string) error {
		if len(cols) != 2 || c[cols[0]] != nil {
			return fmt.Errorf("%q is not a new class and its words", cols)
		}
		c[cols[0]] = map[string]bool{}
		for w := range strings.FieldsSeq(cols[1]) {
			c[cols[0]][w] = true
		}
		return nil
	})
	return c, err
}
