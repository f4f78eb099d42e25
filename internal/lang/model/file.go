package model

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"sort"
	"strings"
)

// Format is the version of the file format; a file of another is refused.
const Format = 1

const magic = "travaux language model\n"

// ErrDamaged is wrapped by every error about a file that is not a whole model
// of this format.
var ErrDamaged = errors.New("damaged or foreign language model")

// Tensor is a matrix of 8-bit weights. A scale belongs to a row in tables, of
// which single rows are read, and to a column elsewhere.
type Tensor struct {
	Rows, Cols int
	Table      bool
	Data       []int8
	Scale      []float32
}

// File is a model as it is stored.
type File struct {
	Config
	Labels
	Words    []string             // known words, from 1; 0 is the unknown word
	VecWords []string             // words that have a fixed vector
	Tensors  map[string]*Tensor   // weights
	Floats   map[string][]float32 // biases and other short rows
	Units    map[string]float32   // what an activation of 1 stands for, by place
	Lemmas   []string             // "form<tab>XPOS<tab>script", sorted
	Tagsets  []string             // "UPOS<tab>XPOS<tab>features" that occur together
	Clusters []string             // see NewSparse
	Known    []string             // see NewSparse
}

// header is the JSON part of a file; the numbers follow it in its order.
type header struct {
	Config   Config
	Labels   Labels
	Words    []string
	VecWords []string
	Lemmas   []string
	Tagsets  []string
	Clusters []string
	Known    []string
	Tensors  []entry
	Floats   []entry
	Units    map[string]float32
}

type entry struct {
	Name       string
	Rows, Cols int
	Table      bool `json:",omitempty"`
}

func (t *Tensor) scales() int {
	if t.Table {
		return t.Rows
	}
	return t.Cols
}

// Encode writes the file: the magic, the format, a SHA-256 of what follows,
// the length of the header, the header, the numbers. Equal models give equal
// bytes.
func (f *File) Encode() ([]byte, error) {
	h := header{Config: f.Config, Labels: f.Labels, Words: f.Words, VecWords: f.VecWords, Lemmas: f.Lemmas, Tagsets: f.Tagsets, Clusters: f.Clusters, Known: f.Known, Units: f.Units}
	var body bytes.Buffer
	for _, name := range sorted(f.Tensors) {
		t := f.Tensors[name]
		if len(t.Data) != t.Rows*t.Cols || len(t.Scale) != t.scales() {
			return nil, fmt.Errorf("encoding model: tensor %s does not have its shape", name)
		}
		h.Tensors = append(h.Tensors, entry{name, t.Rows, t.Cols, t.Table})
		b := make([]byte, len(t.Data))
		for i, v := range t.Data {
			b[i] = byte(v)
		}
		body.Write(b)
		writeFloats(&body, t.Scale)
	}
	for _, name := range sorted(f.Floats) {
		h.Floats = append(h.Floats, entry{Name: name, Rows: 1, Cols: len(f.Floats[name])})
		writeFloats(&body, f.Floats[name])
	}
	head, err := json.Marshal(h)
	if err != nil {
		return nil, fmt.Errorf("encoding model: %w", err)
	}
	rest := binary.LittleEndian.AppendUint32(nil, uint32(len(head)))
	rest = append(append(rest, head...), body.Bytes()...)
	sum := sha256.Sum256(rest)
	out := append([]byte(magic), Format)
	return append(append(out, sum[:]...), rest...), nil
}

// Decode reads a file. Whatever the bytes, the answer is a model of consistent
// shapes or an error that wraps ErrDamaged.
func Decode(b []byte) (*File, error) {
	f, err := decode(b)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return f, nil
}

func decode(b []byte) (*File, error) {
	rest, ok := bytes.CutPrefix(b, []byte(magic))
	if !ok {
		return nil, errors.New("it does not begin as one")
	}
	if len(rest) < 1+sha256.Size+4 {
		return nil, errors.New("it is cut short")
	}
	if rest[0] != Format {
		return nil, fmt.Errorf("format %d, this program reads %d", rest[0], Format)
	}
	want := rest[1 : 1+sha256.Size]
	rest = rest[1+sha256.Size:]
	if got := sha256.Sum256(rest); !bytes.Equal(got[:], want) {
		return nil, errors.New("its checksum does not agree")
	}
	n := int64(binary.LittleEndian.Uint32(rest))
	if rest = rest[4:]; n > int64(len(rest)) {
		return nil, errors.New("its header is cut short")
	}
	var h header
	if err := json.Unmarshal(rest[:n], &h); err != nil {
		return nil, fmt.Errorf("its header: %w", err)
	}
	return h.read(rest[n:])
}

func (h *header) read(b []byte) (*File, error) {
	f := &File{
		Config: h.Config, Labels: h.Labels, Words: h.Words, VecWords: h.VecWords, Lemmas: h.Lemmas,
		Tagsets: h.Tagsets, Clusters: h.Clusters, Known: h.Known,
		Units: h.Units, Tensors: map[string]*Tensor{}, Floats: map[string][]float32{},
	}
	const most = 1 << 28
	for _, e := range h.Tensors {
		if e.Rows < 0 || e.Cols < 0 || e.Rows > most || e.Cols > most || e.Rows*e.Cols > len(b) {
			return nil, fmt.Errorf("tensor %s is cut short", e.Name)
		}
		t := &Tensor{Rows: e.Rows, Cols: e.Cols, Table: e.Table, Data: make([]int8, e.Rows*e.Cols)}
		for i, v := range b[:len(t.Data)] {
			t.Data[i] = int8(v)
		}
		var err error
		if t.Scale, b, err = readFloats(b[len(t.Data):], t.scales()); err != nil {
			return nil, fmt.Errorf("tensor %s: %w", e.Name, err)
		}
		f.Tensors[e.Name] = t
	}
	for _, e := range h.Floats {
		var err error
		if f.Floats[e.Name], b, err = readFloats(b, e.Cols); err != nil {
			return nil, fmt.Errorf("row %s: %w", e.Name, err)
		}
	}
	if len(b) > 0 {
		return nil, errors.New("it is too long")
	}
	return f, nil
}

func writeFloats(b *bytes.Buffer, x []float32) {
	for _, v := range x {
		b.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(v)))
	}
}

func readFloats(b []byte, n int) (x []float32, rest []byte, err error) {
	if n < 0 || n > len(b)/4 {
		return nil, nil, errors.New("cut short")
	}
	x = make([]float32, n)
	for i := range x {
		x[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
		if v := float64(x[i]); math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, nil, errors.New("holds what is not a number")
		}
	}
	return x, b[4*n:], nil
}

func sorted[V any](m map[string]V) []string {
	var k []string
	for s := range m {
		k = append(k, s)
	}
	sort.Strings(k)
	return k
}

// lemmaKey joins a form and a tag for looking up.
func lemmaKey(form, xpos string) string { return strings.ToLower(form) + "\t" + xpos }
