package nango

import (
	"bytes"
	"encoding/json"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// requestSettings are the settings that only [Client.Request] has.
type requestSettings struct {
	// The name of the one that was set last; "" if none was.
	name      string
	operation clib.Operation
	// The first error in them, if any.
	refused *Error
}

// requestSetting is a call option that only [Client.Request] has.
func requestSetting(name string, set func(*requestSettings)) CallOption {
	return func(s *callSettings) {
		s.request.name = name
		set(&s.request)
	}
}

func (s *requestSettings) refuse(err *Error) {
	if s.refused == nil {
		s.refused = err
	}
}

// check refuses what C cannot read whole.
func (s *requestSettings) check(what, name, value string) {
	if err := checkPair(what, name, value); err != nil {
		s.refuse(err)
	}
}

// refuseIn refuses the settings in a call that does not have them.
func (s *requestSettings) refuseIn(method string) *Error {
	if s.name == "" {
		return nil
	}
	return invalidArgument(s.name + " applies only to Client.Request: leave it out of " + method)
}

// PathParameter sets the value of {name} in the path of a [Client.Request]: one segment, which is always encoded.
// An empty value, and a name that the path does not have, are errors.
func PathParameter(name, value string) CallOption {
	return requestSetting("PathParameter", func(s *requestSettings) {
		s.check("path parameter", name, value)
		s.operation.PathParameters = append(s.operation.PathParameters, clib.Parameter{Name: name, Value: value})
	})
}

// QueryParameter adds a parameter to the query of a [Client.Request], encoded. It may be repeated, also with the same name.
func QueryParameter(name, value string) CallOption {
	return requestSetting("QueryParameter", func(s *requestSettings) {
		s.check("query", name, value)
		s.operation.Query = append(s.operation.Query, clib.Parameter{Name: name, Value: value})
	})
}

// RequestHeader adds a header to a [Client.Request]. One that the library sets itself, such as Authorization or Content-Type,
// is an error.
func RequestHeader(name, value string) CallOption {
	return requestSetting("RequestHeader", func(s *requestSettings) {
		s.check("header", name, value)
		s.operation.Headers = append(s.operation.Headers, clib.Header{Name: name, Value: value})
	})
}

// JSONBody sets the body of a [Client.Request]: value encoded by encoding/json. A json.RawMessage is sent as it is, but for
// white space. It replaces a [RawBody].
func JSONBody(value any) CallOption {
	return requestSetting("JSONBody", func(s *requestSettings) {
		encoded, err := encodeJSON("body", value)
		if err != nil {
			s.refuse(err)
		}
		s.operation.JSON, s.operation.Body, s.operation.ContentType = &encoded, nil, nil
	})
}

// RawBody sets the body of a [Client.Request] and its content type. It replaces a [JSONBody].
func RawBody(contentType string, body []byte) CallOption {
	return requestSetting("RawBody", func(s *requestSettings) {
		if err := checkText("RawBody: contentType", contentType); err != nil {
			s.refuse(err)
		}
		// Not nil, even if it is empty: it is still a body.
		s.operation.Body = append(make([]byte, 0, len(body)), body...)
		s.operation.JSON, s.operation.ContentType = nil, &contentType
	})
}

// Repeatable declares that repeating a [Client.Request] changes nothing more, as with most PUT and DELETE.
// The library then retries it after a lost connection, too. A DELETE that was sent again and no longer finds what it deletes
// counts as done. GET and HEAD do not need it.
func Repeatable() CallOption {
	return requestSetting("Repeatable", func(s *requestSettings) { s.operation.Repeatable = true })
}

// encodeJSON is a value as JSON. The message of the error does not repeat the value, which may be a secret.
func encodeJSON(name string, value any) (string, *Error) {
	var encoded bytes.Buffer
	encoder := json.NewEncoder(&encoded)
	// Otherwise a < would be sent as \u003c: the same to a reader of JSON, but not as the program wrote it.
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		refused := invalidArgument(name + " cannot be written as JSON: errors.Unwrap returns the cause")
		refused.cause = err
		return "", refused
	}
	return string(bytes.TrimSuffix(encoded.Bytes(), []byte("\n"))), nil
}
