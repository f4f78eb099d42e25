package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/audit"
	"github.com/travaux/travaux/internal/compact"
)

// document is how a report is kept: with the text and lines that its exported
// form leaves out.
type document struct {
	travaux.Report
	Text   string          `json:"text"`
	Lines  []travaux.Line  `json:"lines"`
	Blocks []travaux.Block `json:"blocks"`
}

// Entry is a report with the bytes it came from.
type Entry struct {
	Original []byte
	Report   *travaux.Report
	Reading  *travaux.Reading // may be nil
	Reader   string           // what made the reading
}

// Outcome says what Put did.
type Outcome int

// The outcomes of Put.
const (
	Added      Outcome = iota
	NewVersion         // another text was known at the same file or URL
	Known              // the same bytes were there
	Returned           // withdrawn before: it stays withdrawn
)

// Put keeps a report, its original bytes and its reading, all or nothing. The
// same bytes twice are one report with two locations; a report withdrawn before
// is not taken in again.
func (s *Store) Put(ctx context.Context, e Entry) (Outcome, error) {
	r := e.Report
	out := Added
	err := s.inTx(ctx, "add "+r.File, func(tx *sql.Tx) error {
		var n int
		if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM withdrawn WHERE report = $1`, r.ID).Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			out = Returned
			return nil
		}
		var err error
		if out, err = outcome(ctx, tx, r); err != nil {
			return err
		}
		made := []string{r.ID}
		if out != Known {
			text, err := s.insertReport(ctx, tx, e)
			if err != nil {
				return err
			}
			made = append(made, text)
		}
		if err := s.locate(ctx, tx, r); err != nil {
			return err
		}
		if out == Known {
			return s.reread(ctx, tx, e)
		}
		read, err := s.putReading(ctx, tx, e)
		if err != nil {
			return err
		}
		return s.note(ctx, tx, audit.Entry{Activity: audit.Add, Used: []string{"sha256:" + r.SHA256}, Made: append(made, read), Rules: e.Reader})
	})
	return out, err
}

// locate notes where a report was found, which is read from now on.
func (s *Store) locate(ctx context.Context, tx *sql.Tx, r *travaux.Report) error {
	found, err := tx.ExecContext(ctx, `INSERT INTO location (file, report) VALUES ($1, $2) ON CONFLICT (file, report) DO NOTHING`, r.File, r.ID)
	if err != nil {
		return err
	}
	gone, err := tx.ExecContext(ctx, `DELETE FROM unread WHERE file = $1`, r.File)
	if err != nil {
		return err
	}
	m, err1 := found.RowsAffected()
	n, err2 := gone.RowsAffected()
	if m+n > 0 || err1 != nil || err2 != nil {
		return changed(ctx, tx)
	}
	return nil
}

func outcome(ctx context.Context, tx *sql.Tx, r *travaux.Report) (Outcome, error) {
	var same, other int
	err := tx.QueryRowContext(ctx, `SELECT count(*) FROM report WHERE id = $1`, r.ID).Scan(&same)
	if err == nil {
		err = tx.QueryRowContext(ctx, `SELECT count(*) FROM location WHERE file = $1 AND report <> $2`, r.File, r.ID).Scan(&other)
	}
	switch {
	case err != nil:
		return 0, err
	case same > 0:
		return Known, nil
	case other > 0:
		return NewVersion, nil
	}
	return Added, nil
}

// insertReport keeps a report and returns the hash of its kept form.
func (s *Store) insertReport(ctx context.Context, tx *sql.Tx, e Entry) (string, error) {
	body, err := json.Marshal(document{*e.Report, e.Report.Text, e.Report.Lines, e.Report.Blocks})
	if err != nil {
		return "", err
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO original (sha256, body) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING`, e.Report.SHA256, e.Original); err != nil {
		return "", err
	}
	at := s.now().UTC().Format(time.RFC3339)
	_, err = tx.ExecContext(ctx, `INSERT INTO report (id, sha256, added_at, document) VALUES ($1, $2, $3, $4)`, e.Report.ID, e.Report.SHA256, at, string(body))
	return sum(body), err
}

// putReading keeps a reading, if there is one, and returns the hash of its kept
// form.
func (s *Store) putReading(ctx context.Context, tx *sql.Tx, e Entry) (string, error) {
	if e.Reading == nil {
		return "", nil
	}
	slim := *e.Reading
	slim.Report, slim.Sentences = nil, nil // kept with the report; made again when asked for
	body := s.readings.Append(nil, &slim, e.Report.Text)
	_, err := tx.ExecContext(ctx, `INSERT INTO reading (report, reader, body) VALUES ($1, $2, $3)
		ON CONFLICT (report) DO UPDATE SET reader = excluded.reader, body = excluded.body`, e.Report.ID, e.Reader, body)
	return sum(body), err
}

// reread replaces the reading of a report that is there, unless the same
// version made it.
func (s *Store) reread(ctx context.Context, tx *sql.Tx, e Entry) error {
	if e.Reading == nil {
		return nil
	}
	var reader string
	var body []byte
	err := tx.QueryRowContext(ctx, `SELECT reader, body FROM reading WHERE report = $1`, e.Report.ID).Scan(&reader, &body)
	if err != nil && !errors.Is(err, sql.ErrNoRows) || err == nil && reader == e.Reader && s.readings.Fits(body) {
		return err
	}
	read, err := s.putReading(ctx, tx, e)
	if err != nil {
		return err
	}
	return s.note(ctx, tx, audit.Entry{Activity: audit.Reread, Used: []string{e.Report.ID}, Made: []string{read}, Rules: e.Reader})
}

// PutReading replaces the reading of a report that is there.
func (s *Store) PutReading(ctx context.Context, r *travaux.Reading, reader string) error {
	return s.inTx(ctx, "keep reading", func(tx *sql.Tx) error {
		return s.reread(ctx, tx, Entry{Report: r.Report, Reading: r, Reader: reader})
	})
}

// PutUnread keeps the reason why an input could not be read.
func (s *Store) PutUnread(ctx context.Context, u travaux.Unread) error {
	return s.inTx(ctx, "keep reason", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO unread (file, sha256, code, reason) VALUES ($1, $2, $3, $4)
			ON CONFLICT (file) DO UPDATE SET sha256 = excluded.sha256, code = excluded.code, reason = excluded.reason`,
			u.File, u.SHA256, string(u.Code), u.Reason)
		if err != nil {
			return err
		}
		return s.note(ctx, tx, audit.Entry{Activity: audit.Refuse, Used: []string{u.File, "sha256:" + u.SHA256}})
	})
}

// Unread lists the inputs that could not be read, by file.
func (s *Store) Unread(ctx context.Context) ([]travaux.Unread, error) {
	return s.reasons(ctx, `SELECT file, sha256, code, reason FROM unread ORDER BY file`)
}

// Withdrawn lists the reports that were withdrawn, by file.
func (s *Store) Withdrawn(ctx context.Context) ([]travaux.Unread, error) {
	return s.reasons(ctx, `SELECT file, sha256, 'withdrawn', reason FROM withdrawn ORDER BY file, report`)
}

func (s *Store) reasons(ctx context.Context, query string) ([]travaux.Unread, error) {
	rows, err := s.db.QueryContext(ctx, query)
	if err != nil {
		return nil, s.wrap("read record", err)
	}
	defer rows.Close()
	list := []travaux.Unread{}
	for rows.Next() {
		var u travaux.Unread
		if err := rows.Scan(&u.File, &u.SHA256, &u.Code, &u.Reason); err != nil {
			return nil, s.wrap("read record", err)
		}
		list = append(list, u)
	}
	return list, s.wrap("read record", rows.Err())
}

// Known reports whether a report with this id is there or was withdrawn.
func (s *Store) Known(ctx context.Context, id string) (bool, error) {
	var n int
	err := s.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM report WHERE id = $1) + (SELECT count(*) FROM withdrawn WHERE report = $1)`, id).Scan(&n)
	return n > 0, s.wrap("read record", err)
}

// Stored is a report with its reading, which is nil when there is none or when
// another reader made it.
type Stored struct {
	Report  *travaux.Report
	Reading *travaux.Reading
}

const selectStored = `SELECT r.document, CASE WHEN g.reader = $1 THEN g.body END,
	(SELECT min(l.file) FROM location l WHERE l.report = r.id)
	FROM report r LEFT JOIN reading g ON g.report = r.id `

// Each calls f for every report in order of id, with the reading made by
// reader if there is one.
func (s *Store) Each(ctx context.Context, reader string, f func(Stored) error) error {
	return s.stored(ctx, f, selectStored+`ORDER BY r.id`, reader)
}

// Get returns the report with an id, with the reading made by reader if there
// is one. Errors: CodeNotFound.
func (s *Store) Get(ctx context.Context, reader, id string) (Stored, error) {
	var out Stored
	err := s.stored(ctx, func(st Stored) error { out = st; return nil }, selectStored+`WHERE r.id = $2`, reader, id)
	if err == nil && out.Report == nil {
		err = travaux.Errorf(travaux.CodeNotFound, "read record", id, "no report has that id")
	}
	return out, err
}

func (s *Store) stored(ctx context.Context, f func(Stored) error, query string, args ...any) error {
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return s.wrap("read record", err)
	}
	defer rows.Close()
	for rows.Next() {
		var doc, body sql.RawBytes
		var file string
		if err := rows.Scan(&doc, &body, &file); err != nil {
			return s.wrap("read record", err)
		}
		st, err := s.decode(doc, body)
		if err != nil {
			return s.wrap("read record", err)
		}
		st.Report.File = file // the same whatever came first
		if err := f(st); err != nil {
			return err
		}
	}
	return s.wrap("read record", rows.Err())
}

func (s *Store) decode(doc, body []byte) (Stored, error) {
	var d document
	if err := json.Unmarshal(doc, &d); err != nil {
		return Stored{}, fmt.Errorf("report: %w", err)
	}
	rep := &d.Report
	rep.Text, rep.Lines, rep.Blocks = d.Text, d.Lines, d.Blocks
	if len(body) == 0 {
		return Stored{Report: rep}, nil
	}
	g := &travaux.Reading{}
	switch err := s.readings.Decode(body, g, rep.Text); {
	case errors.Is(err, compact.ErrShape):
		return Stored{Report: rep}, nil // written by another version: made again
	case err != nil:
		return Stored{}, fmt.Errorf("reading of %s: %w", rep.ID, err)
	}
	g.Report = rep
	return Stored{rep, g}, nil
}

// Remove withdraws the report with this id, unique start of an id, or file: its
// text, reading and, if no other report has the same bytes, its original are
// erased; file, hash, reason and time stay. It returns the report's id.
func (s *Store) Remove(ctx context.Context, key, reason string) (string, error) {
	if strings.TrimSpace(reason) == "" {
		return "", travaux.Errorf(travaux.CodeInvalid, "remove", key, "a withdrawal needs a reason")
	}
	id, err := s.find(ctx, key)
	if err != nil {
		return "", err
	}
	err = s.inTx(ctx, "remove "+key, func(tx *sql.Tx) error {
		at := s.now().UTC().Format(time.RFC3339)
		for _, q := range []struct {
			sql  string
			args []any
		}{
			{`INSERT INTO withdrawn (report, file, sha256, reason, withdrawn_at)
				SELECT r.id, (SELECT min(l.file) FROM location l WHERE l.report = r.id), r.sha256, $2, $3 FROM report r WHERE r.id = $1`, []any{id, reason, at}},
			{`DELETE FROM original WHERE sha256 = (SELECT sha256 FROM report WHERE id = $1)
				AND NOT EXISTS (SELECT 1 FROM report o WHERE o.sha256 = original.sha256 AND o.id <> $1)`, []any{id}},
			{`DELETE FROM derived`, nil}, // it quotes the report
			{`DELETE FROM reading WHERE report = $1`, []any{id}},
			{`DELETE FROM location WHERE report = $1`, []any{id}},
			{`DELETE FROM report WHERE id = $1`, []any{id}},
		} {
			if _, err := tx.ExecContext(ctx, q.sql, q.args...); err != nil {
				return err
			}
		}
		erased, err := eraseFromJudgements(ctx, tx, id)
		if err != nil {
			return err
		}
		return s.note(ctx, tx, audit.Entry{Activity: audit.Withdraw, Used: []string{id}, Made: erased})
	})
	if err != nil {
		return "", err
	}
	// secure_delete zeroes the pages; the log must not keep them either.
	_, err = s.db.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
	return id, s.wrap("remove "+key, err)
}

// find returns the one report that key names.
func (s *Store) find(ctx context.Context, key string) (string, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT DISTINCT r.id FROM report r LEFT JOIN location l ON l.report = r.id
		WHERE r.id = $1 OR l.file = $1 OR (length($1) >= 6 AND (substr(r.id, 1, length($1)) = $1 OR substr(r.id, 8, length($1)) = $1)) ORDER BY r.id`, key)
	if err != nil {
		return "", s.wrap("find report", err)
	}
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return "", s.wrap("find report", err)
		}
		ids = append(ids, id)
	}
	if err := rows.Err(); err != nil {
		return "", s.wrap("find report", err)
	}
	switch len(ids) {
	case 1:
		return ids[0], nil
	case 0:
		e := travaux.Errorf(travaux.CodeNotFound, "find report", key, "no report has that id or file")
		e.Hint = "travaux status lists the reports of a record"
		return "", e
	}
	e := travaux.Errorf(travaux.CodeConflict, "find report", key, "it names %d reports: %s", len(ids), strings.Join(ids, ", "))
	e.Hint = "give the id of one of them"
	return "", e
}

// Original returns the bytes a report was made from.
func (s *Store) Original(ctx context.Context, sha256 string) ([]byte, error) {
	var b []byte
	err := s.db.QueryRowContext(ctx, `SELECT body FROM original WHERE sha256 = $1`, sha256).Scan(&b)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, travaux.Errorf(travaux.CodeNotFound, "read original", sha256, "no such bytes in the record")
	}
	return b, s.wrap("read original", err)
}
