package nango_test

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

func TestClosingABodyEndsARead(t *testing.T) {
	s, client, response := dripping(t.Context(), t)
	outcomes := readLater(response.Body)
	awaitRead(t)
	var group sync.WaitGroup
	for range 4 {
		group.Add(1)
		go func() {
			defer group.Done()
			if err := response.Body.Close(); err != nil {
				t.Error(err)
			}
		}()
	}
	group.Wait()
	if err := receive(t, "the outcome", outcomes); !errors.Is(err, http.ErrBodyReadAfterClose) || !errors.Is(err, nango.ErrCancelled) {
		t.Errorf("got %v", err)
	}
	receive(t, "the end of the connection", s.abandoned)
	if _, err := response.Body.Read(make([]byte, 1)); !errors.Is(err, http.ErrBodyReadAfterClose) {
		t.Errorf("then %v", err)
	}
	_ = client.Close()
	_ = response.Body.Close()
}

func TestClosingBodiesBesideReads(t *testing.T) {
	client := newClient(t, serve(t, answering(http.StatusOK, strings.Repeat("0123456789", 10_000))))
	var group sync.WaitGroup
	for range 40 {
		response := proxy(t, client, &nango.Request{Endpoint: "/"})
		group.Add(2)
		go func() {
			defer group.Done()
			_, err := io.Copy(io.Discard, response.Body)
			if err != nil && !errors.Is(err, http.ErrBodyReadAfterClose) {
				t.Error(err)
			}
		}()
		go func() {
			defer group.Done()
			_ = response.Body.Close()
		}()
	}
	group.Wait()
}

func TestClosingABodyMidwayEndsTheConnection(t *testing.T) {
	s, _, response := dripping(t.Context(), t)
	_ = response.Body.Close()
	receive(t, "the end of the connection", s.abandoned)
}

func TestABodyThatWasReadGivesItsConnectionBack(t *testing.T) {
	server, closed := watched(t, answering(http.StatusOK, "abc"))
	client := newClient(t, server)
	for _, method := range []string{"GET", "HEAD", "POST", "GET"} {
		response := proxy(t, client, &nango.Request{Method: method, Endpoint: "/"})
		if method == "HEAD" {
			// There is nothing to read.
			_ = response.Body.Close()
			continue
		}
		text(t, response.Body)
	}
	if len(closed) > 0 {
		t.Errorf("%d connections were closed", len(closed))
	}
}

func TestClosingTheClientEndsReads(t *testing.T) {
	s, client, response := dripping(t.Context(), t)
	outcomes := readLater(response.Body)
	awaitRead(t)
	_ = client.Close()
	if bytes.Contains(ownStacks(), []byte("_Cfunc_nango_response_read")) {
		t.Error("Close does not wait for the read")
	}
	if err := receive(t, "the outcome", outcomes); !errors.Is(err, nango.ErrClientClosed) {
		t.Errorf("got %v", err)
	}
	receive(t, "the end of the connection", s.abandoned)
	if _, err := response.Body.Read(make([]byte, 1)); !errors.Is(err, nango.ErrClientClosed) {
		t.Errorf("then %v", err)
	}
	if err := response.Body.Close(); err != nil {
		t.Error(err)
	}
}

func TestAnOpenBodyOfAClosedClientFails(t *testing.T) {
	client := newClient(t, serve(t, answering(http.StatusOK, "abc")))
	response := proxy(t, client, &nango.Request{Endpoint: "/"})
	read := proxy(t, client, &nango.Request{Endpoint: "/"})
	if _, err := io.ReadAll(read.Body); err != nil {
		t.Error(err)
	}
	_ = client.Close()
	if _, err := response.Body.Read(make([]byte, 1)); !errors.Is(err, nango.ErrClientClosed) || !errors.Is(err, nango.ErrCancelled) {
		t.Errorf("got %v", err)
	}
	if _, err := response.Bytes(); !errors.Is(err, nango.ErrClientClosed) {
		t.Errorf("got %v", err)
	}
	if _, err := read.Body.Read(make([]byte, 1)); err != io.EOF {
		t.Errorf("a body that was read: %v", err)
	}
}

func TestAForgottenBodyIsClosed(t *testing.T) {
	s, handler := drip(t, "first")
	client := newClient(t, serve(t, handler))
	func() {
		if _, err := client.Proxy(t.Context(), "customer-1", "github", &nango.Request{Endpoint: "/"}); err != nil {
			t.Fatal(err)
		}
	}()
	collectUntil(t, s.abandoned)
}

func TestABodyKeepsItsClient(t *testing.T) {
	server, closed := watched(t, answering(http.StatusOK, strings.Repeat("0123456789", 100_000)))
	body := func() io.ReadCloser {
		client, err := nango.NewClient(secretKey, nango.WithBaseURL(server.URL))
		if err != nil {
			t.Fatal(err)
		}
		response, err := client.Proxy(t.Context(), "customer-1", "github", &nango.Request{Endpoint: "/"})
		if err != nil {
			t.Fatal(err)
		}
		return response.Body
	}()
	for range 5 {
		runtime.GC()
	}
	if got := text(t, body); len(got) != 1_000_000 {
		t.Errorf("%d bytes came", len(got))
	}
	body = nil
	collectUntil(t, closed)
}
