package store

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"reflect"
	"runtime"
	"sync"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/compact"
)

// Revision counts the changes of the evidence: what is derived from it holds
// for one revision.
func (s *Store) Revision(ctx context.Context) (int64, error) {
	var n int64
	err := s.db.QueryRowContext(ctx, `SELECT coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'revision'), 0)`).Scan(&n)
	return n, s.wrap("read record", err)
}

// Count is how many reports there are.
func (s *Store) Count(ctx context.Context) (int, error) {
	var n int
	err := s.db.QueryRowContext(ctx, `SELECT count(*) FROM report`).Scan(&n)
	return n, s.wrap("read record", err)
}

// changed counts a change of the evidence.
func changed(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO setting (name, value) VALUES ('revision', '1')
		ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(setting.value AS INTEGER) + 1 AS TEXT)`)
	return err
}

// Keep keeps the record that was derived from the evidence of a revision by
// what stamp names, in place of any that was kept. The parts are records whose
// lists, one after the other, are those of the whole; the first has the heading.
func (s *Store) Keep(ctx context.Context, revision int64, stamp string, parts iter.Seq2[*travaux.Record, error]) error {
	return s.inTx(ctx, "keep the record", func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM derived`); err != nil {
			return err
		}
		n := 0
		for part, err := range parts {
			if err != nil {
				return err
			}
			body := s.records.Append(nil, part, "")
			if _, err := tx.ExecContext(ctx, `INSERT INTO derived (n, revision, stamp, body) VALUES ($1, $2, $3, $4)`, n, revision, stamp, body); err != nil {
				return err
			}
			n++
		}
		return nil
	})
}

// Kept returns the record that was kept, or nil when there is none that holds
// for the evidence as it is and for what stamp names. Its reports are without
// their texts.
func (s *Store) Kept(ctx context.Context, stamp string) (*travaux.Record, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT body FROM derived WHERE stamp = $1
		AND revision = coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'revision'), 0) ORDER BY n`, stamp)
	if err != nil {
		return nil, s.wrap("read record", err)
	}
	defer rows.Close()
	var bodies [][]byte
	for rows.Next() {
		var b []byte
		if err := rows.Scan(&b); err != nil {
			return nil, s.wrap("read record", err)
		}
		bodies = append(bodies, b)
	}
	if err := rows.Err(); err != nil || len(bodies) == 0 {
		return nil, s.wrap("read record", err)
	}
	parts, err := s.decodeParts(bodies)
	if errors.Is(err, compact.ErrShape) {
		return nil, nil // written by another version
	}
	if err != nil {
		return nil, s.wrap("read record", err)
	}
	return joinParts(parts), nil
}

func (s *Store) decodeParts(bodies [][]byte) ([]*travaux.Record, error) {
	parts := make([]*travaux.Record, len(bodies))
	errs := make([]error, len(bodies))
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), len(bodies)) {
		wg.Go(func() {
			for i := range next {
				parts[i] = &travaux.Record{}
				errs[i] = s.records.Decode(bodies[i], parts[i], "")
				bodies[i] = nil
			}
		})
	}
	for i := range bodies {
		next <- i
	}
	close(next)
	wg.Wait()
	return parts, errors.Join(errs...)
}

// joinParts puts the lists of the parts together.
func joinParts(parts []*travaux.Record) *travaux.Record {
	out := *parts[0]
	whole := reflect.ValueOf(&out).Elem()
	for i := range whole.NumField() {
		list := whole.Field(i)
		if list.Kind() != reflect.Slice {
			continue
		}
		n := 0
		for _, p := range parts {
			n += reflect.ValueOf(p).Elem().Field(i).Len()
		}
		all := reflect.MakeSlice(list.Type(), 0, n)
		for _, p := range parts {
			all = reflect.AppendSlice(all, reflect.ValueOf(p).Elem().Field(i))
		}
		list.Set(all)
	}
	return &out
}

// partRows is how many rows a part of a record has.
const partRows = 1000

// Parts yields a record in parts of some rows each, the first with the heading.
func Parts(rec *travaux.Record) iter.Seq[*travaux.Record] {
	return func(yield func(*travaux.Record) bool) {
		whole := reflect.ValueOf(rec).Elem()
		if !yield(&travaux.Record{Schema: rec.Schema, Negotiation: rec.Negotiation}) {
			return
		}
		for i := range whole.NumField() {
			list := whole.Field(i)
			if list.Kind() != reflect.Slice {
				continue
			}
			for from := 0; from < list.Len(); from += partRows {
				part := &travaux.Record{}
				reflect.ValueOf(part).Elem().Field(i).Set(list.Slice(from, min(from+partRows, list.Len())))
				if !yield(part) {
					return
				}
			}
		}
	}
}
