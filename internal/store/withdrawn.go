package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/audit"
)

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

// Remove withdraws the report with this id, unique start of an id, or file: its
// text, reading and, if no other report has the same bytes, its original are
// erased; file, hash, reason and time stay. It returns the report's id. Doing it
// again for the same reason changes nothing. Errors: CodeNotFound; CodeConflict
// for one that was withdrawn before for another reason.
func (s *Store) Remove(ctx context.Context, key, reason string) (string, error) {
	if strings.TrimSpace(reason) == "" {
		return "", travaux.Errorf(travaux.CodeInvalid, "remove", key, "a withdrawal needs a reason")
	}
	id, err := s.find(ctx, key)
	if travaux.CodeOf(err) == travaux.CodeNotFound {
		gone, again := s.gone(ctx, key, reason)
		if gone == "" && again == nil {
			again = err
		}
		if again != nil {
			return "", again
		}
		return gone, s.erase(ctx, key)
	}
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
			{`DELETE FROM derived WHERE stamp = '' OR key = $1`, []any{StatementsOf(id)}}, // they quote the report
			{`DELETE FROM sketch WHERE report = $1`, []any{id}},
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
	return id, s.erase(ctx, key)
}

// erase takes what was withdrawn out of the file: secure_delete zeroes the
// pages, and the log must not keep them either.
func (s *Store) erase(ctx context.Context, key string) error {
	_, err := s.db.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
	return s.wrap("remove "+key, err)
}

// gone returns the report named by its id or file that was withdrawn before, ""
// where there is none.
func (s *Store) gone(ctx context.Context, key, reason string) (string, error) {
	var id, why string
	err := s.db.QueryRowContext(ctx, `SELECT report, reason FROM withdrawn WHERE report = $1 OR file = $1 ORDER BY reason <> $2, report LIMIT 1`, key, reason).Scan(&id, &why)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return "", nil
	case err != nil:
		return "", s.wrap("remove "+key, err)
	case why != reason:
		return "", travaux.Errorf(travaux.CodeConflict, "remove", key, "it was withdrawn before, with the reason %q", why)
	}
	return id, nil
}
