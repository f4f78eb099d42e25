package source

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/travaux/travaux"
)

// known are the extensions of files that are read when found in a folder.
var known = map[string]bool{
	".txt": true, ".text": true, ".md": true, ".markdown": true, ".html": true, ".htm": true, ".xhtml": true,
	".pdf": true, ".eml": true, ".json": true, ".jsonl": true, ".ndjson": true,
}

// beside are the extensions of files that may lie in a folder of reports
// without being reports: profiles and other settings.
var beside = map[string]bool{".yaml": true, ".yml": true, ".toml": true}

// file yields a file or a folder that the user named.
func (w *walker) file(ctx context.Context, path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return w.failed(path, err)
	}
	if info.IsDir() {
		return w.folder(ctx, path, nil)
	}
	return w.open(ctx, path, info)
}

// folder yields the reports in a folder and the folders in it, sorted by name.
// Hidden files are passed over, and so are settings; any other file that is of
// no known type is an error of its own. Seen holds the folders being read, so
// that a symbolic link back to one of them is not followed.
func (w *walker) folder(ctx context.Context, dir string, seen []fs.FileInfo) bool {
	here, err := os.Stat(dir)
	if err != nil {
		return w.failed(dir, err)
	}
	if slices.ContainsFunc(seen, func(s fs.FileInfo) bool { return os.SameFile(s, here) }) {
		return w.bad(travaux.CodeInvalid, dir, "the link leads back to a folder that it lies in")
	}
	seen = append(slices.Clip(seen), here)
	entries, err := os.ReadDir(dir) // sorted
	if err != nil {
		return w.failed(dir, err)
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		info, err := os.Stat(path)
		ext := strings.ToLower(filepath.Ext(path))
		ok := true
		switch {
		case err != nil:
			ok = w.failed(path, err)
		case info.IsDir():
			ok = w.folder(ctx, path, seen)
		case beside[ext]:
		case !known[ext] && info.Mode().IsRegular():
			ok = w.bad(travaux.CodeUnsupported, path, "%s is no type of report that is read (txt, md, html, pdf, eml, json, jsonl)", kind(ext))
		default:
			ok = w.open(ctx, path, info)
		}
		if !ok || ctx.Err() != nil {
			return ok && w.done(ctx, dir)
		}
	}
	return true
}

func kind(ext string) string {
	if ext == "" {
		return "a file without an extension"
	}
	return "a " + ext + " file"
}

// done yields the error of a context that is done, and reports false.
func (w *walker) done(ctx context.Context, path string) bool {
	w.yield(Item{File: path}, &travaux.Error{Code: travaux.CodeTimeout, Op: "read", ID: path, Err: ctx.Err()})
	return false
}

// open yields one file.
func (w *walker) open(ctx context.Context, path string, info fs.FileInfo) bool {
	if ctx.Err() != nil {
		return w.done(ctx, path)
	}
	if !info.Mode().IsRegular() {
		return w.bad(travaux.CodeUnsupported, path, "it is not a regular file but a %s", special(info.Mode()))
	}
	lines := isLines(path)
	if !lines && info.Size() > w.MaxBytes {
		return w.bad(travaux.CodeTooLarge, path, "it has %s; the limit is %s", size(info.Size()), size(w.MaxBytes))
	}
	f, err := os.Open(path)
	if err != nil {
		return w.failed(path, err)
	}
	defer f.Close()
	if lines {
		return w.lines(ctx, path, bufio.NewReaderSize(f, 1<<16))
	}
	return w.whole(path, f)
}

// special names what a file is that is no regular one.
func special(m fs.FileMode) string {
	switch {
	case m&fs.ModeNamedPipe != 0:
		return "named pipe"
	case m&fs.ModeSocket != 0:
		return "socket"
	case m&fs.ModeDevice != 0:
		return "device"
	}
	return "special file"
}

func isLines(path string) bool {
	ext := strings.ToLower(filepath.Ext(path))
	return ext == ".jsonl" || ext == ".ndjson"
}

// whole yields all of r as one document.
func (w *walker) whole(path string, r io.Reader) bool {
	data, err := io.ReadAll(io.LimitReader(r, w.MaxBytes+1))
	if err != nil {
		return w.failed(path, err)
	}
	if int64(len(data)) > w.MaxBytes {
		return w.bad(travaux.CodeTooLarge, path, "it is larger than the limit of %s", size(w.MaxBytes))
	}
	return w.yield(Item{File: path, Data: data}, nil)
}

// stream yields r as one document, or as lines if it holds an object a line.
func (w *walker) stream(ctx context.Context, path string, r io.Reader) bool {
	br := bufio.NewReaderSize(r, 1<<20)
	head, _ := br.Peek(1 << 20)
	if line, _, ok := bytes.Cut(head, []byte("\n")); ok && isDocument(line) {
		return w.lines(ctx, path, br)
	}
	return w.whole(path, br)
}

// isDocument reports whether a line is a JSON object with a text.
func isDocument(line []byte) bool {
	var doc struct{ Text *string }
	return bytes.HasPrefix(bytes.TrimSpace(line), []byte("{")) && json.Unmarshal(line, &doc) == nil && doc.Text != nil
}

// lines yields one item for each line of r that is not blank. It holds no more
// than one line at a time; a line over the limit is an error of its own.
func (w *walker) lines(ctx context.Context, path string, r *bufio.Reader) bool {
	found := false
	for n := 1; ; n++ {
		if ctx.Err() != nil {
			return w.done(ctx, path)
		}
		line, long, err := w.line(r)
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
		}
		file := fmt.Sprintf("%s#%d", path, n)
		switch {
		case long:
			found = true
			if !w.bad(travaux.CodeTooLarge, file, "the line is larger than the limit of %s", size(w.MaxBytes)) {
				return false
			}
		case len(bytes.TrimSpace(line)) > 0:
			found = true
			if !w.yield(Item{File: file, Data: bytes.TrimRight(line, "\r\n"), MediaType: "application/json"}, nil) {
				return false
			}
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return w.failed(path, err)
		}
	}
	if !found {
		return w.bad(travaux.CodeEmpty, path, "there are no lines in it")
	}
	return true
}

// line reads one line with its break; of a line over the limit it keeps nothing.
func (w *walker) line(r *bufio.Reader) (line []byte, long bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if !long {
			line = append(line, part...)
		}
		if int64(len(line)) > w.MaxBytes {
			line, long = nil, true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, long, err
		}
	}
}

// failed yields an error of the file system in plain words.
func (w *walker) failed(path string, err error) bool {
	code := travaux.CodeUnreadable
	if errors.Is(err, fs.ErrNotExist) {
		code = travaux.CodeNotFound
	}
	reason := err
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		reason = p.Err // without the path, which the message has already
	}
	return w.yield(Item{File: path}, &travaux.Error{Code: code, Op: "read", ID: path, Err: reason})
}
