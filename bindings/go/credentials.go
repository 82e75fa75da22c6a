package nango

import (
	"encoding/json"
	"time"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// Credentials are what authenticates requests to the external API. Which of them are there depends on the
// [Connection.AuthMode]; each method tells, besides the secret, whether Nango sent it, since an empty one is not an absent
// one: the password of basic authentication may well be "".
//
// Printing credentials, logging them with slog and encoding them as JSON show [redacted]. Go cannot wipe a string: a secret
// stays in memory until the garbage collector has used the place for something else.
type Credentials struct {
	// A function, since printing by reflection goes through fields but never into a function.
	secrets func() *secrets
}

type secrets struct {
	json, raw                    clib.Text
	token                        clib.Text
	accessToken, refreshToken    clib.Text
	oauthToken, oauthTokenSecret clib.Text
	apiKey                       clib.Text
	username, password           clib.Text
	expiresAt                    clib.Text
	expiresAtMS                  clib.Number
}

func newCredentials(c *clib.Connection) Credentials {
	all := &secrets{
		json:             c.Text(clib.CredentialsJSON),
		raw:              c.Text(clib.RawJSON),
		token:            c.Text(clib.Token),
		accessToken:      c.Text(clib.AccessToken),
		refreshToken:     c.Text(clib.RefreshToken),
		oauthToken:       c.Text(clib.OAuthToken),
		oauthTokenSecret: c.Text(clib.OAuthTokenSecret),
		apiKey:           c.Text(clib.APIKey),
		username:         c.Text(clib.Username),
		password:         c.Text(clib.Password),
		expiresAt:        c.Text(clib.ExpiresAt),
		expiresAtMS:      c.ExpiresAtMS,
	}
	return Credentials{secrets: func() *secrets { return all }}
}

// Token is what authenticates a request, where one string does: the access token of OAUTH2, MCP_OAUTH2, MCP_OAUTH2_GENERIC,
// APP and APP_STORE, the token of OAUTH2_CC, JWT, TWO_STEP, TABLEAU and SIGNATURE, the key of API_KEY. Other modes have none.
func (c Credentials) Token() (string, bool) {
	return c.get().token.Value, c.get().token.Present
}

// AccessToken is the member access_token.
func (c Credentials) AccessToken() (string, bool) {
	return c.get().accessToken.Value, c.get().accessToken.Present
}

// RefreshToken is the member refresh_token, which Nango sends only if the call asks for it: see [RefreshToken].
func (c Credentials) RefreshToken() (string, bool) {
	return c.get().refreshToken.Value, c.get().refreshToken.Present
}

// OAuthToken is the member oauth_token (OAUTH1).
func (c Credentials) OAuthToken() (string, bool) {
	return c.get().oauthToken.Value, c.get().oauthToken.Present
}

// OAuthTokenSecret is the member oauth_token_secret (OAUTH1).
func (c Credentials) OAuthTokenSecret() (string, bool) {
	return c.get().oauthTokenSecret.Value, c.get().oauthTokenSecret.Present
}

// APIKey is the member apiKey (API_KEY).
func (c Credentials) APIKey() (string, bool) {
	return c.get().apiKey.Value, c.get().apiKey.Present
}

// Username is the member username, which may be "".
func (c Credentials) Username() (string, bool) {
	return c.get().username.Value, c.get().username.Present
}

// Password is the member password, which may be "".
func (c Credentials) Password() (string, bool) {
	return c.get().password.Value, c.get().password.Present
}

// ExpiresAt is when the credentials expire, in UTC, to the millisecond. It is absent if they do not expire, or if what Nango
// sent is not RFC 3339: see [Credentials.ExpiresAtText].
func (c Credentials) ExpiresAt() (time.Time, bool) {
	at := c.get().expiresAtMS
	if !at.Present {
		return time.Time{}, false
	}
	return time.UnixMilli(at.Value).UTC(), true
}

// ExpiresAtText is when the credentials expire, as sent: RFC 3339, or whatever the external API said.
func (c Credentials) ExpiresAtText() (string, bool) {
	return c.get().expiresAt.Value, c.get().expiresAt.Present
}

// Lookup is any string member of the credentials by its name in Nango's answer: "client_id", "dev_key", "session_token". It
// is absent if there is no such member, or if it is no string.
func (c Credentials) Lookup(name string) (string, bool) {
	return jsonString(jsonMember(c.get().json.Value, name))
}

// JSON is the credentials as sent: a JSON object, which is {} if none are needed or if the secret key may not read them.
// Nil if Nango sent none.
func (c Credentials) JSON() json.RawMessage {
	return rawJSON(c.get().json)
}

// Raw is what the external API said when it gave the credentials: JSON text, as sent; nil if Nango sent none.
func (c Credentials) Raw() json.RawMessage {
	return rawJSON(c.get().raw)
}

func (c Credentials) get() *secrets {
	if c.secrets == nil {
		return &secrets{}
	}
	return c.secrets()
}
