package nango

import (
	"encoding/json"
	"fmt"
	"io"
)

// UnknownWebhook is a webhook without a type of its own: of a type that is newer than this package, or of an external API that
// Nango forwards as it came, because it knows no connection that it is about. [UnknownWebhook.JSON] has all of it.
type UnknownWebhook struct {
	// The type that it names; "" if it is not an object that has one.
	Type string `json:"type"`

	document document
}

func readUnknownWebhook(v value) *UnknownWebhook {
	return &UnknownWebhook{Type: textOf(v, "type"), document: v.document()}
}

// JSON returns all of it, which may be any JSON; nil if it did not come from Nango.
func (u UnknownWebhook) JSON() json.RawMessage {
	return u.document.json()
}

// String returns the type. It does not show what the webhook says.
func (u UnknownWebhook) String() string {
	return shown(u)
}

// Format prints [UnknownWebhook.String], whatever the verb.
func (u UnknownWebhook) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, u.String())
}

// UnmarshalJSON reads what [UnknownWebhook.JSON] returns, and what json.Marshal makes, which has the type alone. It fails with
// [ErrDecode] if that is not JSON.
func (u *UnknownWebhook) UnmarshalJSON(data []byte) error {
	return unmarshal(data, u, readUnknownWebhook)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (u UnknownWebhook) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.UnknownWebhook", "UnknownWebhook.JSON")
}
