package travaux

import (
	"errors"
	"fmt"
)

// Code says what kind of failure an error is, for programs; people read the
// message.
type Code string

// The error codes.
const (
	CodeInternal    Code = "internal"
	CodeInvalid     Code = "invalid"     // the request makes no sense
	CodeNotFound    Code = "not_found"   // no such file, report or record
	CodeConflict    Code = "conflict"    // the store is in use, or has another format
	CodeUnreadable  Code = "unreadable"  // permissions, I/O
	CodeUnsupported Code = "unsupported" // a media type that is not read
	CodeEmpty       Code = "empty"       // no bytes, or no words
	CodeBinary      Code = "binary"      // not text in any known format
	CodeTruncated   Code = "truncated"   // the format breaks off
	CodeMalformed   Code = "malformed"   // the format is broken
	CodeEncrypted   Code = "encrypted"   // needs a password
	CodeTooLarge    Code = "too_large"   // over a stated limit
	CodeNoArticle   Code = "no_article"  // a page with no article in it
	CodeTimeout     Code = "timeout"     // the other side did not answer in time
	CodeRefused     Code = "refused"     // a private address, or a scheme that is not fetched
	CodeHTTP        Code = "http_status" // an HTTP answer other than success
	CodeNotEnglish  Code = "not_english" // no reader for the language
)

// Error is a failure with its operation and the thing it concerns.
type Error struct {
	Code Code
	Op   string // "extract", "fetch", "add"
	ID   string // the file, URL or id concerned
	Hint string // what the user can do; may be empty
	Err  error  // the reason
}

func (e *Error) Error() string {
	s := e.Op
	if e.ID != "" {
		s += " " + fmt.Sprintf("%q", e.ID)
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// Errorf returns an Error whose reason is formatted as by fmt.Errorf.
func Errorf(code Code, op, id, format string, args ...any) *Error {
	return &Error{Code: code, Op: op, ID: id, Err: fmt.Errorf(format, args...)}
}

// CodeOf returns the code of the first Error in err's tree, CodeInternal when
// there is none, and "" for nil.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return CodeInternal
}
