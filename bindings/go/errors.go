package nango

import (
	"context"
	"errors"
	"math"
	"os"
	"time"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// ErrClientClosed is the error of calls with a closed client, including those that were running when it was closed:
// errors.Is(err, nango.ErrClientClosed).
var ErrClientClosed = errors.New("nango: the client is closed")

// ErrClosed is [ErrClientClosed].
//
// Deprecated: Use ErrClientClosed.
var ErrClosed = ErrClientClosed

// Error describes why a call failed. Every error that this package returns is an *Error: use errors.As to inspect it, or
// errors.Is with [ErrNotFound] and its siblings to act on its kind.
//
// Printing an Error never shows text from the server, which may contain customer data: get that with [Error.ServerMessage],
// [Error.Findings] and [Error.Body].
type Error struct {
	// Kind is what went wrong; act on it.
	Kind ErrorKind
	// Message is what went wrong and how to fix it, written by the library. Contains no secrets.
	Message string
	// HTTPStatus is the status of the response; 0 if there was no response.
	HTTPStatus int
	// Code is Nango's own code for the error, such as "unknown_provider_config"; "" if the response has none.
	Code string
	// RequestID is what Nango calls the request that failed (its header X-Request-Id): mention it to Nango's support. "" if the
	// response has none.
	RequestID string
	// Attempts is how many attempts were made; 0 if nothing was sent.
	Attempts int

	retryable     bool
	hasRetryAfter bool
	retryAfter    time.Duration
	// A function, since printing by reflection goes through fields but never into a function.
	details func() (serverMessage, body string)
	cause   error
}

// Error is "nango: " and the message. It contains no secrets and no text from the server.
func (e *Error) Error() string {
	if e == nil {
		return "nango: no error"
	}
	return "nango: " + e.Message
}

// Is reports whether the error has the kind that target stands for. A timeout is also os.ErrDeadlineExceeded.
func (e *Error) Is(target error) bool {
	if e == nil {
		return false
	}
	if kind, ok := target.(kindError); ok {
		return e.Kind == ErrorKind(kind)
	}
	return target == os.ErrDeadlineExceeded && e.Timeout()
}

// Unwrap is what ended the call on this side of the library: the context's error and its cause, [ErrClientClosed], or
// context.DeadlineExceeded for every timeout, as net/http has it. Otherwise nil.
func (e *Error) Unwrap() error {
	if e == nil {
		return nil
	}
	if e.cause == nil && e.Timeout() {
		return context.DeadlineExceeded
	}
	return e.cause
}

// Timeout reports whether the timeout or the context's deadline ended the call.
func (e *Error) Timeout() bool {
	return e != nil && e.Kind == ErrorKindTimeout
}

// Retryable reports whether the same call may succeed later and is safe to retry.
func (e *Error) Retryable() bool {
	return e != nil && e.retryable
}

// RetryAfter is how long the server asks you to wait before retrying, and whether it asks at all. It may be 0.
func (e *Error) RetryAfter() (time.Duration, bool) {
	if e == nil {
		return 0, false
	}
	return e.retryAfter, e.hasRetryAfter
}

// ServerMessage is the server's message, for people; "" if there is none. It may contain customer data: do not log it by
// default.
func (e *Error) ServerMessage() string {
	if e == nil || e.details == nil {
		return ""
	}
	message, _ := e.details()
	return message
}

// Body is the response body, truncated to 64 KiB; "" if there was none. It may contain customer data: do not log it by
// default.
func (e *Error) Body() string {
	if e == nil || e.details == nil {
		return ""
	}
	_, body := e.details()
	return body
}

// newError is an error of the library itself.
func newError(failure *clib.Failure) *Error {
	serverMessage, body := failure.ServerMessage, failure.Body
	return &Error{
		Kind:          ErrorKind(failure.Kind),
		Message:       inGo(failure.Message),
		HTTPStatus:    failure.HTTPStatus,
		Code:          failure.Code,
		RequestID:     failure.RequestID,
		Attempts:      failure.Attempts,
		retryable:     failure.Retryable,
		hasRetryAfter: failure.RetryAfterMS >= 0,
		retryAfter:    fromMilliseconds(max(failure.RetryAfterMS, 0)),
		details:       func() (string, string) { return serverMessage, body },
	}
}

// fromMilliseconds cuts what a time.Duration cannot hold.
func fromMilliseconds(ms int64) time.Duration {
	if ms > math.MaxInt64/int64(time.Millisecond) {
		return math.MaxInt64
	}
	return time.Duration(ms) * time.Millisecond
}

func invalidArgument(message string) *Error {
	return &Error{Kind: ErrorKindInvalidArgument, Message: message}
}

func errClosed(attempts int) *Error {
	return &Error{Kind: ErrorKindCancelled, Message: "the client is closed: make a new one", Attempts: attempts, cause: ErrClientClosed}
}
