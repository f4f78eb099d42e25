package travaux

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strconv"
)

// NewID returns an identifier made of kind and a hash of parts, the same for
// the same input on any machine. Parts are length-prefixed, so that
// ("ab", "c") and ("a", "bc") differ.
func NewID(kind string, parts ...string) string {
	var buf [128]byte // enough for the parts of a span
	b := buf[:0]
	for _, p := range parts {
		b = binary.BigEndian.AppendUint64(b, uint64(len(p)))
		b = append(b, p...)
	}
	sum := sha256.Sum256(b)
	return kind + "_" + hex.EncodeToString(sum[:8])
}

// SpanID returns the identifier of what kind of thing was read at a span of a
// report by a rule.
func SpanID(kind, report string, start, end int, extra ...string) string {
	parts := append([]string{report, strconv.Itoa(start), strconv.Itoa(end)}, extra...)
	return NewID(kind, parts...)
}
