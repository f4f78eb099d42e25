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
	h := sha256.New()
	var n [8]byte
	for _, p := range parts {
		binary.BigEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write([]byte(p))
	}
	return kind + "_" + hex.EncodeToString(h.Sum(nil)[:8])
}

// SpanID returns the identifier of what kind of thing was read at a span of a
// report by a rule.
func SpanID(kind, report string, start, end int, extra ...string) string {
	parts := append([]string{report, strconv.Itoa(start), strconv.Itoa(end)}, extra...)
	return NewID(kind, parts...)
}
