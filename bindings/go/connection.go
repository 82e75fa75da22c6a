package nango

import (
	"encoding/json"
	"net/http"
	"time"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// Connection is what Nango knows about one customer's access to one external API, with fresh credentials. It is plain Go
// data: nothing needs to be freed, and any number of goroutines may read it.
//
// The fields are safe to print. What may hold secrets or customer data is behind methods, where nothing that walks fields
// finds it. Printing a connection, logging it with slog and encoding it as JSON, XML or YAML show its credentials as
// [redacted]. Binary encodings such as encoding/gob fail.
type Connection struct {
	// ID is Nango's own number of the connection; 0 if it sent none.
	ID int64
	// ConnectionID is the id of the connection.
	ConnectionID string
	// ProviderConfigKey is the integration that the connection belongs to.
	ProviderConfigKey string
	// Provider is the external API, such as "github"; "" from Nango servers of 2023.
	Provider string
	// AuthMode is how the external API authenticates.
	AuthMode AuthMode
	// AuthModeName is the auth mode as Nango sent it, also where the library does not know it; "" if it sent none.
	AuthModeName string
	// Credentials are what authenticates requests to the external API.
	Credentials Credentials
	// CreatedAt is when the connection was made, in UTC. This and the other times are zero if Nango sent none, or one that
	// is not RFC 3339.
	CreatedAt time.Time
	// UpdatedAt is when the connection was last changed, in UTC.
	UpdatedAt time.Time
	// LastFetchedAt is when the connection was last requested, in UTC.
	LastFetchedAt time.Time
	// AccountID is the account, which only Nango Cloud of 2023 sends; nil if it sent none.
	AccountID *int64
	// WebhookURLOverride is where Nango sends this connection's webhooks; "" if to the environment's address.
	WebhookURLOverride string

	answer answer
}

// answer is the library's whole output. A function, since printing by reflection goes through fields but never into a
// function.
type answer func() *clib.Connection

func (a answer) text(field clib.Field) clib.Text {
	if a == nil {
		return clib.Text{}
	}
	return a().Text(field)
}

func newConnection(c *clib.Connection) *Connection {
	all := answer(func() *clib.Connection { return c })
	connection := &Connection{
		ID:                 c.ID,
		ConnectionID:       c.Text(clib.ConnectionID).Value,
		ProviderConfigKey:  c.Text(clib.ProviderConfigKey).Value,
		Provider:           c.Text(clib.Provider).Value,
		AuthMode:           AuthMode(c.AuthMode),
		AuthModeName:       c.Text(clib.AuthModeName).Value,
		Credentials:        Credentials{all},
		CreatedAt:          parseTime(c.Text(clib.CreatedAt)),
		UpdatedAt:          parseTime(c.Text(clib.UpdatedAt)),
		LastFetchedAt:      parseTime(c.Text(clib.LastFetchedAt)),
		WebhookURLOverride: c.Text(clib.WebhookURLOverride).Value,
		answer:             all,
	}
	if c.AccountID.Present {
		connection.AccountID = &c.AccountID.Value
	}
	return connection
}

// Token is what authenticates a request, where one string does: short for [Credentials.Token]. It is "" where the auth mode
// needs more than one string, or none.
func (c Connection) Token() string {
	token, _ := c.Credentials.Token()
	return token
}

// Authorization is the value of the Authorization header of a request to the external API: "Bearer" with the token or the key, or
// "Basic" with username and password (BASIC, INSTALL_PLUGIN). Some external APIs expect their key elsewhere; [Client.Proxy]
// knows where.
//
// It fails with [ErrInvalidArgument] for an auth mode that one header does not authenticate (OAUTH1, TBA, AWS_SIGV4, BILL,
// TABLEAU, CUSTOM, NONE), and without credentials.
func (c Connection) Authorization() (string, error) {
	value := c.answer.text(clib.Authorization)
	if !value.Present {
		return "", invalidArgument("the connection's credentials (auth mode " + c.AuthMode.String() + ") make no Authorization header: " +
			"call the external API with Client.Proxy or Client.Transport, or use the methods of Connection.Credentials")
	}
	return value.Value, nil
}

// SetAuthHeader sets the Authorization header of a request to [Connection.Authorization]. If that fails it does not change the
// request.
func (c Connection) SetAuthHeader(request *http.Request) error {
	value, err := c.Authorization()
	if err != nil {
		return err
	}
	if request.Header == nil {
		request.Header = http.Header{}
	}
	request.Header.Set("Authorization", value)
	return nil
}

// ExpiresAt is when the credentials expire, in UTC: short for [Credentials.ExpiresAt]. It is absent if they do not expire.
func (c Connection) ExpiresAt() (time.Time, bool) {
	return c.Credentials.ExpiresAt()
}

// ExpiresIn is how long the credentials are still valid, negative once they have expired. It is absent if they do not expire.
func (c Connection) ExpiresIn() (time.Duration, bool) {
	at, expires := c.Credentials.ExpiresAt()
	if !expires {
		return 0, false
	}
	return time.Until(at), true
}

// IsExpired reports whether the credentials have expired. Those that do not expire have not.
func (c Connection) IsExpired() bool {
	left, expires := c.ExpiresIn()
	return expires && left <= 0
}

// JSON is the whole document as Nango sent it, secrets included.
func (c Connection) JSON() json.RawMessage {
	return rawJSON(c.answer.text(clib.JSON))
}

// Metadata is what your product stored with the connection: a JSON object, as sent; nil if there is none.
func (c Connection) Metadata() json.RawMessage {
	return rawJSON(c.answer.text(clib.MetadataJSON))
}

// ConnectionConfig is what the connection was configured with, such as a subdomain: a JSON object, as sent; nil if there is
// none. It may hold secrets.
func (c Connection) ConnectionConfig() json.RawMessage {
	return rawJSON(c.answer.text(clib.ConnectionConfigJSON))
}

// Tags are the connection's tags: a JSON object of strings, as sent; nil if there are none.
func (c Connection) Tags() json.RawMessage {
	return rawJSON(c.answer.text(clib.TagsJSON))
}

// EndUser is the end user who created the connection: a JSON object, as sent; nil if there is none.
func (c Connection) EndUser() json.RawMessage {
	return rawJSON(c.answer.text(clib.EndUserJSON))
}

// Errors are the connection's errors: a JSON array of objects with type and log_id, as sent; nil if there is none.
func (c Connection) Errors() json.RawMessage {
	return rawJSON(c.answer.text(clib.ErrorsJSON))
}

// rawJSON is a copy, so that a caller's changes do not affect others.
func rawJSON(text clib.Text) json.RawMessage {
	if !text.Present {
		return nil
	}
	return json.RawMessage(text.Value)
}

// parseTime reads RFC 3339; anything else is the zero time.
func parseTime(text clib.Text) time.Time {
	at, err := time.Parse(time.RFC3339Nano, text.Value)
	if err != nil {
		return time.Time{}
	}
	return at.UTC()
}
