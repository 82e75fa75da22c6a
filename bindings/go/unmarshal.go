package nango

import (
	"bytes"
	"encoding/json"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// UnmarshalJSON reads a connection from Nango's document, which [Connection.JSON] returns, or from what json.Marshal makes of a
// connection. The latter has no secrets: the connection then has the same fields, and nothing behind methods.
//
// It fails with [ErrDecode] if the JSON is not a connection; the message has the location as a JSON pointer.
func (c *Connection) UnmarshalJSON(data []byte) error {
	document := string(bytes.TrimSpace(data))
	if document == "null" {
		return nil
	}
	if err := checkText("the JSON", document); err != nil {
		return err
	}
	library, failure := clib.ConnectionFromJSON(withoutRedacted(document))
	if failure != nil {
		return newError(failure)
	}
	*c = *newConnection(library)
	return nil
}

// withoutRedacted is the document of a connection. In one that [Connection.MarshalJSON] has made, the auth mode alone takes the
// place of the redacted credentials, as Nango has it.
func withoutRedacted(document string) string {
	if string(jsonMember(document, "credentials")) != `"`+redacted+`"` {
		return document
	}
	var members map[string]json.RawMessage
	if json.Unmarshal([]byte(document), &members) != nil {
		return document
	}
	credentials := map[string]json.RawMessage{}
	if mode := members["auth_mode"]; mode != nil && string(mode) != `"`+AuthModeAbsent.String()+`"` {
		credentials["type"] = mode
	}
	delete(members, "auth_mode")
	// Neither fails: all parts are valid JSON.
	members["credentials"], _ = json.Marshal(credentials)
	text, _ := json.Marshal(members)
	return string(text)
}
