package nango_test

import (
	"context"
	"crypto/sha1"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/libnango/libnango/bindings/go"
	"github.com/libnango/libnango/bindings/go/nangotest"
)

// github is an http.Client that talks to the emulator's external API.
func github(t *testing.T, opts ...nango.CallOption) *http.Client {
	t.Helper()
	client := nangotest.Start(t).Client(t)
	return &http.Client{Transport: client.Transport("customer-oauth2", "github", opts...)}
}

// file is the emulator's file of so many bytes.
type file struct {
	at, size int64
}

func (f *file) Read(room []byte) (int, error) {
	if f.at == f.size {
		return 0, io.EOF
	}
	count := int(min(int64(len(room)), f.size-f.at))
	for i := range count {
		room[i] = '!' + byte((f.at+int64(i))%89)
	}
	f.at += int64(count)
	return count, nil
}

// digest is the SHA-1 of the data read.
func digest(t *testing.T, from io.Reader) string {
	t.Helper()
	sum := sha1.New()
	if _, err := io.Copy(sum, from); err != nil {
		t.Error(err)
	}
	return fmt.Sprintf("%x", sum.Sum(nil))
}

func TestNangoAddsTheCredentials(t *testing.T) {
	client := nangotest.Start(t).Client(t)
	for mode, ids := range map[string][2]string{
		"OAUTH2":  {"customer-oauth2", "github"},
		"BASIC":   {"customer-basic", "freshdesk"},
		"API_KEY": {"customer-api-key", "stripe-api-key"},
	} {
		response, err := client.Proxy(t.Context(), ids[0], ids[1], &nango.Request{Endpoint: "/auth"})
		if err != nil {
			t.Errorf("%s: %v", mode, err)
			continue
		}
		if got := text(t, response.Body); got != `{"authenticated":true,"mode":"`+mode+`"}` {
			t.Errorf("%s: %s", mode, got)
		}
	}
}

func TestALargeFileGoesBothWays(t *testing.T) {
	const size = 20 << 20
	client := github(t)
	down := do(t, client, newRequest(t, http.MethodGet, fmt.Sprintf("https://api.example/large?bytes=%d", size), nil))
	if down.ContentLength != size {
		t.Errorf("its length is %d", down.ContentLength)
	}
	want := digest(t, &file{size: size})
	if digest(t, down.Body) != want {
		t.Error("something else came")
	}
	for _, length := range []int64{size, -1} {
		request := newRequest(t, http.MethodPost, "https://api.example/upload", &file{size: size})
		request.ContentLength = length
		if got := text(t, do(t, client, request).Body); got != fmt.Sprintf(`{"bytes":%d,"sha1":"%s"}`, size, want) {
			t.Errorf("with length %d: %s", length, got)
		}
	}
}

// TestABodyArrivesAsTheTypeThatItIs: Nango leaves the bytes as they are.
func TestABodyArrivesAsTheTypeThatItIs(t *testing.T) {
	client := github(t)
	for _, c := range []struct{ contentType, body, want string }{
		{"application/json", `{"id": 12345678901234567890}`, `{"id": 12345678901234567890}`},
		{"application/json", "7", "7"},
		{"application/x-www-form-urlencoded", "b=2&b=3", "b=2&b=3"},
		{"text/plain; charset=utf-8", "abc", "abc"},
		{"application/vnd.api+json", `{"a": 1}`, `{"a": 1}`},
		{"multipart/form-data; boundary=xyz", "--xyz--", "--xyz--"},
	} {
		request := newRequest(t, http.MethodPost, "https://api.example/items", strings.NewReader(c.body))
		request.Header.Set("Content-Type", c.contentType)
		var arrived struct {
			Headers map[string]string
			Body    string
		}
		if err := json.Unmarshal([]byte(text(t, do(t, client, request).Body)), &arrived); err != nil {
			t.Fatal(err)
		}
		if arrived.Body != c.want || arrived.Headers["content-type"] != c.contentType {
			t.Errorf("%s: %q arrived as %q", c.contentType, arrived.Body, arrived.Headers["content-type"])
		}
	}
}

// TestAFileIsCopiedFromAPIToAPI: the body of a request is that of a response.
func TestAFileIsCopiedFromAPIToAPI(t *testing.T) {
	const size = 5 << 20
	client := github(t)
	down := do(t, client, newRequest(t, http.MethodGet, fmt.Sprintf("https://api.example/large?bytes=%d", size), nil))
	up := do(t, client, newRequest(t, http.MethodPost, "https://api.example/upload", down.Body))
	if got := text(t, up.Body); got != fmt.Sprintf(`{"bytes":%d,"sha1":"%s"}`, size, digest(t, &file{size: size})) {
		t.Errorf("got %s", got)
	}
}

func TestAnUploadThatIsRefusedIsAnswered(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, make([]byte, 8<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	opened, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	response := do(t, github(t), newRequest(t, http.MethodPost, "https://api.example/upload-refused", opened))
	if response.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("got %s", response.Status)
	}
	if err := opened.Close(); !errors.Is(err, os.ErrClosed) {
		t.Errorf("the file was left open: %v", err)
	}
}

func TestWhoFailed(t *testing.T) {
	emulator := nangotest.Start(t)
	client := emulator.Client(t, nango.WithMaxRetries(0))
	for _, code := range []string{"unknown_connection", "not_found", "invalid_credentials"} {
		response, err := client.Proxy(t.Context(), "customer-oauth2", "github", &nango.Request{Endpoint: "/error?code=" + code})
		if err != nil {
			t.Errorf("%s of the external API: %v", code, err)
			continue
		}
		if got := text(t, response.Body); response.StatusCode != http.StatusBadRequest || !strings.Contains(got, code) {
			t.Errorf("%s: %v with %s", code, response, got)
		}
	}
	_, err := client.Proxy(t.Context(), "customer-oauth2", "nothing", &nango.Request{Endpoint: "/user"})
	if !errors.Is(err, nango.ErrUnknownIntegration) {
		t.Errorf("got %v", err)
	}
}

func TestNangoDecompressesAnAnswer(t *testing.T) {
	client := github(t)
	for _, encoding := range []string{"", "gzip"} {
		request := newRequest(t, http.MethodGet, "https://api.example/gzip", nil)
		if encoding != "" {
			request.Header.Set("Accept-Encoding", encoding)
		}
		response := do(t, client, request)
		if got := response.Header.Get("Content-Encoding"); got != "" {
			t.Errorf("the encoding is %q", got)
		}
		if got := text(t, response.Body); !json.Valid([]byte(got)) {
			t.Errorf("with %q the body is %q", encoding, got)
		}
	}
}

func TestAStalledAnswerEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	response := do(t, github(t), newRequest(t, http.MethodGet, "https://api.example/stall", nil).WithContext(ctx))
	outcomes := make(chan error, 1)
	go func() {
		_, err := io.Copy(io.Discard, response.Body)
		outcomes <- err
	}()
	awaitRead(t)
	cancel()
	if err := receive(t, "the outcome", outcomes); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
