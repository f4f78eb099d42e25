// Package source obtains documents as bytes with where they came from: files,
// folders, standard input, lines of .jsonl files, and http(s) URLs.
//
// Every input is an item or an error that names it; one bad input never stops
// the rest. It is not for understanding the bytes (package extract), and not
// for storing them.
package source

import (
	"context"
	"io"
	"iter"
	"net/http"
	"strings"
	"time"

	"github.com/travaux/travaux"
)

// Item is one document as bytes.
type Item struct {
	File      string // as the user named it; for a line of a .jsonl, path#line
	Data      []byte
	MediaType string // as the sender declared it; "" for files
	URL       string // where it was fetched, after redirects; "" for files
}

// Options say how inputs are read. The zero value has the defaults.
type Options struct {
	AllowPrivate bool          // fetch from private, loopback and link-local addresses too
	MaxBytes     int64         // of one document; 0 means 64 MiB
	Timeout      time.Duration // of one fetch, redirects included; 0 means 30 s
	UserAgent    string        // "" means "travaux"
	Stdin        io.Reader     // what "-" reads; nil is an empty input
}

const (
	defaultMaxBytes  = 64 << 20
	defaultTimeout   = 30 * time.Second
	defaultUserAgent = "travaux"
)

// walker reads inputs for one call of Walk.
type walker struct {
	Options
	client *http.Client
	yield  func(Item, error) bool
}

// Walk yields the documents of paths, in the order given and sorted by name
// within folders: each an Item, or an error of type *travaux.Error that names
// the input, with an Item that has only its File. A path is a file, a folder
// (read recursively), "-" for standard input, or an http(s) URL. Walk stops
// when the context is done.
func Walk(ctx context.Context, paths []string, opts Options) iter.Seq2[Item, error] {
	if opts.MaxBytes <= 0 {
		opts.MaxBytes = defaultMaxBytes
	}
	if opts.Timeout <= 0 {
		opts.Timeout = defaultTimeout
	}
	if opts.UserAgent == "" {
		opts.UserAgent = defaultUserAgent
	}
	return func(yield func(Item, error) bool) {
		w := &walker{Options: opts, client: client(opts), yield: yield}
		for _, p := range paths {
			if !w.path(ctx, p) {
				return
			}
		}
	}
}

// path yields what one path holds, and reports whether to go on.
func (w *walker) path(ctx context.Context, path string) bool {
	switch {
	case path == "-":
		return w.stdin(ctx)
	case isURL(path):
		return w.one(w.fetch(ctx, path))
	default:
		return w.file(ctx, path)
	}
}

// one yields an item or its error.
func (w *walker) one(it Item, err error) bool { return w.yield(it, err) }

// bad yields an error for an input.
func (w *walker) bad(code travaux.Code, file, format string, args ...any) bool {
	return w.yield(Item{File: file}, travaux.Errorf(code, "read", file, format, args...))
}

// isURL reports whether a path is to be fetched: it has a scheme. What the
// scheme is, fetch judges.
func isURL(path string) bool {
	scheme, _, ok := strings.Cut(path, "://")
	return ok && scheme != "" && strings.Trim(strings.ToLower(scheme), "abcdefghijklmnopqrstuvwxyz0123456789+.-") == ""
}

// stdin yields standard input: lines of JSON if it is an object a line, else
// one document.
func (w *walker) stdin(ctx context.Context) bool {
	if w.Stdin == nil {
		return w.bad(travaux.CodeEmpty, "-", "there is no standard input")
	}
	return w.stream(ctx, "-", w.Stdin)
}
