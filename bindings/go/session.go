package nango

import (
	"sync"
	"time"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// session is what the calls of a client share. It outlives the Client: a call under way holds it after Close, and after
// the Client was forgotten.
type session struct {
	library *clib.Client
	timeout time.Duration
	// One element for each call that is inside the library.
	turns chan struct{}
	// Closed by close, for those who wait for a turn.
	closed chan struct{}

	mu       sync.Mutex
	calls    int
	isClosed bool
}

func newSession(library *clib.Client, settings *clientSettings) *session {
	return &session{
		library: library,
		timeout: settings.timeout,
		turns:   make(chan struct{}, settings.maxConcurrent),
		closed:  make(chan struct{}),
	}
}

// enter waits for a turn. Each call that entered must leave.
func (s *session) enter(call *call) *Error {
	clib.Collect()
	select {
	case s.turns <- struct{}{}:
	default:
		if err := s.wait(call); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.isClosed {
		<-s.turns
		return errClosed()
	}
	s.calls++
	return nil
}

func (s *session) wait(call *call) *Error {
	timer := time.NewTimer(call.timeout)
	defer timer.Stop()
	select {
	case s.turns <- struct{}{}:
		return nil
	case <-s.closed:
		return errClosed()
	case <-call.ctx.Done():
		return call.ended(0)
	case <-timer.C:
		return call.timedOutWaiting(cap(s.turns))
	}
}

func (s *session) leave() {
	s.mu.Lock()
	s.calls--
	last := s.isClosed && s.calls == 0
	s.mu.Unlock()
	if last {
		s.library.Free()
	}
	<-s.turns
}

// close lets nobody in any more. Whoever is last, this or a call, frees the library's client.
func (s *session) close() {
	s.mu.Lock()
	if s.isClosed {
		s.mu.Unlock()
		return
	}
	s.isClosed = true
	close(s.closed)
	last := s.calls == 0
	s.mu.Unlock()
	if last {
		s.library.Free()
	}
}
