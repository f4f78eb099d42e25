package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode"

	"golang.org/x/term"
)

// terminal is where people read: messages, and progress once a command takes
// longer than a second, or than ten where the output is not a screen. Whatever it prints, no control character of a report
// reaches the screen.
type terminal struct {
	w       io.Writer
	tty     bool
	started time.Time
	last    time.Time
	shown   bool
	step    string    // what is being done, by its format
	began   time.Time // that step
}

const (
	progressAfter = time.Second
	progressEvery = 200 * time.Millisecond
	progressLines = 10 * time.Second // where the output is not a screen
)

func newTerminal(w io.Writer) *terminal {
	t := &terminal{w: w, started: time.Now()}
	if f, ok := w.(*os.File); ok {
		t.tty = term.IsTerminal(int(f.Fd()))
	}
	return t
}

// line prints one message.
func (t *terminal) line(s string) {
	t.clear()
	fmt.Fprintln(t.w, visible(s))
}

func (t *terminal) linef(format string, args ...any) { t.line(fmt.Sprintf(format, args...)) }

// progress shows how far a command has come.
func (t *terminal) progress(format string, args ...any) {
	now := time.Now()
	after, every := progressAfter, progressEvery
	if !t.tty {
		after, every = progressLines, progressLines
	}
	if now.Sub(t.started) < after || now.Sub(t.last) < every {
		return
	}
	t.last = now
	s := visible(fmt.Sprintf(format, args...))
	if !t.tty {
		fmt.Fprintln(t.w, s)
		return
	}
	fmt.Fprint(t.w, "\r\x1b[K"+s)
	t.shown = true
}

// share shows how far a command has come with so much done of a total, and how
// long the rest will take at the pace so far; a total of 0 is not known.
func (t *terminal) share(done, total int, format string, args ...any) {
	if t.step != format {
		t.step, t.began = format, time.Now()
	}
	s := fmt.Sprintf(format, args...)
	if gone := time.Since(t.began); total > 0 && done > 0 && gone > progressAfter {
		left := gone / time.Duration(done) * time.Duration(max(total-done, 0))
		s += fmt.Sprintf(", %d %%, about %s left", min(100, 100*done/total), roughly(left))
	}
	t.progress("%s", s)
}

// roughly writes a time in the unit that a reader would use.
func roughly(d time.Duration) string {
	switch {
	case d < 90*time.Second:
		return fmt.Sprintf("%d s", int(d.Seconds())+1)
	case d < 90*time.Minute:
		return fmt.Sprintf("%d min", int(d.Minutes()+0.5))
	}
	return fmt.Sprintf("%d h", int(d.Hours()+0.5))
}

// clear removes the progress from the screen.
func (t *terminal) clear() {
	if t.shown {
		fmt.Fprint(t.w, "\r\x1b[K")
		t.shown = false
	}
}

// visible replaces what could move the cursor, recolour the screen or turn the
// direction of writing by an escape that can be read.
func visible(s string) string {
	clean := func(r rune) bool { return r == '\n' || r == '\t' || unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r) }
	if strings.IndexFunc(s, func(r rune) bool { return !clean(r) }) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if clean(r) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "\\u%04x", r)
		}
	}
	return b.String()
}
