package nango

import (
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"time"
)

// redacted is what credentials print as.
const redacted = "[redacted]"

// The methods of this file have value receivers, so that they serve values and pointers alike.

// String is "[redacted]".
func (c Credentials) String() string {
	return redacted
}

// Format prints "[redacted]", whatever the verb.
func (c Credentials) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, redacted)
}

// LogValue is "[redacted]".
func (c Credentials) LogValue() slog.Value {
	return slog.StringValue(redacted)
}

// MarshalText gives "[redacted]", also for JSON and other encodings.
func (c Credentials) MarshalText() ([]byte, error) {
	return []byte(redacted), nil
}

// String names the connection. It shows no credentials.
func (c Connection) String() string {
	return fmt.Sprintf("nango.Connection{ID: %d, ConnectionID: %q, ProviderConfigKey: %q, Provider: %q, AuthMode: %s, Credentials: %s}",
		c.ID, c.ConnectionID, c.ProviderConfigKey, c.Provider, c.AuthMode, redacted)
}

// Format prints [Connection.String], whatever the verb.
func (c Connection) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, c.String())
}

// LogValue is a group that names the connection. It shows no credentials.
func (c Connection) LogValue() slog.Value {
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
// without what is behind methods. For the whole document ask [Connection.JSON].
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
		c.ID, c.ConnectionID, c.ProviderConfigKey, c.Provider, c.AuthMode.String(), redacted,
		c.CreatedAt, c.UpdatedAt, c.LastFetchedAt, c.AccountID, c.WebhookURLOverride,
	})
}
