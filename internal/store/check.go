package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/travaux/travaux/internal/audit"
)

// Fault is what is wrong with the file of a record.
type Fault struct {
	Report string // id, "" where none is concerned
	What   string
}

// Check proves the evidence and the history of a record: that the database is
// whole, that every original has its SHA-256, every report the text that was
// kept when it was added, every judgement what was decided, and that the chain of the history has no break. It
// returns what is wrong, and the hash of the history's last entry, which noted
// elsewhere proves later that nothing was written anew.
func (s *Store) Check(ctx context.Context) (faults []Fault, head string, err error) {
	c := &check{kept: map[string]string{}, read: map[string]string{}, judged: map[string]string{}}
	if err := s.eachText(ctx, `SELECT integrity_check, '' FROM pragma_integrity_check`, func(line, _ string) error {
		if line != "ok" {
			c.fault("", "the database is damaged: %s", line)
		}
		return nil
	}); err != nil {
		return nil, "", err
	}
	if err := s.History(ctx, c.entry); err != nil {
		return nil, "", err
	}
	err = s.eachText(ctx, `SELECT o.sha256 || ' ' || coalesce((SELECT min(r.id) FROM report r WHERE r.sha256 = o.sha256), ''), o.body FROM original o`, func(of, body string) error {
		sha, id, _ := strings.Cut(of, " ")
		if sum([]byte(body)) != "sha256:"+sha {
			c.fault(id, "the original bytes with SHA-256 %s are not those that were kept", sha)
		}
		return nil
	})
	if err == nil {
		err = s.eachText(ctx, `SELECT id, document FROM report ORDER BY id`, c.report)
	}
	if err == nil {
		err = s.eachText(ctx, `SELECT id, sha256 FROM report WHERE sha256 NOT IN (SELECT sha256 FROM original)`, func(id, sha string) error {
			c.fault(id, "its original bytes are missing")
			return nil
		})
	}
	if err == nil {
		err = s.eachText(ctx, `SELECT report, body FROM reading ORDER BY report`, func(id, body string) error {
			if c.read[id] != sum([]byte(body)) {
				c.fault(id, "what was read in it is not what was kept")
			}
			return nil
		})
	}
	if err == nil {
		err = s.eachText(ctx, `SELECT id, body FROM judgement ORDER BY id`, c.judgement)
	}
	if err != nil {
		return nil, "", err
	}
	c.lost()
	return c.faults, c.chain.Head(), nil
}

type check struct {
	chain  audit.Checker
	kept   map[string]string // report → hash of its document, until it is seen
	read   map[string]string // report → hash of its reading
	order  []string          // the reports of kept
	judged map[string]string // judgement → hash of its body, until it is seen
	faults []Fault
}

func (c *check) fault(report, format string, args ...any) {
	c.faults = append(c.faults, Fault{report, fmt.Sprintf(format, args...)})
}

func (c *check) entry(e audit.Entry) error {
	if f := c.chain.Next(e); f != "" {
		c.fault("", "the history: %s", f)
	}
	switch {
	case (e.Activity == audit.Add || e.Activity == audit.Adopt) && len(e.Made) == 3:
		c.kept[e.Made[0]], c.read[e.Made[0]] = e.Made[1], e.Made[2]
		c.order = append(c.order, e.Made[0])
	case e.Activity == audit.Reread && len(e.Used) > 0 && len(e.Made) == 1:
		c.read[e.Used[0]] = e.Made[0]
	case e.Activity == audit.Judge && len(e.Made) == 2:
		c.judged[e.Made[0]] = e.Made[1]
	case e.Activity == audit.Withdraw && len(e.Used) > 0:
		delete(c.kept, e.Used[0])
		for i := 0; i+1 < len(e.Made); i += 2 { // judgements without its words
			c.judged[e.Made[i]] = e.Made[i+1]
		}
	}
	return nil
}

func (c *check) report(id, document string) error {
	switch want, known := c.kept[id]; {
	case !known:
		c.fault(id, "no entry of the history tells that it was added")
	case want != sum([]byte(document)):
		c.fault(id, "its text is not the one that was kept when it was added")
	}
	delete(c.kept, id)
	return nil
}

func (c *check) judgement(id, body string) error {
	switch want, known := c.judged[id]; {
	case !known:
		c.fault("", "no entry of the history tells of %s", id)
	case want != sum([]byte(body)):
		c.fault("", "%s is not what was decided", id)
	}
	delete(c.judged, id)
	return nil
}

// lost names what the history has and the record has not.
func (c *check) lost() {
	for _, id := range c.order {
		if _, missing := c.kept[id]; missing {
			c.fault(id, "it was added, never withdrawn, and is not there")
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.judged)) {
		c.fault("", "%s was decided, and is not there", id)
	}
}

func (s *Store) eachText(ctx context.Context, query string, f func(a, b string) error) error {
	rows, err := s.db.QueryContext(ctx, query)
	if err != nil {
		return s.wrap("check record", err)
	}
	defer rows.Close()
	for rows.Next() {
		var a, b string
		if err := rows.Scan(&a, &b); err != nil {
			return s.wrap("check record", err)
		}
		if err := f(a, b); err != nil {
			return err
		}
	}
	return s.wrap("check record", rows.Err())
}
