package nango_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"net"
	"net/http"
	"os"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

func TestCancellingEndsTheCallItself(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	ctx, cancel := context.WithCancel(t.Context())
	outcomes := start(ctx, newClient(t, server.Server), nango.CallTimeout(patience))
	receive(t, "the request", server.arrived)
	cancel()
	// The server still stalls: only the context can have ended the call.
	failure := asError(t, receive(t, "the outcome", outcomes).err)
	if !errors.Is(failure, context.Canceled) || !errors.Is(failure, nango.ErrCancelled) || errors.Is(failure, context.DeadlineExceeded) {
		t.Errorf("got %v", failure)
	}
	if failure.Attempts != 1 || failure.Timeout() || failure.Retryable() {
		t.Errorf("got %d attempts, timeout %t, retryable %t", failure.Attempts, failure.Timeout(), failure.Retryable())
	}
	receive(t, "the end of the connection", server.abandoned)
}

// TestCancellingIsFast takes the fastest of several: the guarantee is about the library, not about a busy machine.
func TestCancellingIsFast(t *testing.T) {
	const calls, promised = 10, 50 * time.Millisecond
	server := newStall(t, http.StatusOK, oauth2Document)
	client := newClient(t, server.Server, nango.WithTimeout(patience))
	fastest := time.Duration(math.MaxInt64)
	for range calls {
		ctx, cancel := context.WithCancel(t.Context())
		outcomes := start(ctx, client)
		receive(t, "the request", server.arrived)
		since := time.Now()
		cancel()
		receive(t, "the outcome", outcomes)
		fastest = min(fastest, time.Since(since))
	}
	if fastest > promised {
		t.Errorf("it took %s", fastest)
	}
}

func TestACancelledCallLeavesNothingBehind(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	client := newClient(t, server.Server, nango.WithTimeout(patience))
	const calls = 50
	before := descriptors()
	for range calls {
		ctx, cancel := context.WithCancel(t.Context())
		go func() {
			<-server.arrived
			cancel()
		}()
		if _, err := client.GetConnection(ctx, "customer-1", "github"); !errors.Is(err, context.Canceled) {
			t.Fatalf("got %v", err)
		}
		// The call has returned, and all that it started has ended except for its very last steps.
		end := time.Now().Add(patience)
		for len(ownStacks()) > 0 {
			if time.Now().After(end) {
				t.Fatalf("a goroutine is left behind:\n%s", ownStacks())
			}
			runtime.Gosched()
		}
		receive(t, "the end of the connection", server.abandoned)
	}
	// The server may be about to close a few.
	if after := descriptors(); after > before+calls/2 {
		t.Errorf("%d descriptors became %d", before, after)
	}
}

// descriptors is the number of open descriptors; 0 where the system does not report it.
func descriptors() int {
	open, _ := os.ReadDir("/proc/self/fd")
	return len(open)
}

// ownStacks are the stacks of all goroutines that are inside the package.
func ownStacks() []byte {
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	var own [][]byte
	for _, stack := range bytes.Split(stacks, []byte("\n\n")) {
		if bytes.Contains(stack, []byte("bindings/go.")) || bytes.Contains(stack, []byte("bindings/go/internal")) {
			own = append(own, stack)
		}
	}
	return bytes.Join(own, []byte("\n\n"))
}

// TestCancellingAtAnyMoment cancels while calls come and go, in any phase.
func TestCancellingAtAnyMoment(t *testing.T) {
	client := newClient(t, serve(t, answering(http.StatusOK, oauth2Document)), nango.WithMaxConcurrentCalls(4))
	var group sync.WaitGroup
	for range 8 {
		group.Add(1)
		go func() {
			defer group.Done()
			for range 25 {
				ctx, cancel := context.WithCancel(t.Context())
				outcomes := start(ctx, client)
				cancel()
				got := <-outcomes
				if (got.connection == nil) != errors.Is(got.err, context.Canceled) {
					t.Errorf("got %v, %v", got.connection, got.err)
				}
			}
		}()
	}
	group.Wait()
	get(t, client)
}

func TestCancellingEndsThePauseBetweenTwoAttempts(t *testing.T) {
	arrived := make(chan struct{}, 1)
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", "20")
		answering(http.StatusServiceUnavailable, "")(w, r)
		arrived <- struct{}{}
	})
	ctx, cancel := context.WithCancel(t.Context())
	outcomes := start(ctx, newClient(t, server, nango.WithMaxRetries(1), nango.WithTimeout(10*patience)))
	receive(t, "the request", arrived)
	cancel()
	failure := asError(t, receive(t, "the outcome", outcomes).err)
	if !errors.Is(failure, context.Canceled) || len(arrived) != 0 {
		t.Errorf("got %v after %d more requests", failure, len(arrived))
	}
}

// TestCancellingEndsAConnectionThatIsNotYetOne cancels while a server that accepts sends nothing.
func TestCancellingEndsAConnectionThatIsNotYetOne(t *testing.T) {
	for name, client := range map[string]func(host string) []nango.Option{
		"TLS handshake": func(host string) []nango.Option { return []nango.Option{nango.WithBaseURL("https://" + host)} },
		"HTTP proxy": func(host string) []nango.Option {
			return []nango.Option{nango.WithBaseURL("https://nango.example"), nango.WithHTTPProxy("http://" + host)}
		},
	} {
		t.Run(name, func(t *testing.T) {
			listener, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = listener.Close() }()
			client, err := nango.NewClient(secretKey, append(client(listener.Addr().String()), nango.WithTimeout(patience))...)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = client.Close() }()
			ctx, cancel := context.WithCancel(t.Context())
			outcomes := start(ctx, client)
			connection, err := listener.Accept()
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = connection.Close() }()
			cancel()
			if err := receive(t, "the outcome", outcomes).err; !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
			// The client's request, and then the end, which may be a reset.
			_ = connection.SetReadDeadline(time.Now().Add(patience))
			if _, err := io.Copy(io.Discard, connection); errors.Is(err, os.ErrDeadlineExceeded) {
				t.Error("the connection is still open")
			}
		})
	}
}

func TestTheCauseOfACancelIsInTheError(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	errShutdown := errors.New("shutting down")
	ctx, cancel := context.WithCancelCause(t.Context())
	outcomes := start(ctx, newClient(t, server.Server))
	receive(t, "the request", server.arrived)
	cancel(errShutdown)
	err := receive(t, "the outcome", outcomes).err
	if !errors.Is(err, errShutdown) || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestTheContextsDeadlineEndsTheCall(t *testing.T) {
	for name, opts := range map[string][]nango.CallOption{
		"plain":         nil,
		"force refresh": {nango.ForceRefresh()},
	} {
		t.Run(name, func(t *testing.T) {
			server := newStall(t, http.StatusOK, oauth2Document)
			ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
			defer cancel()
			failure := asError(t, receive(t, "the outcome", start(ctx, newClient(t, server.Server), opts...)).err)
			if !errors.Is(failure, context.DeadlineExceeded) || !errors.Is(failure, nango.ErrTimeout) ||
				!errors.Is(failure, os.ErrDeadlineExceeded) || errors.Is(failure, context.Canceled) {
				t.Errorf("got %v", failure)
			}
			if !failure.Timeout() {
				t.Error("it is no timeout")
			}
			if failure.Attempts > 0 && failure.Retryable() != (opts == nil) {
				t.Errorf("retryable is %t", failure.Retryable())
			}
		})
	}
}

func TestTheCauseOfADeadlineIsInTheError(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	client := newClient(t, server.Server, nango.WithMaxConcurrentCalls(1))
	errTooSlow := errors.New("too slow")
	for _, what := range []string{"in the library", "waiting for a turn"} {
		t.Run(what, func(t *testing.T) {
			ctx, cancel := context.WithTimeoutCause(t.Context(), 20*time.Millisecond, errTooSlow)
			defer cancel()
			_, err := client.GetConnection(ctx, "customer-1", "github")
			if !errors.Is(err, errTooSlow) || !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("got %v", err)
			}
		})
		start(t.Context(), client)
		receive(t, "the request", server.arrived)
	}
}

// secretDeadline is a context that ends at a deadline that it does not report.
type secretDeadline struct {
	context.Context
}

func (secretDeadline) Deadline() (time.Time, bool) { return time.Time{}, false }

func TestADeadlineThatNobodyKnewOfEndsTheCall(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	outcomes := start(secretDeadline{ctx}, newClient(t, server.Server, nango.WithTimeout(10*patience)))
	failure := asError(t, receive(t, "the outcome", outcomes).err)
	if !errors.Is(failure, context.DeadlineExceeded) || !failure.Timeout() {
		t.Errorf("got %v", failure)
	}
}

// deadlineOnly is a context with a deadline that never closes Done: the library itself has to keep it.
type deadlineOnly struct {
	context.Context
	deadline time.Time
}

func (d deadlineOnly) Deadline() (time.Time, bool) { return d.deadline, true }
func (d deadlineOnly) Done() <-chan struct{}       { return nil }
func (d deadlineOnly) Err() error                  { return nil }

func TestTheLibraryIsGivenTheContextsDeadline(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	ctx := deadlineOnly{context.Background(), time.Now().Add(50 * time.Millisecond)}
	err := receive(t, "the outcome", start(ctx, newClient(t, server.Server))).err
	if !errors.Is(err, context.DeadlineExceeded) || !errors.Is(err, nango.ErrTimeout) {
		t.Errorf("got %v", err)
	}
}

func TestTheShorterOfTimeoutAndDeadlineCounts(t *testing.T) {
	server := newStall(t, http.StatusOK, oauth2Document)
	for name, c := range map[string]struct {
		client []nango.Option
		call   []nango.CallOption
	}{
		"the client's": {[]nango.Option{nango.WithTimeout(50 * time.Millisecond)}, nil},
		"the call's":   {nil, []nango.CallOption{nango.CallTimeout(50 * time.Millisecond)}},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 10*patience)
			defer cancel()
			err := receive(t, "the outcome", start(ctx, newClient(t, server.Server, c.client...), c.call...)).err
			if !errors.Is(err, nango.ErrTimeout) || !errors.Is(err, context.DeadlineExceeded) || ctx.Err() != nil {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAContextThatHasEndedSendsNothing(t *testing.T) {
	server := serve(t, func(_ http.ResponseWriter, r *http.Request) { t.Errorf("%s was sent", r.RequestURI) })
	client := newClient(t, server)
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	expired, cancel := context.WithDeadline(t.Context(), time.Unix(0, 0))
	defer cancel()
	for name, c := range map[string]struct {
		ctx  context.Context
		opts []nango.CallOption
		want error
	}{
		"cancelled":       {cancelled, nil, context.Canceled},
		"expired":         {expired, nil, context.DeadlineExceeded},
		"expired, silent": {deadlineOnly{context.Background(), time.Unix(0, 0)}, nil, context.DeadlineExceeded},
		"no time":         {t.Context(), []nango.CallOption{nango.CallTimeout(0)}, context.DeadlineExceeded},
		"negative time":   {t.Context(), []nango.CallOption{nango.CallTimeout(-time.Hour)}, context.DeadlineExceeded},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client.GetConnection(c.ctx, "customer-1", "github", c.opts...)
			if !errors.Is(err, c.want) || asError(t, err).Attempts != 0 {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAContextThatNeverEnds(t *testing.T) {
	server := serve(t, answering(http.StatusOK, oauth2Document))
	client := newClient(t, server)
	for _, ctx := range []context.Context{context.Background(), context.TODO(), t.Context()} {
		connection, err := client.GetConnection(ctx, "customer-1", "github")
		if err != nil || connection.Token() != "gho_invented" {
			t.Errorf("got %v, %v", connection, err)
		}
	}
}
