package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"runtime"
	"slices"
	"strings"
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

// Part is some rows of a record. Those of all parts, one after the other, are
// the record; the first part has the heading.
type Part struct {
	// Key names the part, and no other of the record.
	Key string
	// Stamp names all that the part hangs on. A part that was kept under the same
	// stamp is kept as it is; one without a stamp is made anew.
	Stamp string
	Make  func() (*travaux.Record, error)
}

// StatementsOf is the key of the part that holds a report's statements.
func StatementsOf(report string) string { return "statements " + report }

// Keep keeps the record that was derived from the evidence of a revision by
// what stamp names, in place of any that was kept. Parts that hold are not made
// again.
func (s *Store) Keep(ctx context.Context, revision int64, stamp string, parts iter.Seq[Part]) error {
	return s.inTx(ctx, "keep the record", func(tx *sql.Tx) error {
		held, err := heldParts(ctx, tx)
		if err != nil {
			return err
		}
		var keys []string
		for part := range parts {
			if part.Stamp == "" || held[part.Key] != part.Stamp {
				if err := s.keepPart(ctx, tx, part); err != nil {
					return err
				}
			}
			delete(held, part.Key)
			keys = append(keys, part.Key)
		}
		for key := range held { // of the record before
			if _, err := tx.ExecContext(ctx, `DELETE FROM derived WHERE key = $1`, key); err != nil {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO setting (name, value) VALUES ('derived', $1), ('parts', $2)
			ON CONFLICT (name) DO UPDATE SET value = excluded.value`, fmt.Sprint(revision, " ", stamp), strings.Join(keys, "\n"))
		return err
	})
}

// heldParts are the stamps of the parts that are kept, by key.
func heldParts(ctx context.Context, tx *sql.Tx) (map[string]string, error) {
	rows, err := tx.QueryContext(ctx, `SELECT key, stamp FROM derived`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	held := map[string]string{}
	for rows.Next() {
		var key, stamp string
		if err := rows.Scan(&key, &stamp); err != nil {
			return nil, err
		}
		held[key] = stamp
	}
	return held, rows.Err()
}

func (s *Store) keepPart(ctx context.Context, tx *sql.Tx, part Part) error {
	rec, err := part.Make()
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO derived (key, stamp, body) VALUES ($1, $2, $3)
		ON CONFLICT (key) DO UPDATE SET stamp = excluded.stamp, body = excluded.body`,
		part.Key, part.Stamp, seal(s.records.Append(nil, rec, "")))
	return err
}

// Kept returns the record that was kept, or nil when there is none that holds
// for the evidence as it is and for what stamp names, or it is damaged; what is
// damaged is dropped. Its reports are without their texts.
func (s *Store) Kept(ctx context.Context, stamp string) (*travaux.Record, error) {
	bodies, damaged, err := s.heldBodies(ctx, stamp)
	if err != nil || len(bodies) == 0 {
		return nil, s.wrap("read record", err)
	}
	if len(damaged) > 0 {
		return nil, s.drop(ctx, damaged)
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

// heldBodies are the parts that hold, in their order, and the keys of those that
// are damaged.
func (s *Store) heldBodies(ctx context.Context, stamp string) (bodies [][]byte, damaged []string, err error) {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // another program may keep a record between the two
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = tx.Rollback() }() // nothing was changed
	var keys string
	err = tx.QueryRowContext(ctx, `SELECT value FROM setting WHERE name = 'parts' AND (SELECT value FROM setting WHERE name = 'derived') =
		coalesce((SELECT value FROM setting WHERE name = 'revision'), '0') || ' ' || $1`, stamp).Scan(&keys)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	place := places(keys)
	bodies = make([][]byte, len(place))
	rows, err := tx.QueryContext(ctx, `SELECT key, body FROM derived`)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var key string
		var b []byte
		if err := rows.Scan(&key, &b); err != nil {
			return nil, nil, err
		}
		i, known := place[key]
		body, ok := unseal(b)
		if !known || !ok {
			damaged = append(damaged, key)
			continue
		}
		bodies[i] = body
	}
	if slices.ContainsFunc(bodies, func(b []byte) bool { return b == nil }) && len(damaged) == 0 {
		return nil, nil, rows.Err() // one is missing
	}
	return bodies, damaged, rows.Err()
}

// places are those of the keys in a list.
func places(keys string) map[string]int {
	out := map[string]int{}
	for key := range strings.SplitSeq(keys, "\n") {
		out[key] = len(out)
	}
	return out
}

// drop has parts of the record made again.
func (s *Store) drop(ctx context.Context, keys []string) error {
	if s.ReadOnly() {
		return nil
	}
	return s.inTx(ctx, "drop what is damaged", func(tx *sql.Tx) error {
		for _, key := range keys {
			if _, err := tx.ExecContext(ctx, `DELETE FROM derived WHERE key = $1`, key); err != nil {
				return err
			}
		}
		return nil
	})
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
func Parts(rec *travaux.Record) iter.Seq[Part] {
	return func(yield func(Part) bool) {
		n := 0
		put := func(part *travaux.Record) bool {
			n++
			return yield(Part{Key: fmt.Sprintf("rows %d", n), Make: func() (*travaux.Record, error) { return part, nil }})
		}
		whole := reflect.ValueOf(rec).Elem()
		if !put(&travaux.Record{Schema: rec.Schema, Negotiation: rec.Negotiation}) {
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
				if !put(part) {
					return
				}
			}
		}
	}
}
