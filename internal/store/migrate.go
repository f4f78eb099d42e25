package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"io/fs"

	"github.com/pressly/goose/v3"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/audit"
)

//go:embed migrations/*.sql
var migrations embed.FS

// adoptVersion is the format in which the history tells of every report.
const adoptVersion = 13

func (s *Store) provider() (*goose.Provider, error) {
	dir, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, s.wrap("open record", err)
	}
	adopt := goose.NewGoMigration(adoptVersion, &goose.GoFunc{RunTx: s.adopt}, nil)
	p, err := goose.NewProvider(goose.DialectSQLite3, s.db, dir, goose.WithGoMigrations(adopt))
	return p, s.wrap("open record", err)
}

// current reports whether the record has the format of this program.
func (s *Store) current(ctx context.Context) (bool, error) {
	const q = `SELECT max(version_id) FROM goose_db_version WHERE is_applied`
	var have int64
	if err := s.db.QueryRowContext(ctx, q).Scan(&have); err != nil {
		return false, s.wrap("open record", err)
	}
	p, err := s.provider()
	if err != nil {
		return false, err
	}
	list := p.ListSources()
	return len(list) > 0 && list[len(list)-1].Version == have, nil
}

// migrate brings the format up to date, each step in a transaction of its own.
func (s *Store) migrate(ctx context.Context) error {
	p, err := s.provider()
	if err != nil {
		return err
	}
	for {
		have, want, err := p.GetVersions(ctx)
		if err != nil {
			return s.wrap("open record", err)
		}
		if have > want {
			e := travaux.Errorf(travaux.CodeConflict, "open record", s.path, "its format is version %d, this program knows %d", have, want)
			e.Hint = "nothing was changed; use the newer version of travaux that wrote it"
			return e
		}
		if _, err = p.Up(ctx); err == nil {
			return nil
		}
		// Another process may have taken the step that this one was about to take.
		now, _, again := p.GetVersions(ctx)
		if again != nil || now <= have {
			return s.wrap("open record", err)
		}
	}
}

// adopt notes the reports that were there before a history was kept, so that
// what they are from now on can be proved.
func (s *Store) adopt(ctx context.Context, tx *sql.Tx) error {
	told, err := reportsTold(ctx, tx)
	if err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, `SELECT r.id, r.sha256, r.document, coalesce(g.body, ''), coalesce(g.reader, '')
		FROM report r LEFT JOIN reading g ON g.report = r.id ORDER BY r.added_at, r.id`)
	if err != nil {
		return err
	}
	defer rows.Close()
	var untold []audit.Entry
	for rows.Next() {
		var id, sha, document, body, reader string
		if err := rows.Scan(&id, &sha, &document, &body, &reader); err != nil {
			return err
		}
		if told[id] {
			continue
		}
		read := ""
		if body != "" {
			read = sum([]byte(body))
		}
		untold = append(untold, audit.Entry{Activity: audit.Adopt, Used: []string{"sha256:" + sha}, Made: []string{id, sum([]byte(document)), read}, Rules: reader})
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return err
	}
	for _, e := range untold {
		if err := s.note(ctx, tx, e); err != nil {
			return err
		}
	}
	return nil
}

// reportsTold are the reports whose adding the history tells of.
func reportsTold(ctx context.Context, tx *sql.Tx) (map[string]bool, error) {
	rows, err := tx.QueryContext(ctx, `SELECT made FROM history WHERE activity = $1`, string(audit.Add))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	told := map[string]bool{}
	for rows.Next() {
		var made string
		if err := rows.Scan(&made); err != nil {
			return nil, err
		}
		if ids := unlist(made); len(ids) > 0 {
			told[ids[0]] = true
		}
	}
	return told, rows.Err()
}
