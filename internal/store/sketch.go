package store

import (
	"context"
	"database/sql"
)

// Sketch is what is held of a report against others, in the form of whoever made
// it.
type Sketch struct {
	Report string // id
	Body   []byte // nil where maker did not make one, or it is damaged

	// Of the report, not kept with the sketch: its text, where there is a sketch,
	// and the least of its places.
	Text, File string
}

// Sketches calls f for every report in order of id, with the sketch that maker
// made of it, if there is one.
func (s *Store) Sketches(ctx context.Context, maker string, f func(Sketch) error) error {
	rows, err := s.db.QueryContext(ctx, `SELECT r.id, (SELECT min(l.file) FROM location l WHERE l.report = r.id), k.body,
		CASE WHEN k.body IS NULL THEN '' ELSE json_extract(r.document, '$.text') END
		FROM report r LEFT JOIN sketch k ON k.report = r.id AND k.maker = $1 ORDER BY r.id`, maker)
	if err != nil {
		return s.wrap("read record", err)
	}
	defer rows.Close()
	for rows.Next() {
		var k Sketch
		if err := rows.Scan(&k.Report, &k.File, &k.Body, &k.Text); err != nil {
			return s.wrap("read record", err)
		}
		k.Body, _ = unseal(k.Body)
		if err := f(k); err != nil {
			return err
		}
	}
	return s.wrap("read record", rows.Err())
}

// PutSketches keeps what maker made of the readings of a reader, unless a report
// was withdrawn or read anew meanwhile.
func (s *Store) PutSketches(ctx context.Context, maker, reader string, list []Sketch) error {
	return s.inTx(ctx, "keep sketches", func(tx *sql.Tx) error {
		for _, k := range list {
			_, err := tx.ExecContext(ctx, `INSERT INTO sketch (report, maker, body)
				SELECT $1, $2, $3 FROM reading WHERE report = $1 AND reader = $4
				ON CONFLICT (report) DO UPDATE SET maker = excluded.maker, body = excluded.body`, k.Report, maker, seal(k.Body), reader)
			if err != nil {
				return err
			}
		}
		return nil
	})
}
