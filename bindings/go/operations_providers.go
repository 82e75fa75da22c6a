// Code generated from api/operations.json by make generate. DO NOT EDIT.

package nango

import (
	"context"
	"net/http"
)

// ProvidersService has the operations of Client.Providers.
//
// Providers: the external APIs that Nango knows.
type ProvidersService service

// ListProvidersParams are the parameters of [ProvidersService.List]. One that is zero or nil is not sent.
type ListProvidersParams struct {
	// Only those with this text in their name.
	Search string
}

// List returns the external APIs that Nango knows.
//
// The response has megabytes: hundreds of providers, not paged.
//
// GET /providers; any secret key may call it.
func (s *ProvidersService) List(ctx context.Context, params ListProvidersParams, opts ...CallOption) ([]*Provider, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, at(listOf(readProvider), "data"))
}

func (params ListProvidersParams) operation() *operation {
	o := newOperation("Providers.List", http.MethodGet, "/providers")
	if params.Search != "" {
		o.query("search", "Search", params.Search)
	}
	return o
}

// GetProviderParams are the parameters of [ProvidersService.Get]. One that is zero or nil is not sent.
type GetProviderParams struct {
	// Its name: "github". Required.
	Provider string
}

// Get returns an external API that Nango knows.
//
// GET /providers/{provider}; any secret key may call it.
func (s *ProvidersService) Get(ctx context.Context, params GetProviderParams, opts ...CallOption) (*Provider, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, at(readProvider, "data"))
}

func (params GetProviderParams) operation() *operation {
	o := newOperation("Providers.Get", http.MethodGet, "/providers/{provider}")
	o.require("Provider", params.Provider != "")
	o.path("provider", "Provider", params.Provider)
	return o
}

// ListProviderTemplatesParams are the parameters of [ProvidersService.ListTemplates]. One that is zero or nil is not
// sent.
type ListProviderTemplatesParams struct {
	// Its name: "github". Required.
	Provider string
}

// ListTemplates returns the templates of functions that Nango has for an external API.
//
// GET /providers/{provider}/templates; any secret key may call it.
func (s *ProvidersService) ListTemplates(ctx context.Context, params ListProviderTemplatesParams, opts ...CallOption) ([]*Function, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, at(listOf(readFunction), "data"))
}

func (params ListProviderTemplatesParams) operation() *operation {
	o := newOperation("Providers.ListTemplates", http.MethodGet, "/providers/{provider}/templates")
	o.require("Provider", params.Provider != "")
	o.path("provider", "Provider", params.Provider)
	return o
}
