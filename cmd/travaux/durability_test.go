//go:build linux

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// ended is how a run of the program ended.
type ended struct {
	status int // -1 when it was killed
	out    string
	errs   string
}

// process runs the program in a process of its own.
func process(t *testing.T, args ...string) ended {
	t.Helper()
	return wait(t, start(t, args...))
}

type running struct {
	cmd       *exec.Cmd
	out, errs bytes.Buffer
}

func start(t *testing.T, args ...string) *running {
	t.Helper()
	r := &running{cmd: exec.Command("travaux", args...)}
	r.cmd.Stdout, r.cmd.Stderr = &r.out, &r.errs
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return r
}

func wait(t *testing.T, r *running) ended {
	t.Helper()
	if err := r.cmd.Wait(); err != nil {
		if _, ok := errors.AsType[*exec.ExitError](err); !ok {
			t.Fatal(err)
		}
	}
	return ended{r.cmd.ProcessState.ExitCode(), r.out.String(), r.errs.String()}
}

// done runs the program and wants it to succeed.
func done(t *testing.T, args ...string) string {
	t.Helper()
	e := process(t, args...)
	if e.status != 0 {
		t.Fatalf("travaux %s: exit status %d\n%s", strings.Join(args, " "), e.status, e.errs)
	}
	return e.out
}

// mount makes a small file system of its own; the test is left out where that
// is not allowed.
func mount(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("none", dir, "tmpfs", 0, options); err != nil {
		t.Skipf("a file system for the test cannot be made: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// TestFullDisk fills the disk while reports are added, makes room and adds
// again.
func TestFullDisk(t *testing.T) {
	in := reports(t, filepath.Join(t.TempDir(), "in"), 60)
	disk := mount(t, "size=1m")
	path := filepath.Join(disk, "talks.travaux")
	done(t, "init", path, "--name", "talks")
	ballast := filepath.Join(disk, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 700<<10), 0o644); err != nil {
		t.Fatal(err)
	}
	e := process(t, "add", path, in)
	if e.status != 1 || !strings.Contains(e.errs, "the disk is full") || !strings.Contains(e.errs, "make room") {
		t.Errorf("exit status %d, and it says %q", e.status, e.errs)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	done(t, "status", path)
	if err := syscall.Mount("none", disk, "tmpfs", syscall.MS_REMOUNT, "size=64m"); err != nil {
		t.Fatal(err)
	}
	done(t, "add", path, in)
	if out := done(t, "status", path); !strings.Contains(out, "\n60 reports\n") {
		t.Errorf("after there is room again the record has\n%s", out)
	}
}

// TestReadOnly asks for and writes to a record on a disk that cannot be written.
func TestReadOnly(t *testing.T) {
	in := reports(t, filepath.Join(t.TempDir(), "in"), 3)
	disk := mount(t, "size=16m")
	path := filepath.Join(disk, "talks.travaux")
	done(t, "init", path, "--name", "talks")
	done(t, "add", path, in)
	want := done(t, "export", path)
	if err := syscall.Mount("none", disk, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	e := process(t, "add", path, reports(t, filepath.Join(t.TempDir(), "in"), 5))
	if e.status != 1 || !strings.Contains(e.errs, "read-only") {
		t.Errorf("add: exit status %d, and it says %q", e.status, e.errs)
	}
	if diff := cmp.Diff(want, done(t, "export", path)); diff != "" {
		t.Errorf("a record that cannot be written to is read otherwise (-want +got)\n%.2000s", diff)
	}
}

// TestTwoAtOnce adds from two processes to one record.
func TestTwoAtOnce(t *testing.T) {
	dir := t.TempDir()
	in := reports(t, filepath.Join(dir, "in"), 30)
	path := filepath.Join(dir, "talks.travaux")
	done(t, "init", path, "--name", "talks")
	a, b := start(t, "add", path, in), start(t, "add", path, in)
	for _, e := range []ended{wait(t, a), wait(t, b)} {
		if e.status != 0 {
			t.Errorf("exit status %d: %s", e.status, e.errs)
		}
	}
	if out := done(t, "status", path); !strings.Contains(out, "\n30 reports\n") {
		t.Errorf("two at once make\n%s", out)
	}
}

// TestJournalLeft opens a record that was copied with its journal while it was
// written.
func TestJournalLeft(t *testing.T) {
	dir := t.TempDir()
	in := reports(t, filepath.Join(dir, "in"), 60)
	path, torn := filepath.Join(dir, "talks.travaux"), filepath.Join(dir, "torn.travaux")
	done(t, "init", path, "--name", "talks")
	r := start(t, "add", path, in)
	for range 200 {
		if fi, err := os.Stat(path + "-wal"); err == nil && fi.Size() > 100<<10 {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if err := r.cmd.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	copied := 0
	for _, end := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + end)
		if err != nil {
			continue
		}
		copied++
		if err := os.WriteFile(torn+end, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.cmd.Process.Signal(syscall.SIGCONT); err != nil {
		t.Fatal(err)
	}
	wait(t, r)
	if copied != 2 {
		t.Fatal("the journal was not there when it was to be copied")
	}
	done(t, "status", torn)
	done(t, "add", torn, in)
	if diff := cmp.Diff(done(t, "export", path), done(t, "export", torn)); diff != "" {
		t.Errorf("(-peace +journal left)\n%.2000s", diff)
	}
}
