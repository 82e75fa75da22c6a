package nango

import (
	"context"
	"errors"
	"math"
	"os"
	"time"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// ErrClosed is what calls of a closed client fail with, those included that were under way when it was closed:
// errors.Is(err, nango.ErrClosed).
var ErrClosed = errors.New("nango: the client is closed")

// Error is why a call failed. Every error that this package returns is one: use errors.As to look into it, or errors.Is
// with [ErrNotFound] and its siblings to act on its kind.
//
// Neither Error nor printing it in any other way shows what the server said, which may hold customer data: ask for it
// with [Error.ServerMessage] and [Error.Body].
type Error struct {
	// Kind is what went wrong, and what to act on.
	Kind ErrorKind
	// Message is what was wrong and what would be right, in the library's own words. Holds no secret.
	Message string
	// HTTPStatus is the status of the answer; 0 if there was none.
	HTTPStatus int
	// Code is Nango's own code for the error, such as "unknown_provider_config"; "" if the answer has none.
	Code string
	// Attempts is how often the call was tried; 0 if nothing left the machine.
	Attempts int

	retryable     bool
	hasRetryAfter bool
	retryAfter    time.Duration
	// A function, since printing by reflection goes through fields but never into a function.
	said  func() (serverMessage, body string)
	cause error
}

// Error is "nango: " and the message. It holds no secret, and nothing that the server said.
func (e *Error) Error() string {
	if e == nil {
		return "nango: no error"
	}
	return "nango: " + e.Message
}

// Is tells whether the error is of the kind that target stands for. A timeout is os.ErrDeadlineExceeded too.
func (e *Error) Is(target error) bool {
	if e == nil {
		return false
	}
	if kind, ok := target.(kindError); ok {
		return e.Kind == ErrorKind(kind)
	}
	return target == os.ErrDeadlineExceeded && e.Timeout()
}

// Unwrap is what ended the call on this side of the library: the context's error and its cause, [ErrClosed], or
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

// Timeout tells whether the timeout or the context's deadline ended the call.
func (e *Error) Timeout() bool {
	return e != nil && e.Kind == ErrorKindTimeout
}

// Retryable tells whether the same call may succeed later and repeating it can do no harm.
func (e *Error) Retryable() bool {
	return e != nil && e.retryable
}

// RetryAfter is how long the server asks to wait before the next try, and whether it asks for it. It may be 0.
func (e *Error) RetryAfter() (time.Duration, bool) {
	if e == nil {
		return 0, false
	}
	return e.retryAfter, e.hasRetryAfter
}

// ServerMessage is what the server said about the error, for people; "" if it said nothing. It may hold customer data: do
// not log it unasked.
func (e *Error) ServerMessage() string {
	if e == nil || e.said == nil {
		return ""
	}
	message, _ := e.said()
	return message
}

// Body is the body of the answer, cut at 64 KiB; "" if there was none. It may hold customer data: do not log it unasked.
func (e *Error) Body() string {
	if e == nil || e.said == nil {
		return ""
	}
	_, body := e.said()
	return body
}

// newError is an error of the library itself.
func newError(failure *clib.Failure) *Error {
	serverMessage, body := failure.ServerMessage, failure.Body
	return &Error{
		Kind:          ErrorKind(failure.Kind),
		Message:       failure.Message,
		HTTPStatus:    failure.HTTPStatus,
		Code:          failure.Code,
		Attempts:      failure.Attempts,
		retryable:     failure.Retryable,
		hasRetryAfter: failure.RetryAfterMS >= 0,
		retryAfter:    fromMilliseconds(max(failure.RetryAfterMS, 0)),
		said:          func() (string, string) { return serverMessage, body },
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
	return &Error{Kind: ErrorKindCancelled, Message: "the client is closed: make a new one", Attempts: attempts, cause: ErrClosed}
}
