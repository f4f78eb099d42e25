package model

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func tinyFile() *File {
	c := Config{Layers: 1, Hidden: 16, Word: 2, Gram: 2, Vec: 2, Buckets: 8, Tag: 4, Arc: 4, Label: 2, Name: 2}
	f := &File{
		Config: c, Labels: Labels{
			UPOS: []string{"NOUN", "VERB"}, XPOS: []string{"NN"}, Feats: []string{""}, Scripts: []string{"l0", "l1"},
			Deprels: []string{"root", "dep"}, Names: []string{"O", "B-PER", "I-PER"},
		},
		Words: []string{"a", "b"}, VecWords: []string{"b"}, Tensors: map[string]*Tensor{}, Floats: map[string][]float32{},
		Units:  map[string]float32{"in": 1, "shared": 0.5, "arc": 0.25, "rel": 2},
		Lemmas: []string{"envoys\tNNS\tl1"}, Tagsets: []string{"NOUN\tNN\t"}, Clusters: []string{"a\t1\t0"}, Known: []string{"6\tPort Halle"},
	}
	add := func(name string, rows, cols int, table bool) {
		t := &Tensor{Rows: rows, Cols: cols, Table: table, Data: make([]int8, rows*cols)}
		for i := range t.Data {
			t.Data[i] = int8(i*37 + 11)
		}
		t.Scale = make([]float32, t.scales())
		for i := range t.Scale {
			t.Scale[i] = float32(i+1) / 64
		}
		f.Tensors[name] = t
	}
	add("word", 3, 2, true)
	add("gram", 8, 2, true)
	add("vec", 1, 2, true)
	add("wx0", 6, 128, false)
	add("wh00", 16, 64, false)
	add("wh01", 16, 64, false)
	add("proj", 32, c.Heads(), false)
	add("tag", 4, 6, false)
	add("arc", 4, 4, false)
	add("lab", 8, 2, false)
	add("ner", 2, 3, false)
	add("names", 16, 3, false)
	add("hint", 16, 3, false)
	for name, n := range map[string]int{"bx0": 128, "bp": c.Heads(), "bt": 6, "ba": 4, "rootarc": 4, "bl": 2, "rootlab": 2, "bn": 3, "trans": 12, "hinttrans": 12} {
		f.Floats[name] = make([]float32, n)
	}
	return f
}

func TestRoundTrip(t *testing.T) {
	f := tinyFile()
	b, err := f.Encode()
	if err != nil {
		t.Fatal(err)
	}
	got, err := Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(f, got); d != "" {
		t.Error(d)
	}
	again, err := got.Encode()
	if err != nil || string(again) != string(b) {
		t.Errorf("encoded again it differs: %v", err)
	}
	m, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	if lemma, ok := m.Lemma("Envoys", "NNS"); !ok || lemma != "envoy" {
		t.Errorf("lemma %q, %v", lemma, ok)
	}
}

func TestDamaged(t *testing.T) {
	b, err := tinyFile().Encode()
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; at < len(b); at += 7 {
		c := append([]byte(nil), b...)
		c[at] ^= 0x10
		if _, err := Read(c); !errors.Is(err, ErrDamaged) {
			t.Fatalf("byte %d changed: %v", at, err)
		}
	}
	for _, n := range []int{0, 5, len(magic), len(magic) + 10, len(b) / 2, len(b) - 1} {
		if _, err := Read(b[:n]); !errors.Is(err, ErrDamaged) {
			t.Errorf("cut to %d bytes: %v", n, err)
		}
	}
}

// Every tensor and row that is missing or misshapen is found out.
func TestMisshapen(t *testing.T) {
	for name := range tinyFile().Tensors {
		f := tinyFile()
		delete(f.Tensors, name)
		if _, err := New(f, ""); !errors.Is(err, ErrDamaged) {
			t.Errorf("without %s: %v", name, err)
		}
	}
	for name := range tinyFile().Floats {
		f := tinyFile()
		f.Floats[name] = f.Floats[name][1:]
		if _, err := New(f, ""); !errors.Is(err, ErrDamaged) {
			t.Errorf("short %s: %v", name, err)
		}
	}
	for name := range tinyFile().Units {
		f := tinyFile()
		f.Units[name] = 0
		if _, err := New(f, ""); !errors.Is(err, ErrDamaged) {
			t.Errorf("unit %s: %v", name, err)
		}
	}
	for _, change := range []func(*File){
		func(f *File) { f.Lemmas = []string{"x"} },
		func(f *File) { f.Clusters = []string{"x\ty\tz"} },
		func(f *File) { f.Known = []string{"99\tx"} },
		func(f *File) { f.Hidden = 0 },
		func(f *File) { f.Tagsets = nil },
		func(f *File) { f.Tagsets = []string{"NOUN\tNN\tx"} },
		func(f *File) { f.UPOS = nil },
	} {
		f := tinyFile()
		change(f)
		if _, err := New(f, ""); !errors.Is(err, ErrDamaged) {
			t.Errorf("no error about damage: %v", err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	b, err := tinyFile().Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := Read(b); err != nil && !errors.Is(err, ErrDamaged) {
			t.Fatal(err)
		}
	})
}

func TestScript(t *testing.T) {
	for _, c := range []struct{ form, lemma, script string }{
		{"envoys", "envoy", "l1"},
		{"Bodies", "body", "l3y"},
		{"went", "go", "=go"},
		{"The", "the", "l0"},
		{"Arvia", "Arvia", "k0"},
		{"n't", "not", "l2ot"},
		{"États", "État", "k1"},
	} {
		if got := Script(c.form, c.lemma); got != c.script {
			t.Errorf("%s → %s: %s, want %s", c.form, c.lemma, got, c.script)
		}
		if got, ok := Apply(c.script, c.form); !ok || got != c.lemma {
			t.Errorf("%s of %s: %q, %v, want %s", c.script, c.form, got, ok, c.lemma)
		}
	}
	for _, bad := range [][2]string{{"", "a"}, {"l", "a"}, {"l3", "ab"}, {"=", "a"}} {
		if _, ok := Apply(bad[0], bad[1]); ok {
			t.Errorf("%q fits %q", bad[0], bad[1])
		}
	}
}

func FuzzGrams(f *testing.F) {
	for _, s := range []string{"", "a", "Port", "İstanbul", "\xff\xfe", "e\u0301\u0301\u0301", "מִלָּה"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := 0
		Grams(s, 97, func(b uint32) {
			n++
			if b >= 97 {
				t.Fatalf("bucket %d", b)
			}
		})
		if n == 0 {
			t.Fatal("no parts")
		}
		Apply(Script(s, s), s)
	})
}

func BenchmarkEnglish(b *testing.B) {
	for b.Loop() {
		if _, err := Read(english); err != nil {
			b.Fatal(err)
		}
	}
}
