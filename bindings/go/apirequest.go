package nango

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"runtime"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// Request makes any call of Nango's own API, such as one that this package has no method for. {name} in the path stands for
// one segment, which [PathParameter] sets:
//
//	response, err := client.Request(ctx, http.MethodGet, "/integrations/{uniqueKey}",
//		nango.PathParameter("uniqueKey", "github"), nango.QueryParameter("include", "webhook"))
//
// [QueryParameter], [RequestHeader], [JSONBody], [RawBody], [Repeatable] and [CallTimeout] are its options. A path below
// /proxy is an error: see [Client.Proxy].
//
// A response means success: its status is 200 to 299. Anything else is an error with the Code that Nango gave
// it; Nango's findings on each field are in [Error.Body]. A connection that does not exist is [ErrNotFound], anything else
// that does not exist [ErrAPI] with the HTTPStatus 404.
//
// The context, the timeout and [Client.Close] end the call as they do in [Client.GetConnection]. The library retries GET and
// HEAD as it does there; anything else only if it cannot have reached Nango, or after Nango's own 429: see [Repeatable].
//
// Every error is an *[Error].
func (c *Client) Request(ctx context.Context, method, path string, opts ...CallOption) (*APIResponse, error) {
	if c == nil || c.session == nil {
		return nil, errNoClient()
	}
	// Otherwise a client without other references could be collected, and closed, before the call has begun.
	defer runtime.KeepAlive(c)
	call, err := newCall(ctx, c.session.timeout, operationRequest, opts)
	if err != nil {
		return nil, err
	}
	if name := call.proxied.name; name != "" {
		return nil, invalidArgument(name + " does not apply to Client.Request: leave it out")
	}
	if err := call.request.refused; err != nil {
		return nil, err
	}
	if err := checkText("method", method); err != nil {
		return nil, err
	}
	if err := checkText("path", path); err != nil {
		return nil, err
	}
	operation := &call.request.operation
	operation.Method, operation.Path = method, path
	answer, err := c.session.request(call, operation)
	if err != nil {
		return nil, err
	}
	return newAPIResponse(answer), nil
}

// request makes a call of Nango's own API, when it is its turn.
func (s *session) request(call *call, operation *clib.Operation) (*clib.Answer, *Error) {
	return inside(s, call, func(cancel *clib.Cancel) (*clib.Answer, *clib.Failure) {
		return s.library.Request(operation, call.library, cancel)
	})
}

// APIResponse is Nango's response to a [Client.Request]. It is plain Go data: nothing needs to be closed. Printing it shows
// neither the value of a header nor the body.
type APIResponse struct {
	// StatusCode is the HTTP status, from 200 to 299.
	StatusCode int
	// Header are the headers, by their canonical names.
	Header http.Header

	// A function, since printing by reflection goes through fields but never into a function.
	body func() []byte
}

func newAPIResponse(answer *clib.Answer) *APIResponse {
	body := answer.Body
	return &APIResponse{
		StatusCode: answer.Status,
		Header:     newHeader(answer.Headers),
		body:       func() []byte { return body },
	}
}

// Bytes is the body. A change of it changes the response.
func (r APIResponse) Bytes() []byte {
	if r.body == nil {
		return nil
	}
	return r.body()
}

// Decode stores the body, which must be JSON, in what v points to, as json.Unmarshal does. To keep the digits of every number
// decode into a json.RawMessage, or decode [APIResponse.Bytes] with a json.Decoder and UseNumber.
//
// It fails with [ErrDecode]; the cause is the error of encoding/json.
func (r APIResponse) Decode(v any) error {
	if err := json.Unmarshal(r.Bytes(), v); err != nil {
		failure := errDecode(r.StatusCode, "Nango's response is not the JSON that the program expects: errors.Unwrap returns the cause")
		failure.cause = err
		return failure
	}
	return nil
}

// errDecode is the error for an unexpected response.
func errDecode(status int, message string) *Error {
	return &Error{Kind: ErrorKindDecode, Message: message, HTTPStatus: status, Attempts: 1}
}

// String names status and headers. It shows neither the value of a header nor the body.
func (r APIResponse) String() string {
	return fmt.Sprintf("nango.APIResponse{StatusCode: %d, Header: %s}", r.StatusCode, names(r.Header))
}

// Format prints [APIResponse.String] for every verb.
func (r APIResponse) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, r.String())
}

// LogValue is a group of status and the names of the headers.
func (r *APIResponse) LogValue() slog.Value {
	if r == nil {
		return slog.Value{}
	}
	return slog.GroupValue(slog.Int("status", r.StatusCode), slog.String("header", names(r.Header)))
}

// MarshalText gives [APIResponse.String], also for JSON and other encodings.
func (r APIResponse) MarshalText() ([]byte, error) {
	return []byte(r.String()), nil
}

// UnmarshalJSON fails: a response is not read from JSON.
func (r *APIResponse) UnmarshalJSON([]byte) error {
	return errNoJSON("nango.APIResponse", "keep the body, which Bytes returns")
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the headers.
func (r APIResponse) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.APIResponse", "APIResponse.Bytes, if the body may be written")
}
