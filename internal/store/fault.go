package store

import (
	"errors"
	"fmt"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/travaux/travaux"
)

// fault says in plain words what an error of the database means for the file,
// what is safe, and what to do. Other errors are internal.
func fault(err error) travaux.Error {
	if errors.Is(err, syscall.ENOSPC) {
		return full(err)
	}
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return travaux.Error{Code: travaux.CodeInternal, Err: err}
	}
	switch e.Code() & 0xff { // the rest is detail
	case sqlite3.SQLITE_FULL:
		return full(err)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		return travaux.Error{
			Code: travaux.CodeUnreadable, Err: fmt.Errorf("the file cannot be written to (%w)", err),
			Hint: "the record is as it was; see whether the file, its folder or its disk is read-only",
		}
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return travaux.Error{
			Code: travaux.CodeConflict, Err: fmt.Errorf("another program has been writing to it for over %d seconds (%w)", busySeconds, err),
			Hint: "this command changed nothing; run it again when the other has ended",
		}
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return travaux.Error{
			Code: travaux.CodeMalformed, Err: fmt.Errorf("the file is damaged (%w)", err),
			Hint: "nothing more was written to it; keep it, and go on with a copy made earlier, to which the reports since can be added again",
		}
	case sqlite3.SQLITE_IOERR:
		return travaux.Error{
			Code: travaux.CodeUnreadable, Err: fmt.Errorf("the disk failed while it was read or written (%w)", err),
			Hint: "what was finished before is safe; see to the disk and run the command again",
		}
	case sqlite3.SQLITE_CANTOPEN:
		return travaux.Error{
			Code: travaux.CodeUnreadable, Err: fmt.Errorf("the file, or the journal beside it, cannot be opened (%w)", err),
			Hint: "see whether the folder is there and can be written to",
		}
	}
	return travaux.Error{Code: travaux.CodeInternal, Err: err}
}

// unwritable reports whether an error says that the file, or the journal beside
// it, cannot be written to.
func unwritable(err error) bool {
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return false
	}
	code := e.Code() & 0xff
	return code == sqlite3.SQLITE_READONLY || code == sqlite3.SQLITE_CANTOPEN
}

func full(err error) travaux.Error {
	return travaux.Error{
		Code: travaux.CodeUnreadable, Err: fmt.Errorf("the disk is full (%w)", err),
		Hint: "what was finished before is safe; make room and run the same command again",
	}
}
