package store

import (
	"encoding/binary"
	"hash/crc32"
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// seal puts a checksum before what can be made again, so that a damaged disk
// cannot change what it says.
func seal(body []byte) []byte {
	return append(binary.BigEndian.AppendUint32(nil, crc32.Checksum(body, castagnoli)), body...)
}

// unseal returns what was sealed; ok is false where it was changed since.
func unseal(data []byte) (body []byte, ok bool) {
	if len(data) < 4 || binary.BigEndian.Uint32(data) != crc32.Checksum(data[4:], castagnoli) {
		return nil, false
	}
	return data[4:], true
}
