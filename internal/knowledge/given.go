package knowledge

import (
	"io"
	"slices"
	"strings"
)

// readGiven reads a list of given names, one a line.
func readGiven(name string, r io.Reader) ([]string, error) {
	text, err := readAll(name, r)
	if err != nil {
		return nil, err
	}
	var names []string
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if strings.ContainsAny(line, " \t;:") {
			return nil, lineError(name, i+1, "%q is not one name", line)
		}
		names = append(names, line)
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}
