package extract

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/travaux/travaux"
)

const lead = "The dockers of Brelmouth rejected the port company's offer on Wednesday, saying that it came too late and was far too low. "

func TestBadInput(t *testing.T) {
	page := "<html><body><nav><a href=/>Home</a></nav>%s</body></html>"
	long := strings.Repeat("<p>"+lead+"</p>", 6)
	mail := "From: a@b.example\r\nSubject: Talks\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
	for _, tt := range []struct {
		name, file, data string
		code             travaux.Code
		note             string // part of a note, when it can be read
	}{
		{"no bytes", "a.txt", "", travaux.CodeEmpty, ""},
		{"white space", "a.txt", " \r\n\t\n\u200b", travaux.CodeEmpty, ""},
		{"punctuation", "a.md", "---\n***\n", travaux.CodeEmpty, ""},
		{"NUL bytes", "a.txt", "Talks\x00 resumed", travaux.CodeBinary, ""},
		{"picture", "a.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", travaux.CodeBinary, ""},
		{"control bytes", "a.txt", strings.Repeat("\x01\x02ab", 99), travaux.CodeBinary, ""},
		{"zip", "a", "PK\x03\x04\x14\x00\x06\x00", travaux.CodeUnsupported, ""},
		{"one bad byte", "a.txt", strings.Repeat("“Brélm” – ", 99) + "\xff end", "", "not valid UTF-8"},
		{"Latin-1", "a.txt", strings.Repeat("Les dockers de Br\xe9lmouth ont refus\xe9 l'offre. ", 9), "", "decoded from"},
		{"UTF-16", "a.txt", "\xff\xfeT\x00a\x00l\x00k\x00s\x00", "", "UTF-16"},
		{"UTF-16 without a mark", "a.txt", wide16(lead), "", "no byte-order mark"},
		{"front matter no YAML", "a.md", "---\ntitle: [\n---\n" + lead, "", "not valid YAML"},
		{"no article", "a.html", fmt.Sprintf(page, ""), travaux.CodeNoArticle, ""},
		{"only links", "a.html", fmt.Sprintf(page, strings.Repeat("<p><a href=x>Storm closes the northern bridge again today</a></p>", 30)), travaux.CodeNoArticle, ""},
		{"HTML cut off", "a.html", "<html><body>" + long + "<p>and then the", "", "cut off"},
		{"HTML cut off in a tag", "a.html", "<html><body>" + long + "<p cla", "", "cut off"},
		{"JSON cut off", "a.jsonl#1", `{"text":"Talks res`, travaux.CodeTruncated, ""},
		{"JSON list", "a.json", `["text"]`, travaux.CodeMalformed, ""},
		{"JSON broken", "a.json", `{text:1}`, travaux.CodeMalformed, ""},
		{"JSON twice", "a.json", `{"text":"a"}{"text":"b"}`, travaux.CodeMalformed, ""},
		{"JSON without text", "a.json", `{"title":"x"}`, travaux.CodeEmpty, ""},
		{"JSON with empty text", "a.json", `{"text":" "}`, travaux.CodeEmpty, ""},
		{"JSON with a number", "a.json", `{"text":7}`, travaux.CodeMalformed, ""},
		{"mail without headers", "a.eml", "\r\n\r\n", travaux.CodeMalformed, ""},
		{"mail without text", "a.eml", mail + "--x--\r\n", travaux.CodeEmpty, ""},
		{"mail cut off before its text", "a.eml", mail + "--x\r\nContent-Type: te", travaux.CodeTruncated, ""},
		{"mail cut off", "a.eml", mail + "--x\r\nContent-Type: text/plain\r\n\r\n" + lead, "", "breaks off"},
		{"PDF that is none", "a.pdf", "%PDF-1.4\nnothing", travaux.CodeTruncated, ""},
		{"PDF broken", "a.pdf", "%PDF-1.4\nnothing\n%%EOF", travaux.CodeMalformed, ""},
		{"year 0", "a.md", "---\ndate: 0000-01-01\n---\n" + lead, "", "stands for no date"},
		{"year 9999", "a.json", `{"text":"Talks resumed.","date":"9999-12-31"}`, "", "stands for no date"},
		{"31 February", "a.json", `{"text":"Talks resumed.","date":"2031-02-31"}`, "", "no day of the calendar"},
		{"no date", "a.json", `{"text":"Talks resumed.","date":"soon"}`, "", "not one that can be read"},
		{"French", "a.txt", strings.Repeat("Les ministres des trois pays se sont quittés sans accord dans la nuit. ", 9), "", "not read as English"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := Input{File: "in/" + tt.file, Data: []byte(tt.data)}
			if strings.Contains(tt.file, "#") {
				in.MediaType = "application/json"
			}
			r, err := Extract(context.Background(), in)
			if got := travaux.CodeOf(err); got != tt.code {
				t.Fatalf("code %q, want %q: %v", got, tt.code, err)
			}
			if err != nil {
				if !strings.Contains(err.Error(), in.File) {
					t.Errorf("%q does not name the file", err)
				}
				return
			}
			check(t, r)
			if !strings.Contains(strings.Join(r.Notes, "\n"), tt.note) {
				t.Errorf("notes %q do not say %q", r.Notes, tt.note)
			}
			if strings.HasPrefix(tt.name, "year") && (r.Date.EDTF != "" || r.Date.Basis != travaux.BasisUnknown) {
				t.Errorf("dated %+v", r.Date)
			}
		})
	}
}

func wide16(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		b.WriteByte(c)
		b.WriteByte(0)
	}
	return b.String()
}

func TestPDFWithPassword(t *testing.T) {
	data, err := os.ReadFile("testdata/locked.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Extract(context.Background(), Input{File: "locked.pdf", Data: data}); travaux.CodeOf(err) != travaux.CodeEncrypted {
		t.Errorf("got %v", err)
	}
	if _, err := pureText(data); travaux.CodeOf(err) != travaux.CodeEncrypted {
		t.Errorf("without pdftotext: got %v", err)
	}
}

func TestLargeInput(t *testing.T) {
	for _, tt := range []struct{ name, file, data string }{
		{"30,000 lines", "a.txt", strings.Repeat(lead+"\n", 30_000)},
		{"100,000 short lines", "a.txt", lead + strings.Repeat("Next\nMore stories\n\nA Title of a Story\n", 25_000)},
		{"one long line", "a.txt", strings.Repeat(lead, 20_000)},
		{"100,000 nested elements", "a.html", "<html><body>" + strings.Repeat("<div>", 100_000) + strings.Repeat("<p>"+lead+"</p>", 9) + strings.Repeat("</div>", 100_000)},
		{"100,000 nested and unclosed", "a.html", strings.Repeat("<p>"+lead+"</p>", 9) + strings.Repeat("<b><span>", 50_000)},
		{"160,000 elements", "a.html", "<body><p>" + strings.Repeat("Talks resumed <i>in Tolm.", 160_000)},
		{"nested quotations", "a.html", strings.Repeat("<blockquote>", 20_000) + lead + lead},
		{"nested JSON", "a.json", `{"text":"Talks resumed.","x":` + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + "}"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := Extract(context.Background(), Input{File: tt.file, Data: []byte(tt.data)})
			if err != nil {
				t.Fatal(err)
			}
			if len(r.Blocks) == 0 || !strings.Contains(r.Text, "alks resumed") && !strings.Contains(r.Text, "dockers of Brelmouth") {
				t.Errorf("%d blocks; the words are lost", len(r.Blocks))
			}
		})
	}
}

// Half of every document must be an error or a report, never a panic or a hang.
func TestHalves(t *testing.T) {
	for _, s := range samples(t) {
		for cut := len(s.Data); cut > 0; cut -= 1 + len(s.Data)/40 {
			in := s
			in.Data = s.Data[:cut]
			if r, err := Extract(context.Background(), in); err == nil {
				check(t, r)
			}
		}
	}
}
