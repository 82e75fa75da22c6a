package nango_test

import (
	"encoding"
	"encoding/gob"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

// TestBinaryEncodingsAreRefused: gob, CBOR and MessagePack would otherwise drop the credentials, or write headers in clear.
func TestBinaryEncodingsAreRefused(t *testing.T) {
	connection := get(t, newClient(t, serve(t, answering(http.StatusOK, oauth2Document))))
	request := &nango.Request{Header: http.Header{"X-Key": {"invented"}}}
	response := &nango.Response{Header: http.Header{"Set-Cookie": {"invented"}}}
	for name, value := range map[string]any{
		"nango.Connection":  connection,
		"nango.Credentials": connection.Credentials,
		"nango.Request":     request,
		"nango.Response":    response,
	} {
		_, err := value.(encoding.BinaryMarshaler).MarshalBinary()
		if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: got %v", name, err)
		}
		for _, holder := range []any{value, struct{ In any }{value}, struct{ In []any }{[]any{value}}} {
			// An interface is only encoded once its type is registered.
			gob.Register(value)
			if err := gob.NewEncoder(io.Discard).Encode(holder); err == nil || !strings.Contains(err.Error(), name+" has no binary encoding") {
				t.Errorf("%s: gob says %v", name, err)
			}
		}
	}
	for name, holder := range map[string]any{"field": exportedValue{*connection}, "embedded": embeddedValue{*connection, "a"}} {
		if err := gob.NewEncoder(io.Discard).Encode(holder); err == nil || !strings.Contains(err.Error(), "has no binary encoding") {
			t.Errorf("%s: gob says %v", name, err)
		}
	}
}

func TestXMLShowsNoSecret(t *testing.T) {
	connection := get(t, newClient(t, serve(t, answering(http.StatusOK, oauth2Document))))
	response := nango.Response{Header: http.Header{"Set-Cookie": {"invented"}}}
	request := nango.Request{Header: http.Header{"X-Key": {"invented"}}, Endpoint: "/?key=invented"}
	for name, value := range map[string]any{"connection": connection, "response": response, "request": request} {
		encoded, err := xml.Marshal(value)
		if err != nil || !strings.HasPrefix(string(encoded), "<") {
			t.Errorf("%s: %s, %v", name, encoded, err)
		}
		refuseSecrets(t, name+" as XML", string(encoded))
	}
}
