package nango

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// Ptr is a pointer to a value: how an optional parameter is set that also has a meaning when it is "", 0 or false.
//
//	nango.TriggerActionParams{MaxRetries: nango.Ptr(0)}
func Ptr[T any](value T) *T {
	return &value
}

// service is a group of operations of a client.
type service struct {
	client *Client
}

// operation is a call of an operation that api/operations.json describes.
type operation struct {
	// How the program calls it, for messages.
	name    string
	request clib.Operation
	// The members of the body so far; nil if there is no body.
	body []string
	// The first error in the parameters, if any.
	refused *Error
}

func newOperation(name, method, path string) *operation {
	return &operation{name: name, request: clib.Operation{Method: method, Path: path}}
}

func (o *operation) refuse(err *Error) {
	if o.refused == nil {
		o.refused = err
	}
}

// text checks a text that goes to C.
func (o *operation) text(name, value string) string {
	if err := checkText(name, value); err != nil {
		o.refuse(err)
	}
	return value
}

// require refuses the call if a required parameter is not set.
func (o *operation) require(field string, isSet bool) {
	if !isSet {
		o.refuse(invalidArgument(field + " is not set: set it in the parameters"))
	}
}

// The methods below take the name that Nango has for a parameter, and the name of its field, for messages.

func (o *operation) path(name, field, value string) {
	parameter := clib.Parameter{Name: name, Value: o.text(field, value)}
	o.request.PathParameters = append(o.request.PathParameters, parameter)
}

func (o *operation) query(name, field, value string) {
	o.request.Query = append(o.request.Query, clib.Parameter{Name: o.text(field, name), Value: o.text(field, value)})
}

// queryCSV sets several values with commas between them.
func (o *operation) queryCSV(name, field string, values []string) {
	o.refuseEmpty(field, len(values))
	if slices.ContainsFunc(values, func(value string) bool { return strings.Contains(value, ",") }) {
		o.refuse(invalidArgument(field + " has an item with a comma, which Nango would take for two items"))
	}
	o.query(name, field, strings.Join(values, ","))
}

// queryRepeated sets a parameter once for each value.
func (o *operation) queryRepeated(name, field string, values []string) {
	o.refuseEmpty(field, len(values))
	for _, value := range values {
		o.query(name, field, value)
	}
}

// refuseEmpty refuses an empty list or map, which is no filter for Nango, but nothing at all for a program.
func (o *operation) refuseEmpty(field string, count int) {
	if count == 0 {
		o.refuse(invalidArgument(field + " is empty: pass at least one item, or nil"))
	}
}

// queryBrackets sets several values by key: name[key]=value.
func (o *operation) queryBrackets(name, field string, values map[string]string) {
	o.refuseEmpty(field, len(values))
	for _, key := range slices.Sorted(maps.Keys(values)) {
		o.query(name+"["+key+"]", field, values[key])
	}
}

func (o *operation) header(name, field, value string) {
	o.request.Headers = append(o.request.Headers, clib.Header{Name: name, Value: o.text(field, value)})
}

// object makes the body an object, which may stay without members.
func (o *operation) object() {
	o.body = []string{}
}

// member sets a member of the body.
func (o *operation) member(name, field string, value any) {
	if text, ok := value.(string); ok {
		// Where encoding/json would change it.
		o.text(field, text)
	}
	encoded, err := encodeJSON(field, value)
	if err != nil {
		o.refuse(err)
	}
	// A name of the description, which has no character that JSON escapes.
	o.body = append(o.body, `"`+name+`":`+encoded)
}

// timestamp is a time as Nango wants it: in UTC, with Z.
func timestamp(at time.Time) string {
	return at.UTC().Format(time.RFC3339Nano)
}

// complete is the request for the library.
func (o *operation) complete() *clib.Operation {
	if o.body != nil {
		body := "{" + strings.Join(o.body, ",") + "}"
		o.request.JSON = &body
	}
	return &o.request
}

// newCall checks everything about a call of an operation.
func (s *service) newCall(ctx context.Context, o *operation, opts []CallOption) (*call, *Error) {
	if s == nil || s.client == nil || s.client.session == nil {
		return nil, errNoClient()
	}
	call, err := newCall(ctx, s.client.session.timeout, operationRequest, opts)
	if err != nil {
		return nil, err
	}
	if err := call.refuseSettingsOfOthers(o.name); err != nil {
		return nil, err
	}
	if o.refused != nil {
		return nil, o.refused
	}
	return call, nil
}

func (s *service) ask(ctx context.Context, o *operation, opts []CallOption) (*clib.Answer, *Error) {
	call, err := s.newCall(ctx, o, opts)
	if err != nil {
		return nil, err
	}
	// Otherwise a client without other references could be collected, and closed, during the call.
	defer runtime.KeepAlive(s)
	return s.client.session.request(call, o.complete())
}

// callForNothing calls an operation without a result.
func callForNothing(ctx context.Context, s *service, o *operation, opts []CallOption) error {
	if _, err := s.ask(ctx, o, opts); err != nil {
		// Not returned as it is: a nil *Error would be an error that is not nil.
		return err
	}
	return nil
}

// callFor calls an operation, and reads the response.
func callFor[T any](ctx context.Context, s *service, o *operation, opts []CallOption, read reader[T]) (T, error) {
	var none T
	answer, err := s.ask(ctx, o, opts)
	if err != nil {
		return none, err
	}
	result, err := readAnswer(answer, read)
	if err != nil {
		return none, err
	}
	return result, nil
}

// readAnswer reads the whole of a response.
func readAnswer[T any](answer *clib.Answer, read reader[T]) (T, *Error) {
	body := jsonOf(answer)
	if !json.Valid(body) || !utf8.Valid(body) {
		var none T
		return none, errNotAsDescribed(answer.Status, "it is not JSON")
	}
	return readJSON(answer.Status, body, read)
}

// readPage reads a page, which the library has checked to be JSON.
func readPage[T any](answer *clib.Answer, read reader[T]) (T, *Error) {
	return readJSON(answer.Status, jsonOf(answer), read)
}

func jsonOf(answer *clib.Answer) []byte {
	return bytes.TrimSpace(bytes.TrimPrefix(answer.Body, []byte("\ufeff")))
}

func readJSON[T any](status int, valid []byte, read reader[T]) (T, *Error) {
	whole := newReading(valid)
	result := read(whole)
	if problem := whole.in.problem; problem != "" {
		var none T
		return none, errNotAsDescribed(status, problem)
	}
	return result, nil
}

// unmarshal reads JSON that did not come with a response into a value.
func unmarshal[T any](data []byte, into *T, read reader[*T]) error {
	if string(bytes.TrimSpace(data)) == "null" {
		return nil
	}
	problem := "it is not JSON"
	if json.Valid(data) && utf8.Valid(data) {
		whole := newReading(bytes.TrimSpace(data))
		result := read(whole)
		if problem = whole.in.problem; problem == "" {
			*into = *result
			return nil
		}
	}
	return &Error{Kind: ErrorKindDecode, Message: fmt.Sprintf("the JSON is no %T: %s", *into, problem)}
}

func errNotAsDescribed(status int, problem string) *Error {
	return errDecode(status, "the response is not as Nango's API describes it: "+problem+
		": update libnango, or make the call with Client.Request")
}
