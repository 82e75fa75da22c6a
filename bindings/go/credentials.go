package nango

import (
	"encoding/json"
	"time"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// Credentials authenticate requests to the external API. Which of them are present depends on the [Connection.AuthMode];
// each method returns the secret and whether Nango sent it, because an empty one is not absent: the password of basic
// authentication may be "".
//
// Printing credentials, logging them with slog and encoding them as JSON, XML or YAML show [redacted], and binary encodings
// such as encoding/gob fail. Go cannot wipe a string: a secret stays in memory until the garbage collector reuses it.
type Credentials struct {
	answer answer
}

// Token authenticates a request, in the modes where a single string does: the access token of OAUTH2, MCP_OAUTH2,
// MCP_OAUTH2_GENERIC, APP and APP_STORE, the token of OAUTH2_CC, JWT, TWO_STEP, TABLEAU and SIGNATURE, the key of API_KEY.
// Other modes have none.
func (c Credentials) Token() (string, bool) {
	return c.text(clib.Token)
}

// AccessToken is the member access_token.
func (c Credentials) AccessToken() (string, bool) {
	return c.text(clib.AccessToken)
}

// RefreshToken is the member refresh_token, which Nango sends only if the call requests it: see [RefreshToken].
func (c Credentials) RefreshToken() (string, bool) {
	return c.text(clib.RefreshToken)
}

// OAuthToken is the member oauth_token (OAUTH1).
func (c Credentials) OAuthToken() (string, bool) {
	return c.text(clib.OAuthToken)
}

// OAuthTokenSecret is the member oauth_token_secret (OAUTH1).
func (c Credentials) OAuthTokenSecret() (string, bool) {
	return c.text(clib.OAuthTokenSecret)
}

// APIKey is the member apiKey (API_KEY).
func (c Credentials) APIKey() (string, bool) {
	return c.text(clib.APIKey)
}

// Username is the member username, which may be "".
func (c Credentials) Username() (string, bool) {
	return c.text(clib.Username)
}

// Password is the member password, which may be "".
func (c Credentials) Password() (string, bool) {
	return c.text(clib.Password)
}

// ExpiresAt is when the credentials expire, in UTC, to the millisecond. It is absent if they do not expire, or if what Nango
// sent is not RFC 3339: see [Credentials.ExpiresAtText].
func (c Credentials) ExpiresAt() (time.Time, bool) {
	if c.answer == nil || !c.answer().ExpiresAtMS.Present {
		return time.Time{}, false
	}
	return time.UnixMilli(c.answer().ExpiresAtMS.Value).UTC(), true
}

// ExpiresAtText is when the credentials expire, as sent: RFC 3339, or the external API's own format.
func (c Credentials) ExpiresAtText() (string, bool) {
	return c.text(clib.ExpiresAt)
}

// Lookup is any string member of the credentials by its name in Nango's response: "client_id", "dev_key", "session_token".
// It is absent if there is no such member, or if it is not a string.
func (c Credentials) Lookup(name string) (string, bool) {
	return jsonString(jsonMember(c.answer.text(clib.CredentialsJSON).Value, name))
}

// JSON is the credentials as sent: a JSON object, which is {} if none are needed or if the secret key is not allowed to
// read them. Nil if Nango sent none.
func (c Credentials) JSON() json.RawMessage {
	return rawJSON(c.answer.text(clib.CredentialsJSON))
}

// Raw is the external API's response that contained the credentials: JSON text, as sent; nil if Nango sent none.
func (c Credentials) Raw() json.RawMessage {
	return rawJSON(c.answer.text(clib.RawJSON))
}

func (c Credentials) text(field clib.Field) (string, bool) {
	text := c.answer.text(field)
	return text.Value, text.Present
}
