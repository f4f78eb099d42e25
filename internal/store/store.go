// Package store keeps a record in one SQLite file: original bytes by their
// hash, reports, readings stamped with the version of what made them, inputs
// that could not be read, withdrawals with their reasons, and beside this
// evidence the record last derived from it, stamped likewise.
//
// It is for keeping. It is not for deriving: what follows from evidence is made
// elsewhere, and what is kept of it here is never maintained, only replaced.
// Its SQL is portable to PostgreSQL.
package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/compact"
)

// Store is an open record. It is safe for use by several goroutines; several
// processes may read while one writes.
type Store struct {
	db   *sql.DB
	path string
	now  func() time.Time

	readOnly bool
	readings *compact.Codec[travaux.Reading]
	records  *compact.Codec[travaux.Record]
}

// busySeconds is how long a command waits for another that writes.
const busySeconds = 10

// magic begins every SQLite file.
var magic = []byte("SQLite format 3\x00")

// IsStore reports whether the file at path is a SQLite database.
func IsStore(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(magic))
	if _, err := io.ReadFull(f, head); err != nil {
		return false
	}
	return bytes.Equal(head, magic)
}

// Open opens a record and brings its format up to date. Errors: CodeNotFound,
// CodeMalformed for a file that is no record, CodeConflict for one written by
// a later version.
func Open(ctx context.Context, path string) (*Store, error) {
	if _, err := os.Stat(path); err != nil {
		e := fileError("open record", path, err)
		e.Hint = "see whether it was moved or renamed; travaux restore makes a record of a copy, travaux init a new one"
		return nil, e
	}
	if !IsStore(path) {
		e := travaux.Errorf(travaux.CodeMalformed, "open record", path, "it is not a Travaux record")
		e.Hint = "it was not changed; a new record is made with: travaux init NAME"
		return nil, e
	}
	if err := ours(ctx, path); err != nil {
		return nil, err
	}
	s, err := open(ctx, path)
	if err != nil {
		return nil, err
	}
	if _, err := s.Name(ctx); err != nil {
		e := travaux.Errorf(travaux.CodeMalformed, "open record", path, "it is a database, but not a Travaux record")
		return nil, errors.Join(e, s.Close())
	}
	return s, nil
}

// ours refuses a database that no version of this program made, before anything
// is written to it.
func ours(ctx context.Context, path string) (err error) {
	// Its journal mode is left as it is.
	db, err := sql.Open("sqlite", dsn(path, url.Values{}, fmt.Sprintf("busy_timeout(%d000)", busySeconds), "query_only(ON)"))
	if err != nil {
		return fileError("open record", path, err)
	}
	s := &Store{db: db, path: path}
	defer func() { err = errors.Join(err, db.Close()) }()
	var n int
	switch err := db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('goose_db_version', 'setting')`).Scan(&n); {
	case err != nil && unwritable(err):
		return nil // open says what can be done
	case err != nil:
		return s.wrap("open record", err)
	case n == 2:
		return nil
	}
	e := travaux.Errorf(travaux.CodeMalformed, "open record", path, "it is a database, but not a Travaux record")
	e.Hint = "it was not changed; a new record is made with: travaux init NAME"
	return e
}

// open opens the database for reading and writing, or, where its disk is
// read-only and no journal is left to be worked in, for reading alone.
func open(ctx context.Context, path string) (*Store, error) {
	s, err := connect(path, false)
	if err != nil {
		return nil, err
	}
	if err = s.migrate(ctx); err == nil {
		return s, nil
	}
	err = errors.Join(err, s.db.Close())
	if !unwritable(err) || leftover(path) {
		return nil, err
	}
	alone, again := connect(path, true)
	if again != nil {
		return nil, err
	}
	if current, again := alone.current(ctx); again != nil || !current {
		return nil, errors.Join(err, alone.db.Close())
	}
	return alone, nil
}

// leftover reports whether a journal with something in it lies beside the file.
func leftover(path string) bool {
	fi, err := os.Stat(path + "-wal")
	return err == nil && fi.Size() > 0
}

func connect(path string, readOnly bool) (*Store, error) {
	q := url.Values{}
	pragmas := []string{fmt.Sprintf("busy_timeout(%d000)", busySeconds), "journal_mode(WAL)", "synchronous(NORMAL)", "secure_delete(ON)", "foreign_keys(ON)"}
	if readOnly {
		pragmas = []string{"query_only(ON)"}
		q.Set("immutable", "1")
	} else {
		q.Set("_txlock", "immediate")
	}
	db, err := sql.Open("sqlite", dsn(path, q, pragmas...))
	if err != nil {
		return nil, fileError("open record", path, err)
	}
	readings, err1 := compact.New[travaux.Reading]()
	records, err2 := compact.New[travaux.Record]()
	if err := errors.Join(err1, err2); err != nil {
		return nil, errors.Join(fileError("open record", path, err), db.Close())
	}
	return &Store{db: db, path: path, now: time.Now, readOnly: readOnly, readings: readings, records: records}, nil
}

// dsn names the database in a file, with what each connection to it sets.
func dsn(path string, q url.Values, pragmas ...string) string {
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath()}
	for _, p := range pragmas {
		q.Add("_pragma", p)
	}
	u.RawQuery = q.Encode()
	return u.String()
}

// ReadOnly reports whether the record can be read but not written to.
func (s *Store) ReadOnly() bool { return s.readOnly }

// Close ends the use of the record.
func (s *Store) Close() error {
	if err := s.db.Close(); err != nil {
		return s.wrap("close record", err)
	}
	return nil
}

// Name returns the negotiation's name.
func (s *Store) Name(ctx context.Context) (string, error) {
	var name string
	err := s.db.QueryRowContext(ctx, `SELECT value FROM setting WHERE name = 'name'`).Scan(&name)
	return name, s.wrap("read record", err)
}

func (s *Store) wrap(op string, err error) error {
	if err == nil {
		return nil
	}
	e := fault(err)
	e.Op, e.ID = op, s.path
	return &e
}

func fileError(op, path string, err error) *travaux.Error {
	code := travaux.CodeUnreadable
	var p *fs.PathError
	if errors.As(err, &p) { // the path is named once, by us
		err = p.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		code = travaux.CodeNotFound
	}
	return &travaux.Error{Code: code, Op: op, ID: path, Err: err}
}

// inTx runs f in one transaction.
func (s *Store) inTx(ctx context.Context, op string, f func(*sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return s.wrap(op, err)
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	if err := f(tx); err != nil {
		if travaux.CodeOf(err) != travaux.CodeInternal {
			return err
		}
		return s.wrap(op, err)
	}
	if err := tx.Commit(); err != nil {
		return s.wrap(op, fmt.Errorf("commit: %w", err))
	}
	return nil
}
