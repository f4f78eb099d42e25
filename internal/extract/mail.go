package extract

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"regexp"
	"strings"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // decoders for what mail still uses
	"github.com/emersion/go-message/mail"

	"github.com/travaux/travaux"
)

// maxParts bounds how many parts of a message are looked at.
const maxParts = 200

// readMail reads an e-mail: its text part, or else its HTML part with all of
// its text (a newsletter holds several stories). The headers are metadata.
func readMail(data []byte) (*page, error) {
	entity, err := message.Read(bytes.NewReader(data))
	if err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err) {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, travaux.Errorf(travaux.CodeTruncated, op, "", "the message breaks off in its headers")
		}
		return nil, travaux.Errorf(travaux.CodeMalformed, op, "", "broken e-mail: %w", err)
	}
	if entity.Header.Len() == 0 {
		return nil, travaux.Errorf(travaux.CodeMalformed, op, "", "the file has no e-mail headers")
	}
	parts, err := partsOf(mail.NewReader(entity))
	if err != nil {
		return nil, err
	}
	p, err := parts.page()
	if err != nil {
		return nil, err
	}
	p.notes = append(p.notes, parts.notes...)
	p.extractor, p.media = "mail/1", "message/rfc822"
	headers(&p.meta, mail.Header{Header: entity.Header})
	return p, nil
}

// parts are the readable parts of a message.
type parts struct {
	plain, html string
	notes       []string
}

// partsOf gathers a message's inline parts.
func partsOf(r *mail.Reader) (*parts, error) {
	var p parts
	attached := 0
	for range maxParts {
		part, err := r.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err) {
			if p.plain == "" && p.html == "" {
				return nil, travaux.Errorf(travaux.CodeTruncated, op, "", "the message breaks off before its text: %w", err)
			}
			p.notes = append(p.notes, "the message breaks off; what came before was read")
			break
		}
		inline, ok := part.Header.(*mail.InlineHeader)
		if !ok {
			attached++
			continue
		}
		kind, params, _ := mime.ParseMediaType(inline.Get("Content-Type"))
		body, err := io.ReadAll(part.Body)
		if err != nil {
			p.notes = append(p.notes, "the message breaks off; what came before was read")
		}
		charset := params["charset"]
		if kind == "text/html" && charset == "" {
			charset = declaredCharset(Input{Data: body})
		}
		if len(body) > maxData {
			p.notes = append(p.notes, fmt.Sprintf("a part of over %d KB was not read", maxData>>10))
			continue
		}
		text, notes, err := decode(body, charset)
		if err != nil {
			continue
		}
		switch {
		case kind == "text/html" && p.html == "":
			p.html = text
		case (kind == "text/plain" || kind == "") && strings.TrimSpace(p.plain) == "":
			p.plain = text
		default:
			continue
		}
		p.notes = append(p.notes, notes...)
	}
	if attached > 0 {
		p.notes = append(p.notes, fmt.Sprintf("%d attached files were not read", attached))
	}
	return &p, nil
}

// page makes the text of the message: the plain part, unless it only points to
// the HTML part.
func (p *parts) page() (*page, error) {
	if len(strings.Fields(p.plain)) >= minWords || p.html == "" && strings.TrimSpace(p.plain) != "" {
		return &page{text: p.plain}, nil
	}
	if p.html == "" {
		return nil, travaux.Errorf(travaux.CodeEmpty, op, "", "the message has no text")
	}
	doc, _, err := parse(p.html)
	if err != nil {
		return nil, err
	}
	w := &writer{}
	w.walk(doc)
	w.flush("")
	return &page{text: w.text.String(), marks: w.marks}, nil
}

var forwardRE = regexp.MustCompile(`(?i)^(?:(?:re|fwd?|aw|tr)\s*:\s*)+`)

// headers reads the metadata of a message's headers. The sender's name is the
// outlet when it names a publisher, else the author.
func headers(m *meta, h mail.Header) {
	header := func(v string) travaux.Field { return travaux.Field{Value: words(v), Basis: "header"} }
	if s, err := h.Subject(); err == nil && words(s) != "" {
		m.headline = header(forwardRE.ReplaceAllString(s, ""))
	}
	if from, err := h.AddressList("From"); err == nil && len(from) > 0 {
		person, outlet := sender(from[0].Name)
		if person != "" && ownDomain(person, from[0].Address) {
			person, outlet = "", bulletinRE.ReplaceAllString(person, "")
		}
		if person != "" {
			m.byline = header(person)
		}
		if outlet != "" {
			m.outlet = header(outlet)
		}
	}
	if m.outlet.Value == "" {
		if name, _, ok := strings.Cut(h.Get("List-Id"), "<"); ok {
			if name = strings.Trim(name, " \""); name != "" {
				m.outlet = header(name)
			}
		}
	}
	if s := h.Get("Date"); s != "" {
		m.dates = append(m.dates, dated{s, travaux.BasisMetadata, "Date header"})
	}
	if m.outlet.Value == "" {
		m.outlet = travaux.Field{}
	}
}

// ownDomain reports whether an address belongs to the outlet of that name and
// not to a person: "brief@lake.example" of "Lake Brief".
func ownDomain(name, address string) bool {
	local, domain, _ := strings.Cut(strings.ToLower(address), "@")
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	return len(first) >= 3 && strings.Contains(domain, first) && !strings.Contains(local, first)
}

var atRE = regexp.MustCompile(`,\s+|\s+(?:at|from|of|\||-|–|via)\s+(?:[Tt]he\s+)?`)

// sender splits "Ada Renn, Harbour Courier" into a person and an outlet; a name
// alone is one or the other.
func sender(name string) (person, outlet string) {
	name = words(name)
	if l := atRE.FindStringIndex(name); l != nil && !isSiteName(name[:l[0]]) {
		return name[:l[0]], name[l[1]:]
	}
	f := strings.Fields(name)
	if len(f) >= 2 && len(f) <= 3 && !isSiteName(name) && isPlaces(name) && f[0] != "The" && strings.ToUpper(name) != name {
		return name, ""
	}
	return "", name
}
