package nango

import (
	"context"
	"sync"
	"time"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// session is the state that the calls of a client share. It outlives a Client that was forgotten.
type session struct {
	library *clib.Client
	timeout time.Duration
	// Nil without a logger.
	log *logger
	// Nil without a hook.
	hook func(context.Context, CallSummary)
	// One element for each call that is inside the library.
	turns chan struct{}
	// The same for each that reads a body there. They are apart, since a call whose own body comes from a response has to
	// wait for both.
	readTurns chan struct{}
	// Ended by close, for those who wait in Go.
	life   context.Context
	end    context.CancelFunc
	closes sync.Once

	// For the three below, and so that no call enters once close waits for them.
	mu       sync.Mutex
	isClosed bool
	// How many calls are inside the library.
	calls int
	// Locked while close waits for calls; the last one unlocks it. Neither a wait group nor a channel, since goroutines of
	// different bubbles of testing/synctest may share a client, and each of those belongs to one bubble.
	ended sync.Mutex
}

func newSession(library *clib.Client, settings *clientSettings) *session {
	life, end := context.WithCancel(context.Background())
	// Makes its channel now: one that a call makes would belong to the call's bubble of testing/synctest.
	_ = life.Done()
	return &session{
		library:   library,
		timeout:   settings.timeout,
		log:       settings.log,
		hook:      settings.hook,
		turns:     make(chan struct{}, settings.maxConcurrent),
		readTurns: make(chan struct{}, settings.maxConcurrent),
		life:      life,
		end:       end,
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
	if !s.register() {
		<-s.turns
		return errClosed(0)
	}
	return nil
}

func (s *session) wait(call *call) *Error {
	started := time.Now()
	defer func() { call.waited = time.Since(started) }()
	timer := time.NewTimer(call.timeout)
	defer timer.Stop()
	select {
	case s.turns <- struct{}{}:
		return nil
	case <-s.life.Done():
		return errClosed(0)
	case <-call.ctx.Done():
		return call.ended(0)
	case <-timer.C:
		return call.timedOutWaiting(cap(s.turns))
	}
}

func (s *session) leave() {
	<-s.turns
	s.unregister()
}

// forget has the cache forget something; false once the client is closed, which leaves nothing to forget.
func (s *session) forget(what func()) bool {
	if !s.register() {
		return false
	}
	defer s.unregister()
	what()
	return true
}

// register counts a use of the library, which must be counted off; false once the client is closed.
func (s *session) register() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.isClosed {
		return false
	}
	s.calls++
	return true
}

func (s *session) unregister() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls--
	if s.isClosed && s.calls == 0 {
		s.ended.Unlock()
	}
}

// close rejects new calls, ends the calls under way, waits for them and frees the library's client. A caller that comes
// later waits until that is done.
func (s *session) close() {
	s.closes.Do(func() {
		s.mu.Lock()
		s.isClosed = true
		isInUse := s.calls > 0
		if isInUse {
			s.ended.Lock()
		}
		s.mu.Unlock()
		s.end()
		s.library.Shutdown()
		if isInUse {
			s.ended.Lock()
		}
		s.library.Free()
	})
}

// abandon frees the library's client of a client that was forgotten, which no call uses any more. It runs on a goroutine of the
// runtime, outside of the bubble of testing/synctest that may have made the client, so it leaves the channels alone.
func (s *session) abandon() {
	s.closes.Do(s.library.Free)
}
