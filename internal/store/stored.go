package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/compact"
)

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
	var ahead []*decoding // in the order of the rows
	first := func() error {
		d := ahead[0]
		ahead = ahead[1:]
		<-d.done
		if d.err != nil {
			return s.wrap("read record", d.err)
		}
		return f(d.Stored)
	}
	for rows.Next() {
		d := &decoding{done: make(chan struct{})}
		var doc, body []byte
		var file string
		if err := rows.Scan(&doc, &body, &file); err != nil {
			return s.wrap("read record", err)
		}
		go func() {
			defer close(d.done)
			if d.Stored, d.err = s.decode(doc, body); d.err == nil {
				d.Report.File = file // the same whatever came first
			}
		}()
		if ahead = append(ahead, d); len(ahead) > 2*runtime.GOMAXPROCS(0) {
			if err := first(); err != nil {
				return err
			}
		}
	}
	for len(ahead) > 0 {
		if err := first(); err != nil {
			return err
		}
	}
	return s.wrap("read record", rows.Err())
}

// decoding is a report that is being decoded beside others.
type decoding struct {
	Stored
	err  error
	done chan struct{}
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

// Original returns the bytes a report was made from.
func (s *Store) Original(ctx context.Context, sha256 string) ([]byte, error) {
	var b []byte
	err := s.db.QueryRowContext(ctx, `SELECT body FROM original WHERE sha256 = $1`, sha256).Scan(&b)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, travaux.Errorf(travaux.CodeNotFound, "read original", sha256, "no such bytes in the record")
	}
	return b, s.wrap("read original", err)
}
