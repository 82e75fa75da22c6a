// Code generated from api/operations.json by make generate. DO NOT EDIT.

package nango

import (
	"context"
	"fmt"
	"io"
	"net/http"
)

// ConnectSessionsService has the operations of Client.ConnectSessions.
//
// Connect sessions: with one, a customer of the product connects an account in the browser.
type ConnectSessionsService service

// CreateConnectSessionParams are the parameters of [ConnectSessionsService.Create]. One that is zero or nil is not
// sent.
// Printing them shows neither secrets nor customers' data.
type CreateConnectSessionParams struct {
	// Tags for the connection that is made. At most 10. A key begins with a letter and has at most 64 letters, digits, _ -
	// . and /; Nango makes it lower case. A value has 1 to 255 characters.
	Tags map[string]string `nango:"hidden"`
	// The ids of the integrations that are offered; all without it.
	AllowedIntegrations []string
	// By integration: {"user_scopes": ..., "authorization_params": {...}, "connection_config": {...}}.
	IntegrationsConfigDefaults any `nango:"hidden"`
	// By integration: {"docs_connect": URL}. Only some plans allow it.
	Overrides any
	// The URL that webhooks of the connection go to.
	WebhookURLOverride *string `nango:"hidden"`
	// Whom it is for: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the id must be there.
	//
	// Deprecated: use tags.
	EndUser any `nango:"hidden"`
	// The organization of the end user: {"id": ..., "display_name": ...}.
	//
	// Deprecated: use tags.
	Organization any `nango:"hidden"`
}

// Create creates a connect session, with which a customer connects an account.
//
// Give tags, or an end user. Connections that are made with the session get the tags: they tell whose a connection is,
// and Connections.wait_for finds it by them. Sending it twice leaves one session unused.
//
// POST /connect/sessions; the secret key needs the scope environment:connect_sessions:write.
func (s *ConnectSessionsService) Create(ctx context.Context, params CreateConnectSessionParams, opts ...CallOption) (*ConnectSession, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, at(readConnectSession, "data"))
}

func (params CreateConnectSessionParams) operation() *operation {
	o := newOperation("ConnectSessions.Create", http.MethodPost, "/connect/sessions")
	o.object()
	if params.Tags != nil {
		o.member("tags", "Tags", params.Tags)
	}
	if params.AllowedIntegrations != nil {
		o.member("allowed_integrations", "AllowedIntegrations", params.AllowedIntegrations)
	}
	if params.IntegrationsConfigDefaults != nil {
		o.member("integrations_config_defaults", "IntegrationsConfigDefaults", params.IntegrationsConfigDefaults)
	}
	if params.Overrides != nil {
		o.member("overrides", "Overrides", params.Overrides)
	}
	if params.WebhookURLOverride != nil {
		o.member("webhook_url_override", "WebhookURLOverride", *params.WebhookURLOverride)
	}
	if params.EndUser != nil {
		o.member("end_user", "EndUser", params.EndUser)
	}
	if params.Organization != nil {
		o.member("organization", "Organization", params.Organization)
	}
	o.request.Repeatable = true
	return o
}

// String returns the parameters that are set. It shows neither secrets nor customers' data.
func (params CreateConnectSessionParams) String() string {
	return shown(params)
}

// Format prints [CreateConnectSessionParams.String], whatever the verb. In an unexported field of another struct fmt prints
// the parameters without asking it, and so everything. The same goes for %p, which go vet does not report.
func (params CreateConnectSessionParams) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, params.String())
}

// MarshalText returns [CreateConnectSessionParams.String], also for JSON and other encodings.
func (params CreateConnectSessionParams) MarshalText() ([]byte, error) {
	return []byte(params.String()), nil
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the secrets.
func (params CreateConnectSessionParams) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.CreateConnectSessionParams", "")
}

// CreateReconnectSessionParams are the parameters of [ConnectSessionsService.Reconnect]. One that is zero or nil is not
// sent.
// Printing them shows neither secrets nor customers' data.
type CreateReconnectSessionParams struct {
	// The id of the connection, as the dashboard shows it. Required.
	ConnectionID string
	// The id of the integration. Required.
	IntegrationID string
	// Tags for the connection that is made. At most 10. A key begins with a letter and has at most 64 letters, digits, _ -
	// . and /; Nango makes it lower case. A value has 1 to 255 characters.
	Tags map[string]string `nango:"hidden"`
	// By integration: {"user_scopes": ..., "authorization_params": {...}, "connection_config": {...}}.
	IntegrationsConfigDefaults any `nango:"hidden"`
	// By integration: {"docs_connect": URL}. Only some plans allow it.
	Overrides any
	// The URL that webhooks of the connection go to.
	WebhookURLOverride *string `nango:"hidden"`
	// Whom it is for: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the id must be there.
	//
	// Deprecated: use tags.
	EndUser any `nango:"hidden"`
	// The organization of the end user: {"id": ..., "display_name": ...}.
	//
	// Deprecated: use tags.
	Organization any `nango:"hidden"`
}

// Reconnect creates a connect session for a connection that exists, with which the customer authorizes it again.
//
// POST /connect/sessions/reconnect; the secret key needs the scope environment:connect_sessions:write.
func (s *ConnectSessionsService) Reconnect(ctx context.Context, params CreateReconnectSessionParams, opts ...CallOption) (*ConnectSession, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, at(readConnectSession, "data"))
}

func (params CreateReconnectSessionParams) operation() *operation {
	o := newOperation("ConnectSessions.Reconnect", http.MethodPost, "/connect/sessions/reconnect")
	o.object()
	o.require("ConnectionID", params.ConnectionID != "")
	o.member("connection_id", "ConnectionID", params.ConnectionID)
	o.require("IntegrationID", params.IntegrationID != "")
	o.member("integration_id", "IntegrationID", params.IntegrationID)
	if params.Tags != nil {
		o.member("tags", "Tags", params.Tags)
	}
	if params.IntegrationsConfigDefaults != nil {
		o.member("integrations_config_defaults", "IntegrationsConfigDefaults", params.IntegrationsConfigDefaults)
	}
	if params.Overrides != nil {
		o.member("overrides", "Overrides", params.Overrides)
	}
	if params.WebhookURLOverride != nil {
		o.member("webhook_url_override", "WebhookURLOverride", *params.WebhookURLOverride)
	}
	if params.EndUser != nil {
		o.member("end_user", "EndUser", params.EndUser)
	}
	if params.Organization != nil {
		o.member("organization", "Organization", params.Organization)
	}
	o.request.Repeatable = true
	return o
}

// String returns the parameters that are set. It shows neither secrets nor customers' data.
func (params CreateReconnectSessionParams) String() string {
	return shown(params)
}

// Format prints [CreateReconnectSessionParams.String], whatever the verb. In an unexported field of another struct fmt prints
// the parameters without asking it, and so everything. The same goes for %p, which go vet does not report.
func (params CreateReconnectSessionParams) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, params.String())
}

// MarshalText returns [CreateReconnectSessionParams.String], also for JSON and other encodings.
func (params CreateReconnectSessionParams) MarshalText() ([]byte, error) {
	return []byte(params.String()), nil
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the secrets.
func (params CreateReconnectSessionParams) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.CreateReconnectSessionParams", "")
}
