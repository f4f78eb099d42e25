package store

import (
	"encoding/binary"
	"hash/crc32"
)

// seal puts a checksum before what can be made again, so that a damaged disk
// cannot change what it says.
func seal(body []byte) []byte {
	return append(binary.BigEndian.AppendUint32(nil, sumOf(body)), body...)
}

// unseal returns what was sealed; ok is false where it was changed since.
func unseal(data []byte) (body []byte, ok bool) {
	if len(data) < 4 || binary.BigEndian.Uint32(data) != sumOf(data[4:]) {
		return nil, false
	}
	return data[4:], true
}

func sumOf(body []byte) uint32 {
	return crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli)) // a table that is made once
}
