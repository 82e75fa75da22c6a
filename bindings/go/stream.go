package nango

import (
	"io"
	"net/http"
	"sync"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// stream is the body of a response inside the library. It frees the library's resources when it ends.
type stream struct {
	session  *session
	call     *call
	response *clib.Response
	cancel   *clib.Cancel
	// Of the call's context.
	watch *watch

	closes sync.Once
	// Closed by close, for a read that waits.
	closed chan struct{}

	// Held while reading.
	reading sync.Mutex
	// Why there is nothing more to read, once that is so: io.EOF, or an *Error. The library's memory is then free.
	ended error

	// Held while freeing or triggering the token.
	token sync.Mutex
}

// newStream begins a body.
func newStream(session *session, call *call, response *clib.Response, cancel *clib.Cancel) *stream {
	return &stream{
		session:  session,
		call:     call,
		response: response,
		cancel:   cancel,
		// Also at its deadline, which the library was given for the head alone.
		watch:  newWatch(call.ctx, cancel.Trigger),
		closed: make(chan struct{}),
	}
}

// read reads available bytes.
func (s *stream) read(room []byte) (int, error) {
	if len(room) == 0 {
		return 0, nil
	}
	count := 0
	err := s.inside(func() (failure *clib.Failure, hasEnded bool) {
		count, failure = s.response.Read(room)
		return failure, count == 0
	})
	return count, err
}

// readAll collects the rest.
func (s *stream) readAll() ([]byte, error) {
	var all []byte
	err := s.inside(func() (failure *clib.Failure, hasEnded bool) {
		all, failure = s.response.Body()
		return failure, true
	})
	if err == io.EOF {
		return all, nil
	}
	return nil, err
}

// inside reads from the library, when it is its turn, unless there is nothing to read any more.
func (s *stream) inside(read func() (failure *clib.Failure, hasEnded bool)) error {
	s.reading.Lock()
	defer s.reading.Unlock()
	if s.ended != nil {
		return s.ended
	}
	if err := s.enter(); err != nil {
		return err
	}
	failure, hasEnded := read()
	s.leave()
	switch {
	case failure != nil:
		s.end(s.explain(newError(failure)))
	case hasEnded:
		s.end(io.EOF)
	}
	return s.ended
}

// enter waits for a turn. Each read that entered must leave.
func (s *stream) enter() error {
	clib.Collect()
	select {
	case s.session.readTurns <- struct{}{}:
	case <-s.closed:
		return errBodyClosed()
	case <-s.session.life.Done():
		return errClosed(1)
	case <-s.call.ctx.Done():
		return s.call.ended(1)
	}
	if !s.session.register() {
		<-s.session.readTurns
		return errClosed(1)
	}
	return nil
}

func (s *stream) leave() {
	s.session.unregister()
	<-s.session.readTurns
}

// explain adds what the library cannot know: why it ended the read.
func (s *stream) explain(err *Error) *Error {
	if err.Kind != ErrorKindCancelled {
		return err
	}
	select {
	case <-s.closed:
		return errBodyClosed()
	default:
		return s.call.explain(err)
	}
}

// close ends a read that is under way, waits for it, and gives the rest of the body up.
func (s *stream) close() {
	s.closes.Do(func() {
		close(s.closed)
		s.trigger()
	})
	s.abandon()
}

// abandon gives up the rest of a body that was forgotten, and that nobody reads. See [session.abandon] for why it leaves the
// channel alone.
func (s *stream) abandon() {
	s.reading.Lock()
	defer s.reading.Unlock()
	if s.ended == nil {
		s.end(errBodyClosed())
	}
}

func (s *stream) trigger() {
	s.token.Lock()
	defer s.token.Unlock()
	if s.cancel != nil {
		s.cancel.Trigger()
	}
}

// end frees the library's resources. The caller holds reading.
func (s *stream) end(why error) {
	s.ended = why
	s.watch.end()
	s.response.Free()
	s.token.Lock()
	defer s.token.Unlock()
	s.cancel.Free()
	s.cancel = nil
}

func errBodyClosed() *Error {
	return &Error{
		Kind:     ErrorKindCancelled,
		Message:  "the response body is closed: read it before you close it",
		Attempts: 1,
		cause:    http.ErrBodyReadAfterClose,
	}
}
