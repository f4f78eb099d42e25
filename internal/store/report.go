package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/audit"
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

// Known reports whether a report with this id is there or was withdrawn.
func (s *Store) Known(ctx context.Context, id string) (bool, error) {
	var n int
	err := s.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM report WHERE id = $1) + (SELECT count(*) FROM withdrawn WHERE report = $1)`, id).Scan(&n)
	return n > 0, s.wrap("read record", err)
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
