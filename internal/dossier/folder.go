package dossier

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/travaux/travaux"
)

// markerFile tells a dossier from any other folder: its first line is the
// format, the others name the files that were written.
const (
	markerFile   = ".travaux-dossier"
	markerFormat = "travaux.dossier/1"
)

// folder is a dossier being written beside the place it will take.
type folder struct {
	dir   string // where it will stand
	temp  string // holds everything until then
	mu    sync.Mutex
	files []string
}

// begin checks that dir is free or an earlier dossier and prepares a folder
// beside it.
func begin(dir string) (*folder, error) {
	full, err := filepath.Abs(dir)
	if err != nil {
		return nil, ioError(dir, err)
	}
	if real, err := filepath.EvalSymlinks(full); err == nil {
		full = real
	}
	if err := replaceable(full); err != nil {
		return nil, err
	}
	parent := filepath.Dir(full)
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return nil, ioError(dir, err)
	}
	temp, err := os.MkdirTemp(parent, ".travaux-dossier-*")
	if err != nil {
		return nil, ioError(dir, err)
	}
	f := &folder{dir: full, temp: temp}
	if err := os.Mkdir(f.next(), 0o777); err != nil {
		f.abandon()
		return nil, ioError(dir, err)
	}
	return f, nil
}

func (f *folder) next() string { return filepath.Join(f.temp, "new") }

// write makes a file of what content writes.
func (f *folder) write(name string, content func(io.Writer) error) error {
	f.mu.Lock()
	f.files = append(f.files, name)
	f.mu.Unlock()
	file, err := os.Create(filepath.Join(f.next(), name))
	if err != nil {
		return ioError(f.dir, err)
	}
	out := &disk{file: file}
	err = content(out)
	if closed := file.Close(); out.err == nil {
		out.err = closed
	}
	if out.err != nil {
		return ioError(f.dir, out.err)
	}
	return err
}

// disk tells an error of the disk from one of what is written.
type disk struct {
	file *os.File
	err  error
}

func (d *disk) Write(b []byte) (int, error) {
	n, err := d.file.Write(b)
	if err != nil {
		d.err = err
	}
	return n, err
}

// commit puts the new folder in the place of the old one. The old one is moved
// aside first and moved back if the new one cannot take its place.
func (f *folder) commit() error {
	slices.Sort(f.files)
	manifest := markerFormat + "\n" + strings.Join(f.files, "\n") + "\n"
	err := f.write(markerFile, func(w io.Writer) error {
		_, err := io.WriteString(w, manifest)
		return err
	})
	if err != nil {
		return err
	}
	old := filepath.Join(f.temp, "old")
	err = os.Rename(f.dir, old)
	replaced := err == nil
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return ioError(f.dir, err)
	}
	if err := os.Rename(f.next(), f.dir); err != nil {
		if replaced {
			err = errors.Join(err, os.Rename(old, f.dir))
		}
		return ioError(f.dir, err)
	}
	return nil
}

// abandon removes what begin made; after commit, that is the old dossier.
func (f *folder) abandon() { _ = os.RemoveAll(f.temp) }

// replaceable reports, as an error, why dir must not be replaced.
func replaceable(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		if info, e := os.Stat(dir); e == nil && !info.IsDir() {
			return conflict(dir, "it is a file")
		}
		return ioError(dir, err)
	}
	marker, err := os.ReadFile(filepath.Join(dir, markerFile))
	lines := strings.Split(strings.TrimSpace(string(marker)), "\n")
	if err != nil || lines[0] != markerFormat {
		return conflict(dir, "the folder is not empty and is not a dossier")
	}
	for _, e := range entries {
		if e.Name() != markerFile && !slices.Contains(lines[1:], e.Name()) {
			return conflict(dir, "the dossier there holds a file it did not write, "+e.Name())
		}
	}
	return nil
}

func conflict(dir, why string) error {
	e := travaux.Errorf(travaux.CodeConflict, "write dossier", dir, "%s; nothing was changed", why)
	e.Hint = "name another folder, or move what is there"
	return e
}

func ioError(dir string, err error) error {
	return &travaux.Error{Code: travaux.CodeUnreadable, Op: "write dossier", ID: dir, Err: err}
}
