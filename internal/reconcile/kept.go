package reconcile

import (
	"errors"
	"fmt"
	"sync"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/compact"
)

// kept is a sketch as it is kept: with the blocks of its report, and the length
// of the text that it is of.
type kept struct {
	*Sketch
	Blocks []travaux.Block
	Length int
}

var codec = sync.OnceValues(compact.New[kept])

// Append appends the sketch, to be kept: all but the text of its report, and the
// place of its file, which may change.
func (k *Sketch) Append(dst []byte) ([]byte, error) {
	c, err := codec()
	if err != nil {
		return nil, fmt.Errorf("keep sketch of %s: %w", k.Report.ID, err)
	}
	own, reading, rep := *k, *k.Reading, *k.Report
	rep.File = ""
	reading.Report, own.Reading = &rep, &reading
	return c.Append(dst, &kept{&own, rep.Blocks, len(rep.Text)}, rep.Text), nil
}

var errForeign = errors.New("it is of another text")

// ReadSketch reads what Append wrote of the report with that text and file.
// Errors: compact.ErrShape when another version wrote it.
func ReadSketch(data []byte, text, file string) (*Sketch, error) {
	c, err := codec()
	if err != nil {
		return nil, fmt.Errorf("read sketch: %w", err)
	}
	var k kept
	if err := c.Decode(data, &k, text); err != nil {
		return nil, fmt.Errorf("read sketch: %w", err)
	}
	if k.Length != len(text) || k.Sketch == nil || k.Reading == nil || k.Report == nil {
		return nil, fmt.Errorf("read sketch: %w", errForeign)
	}
	k.Report.File, k.Report.Text, k.Report.Blocks = file, text, k.Blocks
	return k.Sketch, nil
}
