package nangotest

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// ConnectionOptions say what [NewConnection] makes. What is zero has an invented value, or is absent where Nango may leave it out.
type ConnectionOptions struct {
	// ConnectionID is "customer-1" by default, ProviderConfigKey and Provider are "github".
	ConnectionID, ProviderConfigKey, Provider string
	// AuthMode decides which credentials are invented. Default: OAUTH2. For a connection without credentials
	// ([nango.AuthModeAbsent]) set Credentials to an empty map.
	AuthMode nango.AuthMode
	// Credentials replace members of the invented ones, such as {"access_token": "invented"}. A member that is nil is left out.
	Credentials map[string]any
	// ExpiresAt is when the credentials expire. Default: they do not.
	ExpiresAt time.Time
	// Metadata, ConnectionConfig and EndUser are what encoding/json makes a JSON object of.
	Metadata, ConnectionConfig, EndUser any
	// Tags of the connection.
	Tags map[string]string
}

// NewConnection makes a connection for a test, as [nango.Client.GetConnection] would return it, without a server. It panics if
// the options cannot be those of a connection.
//
//	connection := nangotest.NewConnection(nangotest.ConnectionOptions{AuthMode: nango.AuthModeBasic})
func NewConnection(options ConnectionOptions) *nango.Connection {
	// The fields that Nango always sends, with values that do not depend on the time.
	document := map[string]any{
		"id":                  1,
		"connection_id":       cmp.Or(options.ConnectionID, "customer-1"),
		"provider_config_key": cmp.Or(options.ProviderConfigKey, "github"),
		"provider":            cmp.Or(options.Provider, "github"),
		"created_at":          "2026-01-01T00:00:00.000Z",
		"updated_at":          "2026-01-01T00:00:00.000Z",
		"last_fetched_at":     "2026-01-01T00:00:00.000Z",
		"errors":              []any{},
		"metadata":            options.Metadata,
		"end_user":            options.EndUser,
		"connection_config":   options.ConnectionConfig,
		"credentials":         credentials(options),
	}
	if options.Tags != nil {
		document["tags"] = options.Tags
	}
	maps.DeleteFunc(document, func(_ string, value any) bool { return value == nil })
	text, err := json.Marshal(document)
	if err != nil {
		panic(fmt.Sprintf("nangotest: the options cannot be written as JSON: %v", err))
	}
	connection := new(nango.Connection)
	if err := json.Unmarshal(text, connection); err != nil {
		panic(fmt.Sprintf("nangotest: the options make no connection: %v", err))
	}
	return connection
}

// credentials are the invented ones with the options' changes.
func credentials(options ConnectionOptions) map[string]any {
	if options.Credentials != nil && len(options.Credentials) == 0 && options.AuthMode == nango.AuthModeAbsent {
		return map[string]any{}
	}
	mode := cmp.Or(options.AuthMode, nango.AuthModeOAuth2)
	made := map[string]any{"type": mode.String()}
	maps.Copy(made, invented[mode])
	if !options.ExpiresAt.IsZero() {
		made["expires_at"] = options.ExpiresAt.UTC().Format("2006-01-02T15:04:05.000Z")
	}
	maps.Copy(made, options.Credentials)
	maps.DeleteFunc(made, func(_ string, value any) bool { return value == nil })
	return made
}

// invented are credentials in the form that Nango has for each auth mode.
var invented = map[nango.AuthMode]map[string]any{
	nango.AuthModeNone:   {},
	nango.AuthModeOAuth1: {"oauth_token": "invented-oauth-token", "oauth_token_secret": "invented-oauth-token-secret", "raw": map[string]any{}},
	nango.AuthModeOAuth2: {"access_token": "invented-access-token", "raw": map[string]any{}},
	nango.AuthModeOAuth2CC: {
		"token": "invented-token", "client_id": "invented-client-id", "client_secret": "invented-client-secret", "raw": map[string]any{},
	},
	nango.AuthModeBasic:    {"username": "invented-username", "password": "invented-password"},
	nango.AuthModeAPIKey:   {"apiKey": "invented-api-key"},
	nango.AuthModeApp:      {"access_token": "invented-access-token", "raw": map[string]any{}},
	nango.AuthModeAppStore: {"access_token": "invented-access-token", "private_key": "invented-private-key", "raw": map[string]any{}},
	nango.AuthModeCustom: {
		"app":  map[string]any{"type": "APP", "access_token": "invented-app-token", "raw": map[string]any{}},
		"user": map[string]any{"type": "OAUTH2", "access_token": "invented-user-token", "raw": map[string]any{}},
		"raw":  map[string]any{},
	},
	nango.AuthModeTBA: {"token_id": "invented-token-id", "token_secret": "invented-token-secret"},
	nango.AuthModeTableau: {
		"token": "invented-token", "pat_name": "invented-pat", "pat_secret": "invented-pat-secret", "content_url": "invented-site",
		"raw": map[string]any{},
	},
	nango.AuthModeJWT: {"token": "invented-token", "privateKeyId": "invented-key-id", "issuerId": "invented-issuer", "privateKey": "invented-private-key"},
	nango.AuthModeBill: {
		"username": "invented-username", "password": "invented-password", "organization_id": "invented-organization",
		"dev_key": "invented-dev-key", "session_id": "invented-session", "user_id": "invented-user", "raw": map[string]any{},
	},
	nango.AuthModeTwoStep:          {"token": "invented-token", "raw": map[string]any{}},
	nango.AuthModeSignature:        {"username": "invented-username", "password": "invented-password", "token": "invented-token"},
	nango.AuthModeMCPOAuth2:        {"access_token": "invented-access-token", "raw": map[string]any{}},
	nango.AuthModeMCPOAuth2Generic: {"access_token": "invented-access-token", "raw": map[string]any{}},
	nango.AuthModeInstallPlugin:    {"username": "invented-username", "password": "invented-password"},
	nango.AuthModeAWSSigV4: {
		"access_key_id": "invented-access-key-id", "secret_access_key": "invented-secret-access-key",
		"session_token": "invented-session-token", "role_arn": "arn:aws:iam::000000000000:role/Invented",
		"region": "us-east-1", "service": "s3", "raw": map[string]any{},
	},
}
