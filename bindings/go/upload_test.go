package nango_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// framing is how a request announced the length of its body.
type framing struct {
	length  int64
	chunked bool
}

// receiving is a server that returns the body, and reports its framing.
func receiving(t *testing.T) (*nango.Client, <-chan framing) {
	t.Helper()
	framings := make(chan framing, 100)
	client := newClient(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
		framings <- framing{r.ContentLength, len(r.TransferEncoding) > 0}
		echo(w, r)
	}))
	return client, framings
}

func TestABodyIsSentWithItsLengthOrInChunks(t *testing.T) {
	file := filepath.Join(t.TempDir(), "body")
	large := strings.Repeat("0123456789abcdef", 200_000)
	if err := os.WriteFile(file, []byte(large), 0o600); err != nil {
		t.Fatal(err)
	}
	open := func() io.Reader {
		opened, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		return opened
	}
	chunked := framing{-1, true}
	client, framings := receiving(t)
	for name, c := range map[string]struct {
		body   io.Reader
		length int64
		want   string
		framed framing
	}{
		"bytes.Reader":         {bytes.NewReader([]byte("abc")), 0, "abc", framing{3, false}},
		"bytes.Buffer":         {bytes.NewBufferString("abc"), 0, "abc", framing{3, false}},
		"strings.Reader":       {strings.NewReader("abc"), 0, "abc", framing{3, false}},
		"large in memory":      {strings.NewReader(large), 0, large, framing{int64(len(large)), false}},
		"large bytes":          {bytes.NewReader([]byte(large)), int64(len(large)), large, framing{int64(len(large)), false}},
		"empty":                {strings.NewReader(""), 0, "", framing{0, false}},
		"shorter than it is":   {strings.NewReader("abcdef"), 3, "abc", framing{3, false}},
		"unknown on purpose":   {strings.NewReader("abc"), -1, "abc", chunked},
		"file":                 {open(), 0, large, chunked},
		"file of known length": {open(), int64(len(large)), large, framing{int64(len(large)), false}},
		"reader":               {io.MultiReader(strings.NewReader("ab"), strings.NewReader("c")), 0, "abc", chunked},
		"reader of length":     {io.MultiReader(strings.NewReader("ab"), strings.NewReader("c")), 3, "abc", framing{3, false}},
		"empty reader":         {io.MultiReader(), 0, "", chunked},
		"NoBody":               {http.NoBody, 0, "", framing{0, false}},
		"one byte at a time":   {iotest.OneByteReader(strings.NewReader("abc")), 0, "abc", chunked},
		"data with the end":    {iotest.DataErrReader(strings.NewReader("abc")), 0, "abc", chunked},
		"nothing now and then": {&hesitant{rest: "abc"}, 0, "abc", chunked},
	} {
		t.Run(name, func(t *testing.T) {
			response := proxy(t, client, &nango.Request{Method: http.MethodPost, Endpoint: "/", Body: c.body, ContentLength: c.length})
			if got := text(t, response.Body); got != c.want {
				t.Errorf("%d bytes came back of %d", len(got), len(c.want))
			}
			if got := <-framings; got != c.framed {
				t.Errorf("it was sent with %v", got)
			}
			if got := response.Header.Get("X-Got-Content-Type"); got != "application/octet-stream" && c.body != http.NoBody {
				t.Errorf("the content type is %q", got)
			}
		})
	}
}

// hesitant is a reader that gives nothing every other time, as a reader may.
type hesitant struct {
	rest  string
	times int
}

func (h *hesitant) Read(room []byte) (int, error) {
	h.times++
	if h.times%2 == 1 {
		return 0, nil
	}
	count := copy(room[:1], h.rest)
	h.rest = h.rest[count:]
	if count == 0 {
		return 0, io.EOF
	}
	return count, nil
}

// reader is a function that reads.
type reader func(room []byte) (int, error)

func (r reader) Read(room []byte) (int, error) { return r(room) }

func TestWhatTheReaderOfABodySaysIsInTheError(t *testing.T) {
	errReader := errors.New("invented-reader failure")
	client := newClient(t, serve(t, echo))
	for name, c := range map[string]struct {
		body   io.Reader
		length int64
		want   error
	}{
		"at once":                 {iotest.ErrReader(errReader), 0, errReader},
		"after some":              {io.MultiReader(strings.NewReader("abc"), iotest.ErrReader(errReader)), 0, errReader},
		"with some":               {iotest.DataErrReader(io.MultiReader(strings.NewReader("abc"), iotest.ErrReader(errReader))), 0, errReader},
		"before its length":       {io.MultiReader(strings.NewReader("abc")), 7, io.ErrUnexpectedEOF},
		"before its length, kept": {strings.NewReader("abc"), 7, io.ErrUnexpectedEOF},
		"nothing at all, kept":    {strings.NewReader(""), 7, io.ErrUnexpectedEOF},
		"never anything":          {reader(func([]byte) (int, error) { return 0, nil }), 0, io.ErrNoProgress},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client.Proxy(t.Context(), "customer-1", "github",
				&nango.Request{Method: http.MethodPost, Endpoint: "/", Body: c.body, ContentLength: c.length})
			if !errors.Is(err, c.want) || !errors.Is(err, nango.ErrCancelled) || errors.Is(err, nango.ErrClientClosed) {
				t.Errorf("got %v", err)
			}
			if strings.Contains(err.Error(), "invented") {
				t.Errorf("it shows what is not the library's: %v", err)
			}
		})
	}
}

func TestAnImpossibleCountIsRefused(t *testing.T) {
	client := newClient(t, serve(t, echo))
	for _, count := range []int{-1, 1 << 30} {
		body := reader(func([]byte) (int, error) { return count, nil })
		_, err := client.Proxy(t.Context(), "customer-1", "github", &nango.Request{Method: http.MethodPut, Endpoint: "/", Body: body})
		if err == nil || !strings.Contains(errors.Unwrap(err).Error(), "impossible count") {
			t.Errorf("got %v", err)
		}
	}
}

func TestAPanicOfTheReaderComesOutOfTheCall(t *testing.T) {
	client := newClient(t, serve(t, echo), nango.WithMaxConcurrentCalls(1))
	for name, body := range map[string]io.Reader{
		"at once":    reader(func([]byte) (int, error) { panic("invented panic") }),
		"after some": io.MultiReader(strings.NewReader("abc"), reader(func([]byte) (int, error) { panic("invented panic") })),
	} {
		func() {
			defer func() {
				if got := recover(); got != "invented panic" {
					t.Errorf("%s: recovered %v", name, got)
				}
			}()
			_, err := client.Proxy(t.Context(), "customer-1", "github", &nango.Request{Method: http.MethodPost, Endpoint: "/", Body: body})
			t.Errorf("%s: no panic, %v", name, err)
		}()
	}
	text(t, proxy(t, client, &nango.Request{Endpoint: "/"}).Body)
}

// closeCounter is a body that counts how often it is closed.
type closeCounter struct {
	io.Reader
	closes atomic.Int32
}

func (c *closeCounter) Close() error {
	c.closes.Add(1)
	return nil
}

func TestABodyIsClosedOnce(t *testing.T) {
	client := newClient(t, serve(t, echo))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, call := range map[string]func(body io.Reader) error{
		"success": func(body io.Reader) error {
			response, err := client.Proxy(t.Context(), "customer-1", "github", &nango.Request{Method: "POST", Endpoint: "/", Body: body})
			if err == nil {
				err = response.Body.Close()
			}
			return err
		},
		"cancelled": func(body io.Reader) error {
			_, err := client.Proxy(ctx, "customer-1", "github", &nango.Request{Method: "POST", Endpoint: "/", Body: body})
			return err
		},
		"refused": func(body io.Reader) error {
			_, err := client.Proxy(t.Context(), "customer-1", "github", &nango.Request{Body: body})
			return err
		},
		"no client": func(body io.Reader) error {
			_, err := (*nango.Client)(nil).Proxy(t.Context(), "customer-1", "github", &nango.Request{Endpoint: "/", Body: body})
			return err
		},
	} {
		body := &closeCounter{Reader: strings.NewReader("abc")}
		if err := call(body); (err == nil) != (name == "success") || body.closes.Load() != 1 {
			t.Errorf("%s: closed %d times, %v", name, body.closes.Load(), err)
		}
	}
}

// TestAReadOfABodyThatWaitsEndsWithTheCall: nothing is ever written to the pipe.
func TestAReadOfABodyThatWaitsEndsWithTheCall(t *testing.T) {
	for name, c := range map[string]struct {
		opts []nango.CallOption
		end  func(cancel context.CancelFunc, client *nango.Client)
		want error
	}{
		"cancel":   {nil, func(cancel context.CancelFunc, _ *nango.Client) { cancel() }, context.Canceled},
		"shutdown": {nil, func(_ context.CancelFunc, client *nango.Client) { _ = client.Close() }, nango.ErrClientClosed},
		"timeout":  {[]nango.CallOption{nango.CallTimeout(50 * time.Millisecond)}, func(context.CancelFunc, *nango.Client) {}, nango.ErrTimeout},
	} {
		t.Run(name, func(t *testing.T) {
			client := newClient(t, serve(t, echo), nango.WithTimeout(patience))
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			body, feed := io.Pipe()
			defer func() { _ = feed.Close() }()
			outcomes := make(chan error, 1)
			began := make(chan struct{}, 1)
			go func() {
				announced := io.MultiReader(reader(func([]byte) (int, error) { began <- struct{}{}; return 0, io.EOF }), body)
				_, err := client.Proxy(ctx, "customer-1", "github", &nango.Request{
					Method: http.MethodPost, Endpoint: "/", Body: struct {
						io.Reader
						io.Closer
					}{announced, body},
				}, c.opts...)
				outcomes <- err
			}()
			receive(t, "the read", began)
			c.end(cancel, client)
			if err := receive(t, "the outcome", outcomes); !errors.Is(err, c.want) || asError(t, err).Attempts == 0 {
				t.Errorf("got %v", err)
			}
		})
	}
}

// TestABodyThatIsReadBeforeTheCallEndsWithItToo: GetBody claims that it is in memory, and it is not.
func TestABodyThatIsReadBeforeTheCallEndsWithItToo(t *testing.T) {
	client := newClient(t, serve(t, echo), nango.WithTimeout(patience))
	for _, c := range []struct {
		end  func(cancel context.CancelFunc)
		want error
	}{
		{func(cancel context.CancelFunc) { cancel() }, context.Canceled},
		{func(context.CancelFunc) { _ = client.Close() }, nango.ErrClientClosed},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		body, feed := io.Pipe()
		request := newRequest(t, http.MethodPost, "https://api.example/", body).WithContext(ctx)
		request.ContentLength = 3
		request.GetBody = func() (io.ReadCloser, error) { return nil, errors.New("not asked for") }
		outcomes := make(chan error, 1)
		go func() {
			_, err := client.Transport("customer-1", "github").RoundTrip(request)
			outcomes <- err
		}()
		// It is being read once this returns.
		_, _ = feed.Write([]byte("a"))
		c.end(cancel)
		if err := receive(t, "the outcome", outcomes); !errors.Is(err, c.want) {
			t.Errorf("got %v", err)
		}
		cancel()
	}
}

// TestAResponseMayBeTheBodyOfAnotherRequest moves a file from one API to another, with one call at a time allowed.
func TestAResponseMayBeTheBodyOfAnotherRequest(t *testing.T) {
	client := newClient(t, serve(t, echo), nango.WithMaxConcurrentCalls(1), nango.WithTimeout(patience))
	large := strings.Repeat("0123456789abcdef", 100_000)
	from := proxy(t, client, &nango.Request{Method: http.MethodPost, Endpoint: "/a", Body: strings.NewReader(large)})
	to := proxy(t, client, &nango.Request{Method: http.MethodPut, Endpoint: "/b", Body: from.Body, ContentLength: from.ContentLength})
	if got := text(t, to.Body); got != large || to.Header.Get("X-Method") != http.MethodPut {
		t.Errorf("%d bytes came back", len(got))
	}
}

func TestAnAnswerBeforeTheEndOfABodyIsAResponse(t *testing.T) {
	client := newClient(t, serve(t, answering(http.StatusRequestEntityTooLarge, "too much")))
	endless := reader(func(room []byte) (int, error) { return len(room), nil })
	response := proxy(t, client, &nango.Request{Method: http.MethodPost, Endpoint: "/", Body: endless})
	if got := text(t, response.Body); got != "too much" || response.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("got %v with %q", response, got)
	}
}

// TestABodyInMemoryIsSentAgain where repeating does no harm: a GET whose connection breaks.
func TestABodyInMemoryIsSentAgain(t *testing.T) {
	for name, c := range map[string]struct {
		body io.Reader
		want error
	}{
		"in memory": {strings.NewReader("abc"), nil},
		"a reader":  {io.MultiReader(strings.NewReader("abc")), nango.ErrIO},
	} {
		var requests atomic.Int32
		client := newClient(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
			if _, _ = io.Copy(io.Discard, r.Body); requests.Add(1) == 1 {
				panic(http.ErrAbortHandler)
			}
			w.WriteHeader(http.StatusNoContent)
		}))
		_, err := client.Proxy(t.Context(), "customer-1", "github", &nango.Request{Endpoint: "/a", Body: c.body})
		if !errors.Is(err, c.want) || (err == nil) != (requests.Load() == 2) {
			t.Errorf("%s: %v after %d requests", name, err, requests.Load())
		}
	}
}
