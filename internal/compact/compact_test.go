package compact

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/travaux/travaux"
)

type name string

type claim struct {
	travaux.Span
	Names  []name
	Empty  []string
	Number int64
	Hashes []uint32
	Yes    bool
	Source *travaux.Span
	Left   string `json:"-"`
}

type hidden struct {
	Number int
	_      int
}

func codec[T any](t testing.TB) *Codec[T] {
	t.Helper()
	c, err := New[T]()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

const text = "Envoys met in Tarn. Nobody spoke of the quay."

func TestRoundTrip(t *testing.T) {
	c := codec[claim](t)
	for _, v := range []claim{
		{},
		{Names: []name{"a", "b", "a"}, Empty: []string{}, Number: -3, Hashes: []uint32{0, 7, 1 << 31}, Yes: true},
		{Span: travaux.SpanOf(text, 0, 6), Source: &travaux.Span{Start: 14, End: 18, Quote: "Tarn", Report: "r"}},
		{Span: travaux.Span{Start: 0, End: 6, Quote: "Others"}, Source: &travaux.Span{}},    // not the words of the text
		{Span: travaux.Span{Start: -4, End: 1 << 40, Quote: "outside it"}, Number: 1 << 62}, // outside the text
	} {
		data := c.Append([]byte("before"), &v, text)
		var got claim
		if err := c.Decode(data[len("before"):], &got, text); err != nil {
			t.Fatalf("%+v: %v", v, err)
		}
		if diff := cmp.Diff(v, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
	v := claim{Left: "out"}
	var got claim
	if err := c.Decode(c.Append(nil, &v, ""), &got, ""); err != nil || got.Left != "" {
		t.Errorf("a field without a name was kept: %q, %v", got.Left, err)
	}
}

func TestQuotationsAreNotRepeated(t *testing.T) {
	c := codec[[]travaux.Span](t)
	in := []travaux.Span{travaux.SpanOf(text, 0, 18), travaux.SpanOf(text, 20, 44)}
	if n := len(c.Append(nil, &in, text)); n > 24 {
		t.Errorf("two quotations take %d bytes", n)
	}
}

func TestTypesThatCannotBeWritten(t *testing.T) {
	if _, err := New[hidden](); err == nil {
		t.Error("an unexported field was taken")
	}
	if _, err := New[map[string]int](); err == nil {
		t.Error("a map was taken")
	}
	type ring struct{ Next []ring }
	if _, err := New[ring](); err == nil {
		t.Error("a type that holds itself was taken")
	}
}

func TestShape(t *testing.T) {
	type older struct{ A string }
	type newer struct{ B string }
	data := codec[older](t).Append(nil, &older{"x"}, "")
	var v newer
	if err := codec[newer](t).Decode(data, &v, ""); !errors.Is(err, ErrShape) {
		t.Errorf("another type: %v", err)
	}
	if err := codec[newer](t).Decode(nil, &v, ""); !errors.Is(err, ErrShape) {
		t.Errorf("no data: %v", err)
	}
}

// TestReading holds that what a report says comes back whole.
func TestReading(t *testing.T) {
	c := codec[travaux.Reading](t)
	rapid.Check(t, func(t *rapid.T) {
		at := func(label string) travaux.Span {
			a := rapid.IntRange(0, len(text)).Draw(t, label)
			return travaux.SpanOf(text, a, rapid.IntRange(a, len(text)).Draw(t, label))
		}
		v := travaux.Reading{Notes: rapid.SliceOf(rapid.String()).Draw(t, "notes")}
		for range rapid.IntRange(0, 4).Draw(t, "n") {
			sp := at("source")
			v.Statements = append(v.Statements, travaux.Statement{ID: "s", Source: &sp, Content: []travaux.Span{at("content")}})
			v.Events = append(v.Events, travaux.EventClaim{Claim: travaux.Claim{Span: at("event")}, Kind: travaux.Meeting, Dates: []travaux.Value{{Value: "2031"}}})
		}
		var got travaux.Reading
		if err := c.Decode(c.Append(nil, &v, text), &got, text); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(v, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// FuzzDecode holds that damaged data gives an error or a value, never a panic.
func FuzzDecode(f *testing.F) {
	c := codec[claim](f)
	f.Add(c.Append(nil, &claim{Names: []name{"a"}, Hashes: []uint32{9}, Source: &travaux.Span{Start: 14, End: 18, Quote: "Tarn"}}, text))
	f.Fuzz(func(t *testing.T, data []byte) {
		var v claim
		_ = c.Decode(data, &v, text)
	})
}

// BenchmarkReading writes and reads back a reading of 30 statements.
func BenchmarkReading(b *testing.B) {
	c := codec[travaux.Reading](b)
	var v travaux.Reading
	for range 30 {
		sp := travaux.SpanOf(text, 0, 18)
		v.Statements = append(v.Statements, travaux.Statement{ID: "statement_1", Speaker: "actor_1", Source: &sp, Content: []travaux.Span{sp}, Spans: []travaux.Span{sp, sp}})
	}
	data := c.Append(nil, &v, text)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var got travaux.Reading
		if err := c.Decode(c.Append(data[:0], &v, text), &got, text); err != nil {
			b.Fatal(err)
		}
	}
}
