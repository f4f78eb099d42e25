package extract

import (
	"bytes"
	"mime"
	"net/http"
	"path"
	"strings"
)

// format is how a document is encoded.
type format string

// The formats.
const (
	formatText     format = "plain text"
	formatMarkdown format = "Markdown"
	formatHTML     format = "HTML"
	formatPDF      format = "PDF"
	formatMail     format = "e-mail"
	formatJSON     format = "JSON"
)

var byExtension = map[string]format{
	".txt": formatText, ".text": formatText, ".asc": formatText,
	".md": formatMarkdown, ".markdown": formatMarkdown,
	".html": formatHTML, ".htm": formatHTML, ".xhtml": formatHTML,
	".pdf": formatPDF, ".eml": formatMail, ".json": formatJSON,
}

var byMediaType = map[string]format{
	"text/markdown": formatMarkdown, "text/html": formatHTML, "application/xhtml+xml": formatHTML,
	"application/pdf": formatPDF, "message/rfc822": formatMail, "application/json": formatJSON,
}

// detect names the format of a document: by its first bytes where they are
// unmistakable, then by the media type its sender declared, then by its name's
// extension, and at last by what its content looks like.
func detect(in Input) format {
	head := in.Data[:min(len(in.Data), 1024)]
	if bytes.Contains(head, []byte("%PDF-")) {
		return formatPDF
	}
	if t, _, err := mime.ParseMediaType(in.MediaType); err == nil {
		if f, ok := byMediaType[t]; ok {
			return f
		}
	}
	name := in.File
	if in.URL != "" {
		name, _, _ = strings.Cut(in.URL, "?")
	}
	if f, ok := byExtension[strings.ToLower(path.Ext(name))]; ok {
		return f
	}
	if t := http.DetectContentType(head); strings.HasPrefix(t, "text/html") {
		return formatHTML
	} else if !strings.HasPrefix(t, "text/") && t != "application/octet-stream" {
		return format(t)
	}
	if looksLikeMail(head) {
		return formatMail
	}
	return formatText
}

// looksLikeMail reports whether the bytes begin with a mail header that a
// newsroom's plain text would not have.
func looksLikeMail(head []byte) bool {
	seen := 0
	for line := range strings.Lines(string(head)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			break
		}
		key, _, ok := strings.Cut(line, ":")
		switch strings.ToLower(key) {
		case "received", "message-id", "mime-version", "return-path", "dkim-signature", "content-type", "delivered-to":
			if ok {
				seen++
			}
		}
	}
	return seen >= 2
}
