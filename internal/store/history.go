package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"time"

	"github.com/travaux/travaux/internal/audit"
)

// agent is who changes a record when no person is said to.
const agent = "travaux"

// note adds an entry to the history, in the transaction of what it tells.
func (s *Store) note(ctx context.Context, tx *sql.Tx, e audit.Entry) error {
	if err := changed(ctx, tx); err != nil {
		return err
	}
	var last *audit.Entry
	var prev audit.Entry
	err := tx.QueryRowContext(ctx, `SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1`).Scan(&prev.Seq, &prev.Hash)
	switch {
	case err == nil:
		last = &prev
	case !errors.Is(err, sql.ErrNoRows):
		return err
	}
	e.At = s.now().UTC().Format(time.RFC3339)
	if e.Agent == "" {
		e.Agent = agent
	}
	if e, err = e.After(last); err != nil {
		return err
	}
	used, err := list(e.Used)
	if err != nil {
		return err
	}
	made, err := list(e.Made)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO history (seq, at, agent, activity, used, made, rules, prev, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		e.Seq, e.At, e.Agent, string(e.Activity), used, made, e.Rules, e.Prev, e.Hash)
	return err
}

func list(ids []string) (string, error) {
	if ids == nil {
		return "[]", nil
	}
	b, err := json.Marshal(ids)
	return string(b), err
}

// History calls f with every entry of the record's history, from the first. It
// does not say whether the chain is whole: audit.Checker does.
func (s *Store) History(ctx context.Context, f func(audit.Entry) error) error {
	rows, err := s.db.QueryContext(ctx, `SELECT seq, at, agent, activity, used, made, rules, prev, hash FROM history ORDER BY seq`)
	if err != nil {
		return s.wrap("read history", err)
	}
	defer rows.Close()
	for rows.Next() {
		var e audit.Entry
		var activity, used, made string
		if err := rows.Scan(&e.Seq, &e.At, &e.Agent, &activity, &used, &made, &e.Rules, &e.Prev, &e.Hash); err != nil {
			return s.wrap("read history", err)
		}
		e.Activity = audit.Activity(activity)
		e.Used, e.Made = unlist(used), unlist(made)
		if err := f(e); err != nil {
			return err
		}
	}
	return s.wrap("read history", rows.Err())
}

// unlist reads a list; what is none is given as it stands, and its hash tells.
func unlist(s string) []string {
	var ids []string
	if err := json.Unmarshal([]byte(s), &ids); err != nil {
		return []string{s}
	}
	return ids
}

// sum names some bytes by their SHA-256.
func sum(b []byte) string {
	h := sha256.Sum256(b)
	return "sha256:" + hex.EncodeToString(h[:])
}
