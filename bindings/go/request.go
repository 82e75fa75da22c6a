package nango

import (
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// Request is a request to an external API, which Nango forwards with the credentials of a connection: see [Client.Proxy].
// No call changes it except by reading its body, so one without a body serves any number of calls.
type Request struct {
	// Method is GET if it is "". CONNECT and OPTIONS are errors: Nango does not forward them.
	Method string
	// Endpoint is path and query below the external API's base URL, such as "/v1/items?limit=10". Existing percent-encoding
	// is kept, characters that a URL cannot contain are encoded, and a missing leading slash is added. "" and an absolute URL
	// are errors (see [BaseURLOverride]), as are the segments . and .., even if encoded.
	Endpoint string
	// Query is added to the query of Endpoint, encoded and sorted by name.
	Query url.Values
	// Header are the headers for the external API, to which Nango adds the credentials. Several values of one are sent as one,
	// with commas. Headers that belong to a connection or to the framing of a body, such as Content-Length, are errors.
	Header http.Header
	// ContentType is what the external API is told that the body is, unless Header has a Content-Type. Default:
	// application/octet-stream. The API gets the bytes as they are; see [NangoParsesBody].
	ContentType string
	// Body is read while it is sent, on the goroutine of the call. If it is an io.Closer it is closed, as net/http does it:
	// when the call has ended, or as soon as it is to end, so that a read that waits does so too. Any other is waited for. It
	// must not call or close the same client, nor end the goroutine, but it may read a response of that client.
	//
	// A *bytes.Reader, *bytes.Buffer or *strings.Reader of up to 1 MiB is read before the call, which can then be repeated.
	Body io.Reader
	// ContentLength is how long Body is. If it is 0 that is taken from a Body of the three types above and from nothing else:
	// then the body is sent in chunks. Negative means unknown.
	ContentLength int64
}

// library is the request as the library takes it, except for its body.
func (r *Request) library() (*clib.Request, *Error) {
	method := r.Method
	if method == "" {
		method = http.MethodGet
	}
	request := &clib.Request{Method: method, Endpoint: r.Endpoint}
	if err := checkText("method", method); err != nil {
		return nil, err
	}
	if err := checkText("endpoint", r.Endpoint); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(r.Query)) {
		for _, value := range r.Query[name] {
			if err := checkPair("query", name, value); err != nil {
				return nil, err
			}
			request.Query = append(request.Query, clib.Parameter{Name: name, Value: value})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.Header)) {
		for _, value := range r.Header[name] {
			if err := checkPair("header", name, value); err != nil {
				return nil, err
			}
			request.Headers = append(request.Headers, clib.Header{Name: name, Value: value})
		}
	}
	if r.ContentType != "" {
		if err := checkText("ContentType", r.ContentType); err != nil {
			return nil, err
		}
		request.ContentType = &r.ContentType
	}
	return request, nil
}

func checkPair(what, name, value string) *Error {
	if err := checkText(what+" name", name); err != nil {
		return err
	}
	return checkText(what+" value", value)
}
