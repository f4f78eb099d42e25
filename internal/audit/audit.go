// Package audit keeps the history of a record as a chain: every entry says what
// was done, by whom and with what, and holds the hash of the one before, so
// that nothing can be changed, left out or put in without a break.
//
// It is for the form of the chain and for proving it whole; the terms are those
// of W3C PROV (agent, activity, entities used and generated). It is not for
// keeping it, nor against somebody who can write the whole chain anew: the last
// hash, noted elsewhere, tells that.
package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
)

// Activity is what was done to a record.
type Activity string

// The activities.
const (
	Init     Activity = "init"     // the record was made
	Add      Activity = "add"      // a report was read into it
	Adopt    Activity = "adopt"    // a report was in it before a history was kept
	Refuse   Activity = "refuse"   // an input could not be read
	Reread   Activity = "reread"   // a report was read anew by another version
	Withdraw Activity = "withdraw" // a report was erased
	Judge    Activity = "judge"    // an analyst decided something, or undid it
	Restore  Activity = "restore"  // the record was made from a copy
)

// Entry is a link of the chain.
type Entry struct {
	Seq      int64    `json:"seq"` // from 1
	At       string   `json:"at"`  // RFC 3339, UTC
	Agent    string   `json:"agent"`
	Activity Activity `json:"activity"`
	Used     []string `json:"used"`      // ids and hashes of what went in
	Made     []string `json:"generated"` // and of what came out
	Rules    string   `json:"rules"`     // version of what worked
	Prev     string   `json:"prev"`      // hash of the entry before, "" for the first
	Hash     string   `json:"hash"`
}

// Sum returns the hash of the entry: SHA-256, in hexadecimal, over its JSON
// without the hash itself.
func (e Entry) Sum() (string, error) {
	e.Hash = ""
	e.Used, e.Made = orEmpty(e.Used), orEmpty(e.Made)
	b, err := json.Marshal(e)
	if err != nil {
		return "", fmt.Errorf("hash entry %d: %w", e.Seq, err)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]), nil
}

// After returns e as the entry that follows prev, which is nil for the first.
func (e Entry) After(prev *Entry) (Entry, error) {
	e.Seq, e.Prev = 1, ""
	if prev != nil {
		e.Seq, e.Prev = prev.Seq+1, prev.Hash
	}
	var err error
	e.Hash, err = e.Sum()
	return e, err
}

// Checker proves a chain entry by entry.
type Checker struct{ last *Entry }

// Next takes the next entry and says what is wrong with it, "" for nothing.
// After a break it goes on from the entry as it stands, so that each break is
// named once.
func (c *Checker) Next(e Entry) string {
	seq, prev := int64(1), ""
	if c.last != nil {
		seq, prev = c.last.Seq+1, c.last.Hash
	}
	kept := e
	kept.Used, kept.Made = slices.Clone(e.Used), slices.Clone(e.Made)
	c.last = &kept
	sum, err := e.Sum()
	switch {
	case err != nil:
		return err.Error()
	case e.Seq != seq:
		return fmt.Sprintf("entry %d follows where %d should stand", e.Seq, seq)
	case e.Prev != prev:
		return fmt.Sprintf("entry %d does not hold the hash of the entry before it", e.Seq)
	case e.Hash != sum:
		return fmt.Sprintf("entry %d was changed after it was written", e.Seq)
	}
	return ""
}

// Head is the hash of the last entry taken, "" for none.
func (c *Checker) Head() string {
	if c.last == nil {
		return ""
	}
	return c.last.Hash
}

func orEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
