package nango

import (
	"io"
	"net/http"
	"runtime"
	"strconv"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// Response is the external API's response to a request through the proxy, whatever its status.
type Response struct {
	// StatusCode is the HTTP status.
	StatusCode int
	// Header are the headers, by their canonical names. A printer or encoder that calls no method of a value, such as
	// spew with DisableMethods, shows their values, as it does those of an http.Response.
	Header http.Header
	// Body is streamed. Always close it; closing it early drops the connection, so that the rest is not downloaded. It is
	// never nil. One goroutine at a time may read it, and any may close it meanwhile: the read then ends with
	// http.ErrBodyReadAfterClose. Errors other than io.EOF are an *[Error]: the body is then incomplete.
	//
	// It may be read for as long as the client is open, and closed at any time. A body that is never closed is closed when it
	// is garbage-collected.
	Body io.ReadCloser
	// ContentLength is how long the body is; -1 if that is not known. To a HEAD request, how long it would be.
	ContentLength int64
}

// Bytes reads the rest of the body, and closes it. It fails with [ErrTooLarge] if there is more than
// [WithMaxResponseBytes] allows.
func (r *Response) Bytes() ([]byte, error) {
	defer func() { _ = r.Body.Close() }()
	body, ok := r.Body.(*responseBody)
	if !ok {
		// The program has wrapped it in its own reader.
		return io.ReadAll(r.Body)
	}
	return body.readAll()
}

// takeHeader is the headers as net/http has them. The head keeps no copy: what a program removes from the header is then
// nowhere else in the response.
func takeHeader(head *clib.Response) http.Header {
	header := newHeader(head.Headers)
	head.Headers = nil
	return header
}

func newHeader(headers []clib.Header) http.Header {
	header := make(http.Header, len(headers))
	for _, one := range headers {
		header.Add(one.Name, one.Value)
	}
	return header
}

// contentLength is the body's length according to the head, by net/http's rules; -1 if it is unknown.
func contentLength(status int, header http.Header) int64 {
	if status == http.StatusNoContent || status == http.StatusNotModified {
		return 0
	}
	length, err := strconv.ParseUint(header.Get("Content-Length"), 10, 63)
	if err != nil || header.Get("Transfer-Encoding") != "" {
		return -1
	}
	return int64(length)
}

// responseBody is a body that a program holds. The stream behind it is closed once it is unreachable.
type responseBody struct {
	// As long as it can be read, the client must not be collected, and closed.
	client *Client
	stream *stream
}

func newBody(client *Client, from *stream) *responseBody {
	body := &responseBody{client: client, stream: from}
	runtime.AddCleanup(body, (*stream).abandon, from)
	return body
}

func (b *responseBody) Read(room []byte) (int, error) {
	defer runtime.KeepAlive(b)
	return b.stream.read(room)
}

func (b *responseBody) readAll() ([]byte, error) {
	defer runtime.KeepAlive(b)
	return b.stream.readAll()
}

// Close always returns nil.
func (b *responseBody) Close() error {
	defer runtime.KeepAlive(b)
	b.stream.close()
	return nil
}
