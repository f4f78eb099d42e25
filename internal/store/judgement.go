package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/travaux/travaux"
	"github.com/travaux/travaux/internal/audit"
	"github.com/travaux/travaux/internal/judge"
)

// Judge adds judgements to those of the record, all or none, and returns how
// many were not there. None is ever changed or removed: undoing one is a
// judgement too. Errors: CodeInvalid for one that makes no sense or undoes what
// neither the record nor the list has.
func (s *Store) Judge(ctx context.Context, judgements []travaux.Judgement) (added int, err error) {
	given := judge.Union(judgements)
	coming := map[string]bool{}
	for i := range given {
		if err := judge.Check(&given[i]); err != nil {
			return 0, err
		}
		coming[given[i].ID] = true
	}
	err = s.inTx(ctx, "judge", func(tx *sql.Tx) error {
		for i := range given {
			j := &given[i]
			there, err := known(ctx, tx, j.ID)
			if err != nil {
				return err
			}
			if there {
				continue
			}
			if j.Undoes != "" && !coming[j.Undoes] {
				if there, err := known(ctx, tx, j.Undoes); err != nil {
					return err
				} else if !there {
					return travaux.Errorf(travaux.CodeInvalid, "judge", j.ID, "it undoes %s, which is not in the record", j.Undoes)
				}
			}
			if err := s.insertJudgement(ctx, tx, j); err != nil {
				return err
			}
			added++
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	return added, nil
}

func known(ctx context.Context, tx *sql.Tx, id string) (bool, error) {
	var n int
	err := tx.QueryRowContext(ctx, `SELECT count(*) FROM judgement WHERE id = $1`, id).Scan(&n)
	return n > 0, err
}

func (s *Store) insertJudgement(ctx context.Context, tx *sql.Tx, j *travaux.Judgement) error {
	body, err := judge.Encode(j)
	if err != nil {
		return err
	}
	at := s.now().UTC().Format(time.RFC3339)
	if _, err := tx.ExecContext(ctx, `INSERT INTO judgement (id, added_at, body) VALUES ($1, $2, $3)`, j.ID, at, string(body)); err != nil {
		return err
	}
	var used []string
	for _, a := range j.Anchors {
		used = append(used, a.Report)
	}
	if j.Undoes != "" {
		used = append(used, j.Undoes)
	}
	if err := changed(ctx, tx); err != nil {
		return err
	}
	return s.note(ctx, tx, audit.Entry{Agent: j.By, Activity: audit.Judge, Used: used, Made: []string{j.ID, sum(body)}, Rules: j.Rules})
}

// Judgements returns all judgements, also those that were undone, by time and
// id.
func (s *Store) Judgements(ctx context.Context) ([]travaux.Judgement, error) {
	var out []travaux.Judgement
	err := s.eachText(ctx, `SELECT id, body FROM judgement ORDER BY seq`, func(id, body string) error {
		j, err := judge.Decode([]byte(body))
		if err != nil {
			return s.wrap("read record", fmt.Errorf("judgement %s: %w", id, err))
		}
		out = append(out, j)
		return nil
	})
	return judge.Union(out), err
}

// eraseFromJudgements takes the words of a withdrawn report out of the
// judgements that quote it, and returns their ids, each with the hash of what
// is left.
func eraseFromJudgements(ctx context.Context, tx *sql.Tx, report string) ([]string, error) {
	left, err := erasable(ctx, tx, report)
	if err != nil {
		return nil, err
	}
	var made []string
	for i := range left {
		body, err := judge.Encode(&left[i])
		if err != nil {
			return nil, err
		}
		if _, err := tx.ExecContext(ctx, `UPDATE judgement SET body = $2 WHERE id = $1`, left[i].ID, string(body)); err != nil {
			return nil, err
		}
		made = append(made, left[i].ID, sum(body))
	}
	return made, nil
}

// erasable returns what is left of the judgements that quote a report.
func erasable(ctx context.Context, tx *sql.Tx, report string) (left []travaux.Judgement, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT body FROM judgement WHERE instr(body, $1) > 0 ORDER BY seq`, report)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var body string
		if err := rows.Scan(&body); err != nil {
			return nil, err
		}
		j, err := judge.Decode([]byte(body))
		if err != nil {
			return nil, err
		}
		if j, any := judge.Erase(j, report); any {
			left = append(left, j)
		}
	}
	return left, rows.Err()
}
