// Code generated from api/operations.json by make generate. DO NOT EDIT.

package nango

import (
	"context"
	"fmt"
	"io"
	"net/http"
)

// IntegrationsService has the operations of Client.Integrations.
//
// Integrations: what the environment has set up for an external API each.
type IntegrationsService service

// List returns all integrations of the environment, without credentials.
//
// GET /integrations; the secret key needs the scope environment:integrations:list.
func (s *IntegrationsService) List(ctx context.Context, opts ...CallOption) ([]*Integration, error) {
	o := newOperation("Integrations.List", http.MethodGet, "/integrations")
	return callFor(ctx, (*service)(s), o, opts, at(listOf(readIntegration), "data"))
}

// GetIntegrationParams are the parameters of [IntegrationsService.Get]. One that is zero or nil is not sent.
type GetIntegrationParams struct {
	// The id of the integration. Required.
	UniqueKey string
	// What else to return: "webhook" for its webhook URL, "credentials" for its developer app.
	Include []string
}

// Get returns an integration.
//
// Credentials need the scope environment:integrations:read_credentials; without it Nango leaves them out.
//
// GET /integrations/{uniqueKey}; the secret key needs the scope environment:integrations:read.
func (s *IntegrationsService) Get(ctx context.Context, params GetIntegrationParams, opts ...CallOption) (*Integration, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, at(readIntegration, "data"))
}

func (params GetIntegrationParams) operation() *operation {
	o := newOperation("Integrations.Get", http.MethodGet, "/integrations/{uniqueKey}")
	o.require("UniqueKey", params.UniqueKey != "")
	o.path("uniqueKey", "UniqueKey", params.UniqueKey)
	if params.Include != nil {
		o.queryRepeated("include", "Include", params.Include)
	}
	return o
}

// CreateIntegrationParams are the parameters of [IntegrationsService.Create]. One that is zero or nil is not sent.
// Printing them shows neither secrets nor customers' data.
type CreateIntegrationParams struct {
	// The external API, as Nango names it: "github". Required.
	Provider string
	// The id that it gets. Required.
	UniqueKey string
	// Its name for humans.
	DisplayName *string
	// The developer app, with its type: {"type": "OAUTH2", "client_id": ..., "client_secret": ..., "scopes": "a,b"}, also
	// for OAUTH1 and TBA; {"type": "APP", "app_id": ..., "app_link": ..., "private_key": ...}; CUSTOM has the members of
	// both.
	Credentials any `nango:"hidden"`
	// Whether Nango forwards webhooks of the external API.
	ForwardWebhooks *bool
	// What the external API needs besides. A value has at most 8192 characters.
	IntegrationConfig map[string]string `nango:"hidden"`
	// Values for functions of the integration.
	Custom map[string]string `nango:"hidden"`
}

// Create creates an integration.
//
// POST /integrations; the secret key needs the scope environment:integrations:create.
func (s *IntegrationsService) Create(ctx context.Context, params CreateIntegrationParams, opts ...CallOption) (*Integration, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, at(readIntegration, "data"))
}

func (params CreateIntegrationParams) operation() *operation {
	o := newOperation("Integrations.Create", http.MethodPost, "/integrations")
	o.object()
	o.require("Provider", params.Provider != "")
	o.member("provider", "Provider", params.Provider)
	o.require("UniqueKey", params.UniqueKey != "")
	o.member("unique_key", "UniqueKey", params.UniqueKey)
	if params.DisplayName != nil {
		o.member("display_name", "DisplayName", *params.DisplayName)
	}
	if params.Credentials != nil {
		o.member("credentials", "Credentials", params.Credentials)
	}
	if params.ForwardWebhooks != nil {
		o.member("forward_webhooks", "ForwardWebhooks", *params.ForwardWebhooks)
	}
	if params.IntegrationConfig != nil {
		o.member("integration_config", "IntegrationConfig", params.IntegrationConfig)
	}
	if params.Custom != nil {
		o.member("custom", "Custom", params.Custom)
	}
	return o
}

// String returns the parameters that are set. It shows neither secrets nor customers' data.
func (params CreateIntegrationParams) String() string {
	return shown(params)
}

// Format prints [CreateIntegrationParams.String], whatever the verb. In an unexported field of another struct fmt prints
// the parameters without asking it, and so everything. The same goes for %p, which go vet does not report.
func (params CreateIntegrationParams) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, params.String())
}

// MarshalText returns [CreateIntegrationParams.String], also for JSON and other encodings.
func (params CreateIntegrationParams) MarshalText() ([]byte, error) {
	return []byte(params.String()), nil
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the secrets.
func (params CreateIntegrationParams) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.CreateIntegrationParams", "")
}

// CreateQuickstartIntegrationParams are the parameters of [IntegrationsService.CreateQuickstart]. One that is zero or
// nil is not sent.
type CreateQuickstartIntegrationParams struct {
	// The external API, as Nango names it: "github". Required.
	Provider string
	// The id that it gets. Required.
	UniqueKey string
	// Its name for humans.
	DisplayName *string
	// Whether Nango forwards webhooks of the external API.
	ForwardWebhooks *bool
}

// CreateQuickstart creates an integration that uses Nango's own developer app.
//
// POST /integrations/quickstart; the secret key needs the scope environment:integrations:create.
func (s *IntegrationsService) CreateQuickstart(ctx context.Context, params CreateQuickstartIntegrationParams, opts ...CallOption) (*Integration, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, at(readIntegration, "data"))
}

func (params CreateQuickstartIntegrationParams) operation() *operation {
	o := newOperation("Integrations.CreateQuickstart", http.MethodPost, "/integrations/quickstart")
	o.object()
	o.require("Provider", params.Provider != "")
	o.member("provider", "Provider", params.Provider)
	o.require("UniqueKey", params.UniqueKey != "")
	o.member("unique_key", "UniqueKey", params.UniqueKey)
	if params.DisplayName != nil {
		o.member("display_name", "DisplayName", *params.DisplayName)
	}
	if params.ForwardWebhooks != nil {
		o.member("forward_webhooks", "ForwardWebhooks", *params.ForwardWebhooks)
	}
	return o
}

// UpdateIntegrationParams are the parameters of [IntegrationsService.Update]. One that is zero or nil is not sent.
// Printing them shows neither secrets nor customers' data.
type UpdateIntegrationParams struct {
	// The id of the integration. Required.
	UniqueKey string
	// A new id. Nango refuses it while the integration has connections.
	NewUniqueKey *string
	// Its name for humans.
	DisplayName *string
	// The developer app, with its type: {"type": "OAUTH2", "client_id": ..., "client_secret": ..., "scopes": "a,b"}, also
	// for OAUTH1 and TBA; {"type": "APP", "app_id": ..., "app_link": ..., "private_key": ...}; CUSTOM has the members of
	// both.
	Credentials any `nango:"hidden"`
	// Whether Nango forwards webhooks of the external API.
	ForwardWebhooks *bool
	// What the external API needs besides. A value has at most 8192 characters.
	IntegrationConfig map[string]string `nango:"hidden"`
	// Values for functions of the integration.
	Custom map[string]string `nango:"hidden"`
}

// Update changes an integration.
//
// PATCH /integrations/{uniqueKey}; the secret key needs the scope environment:integrations:update.
func (s *IntegrationsService) Update(ctx context.Context, params UpdateIntegrationParams, opts ...CallOption) (*Integration, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, at(readIntegration, "data"))
}

func (params UpdateIntegrationParams) operation() *operation {
	o := newOperation("Integrations.Update", http.MethodPatch, "/integrations/{uniqueKey}")
	o.object()
	o.require("UniqueKey", params.UniqueKey != "")
	o.path("uniqueKey", "UniqueKey", params.UniqueKey)
	if params.NewUniqueKey != nil {
		o.member("unique_key", "NewUniqueKey", *params.NewUniqueKey)
	}
	if params.DisplayName != nil {
		o.member("display_name", "DisplayName", *params.DisplayName)
	}
	if params.Credentials != nil {
		o.member("credentials", "Credentials", params.Credentials)
	}
	if params.ForwardWebhooks != nil {
		o.member("forward_webhooks", "ForwardWebhooks", *params.ForwardWebhooks)
	}
	if params.IntegrationConfig != nil {
		o.member("integration_config", "IntegrationConfig", params.IntegrationConfig)
	}
	if params.Custom != nil {
		o.member("custom", "Custom", params.Custom)
	}
	return o
}

// String returns the parameters that are set. It shows neither secrets nor customers' data.
func (params UpdateIntegrationParams) String() string {
	return shown(params)
}

// Format prints [UpdateIntegrationParams.String], whatever the verb. In an unexported field of another struct fmt prints
// the parameters without asking it, and so everything. The same goes for %p, which go vet does not report.
func (params UpdateIntegrationParams) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, params.String())
}

// MarshalText returns [UpdateIntegrationParams.String], also for JSON and other encodings.
func (params UpdateIntegrationParams) MarshalText() ([]byte, error) {
	return []byte(params.String()), nil
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the secrets.
func (params UpdateIntegrationParams) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.UpdateIntegrationParams", "")
}

// DeleteIntegrationParams are the parameters of [IntegrationsService.Delete]. One that is zero or nil is not sent.
type DeleteIntegrationParams struct {
	// The id of the integration. Required.
	UniqueKey string
}

// Delete deletes an integration and all of its connections.
//
// DELETE /integrations/{uniqueKey}; the secret key needs the scope environment:integrations:delete.
func (s *IntegrationsService) Delete(ctx context.Context, params DeleteIntegrationParams, opts ...CallOption) error {
	return callForNothing(ctx, (*service)(s), params.operation(), opts)
}

func (params DeleteIntegrationParams) operation() *operation {
	o := newOperation("Integrations.Delete", http.MethodDelete, "/integrations/{uniqueKey}")
	o.require("UniqueKey", params.UniqueKey != "")
	o.path("uniqueKey", "UniqueKey", params.UniqueKey)
	o.request.Repeatable = true
	return o
}
