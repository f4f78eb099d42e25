package export

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux"
)

const timeML = `<?xml version="1.0" ?>
<TimeML>
<DOCID>quay-1</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2031-03-05" functionInDocument="CREATION_TIME">March 5</TIMEX3></DCT>
<TEXT>
Crane &amp; Dock <EVENT eid="e1">met</EVENT> the union on <TIMEX3 tid="t9" type="DATE" value="x">Mon<b>day</b></TIMEX3>,
for &#52; hours.</TEXT>
<MAKEINSTANCE eid="e1"/>
</TimeML>
`

// timexAt marks words of the file's text.
func timexAt(t *testing.T, text, words, typ, value string) travaux.Timex {
	t.Helper()
	i := strings.Index(text, words)
	if i < 0 {
		t.Fatalf("%q is not in %q", words, text)
	}
	return travaux.Timex{Span: travaux.SpanOf(text, i, i+len(words)), Type: typ, Value: value}
}

func TestTimeML(t *testing.T) {
	f, err := ReadTimeML(strings.NewReader(timeML), "quay.tml")
	if err != nil {
		t.Fatal(err)
	}
	if f.Date != "2031-03-05" {
		t.Errorf("creation time = %q", f.Date)
	}
	wantText := "\nCrane & Dock met the union on Monday,\nfor 4 hours."
	if diff := cmp.Diff(wantText, f.Text); diff != "" {
		t.Fatalf("text (-want +got):\n%s", diff)
	}
	four := timexAt(t, f.Text, "4 hours", "DURATION", "PT4H")
	four.Bound = travaux.Over
	var b strings.Builder
	if err := f.Write(&b, []travaux.Timex{timexAt(t, f.Text, "Monday", "DATE", "2031-03-03"), four}); err != nil {
		t.Fatal(err)
	}
	_, head, _ := strings.Cut(timeML, "<TEXT>")
	want := strings.Replace(timeML, head[:strings.Index(head, "</TEXT>")], `
Crane &amp; Dock met the union on <TIMEX3 tid="t1" type="DATE" value="2031-03-03">Monday</TIMEX3>,
for <TIMEX3 tid="t2" type="DURATION" value="PT4H" mod="MORE_THAN">&#52; hours</TIMEX3>.`, 1)
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
	if _, err := ReadTimeML(strings.NewReader("<TimeML/>"), "x"); travaux.CodeOf(err) != travaux.CodeMalformed {
		t.Errorf("no TEXT: %v", err)
	}
}

// Without times the character data comes out as it went in, whatever it is.
func FuzzTimeML(f *testing.F) {
	f.Add("a &amp; b <EVENT>c</EVENT>", 0, 3)
	f.Add("<!-- no --> &#x41;&bogus; é", 2, 9)
	f.Add("</TEXT><TEXT>second", 1, 4)
	f.Add("<0000 is less", 1, 4)
	f.Fuzz(func(t *testing.T, body string, start, end int) {
		doc := "<TimeML><TEXT>" + body + "</TEXT></TimeML>"
		x, err := ReadTimeML(strings.NewReader(doc), "f")
		if err != nil {
			t.Skip()
		}
		var b strings.Builder
		var tx []travaux.Timex
		if 0 <= start && start < end && end <= len(x.Text) {
			tx = append(tx, travaux.Timex{Span: travaux.SpanOf(x.Text, start, end), Type: "DATE", Value: "2031"})
		}
		if err := x.Write(&b, tx); err != nil {
			t.Fatal(err)
		}
		again, err := ReadTimeML(strings.NewReader(b.String()), "f")
		if err != nil {
			t.Fatal(err)
		}
		if again.Text != x.Text {
			t.Errorf("text changed from %q to %q", x.Text, again.Text)
		}
	})
}
