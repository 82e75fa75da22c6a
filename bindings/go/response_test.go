package nango_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"runtime"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// drip is a server that sends a first part of a body, and then nothing until the client has gone.
func drip(t *testing.T, first string) (*stall, http.HandlerFunc) {
	t.Helper()
	s := &stall{arrived: make(chan struct{}, 1000), abandoned: make(chan struct{}, 1000)}
	return s, func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, first)
		_ = http.NewResponseController(w).Flush()
		s.arrived <- struct{}{}
		<-r.Context().Done()
		s.abandoned <- struct{}{}
	}
}

// dripping makes a call to a server that drips and reads the first part of the response.
func dripping(ctx context.Context, t *testing.T, opts ...nango.Option) (*stall, *nango.Client, *nango.Response) {
	t.Helper()
	s, handler := drip(t, "first")
	client := newClient(t, serve(t, handler), opts...)
	response, err := client.Proxy(ctx, "customer-1", "github", &nango.Request{Endpoint: "/"})
	if err != nil {
		t.Fatal(err)
	}
	room := make([]byte, 100)
	if count, err := response.Body.Read(room); string(room[:count]) != "first" || err != nil {
		t.Fatalf("got %q, %v", room[:count], err)
	}
	return s, client, response
}

// readLater reads on a separate goroutine.
func readLater(body io.Reader) <-chan error {
	outcomes := make(chan error, 1)
	go func() {
		_, err := body.Read(make([]byte, 100))
		outcomes <- err
	}()
	return outcomes
}

// awaitRead waits until a goroutine is inside the library, reading.
func awaitRead(t *testing.T) {
	t.Helper()
	end := time.Now().Add(patience)
	for !bytes.Contains(ownStacks(), []byte("_Cfunc_nango_response_read")) {
		if time.Now().After(end) {
			t.Fatal("nobody reads")
		}
		runtime.Gosched()
	}
}

func TestABodyIsReadAsItComes(t *testing.T) {
	next := make(chan string)
	client := newClient(t, serve(t, func(w http.ResponseWriter, _ *http.Request) {
		for part := range next {
			_, _ = io.WriteString(w, part)
			_ = http.NewResponseController(w).Flush()
		}
	}))
	go func() { next <- "a" }()
	response := proxy(t, client, &nango.Request{Endpoint: "/"})
	room := make([]byte, 100)
	for _, want := range []string{"a", "bc", "d"} {
		if want != "a" {
			next <- want
		}
		if count, err := response.Body.Read(room); string(room[:count]) != want || err != nil {
			t.Errorf("got %q, %v", room[:count], err)
		}
	}
	close(next)
	for range 3 {
		if count, err := response.Body.Read(room); count != 0 || err != io.EOF {
			t.Errorf("got %d, %v at the end", count, err)
		}
	}
	if response.ContentLength != -1 {
		t.Errorf("its length is %d", response.ContentLength)
	}
}

func TestReadingIntoNoRoom(t *testing.T) {
	response := proxy(t, newClient(t, serve(t, answering(http.StatusOK, "abc"))), &nango.Request{Endpoint: "/"})
	if count, err := response.Body.Read(nil); count != 0 || err != nil {
		t.Errorf("got %d, %v", count, err)
	}
	if got := text(t, response.Body); got != "abc" {
		t.Errorf("got %q", got)
	}
}

func TestTheContextEndsAReadOfTheBody(t *testing.T) {
	errShutdown := errors.New("shutting down")
	ctx, cancel := context.WithCancelCause(t.Context())
	s, _, response := dripping(ctx, t)
	outcomes := readLater(response.Body)
	awaitRead(t)
	cancel(errShutdown)
	err := receive(t, "the outcome", outcomes)
	if !errors.Is(err, context.Canceled) || !errors.Is(err, errShutdown) || !errors.Is(err, nango.ErrCancelled) {
		t.Errorf("got %v", err)
	}
	receive(t, "the end of the connection", s.abandoned)
	if _, again := response.Body.Read(make([]byte, 1)); !errors.Is(again, context.Canceled) {
		t.Errorf("then %v", again)
	}
	if err := response.Body.Close(); err != nil {
		t.Error(err)
	}
}

// atDeadline is a context whose deadline passes at the test's command.
type atDeadline struct {
	context.Context
	done chan struct{}
}

func (a *atDeadline) Deadline() (time.Time, bool) { return time.Now().Add(patience), true }
func (a *atDeadline) Done() <-chan struct{}       { return a.done }
func (a *atDeadline) Err() error {
	select {
	case <-a.done:
		return context.DeadlineExceeded
	default:
		return nil
	}
}

func TestTheContextsDeadlineEndsAReadOfTheBody(t *testing.T) {
	ctx := &atDeadline{Context: context.Background(), done: make(chan struct{})}
	_, _, response := dripping(ctx, t)
	outcomes := readLater(response.Body)
	awaitRead(t)
	close(ctx.done)
	err := receive(t, "the outcome", outcomes)
	if !errors.Is(err, context.DeadlineExceeded) || !errors.Is(err, nango.ErrTimeout) {
		t.Errorf("got %v", err)
	}
}

func TestTheTimeoutOfACallIsNotThatOfItsBody(t *testing.T) {
	release := make(chan struct{})
	client := newClient(t, serve(t, func(w http.ResponseWriter, _ *http.Request) {
		_ = http.NewResponseController(w).Flush()
		<-release
		_, _ = io.WriteString(w, "late")
	}))
	const timeout = 500 * time.Millisecond
	began := time.Now()
	response := proxy(t, client, &nango.Request{Endpoint: "/"}, nango.CallTimeout(timeout))
	outcomes := make(chan string, 1)
	go func() { outcomes <- text(t, response.Body) }()
	awaitRead(t)
	time.AfterFunc(time.Until(began.Add(2*timeout)), func() { close(release) })
	if got := receive(t, "the body", outcomes); got != "late" {
		t.Errorf("got %q", got)
	}
}

func TestABodyThatDoesNotMoveTimesOut(t *testing.T) {
	_, handler := drip(t, "")
	response := proxy(t, newClient(t, serve(t, handler)), &nango.Request{Endpoint: "/"}, nango.IdleTimeout(20*time.Millisecond))
	_, err := io.ReadAll(response.Body)
	if !errors.Is(err, nango.ErrTimeout) || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestABodyThatBreaksOffIsAnError(t *testing.T) {
	client := newClient(t, serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100")
		_, _ = io.WriteString(w, "some")
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	}))
	response := proxy(t, client, &nango.Request{Endpoint: "/"})
	got, err := io.ReadAll(response.Body)
	if string(got) != "some" || !errors.Is(err, nango.ErrIO) || asError(t, err).HTTPStatus != http.StatusOK {
		t.Errorf("got %q, %v", got, err)
	}
}

// TestOnlyReadsInTheLibraryCount: open bodies take no turn, and a call finds one although a read waits.
func TestOnlyReadsInTheLibraryCount(t *testing.T) {
	_, handler := drip(t, "first")
	client := newClient(t, serve(t, handler), nango.WithMaxConcurrentCalls(1), nango.WithTimeout(patience))
	first := proxy(t, client, &nango.Request{Endpoint: "/"})
	second := proxy(t, client, &nango.Request{Endpoint: "/"})
	if _, err := io.ReadFull(first.Body, make([]byte, 5)); err != nil {
		t.Fatal(err)
	}
	reading := readLater(first.Body)
	awaitRead(t)
	third := proxy(t, client, &nango.Request{Endpoint: "/"})
	// A second read has to wait, and can be ended.
	waiting := readLater(second.Body)
	_ = second.Body.Close()
	if err := receive(t, "the outcome of the one that waits", waiting); !errors.Is(err, http.ErrBodyReadAfterClose) {
		t.Errorf("got %v", err)
	}
	_ = first.Body.Close()
	receive(t, "the outcome of the one that reads", reading)
	if _, err := io.ReadFull(third.Body, make([]byte, 5)); err != nil {
		t.Error(err)
	}
}

func TestAReadThatWaitsForItsTurnEndsWithItsContext(t *testing.T) {
	_, handler := drip(t, "first")
	client := newClient(t, serve(t, handler), nango.WithMaxConcurrentCalls(1), nango.WithTimeout(patience))
	first := proxy(t, client, &nango.Request{Endpoint: "/"})
	if _, err := io.ReadFull(first.Body, make([]byte, 5)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	second, err := client.Proxy(ctx, "customer-1", "github", &nango.Request{Endpoint: "/"})
	if err != nil {
		t.Fatal(err)
	}
	reading := readLater(first.Body)
	awaitRead(t)
	waiting := readLater(second.Body)
	cancel()
	if err := receive(t, "the outcome of the one that waits", waiting); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	_ = second.Body.Close()
	_ = client.Close()
	if err := receive(t, "the outcome of the one that reads", reading); !errors.Is(err, nango.ErrClientClosed) {
		t.Errorf("got %v", err)
	}
}

func TestBytesAreTheRestOfABody(t *testing.T) {
	server := serve(t, answering(http.StatusOK, "abcdef"))
	response := proxy(t, newClient(t, server, nango.WithMaxResponseBytes(5)), &nango.Request{Endpoint: "/"})
	if _, err := response.Bytes(); !errors.Is(err, nango.ErrTooLarge) {
		t.Errorf("got %v", err)
	}
	client := newClient(t, server, nango.WithMaxResponseBytes(4))
	response = proxy(t, client, &nango.Request{Endpoint: "/"})
	if _, err := io.ReadFull(response.Body, make([]byte, 2)); err != nil {
		t.Fatal(err)
	}
	if got, err := response.Bytes(); string(got) != "cdef" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
	if got, err := response.Bytes(); len(got) != 0 || err != nil {
		t.Errorf("then %q, %v", got, err)
	}
	response = proxy(t, client, &nango.Request{Endpoint: "/"})
	response.Body = struct {
		io.Reader
		io.Closer
	}{io.LimitReader(response.Body, 3), response.Body}
	if got, err := response.Bytes(); string(got) != "abc" || err != nil {
		t.Errorf("through another reader: %q, %v", got, err)
	}
}

func TestTheLengthOfABodyIsThatOfItsHead(t *testing.T) {
	for name, c := range map[string]struct {
		method  string
		handler http.HandlerFunc
		want    int64
	}{
		"known":        {"GET", answering(http.StatusOK, "abc"), 3},
		"HEAD":         {"HEAD", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "7") }, 7},
		"no content":   {"GET", answering(http.StatusNoContent, ""), 0},
		"not modified": {"GET", answering(http.StatusNotModified, ""), 0},
		"chunked": {"GET", func(w http.ResponseWriter, _ *http.Request) {
			_ = http.NewResponseController(w).Flush()
		}, -1},
	} {
		response := proxy(t, newClient(t, serve(t, c.handler)), &nango.Request{Method: c.method, Endpoint: "/"})
		if response.ContentLength != c.want {
			t.Errorf("%s: %d", name, response.ContentLength)
		}
	}
}

func TestAllHeadersAreThere(t *testing.T) {
	client := newClient(t, serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header()["Set-Cookie"] = []string{"a=1", "b=2"}
		w.Header()["x-latin"] = []string{"caf\xe9"}
		w.Header().Set("X-Empty", "")
	}))
	header := proxy(t, client, &nango.Request{Endpoint: "/"}).Header
	if got := header.Values("Set-Cookie"); len(got) != 2 || got[0] != "a=1" || got[1] != "b=2" {
		t.Errorf("got %q", got)
	}
	if got := header["X-Latin"]; len(got) != 1 || got[0] != "café" {
		t.Errorf("got %q", got)
	}
	if got := header["X-Empty"]; len(got) != 1 || got[0] != "" {
		t.Errorf("got %q", got)
	}
}
