package nango

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// call is one call: what it asks for, and until when.
type call struct {
	ctx               context.Context
	connectionID      string
	providerConfigKey string
	timeout           time.Duration
	started           time.Time
	library           clib.Call
}

// answer is what came of a call: one of the two is nil.
type answer struct {
	connection *Connection
	err        *Error
}

// newCall checks the arguments.
func newCall(ctx context.Context, timeout time.Duration, connectionID, providerConfigKey string, opts []CallOption) (*call, *Error) {
	if ctx == nil {
		return nil, invalidArgument("ctx is nil: pass context.Background()")
	}
	if err := checkText("connection_id", connectionID); err != nil {
		return nil, err
	}
	if err := checkText("provider_config_key", providerConfigKey); err != nil {
		return nil, err
	}
	settings := callSettings{timeout: timeout}
	for _, opt := range opts {
		if opt != nil {
			opt(&settings)
		}
	}
	return &call{
		ctx:               ctx,
		connectionID:      connectionID,
		providerConfigKey: providerConfigKey,
		timeout:           settings.timeout,
		started:           time.Now(),
		library:           settings.library,
	}, nil
}

// get makes the call, when it is its turn.
func (s *session) get(call *call) (*Connection, *Error) {
	if err := s.enter(call); err != nil {
		return nil, err
	}
	if err := call.setDeadline(); err != nil {
		s.leave()
		return nil, err
	}
	if call.ctx.Done() == nil {
		answer := s.ask(call)
		return answer.connection, answer.err
	}
	// With room for the answer, so that nothing is left behind when nobody waits for it any more.
	answers := make(chan answer, 1)
	go func() { answers <- s.ask(call) }()
	select {
	case answer := <-answers:
		return answer.connection, answer.err
	case <-call.ctx.Done():
		return nil, call.ended(1)
	}
}

// ask calls the library, and leaves the session.
func (s *session) ask(call *call) answer {
	defer s.leave()
	connection, failure := s.library.Get(call.connectionID, call.providerConfigKey, call.library)
	if failure != nil {
		return answer{err: newError(failure)}
	}
	return answer{connection: newConnection(connection)}
}

// setDeadline gives the library what is left of the timeout, or of the context's time if that is less.
func (c *call) setDeadline() *Error {
	if c.ctx.Err() != nil {
		return c.ended(0)
	}
	left := max(c.timeout-time.Since(c.started), 0)
	if deadline, ok := c.ctx.Deadline(); ok {
		untilDeadline := time.Until(deadline)
		if untilDeadline <= 0 {
			return c.endedBy(context.DeadlineExceeded, context.DeadlineExceeded, 0)
		}
		left = min(left, untilDeadline)
	}
	c.library.TimeoutMS = milliseconds(left)
	return nil
}

// ended is the error of a call whose context has ended, before (0 attempts) or after it was sent.
func (c *call) ended(attempts int) *Error {
	return c.endedBy(c.ctx.Err(), context.Cause(c.ctx), attempts)
}

func (c *call) endedBy(contextError, cause error, attempts int) *Error {
	err := &Error{Attempts: attempts, cause: contextError}
	if cause != contextError {
		err.cause = errors.Join(contextError, cause)
	}
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
	err.retryable = attempts == 0 || !c.mayRotate()
	return err
}

// timedOutWaiting is the error of a call that had no turn in time.
func (c *call) timedOutWaiting(limit int) *Error {
	return &Error{
		Kind: ErrorKindTimeout,
		Message: fmt.Sprintf("time ran out (timeout %d ms) waiting for one of %d calls to end: "+
			"raise the timeout or max_concurrent_calls, or find out why the server is slow", milliseconds(c.timeout), limit),
		retryable: true,
	}
}

// mayRotate tells whether the call may change the credentials at the external API: repeating one that may still be under
// way could do harm.
func (c *call) mayRotate() bool {
	return c.library.ForceRefresh || c.library.RefreshGitHubAppJWTToken
}
