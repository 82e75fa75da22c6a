package nango

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"time"
)

// redacted is what credentials print as.
const redacted = "[redacted]"

// The methods of this file have value receivers, so that they apply to both values and pointers. fmt and encoders print a nil
// pointer without calling them. LogValue is the exception: slog calls it on a nil pointer too, so it has a pointer receiver. A
// value in a log is then printed by its handler, with the other methods.

// String is "[redacted]".
func (c Credentials) String() string {
	return redacted
}

// Format prints "[redacted]" for every verb.
func (c Credentials) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, redacted)
}

// LogValue is "[redacted]".
func (c *Credentials) LogValue() slog.Value {
	if c == nil {
		return slog.Value{}
	}
	return slog.StringValue(redacted)
}

// MarshalText gives "[redacted]", also for JSON and other encodings.
func (c Credentials) MarshalText() ([]byte, error) {
	return []byte(redacted), nil
}

// UnmarshalJSON fails: credentials are read as a part of their [Connection], whose auth mode says what they are.
func (c *Credentials) UnmarshalJSON([]byte) error {
	return errNoJSON("nango.Credentials", "read the whole document into a nango.Connection")
}

// String names the connection. It shows no credentials.
func (c Connection) String() string {
	return fmt.Sprintf("nango.Connection{ID: %d, ConnectionID: %q, ProviderConfigKey: %q, Provider: %q, AuthMode: %s, Credentials: %s}",
		c.ID, c.ConnectionID, c.ProviderConfigKey, c.Provider, c.AuthMode, redacted)
}

// Format prints [Connection.String] for every verb.
func (c Connection) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, c.String())
}

// LogValue is a group that names the connection. It shows no credentials.
func (c *Connection) LogValue() slog.Value {
	if c == nil {
		return slog.Value{}
	}
	return slog.GroupValue(
		slog.Int64("id", c.ID),
		slog.String("connection_id", c.ConnectionID),
		slog.String("provider_config_key", c.ProviderConfigKey),
		slog.String("provider", c.Provider),
		slog.String("auth_mode", c.AuthMode.String()),
		slog.String("credentials", redacted),
	)
}

// MarshalJSON gives the fields of the connection under the names that Nango uses, with "[redacted]" for the credentials and
// without the values behind methods. For the whole document use [Connection.JSON]. UnmarshalJSON reads both.
func (c Connection) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		ID                 int64     `json:"id"`
		ConnectionID       string    `json:"connection_id"`
		ProviderConfigKey  string    `json:"provider_config_key"`
		Provider           string    `json:"provider"`
		AuthMode           string    `json:"auth_mode"`
		Credentials        string    `json:"credentials"`
		CreatedAt          time.Time `json:"created_at,omitzero"`
		UpdatedAt          time.Time `json:"updated_at,omitzero"`
		LastFetchedAt      time.Time `json:"last_fetched_at,omitzero"`
		AccountID          *int64    `json:"account_id,omitempty"`
		WebhookURLOverride string    `json:"webhook_url_override,omitempty"`
	}{
		c.ID, c.ConnectionID, c.ProviderConfigKey, c.Provider, cmp.Or(c.AuthModeName, c.AuthMode.String()), redacted,
		c.CreatedAt, c.UpdatedAt, c.LastFetchedAt, c.AccountID, c.WebhookURLOverride,
	})
}

// String names method, parameters and headers. It shows neither the endpoint, which may hold a secret, nor any value. In an
// unexported field of another struct fmt prints a request without calling its methods, and so everything, as it does with
// an http.Request.
func (r Request) String() string {
	return fmt.Sprintf("nango.Request{Method: %q, Query: %s, Header: %s}", r.Method, names(r.Query), names(r.Header))
}

// Format prints [Request.String] for every verb.
func (r Request) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, r.String())
}

// LogValue is a group of method and the names of parameters and headers.
func (r *Request) LogValue() slog.Value {
	if r == nil {
		return slog.Value{}
	}
	return slog.GroupValue(
		slog.String("method", r.Method),
		slog.String("query", names(r.Query)),
		slog.String("header", names(r.Header)),
	)
}

// MarshalText gives [Request.String], also for JSON and other encodings.
func (r Request) MarshalText() ([]byte, error) {
	return []byte(r.String()), nil
}

// String names status, headers and length. It shows neither the value of a header nor the body. In an unexported field of
// another struct fmt prints a response without calling its methods, and so the values of the headers, as it does those of
// an http.Response.
func (r Response) String() string {
	return fmt.Sprintf("nango.Response{StatusCode: %d, Header: %s, ContentLength: %d}", r.StatusCode, names(r.Header), r.ContentLength)
}

// Format prints [Response.String] for every verb.
func (r Response) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, r.String())
}

// LogValue is a group of status, length and the names of the headers.
func (r *Response) LogValue() slog.Value {
	if r == nil {
		return slog.Value{}
	}
	return slog.GroupValue(
		slog.Int("status", r.StatusCode),
		slog.String("header", names(r.Header)),
		slog.Int64("content_length", r.ContentLength),
	)
}

// MarshalText gives [Response.String], also for JSON and other encodings.
func (r Response) MarshalText() ([]byte, error) {
	return []byte(r.String()), nil
}

// UnmarshalJSON fails: a response without the connection that it is read from would have no body.
func (r *Response) UnmarshalJSON([]byte) error {
	return errNoJSON("nango.Response", "keep the body, which Bytes returns")
}

func errNoJSON(name, instead string) *Error {
	return invalidArgument(name + " cannot be read from JSON: " + instead)
}

// names are the names of some values, in order.
func names(values map[string][]string) string {
	return "[" + strings.Join(slices.Sorted(maps.Keys(values)), " ") + "]"
}
