//go:build linux

package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/travaux/travaux/internal/audit"
	"github.com/travaux/travaux/internal/export"
	"github.com/travaux/travaux/internal/store"
)

var kills = flag.Int("kills", 10, "how often TestKilled kills the program")

// killing is a command that is killed at random moments, once or more, before
// it is run in peace.
type killing struct {
	name   string
	share  int                   // of the kills, in percent
	before []string              // records to begin with, in turn
	args   func(p site) []string // the command
}

// site is where a command works.
type site struct {
	record, other string // other is a file that is not there
	round         int
}

// TestKilled kills the program at random moments of each command that writes.
// What is left must open and be whole, and running the command again must end
// where it ends in peace.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	a := &app{out: io.Discard, term: newTerminal(io.Discard)}
	in := reports(t, filepath.Join(dir, "in"), 10)
	gone := filepath.Join(in, "r007.txt")
	empty, full, older := filepath.Join(dir, "empty"), filepath.Join(dir, "full"), filepath.Join(dir, "older")
	done(t, "init", empty, "--name", "talks")
	readBy(t, a, full, in, func(_, stamp string) string { return stamp })
	readBy(t, a, older, in, func(_, _ string) string { return "another/0" })
	var formats []string
	for _, f := range oldRecords(t) {
		formats = append(formats, f.unpack(t, dir))
	}
	for _, k := range []killing{
		{"add", 20, []string{empty}, func(p site) []string { return []string{"add", p.record, in} }},
		{"remove", 15, []string{full}, func(p site) []string { return []string{"remove", p.record, gone, "--reason", "a test"} }},
		{"refresh", 20, []string{full, older}, func(p site) []string { return []string{"refresh", p.record} }},
		{"judge", 15, []string{full}, func(p site) []string {
			return []string{"judge", "note", p.record, "--by", "ana", "--at", "2031-03-05T09:00:00Z", "--reason", fmt.Sprint("remark ", p.round)}
		}},
		{"migrate", 15, formats, func(p site) []string { return []string{"status", p.record} }},
		{"migrate and refresh", 5, formats, func(p site) []string { return []string{"refresh", p.record} }},
		{"restore", 10, []string{full}, func(p site) []string { return []string{"restore", p.record, p.other} }},
	} {
		t.Run(k.name, func(t *testing.T) { k.run(t, a, max(1, *kills*k.share/100)) })
	}
}

// run kills the command n times.
func (k killing) run(t *testing.T, a *app, n int) {
	dir := t.TempDir()
	seed := uint64(time.Now().UnixNano())
	t.Logf("%d kills, seed %d", n, seed)
	rnd := rand.New(rand.NewPCG(seed, 0))
	for round := 0; n > 0; round++ {
		before := k.before[round%len(k.before)]
		peace := site{filepath.Join(dir, "peace"), filepath.Join(dir, "peace.copy"), round}
		p := site{filepath.Join(dir, "killed"), filepath.Join(dir, "killed.copy"), round}
		for _, x := range []site{peace, p} {
			copyRecord(t, before, x.record)
			_ = os.Remove(x.other) // of the round before
		}
		begun := time.Now()
		done(t, k.args(peace)...)
		long := time.Since(begun)
		for range min(n, 1+rnd.IntN(6)) {
			n--
			// The start of a command writes nothing: later moments are made the likelier.
			at := time.Duration(rnd.Int64N(int64(long)))
			killAt(t, max(at, time.Duration(rnd.Int64N(int64(long)))), k.args(p)...)
			for _, path := range []string{p.record, p.other} {
				wholeCopy(t, a, path)
			}
		}
		if _, err := os.Stat(p.other); err != nil { // else it has done its work
			done(t, k.args(p)...)
		}
		for _, x := range [][2]string{{peace.record, p.record}, {peace.other, p.other}} {
			if diff := cmp.Diff(stateOf(t, a, x[0]), stateOf(t, a, x[1])); diff != "" {
				t.Fatalf("round %d differs from a run in peace (-want +got)\n%.3000s", round, diff)
			}
		}
	}
}

func killAt(t *testing.T, after time.Duration, args ...string) {
	t.Helper()
	r := start(t, args...)
	time.Sleep(after)
	_ = r.cmd.Process.Kill() // it may have ended
	wait(t, r)
}

// copyRecord copies a record with the journal beside it, in place of what is
// there.
func copyRecord(t *testing.T, from, to string) {
	t.Helper()
	for _, end := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(to + end); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		b, err := os.ReadFile(from + end)
		if os.IsNotExist(err) || end == "-shm" {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to+end, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// wholeCopy proves a copy of a record, so that the record itself is left as the
// kill left it.
func wholeCopy(t *testing.T, a *app, path string) {
	t.Helper()
	if _, err := os.Stat(path); os.IsNotExist(err) {
		return
	}
	copied := filepath.Join(t.TempDir(), "copy")
	copyRecord(t, path, copied)
	if err := a.verify(context.Background(), copied); err != nil {
		t.Fatalf("after a kill: %v", err)
	}
}

// stateOf is all that a record holds but for times: its export, its history, and
// whether what is derived is kept.
func stateOf(t *testing.T, a *app, path string) string {
	t.Helper()
	if _, err := os.Stat(path); os.IsNotExist(err) {
		return "no file"
	}
	ctx := context.Background()
	s, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var out bytes.Buffer
	revision, err := s.Revision(ctx)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(&out, "revision", revision)
	err = s.History(ctx, func(e audit.Entry) error {
		used := strings.Join(e.Used, " ")
		if e.Activity == audit.Restore {
			used = "a copy"
		}
		_, err := fmt.Fprintln(&out, e.Seq, e.Agent, e.Activity, used, e.Made, e.Rules)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	v, err := a.view(ctx, []string{path})
	if err != nil {
		t.Fatal(err)
	}
	if err := export.Record(&out, v.Record); err != nil {
		t.Fatal(err)
	}
	return out.String()
}
