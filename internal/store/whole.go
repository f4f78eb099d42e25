package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/audit"
)

// Create makes a new, empty record named name: its file is there whole, or not
// at all. Errors: CodeConflict when a file is already there.
func Create(ctx context.Context, path, name string) (*Store, error) {
	const op = "create record"
	err := appear(op, path, func(file string) error {
		s, err := open(ctx, file)
		if err != nil {
			return err
		}
		return errors.Join(s.inTx(ctx, op, func(tx *sql.Tx) error {
			if _, err := tx.ExecContext(ctx, `INSERT INTO setting (name, value) VALUES ('name', $1)`, name); err != nil {
				return err
			}
			return s.note(ctx, tx, audit.Entry{Activity: audit.Init, Used: []string{name}})
		}), s.Close())
	})
	if err != nil {
		return nil, err
	}
	return open(ctx, path)
}

// Backup writes a copy of the record to a new file, as it is at one moment,
// while others may go on reading and writing.
func (s *Store) Backup(ctx context.Context, to string) error {
	return appear("back up", to, func(file string) error { return s.copy(ctx, file) })
}

// Restore makes a new record of this one, which is a copy in a file, and notes
// in it that it was.
func (s *Store) Restore(ctx context.Context, to string) error {
	return appear("restore", to, func(file string) error {
		if err := s.copy(ctx, file); err != nil {
			return err
		}
		n, err := Open(ctx, file)
		if err != nil {
			return err
		}
		return errors.Join(n.inTx(ctx, "restore", func(tx *sql.Tx) error {
			return n.note(ctx, tx, audit.Entry{Activity: audit.Restore, Used: []string{s.path}})
		}), n.Close())
	})
}

// copy writes the record into an empty file.
func (s *Store) copy(ctx context.Context, file string) error {
	_, err := s.db.ExecContext(ctx, `VACUUM INTO $1`, file)
	return s.wrap("back up", err)
}

// appear has a file made under another name, and gives it its own once it is
// whole and on the disk. A file that is there is not replaced.
func appear(op, path string, makeFile func(file string) error) (err error) {
	taken := func() error {
		e := travaux.Errorf(travaux.CodeConflict, op, path, "there is already a file of that name")
		e.Hint = "nothing was changed; choose another name"
		return e
	}
	if _, err := os.Lstat(path); err == nil {
		return taken()
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".unfinished-")
	if err != nil {
		return fileError(op, path, err)
	}
	defer func() { _ = os.Remove(f.Name()) }() // it may have its name
	if err := f.Close(); err != nil {
		return fileError(op, path, err)
	}
	if err := makeFile(f.Name()); err != nil {
		return err
	}
	if err := synced(f.Name()); err != nil {
		return fileError(op, path, err)
	}
	switch err := os.Link(f.Name(), path); {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return taken()
	}
	if err := os.Rename(f.Name(), path); err != nil { // a file system without links
		return fileError(op, path, err)
	}
	return nil
}

func synced(file string) error {
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
