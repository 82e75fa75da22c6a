package nango

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// call is one call: what it requests, and until when.
type call struct {
	ctx               context.Context
	connectionID      string
	providerConfigKey string
	timeout           time.Duration
	// How much of the timeout went into waiting for a turn.
	waited  time.Duration
	library clib.Call
	proxied proxySettings
	request requestSettings

	// For the hook: what the call is, when it began, and what the library said at its end; "" if the library did not begin it.
	operation string
	begun     time.Time
	summary   string
}

// What a call is, as the library names it.
const (
	operationGetConnection = "get_connection"
	operationProxy         = "proxy"
	operationRequest       = "request"
)

// newCallFor checks the arguments of a call that is about one connection.
func newCallFor(
	ctx context.Context, timeout time.Duration, operation, connectionID, providerConfigKey string, opts []CallOption,
) (*call, *Error) {
	call, err := newCall(ctx, timeout, operation, opts)
	if err != nil {
		return nil, err
	}
	if err := checkNames(connectionID, providerConfigKey); err != nil {
		return nil, err
	}
	call.connectionID, call.providerConfigKey = connectionID, providerConfigKey
	return call, nil
}

// newCall checks the arguments.
func newCall(ctx context.Context, timeout time.Duration, operation string, opts []CallOption) (*call, *Error) {
	if ctx == nil {
		return nil, invalidArgument("ctx is nil: pass context.Background()")
	}
	settings := callSettings{
		timeout: timeout,
		library: clib.Call{MaxAgeMS: libraryDefault},
		proxied: proxySettings{retries: libraryDefault, idleTimeoutMS: libraryDefault},
	}
	for _, opt := range opts {
		if opt != nil {
			opt(&settings)
		}
	}
	return &call{
		ctx:     ctx,
		timeout: settings.timeout,
		library: settings.library,
		proxied: settings.proxied,
		request: settings.request,

		operation: operation,
	}, nil
}

// get makes a call for a connection, when it is its turn.
func (s *session) get(call *call) (*Connection, *Error) {
	connection, err := inside(s, call, func(cancel *clib.Cancel) (*clib.Connection, *clib.Failure) {
		return s.library.Get(call.connectionID, call.providerConfigKey, call.library, cancel)
	})
	if err != nil {
		return nil, err
	}
	return newConnection(connection), nil
}

// inside waits for its turn and makes a call that reads its whole response.
func inside[T any](s *session, call *call, ask func(cancel *clib.Cancel) (*T, *clib.Failure)) (*T, *Error) {
	return following(s, call, func() (*T, *Error) { return insideUnreported(s, call, ask) })
}

func insideUnreported[T any](s *session, call *call, ask func(cancel *clib.Cancel) (*T, *clib.Failure)) (*T, *Error) {
	if err := s.enter(call); err != nil {
		return nil, err
	}
	defer s.leave()
	if err := call.setDeadline(s.timeout); err != nil {
		return nil, err
	}
	// A token costs about a microsecond, which a context that never ends need not pay.
	var cancel *clib.Cancel
	if call.ctx.Done() != nil {
		cancel = clib.NewCancel()
		defer cancel.Free()
		defer call.watch(cancel).end()
	}
	answer, failure := ask(cancel)
	if failure != nil {
		return nil, call.explain(newError(failure))
	}
	return answer, nil
}

// setDeadline passes the remaining timeout to the library, or the context's remaining time if that is less. Usually that
// is all of the client's, which the library knows.
func (c *call) setDeadline(ofTheClient time.Duration) *Error {
	if c.ctx.Err() != nil {
		return c.ended(0)
	}
	left := c.left()
	if deadline, ok := c.ctx.Deadline(); ok {
		untilDeadline := time.Until(deadline)
		if untilDeadline <= 0 {
			return c.endedBy(context.DeadlineExceeded, context.DeadlineExceeded, 0)
		}
		left = min(left, untilDeadline)
	}
	c.library.TimeoutMS = libraryDefault
	if left != ofTheClient {
		c.library.TimeoutMS = milliseconds(left)
	}
	return nil
}

// left is how much of the timeout waiting for a turn has left.
func (c *call) left() time.Duration {
	return max(c.timeout-c.waited, 0)
}

// ended is the error for a call whose context has ended, before (0 attempts) or after it was sent.
func (c *call) ended(attempts int) *Error {
	return c.endedBy(c.ctx.Err(), context.Cause(c.ctx), attempts)
}

func (c *call) endedBy(contextError, cause error, attempts int) *Error {
	err := &Error{Attempts: attempts, cause: joined(contextError, cause)}
	when := "before anything was sent"
	if attempts > 0 {
		when = "during the call"
	}
	if errors.Is(contextError, context.Canceled) {
		err.Kind = ErrorKindCancelled
		err.Message = "the context was cancelled " + when
		return err
	}
	err.Kind = ErrorKindTimeout
	err.Message = fmt.Sprintf("the context's deadline passed %s: give it more time, or find out why the server is slow", when)
	err.retryable = attempts == 0
	return err
}

// explain adds what the library cannot know: why it ended the call.
func (c *call) explain(err *Error) *Error {
	switch {
	case err.Kind == ErrorKindCancelled && c.ctx.Err() != nil:
		return c.ended(err.Attempts)
	case err.Kind == ErrorKindCancelled:
		return errClosed(err.Attempts)
	case err.Kind == ErrorKindTimeout && c.contextExpired():
		err.cause = joined(c.ctx.Err(), context.Cause(c.ctx))
	}
	return err
}

// contextExpired reports whether the context ended at its deadline. The library keeps the same deadline by a clock of its
// own, so it may be the context that is late: it gets a moment, since its cause belongs to the error.
func (c *call) contextExpired() bool {
	const moment = 20 * time.Millisecond
	if deadline, ok := c.ctx.Deadline(); ok && time.Until(deadline) <= 0 {
		select {
		case <-c.ctx.Done():
		case <-time.After(moment):
		}
	}
	return c.endsByItself()
}

func joined(contextError, cause error) error {
	if cause == contextError {
		return contextError
	}
	return errors.Join(contextError, cause)
}

// timedOutWaiting is the error of a call that had no turn in time.
func (c *call) timedOutWaiting(limit int) *Error {
	return &Error{
		Kind: ErrorKindTimeout,
		Message: fmt.Sprintf("timed out (timeout %d ms) while waiting for one of %d calls to end: "+
			"raise WithTimeout or WithMaxConcurrentCalls, or find out why the server is slow", milliseconds(c.timeout), limit),
		retryable: true,
	}
}

// timedOutReading is the error for a call whose reader did not deliver the body in time.
func (c *call) timedOutReading(attempts int) *Error {
	return &Error{
		Kind: ErrorKindTimeout,
		Message: fmt.Sprintf("timed out (timeout %d ms) while reading the request body: raise the timeout, or find "+
			"out why its reader is slow", milliseconds(c.timeout)),
		Attempts: attempts,
	}
}
