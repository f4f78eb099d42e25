package pack

import (
	"fmt"
	"io"
	"strings"
)

// Tree writes the issues of f as an indented list, an issue a line with its
// options below it, and with all cues when asked to.
func (f *File) Tree(w io.Writer, cues bool) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", f.Pack.S, f.Label.S)
	for i := range f.Issues {
		f.Issues[i].tree(&b, cues)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (is *Issue) tree(b *strings.Builder, cues bool) {
	in := strings.Repeat("  ", 1+strings.Count(is.ID.S, "."))
	fmt.Fprintf(b, "%s%s: %s", in, is.ID.S, is.Label.S)
	if len(is.PAX) > 0 {
		fmt.Fprintf(b, " [%s]", join(is.PAX, ", "))
	}
	fmt.Fprintln(b)
	list := func(in, name string, texts []Text) {
		if cues && len(texts) > 0 {
			fmt.Fprintf(b, "%s    %s: %s\n", in, name, join(texts, "; "))
		}
	}
	list(in, "cues", is.Cues)
	list(in, "weak", is.Weak)
	list(in, "frames", is.Frames)
	for i, o := range is.Options {
		fmt.Fprintf(b, "%s  %d. %s: %s\n", in, i+1, o.ID.S, o.Label.S)
		list(in, "cues", o.Cues)
		list(in, "frames", o.Frames)
	}
}

func join(texts []Text, by string) string {
	s := make([]string, len(texts))
	for i, t := range texts {
		s[i] = t.S
	}
	return strings.Join(s, by)
}
