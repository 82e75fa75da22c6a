// Code generated from api/operations.json by make generate. DO NOT EDIT.

package nango

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// ConnectionsService has the operations of Client.Connections.
//
// Connections of customers: list, import, change and delete them.
type ConnectionsService service

// ListConnectionsParams are the parameters of [ConnectionsService.List]. One that is zero or nil is not sent.
// Printing them shows neither secrets nor customers' data.
type ListConnectionsParams struct {
	// Only the connections with this id.
	ConnectionID string
	// Only those with this text in the connection's id or in the end user's name or email address.
	Search string
	// Only those of these integrations.
	IntegrationIDs []string
	// Only those that have all of these tags.
	Tags map[string]string `nango:"hidden"`
	// Only those of this end user.
	//
	// Deprecated: use the tag end_user_id.
	EndUserID string
	// Only those of this organization.
	//
	// Deprecated: use the tag organization_id.
	EndUserOrganizationID string
	// How many a page has, from 1 to 2000. Default: 1000.
	Limit int
}

// List lists connections, without their credentials, the newest first.
//
// Pages are fetched as the items are read. Nango counts pages by offset, so a connection that is made meanwhile moves
// the last item of a page to the next one: items of the page before are left out. One that is deleted meanwhile can
// make another be missed.
//
// GET /connections; the secret key needs the scope environment:connections:list.
func (s *ConnectionsService) List(ctx context.Context, params ListConnectionsParams, opts ...CallOption) *Pager[ListedConnection] {
	return newPager(ctx, (*service)(s), params.operation(), opts, pagesOf[ListedConnection]{
		style: clib.PagesNumber,
		items: "connections",
		item:  readListedConnection,
		key:   func(item *ListedConnection) any { return item.ID },
	})
}

func (params ListConnectionsParams) operation() *operation {
	o := newOperation("Connections.List", http.MethodGet, "/connections")
	if params.ConnectionID != "" {
		o.query("connectionId", "ConnectionID", params.ConnectionID)
	}
	if params.Search != "" {
		o.query("search", "Search", params.Search)
	}
	if params.IntegrationIDs != nil {
		o.queryCSV("integrationId", "IntegrationIDs", params.IntegrationIDs)
	}
	if params.Tags != nil {
		o.queryBrackets("tags", "Tags", params.Tags)
	}
	if params.EndUserID != "" {
		o.query("endUserId", "EndUserID", params.EndUserID)
	}
	if params.EndUserOrganizationID != "" {
		o.query("endUserOrganizationId", "EndUserOrganizationID", params.EndUserOrganizationID)
	}
	o.query("limit", "Limit", strconv.Itoa(cmp.Or(params.Limit, 1000)))
	return o
}

// String returns the parameters that are set. It shows neither secrets nor customers' data.
func (params ListConnectionsParams) String() string {
	return shown(params)
}

// Format prints [ListConnectionsParams.String], whatever the verb. In an unexported field of another struct fmt prints
// the parameters without asking it, and so everything. The same goes for %p, which go vet does not report.
func (params ListConnectionsParams) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, params.String())
}

// MarshalText returns [ListConnectionsParams.String], also for JSON and other encodings.
func (params ListConnectionsParams) MarshalText() ([]byte, error) {
	return []byte(params.String()), nil
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the secrets.
func (params ListConnectionsParams) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.ListConnectionsParams", "")
}

// ImportConnectionParams are the parameters of [ConnectionsService.Import]. One that is zero or nil is not sent.
// Printing them shows neither secrets nor customers' data.
type ImportConnectionParams struct {
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The credentials, with their type: {"type": "OAUTH2", "access_token": ..., "refresh_token": ...}, {"type": "API_KEY",
	// "apiKey": ...}, {"type": "BASIC", "username": ..., "password": ...} and so on. Required.
	Credentials any `nango:"hidden"`
	// The id that the connection gets. Nango makes one up without it.
	ConnectionID *string
	// Metadata to store with it.
	Metadata any `nango:"hidden"`
	// What the external API needs beside the credentials, such as a subdomain.
	ConnectionConfig any `nango:"hidden"`
	// The URL that webhooks of this connection go to.
	WebhookURLOverride *string `nango:"hidden"`
	// Its tags. At most 10. A key begins with a letter and has at most 64 letters, digits, _ - . and /; Nango makes it
	// lower case. A value has 1 to 255 characters.
	Tags map[string]string `nango:"hidden"`
	// Whom it belongs to: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}, of which only the id must be
	// there.
	EndUser any `nango:"hidden"`
}

// Import creates a connection with credentials from elsewhere, or replaces one that has the same id.
//
// Nango tries credentials of the types API_KEY, BASIC and TBA at the external API first, so the call can take long.
// Nango does not take JWT, BILL, TWO_STEP, SIGNATURE, AWS_SIGV4 and MCP credentials.
//
// POST /connections; the secret key needs the scope environment:connections:create.
func (s *ConnectionsService) Import(ctx context.Context, params ImportConnectionParams, opts ...CallOption) (*ImportedConnection, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, readImportedConnection)
}

func (params ImportConnectionParams) operation() *operation {
	o := newOperation("Connections.Import", http.MethodPost, "/connections")
	o.object()
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.member("provider_config_key", "ProviderConfigKey", params.ProviderConfigKey)
	o.require("Credentials", params.Credentials != nil)
	o.member("credentials", "Credentials", params.Credentials)
	if params.ConnectionID != nil {
		o.member("connection_id", "ConnectionID", *params.ConnectionID)
	}
	if params.Metadata != nil {
		o.member("metadata", "Metadata", params.Metadata)
	}
	if params.ConnectionConfig != nil {
		o.member("connection_config", "ConnectionConfig", params.ConnectionConfig)
	}
	if params.WebhookURLOverride != nil {
		o.member("webhook_url_override", "WebhookURLOverride", *params.WebhookURLOverride)
	}
	if params.Tags != nil {
		o.member("tags", "Tags", params.Tags)
	}
	if params.EndUser != nil {
		o.member("end_user", "EndUser", params.EndUser)
	}
	return o
}

// String returns the parameters that are set. It shows neither secrets nor customers' data.
func (params ImportConnectionParams) String() string {
	return shown(params)
}

// Format prints [ImportConnectionParams.String], whatever the verb. In an unexported field of another struct fmt prints
// the parameters without asking it, and so everything. The same goes for %p, which go vet does not report.
func (params ImportConnectionParams) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, params.String())
}

// MarshalText returns [ImportConnectionParams.String], also for JSON and other encodings.
func (params ImportConnectionParams) MarshalText() ([]byte, error) {
	return []byte(params.String()), nil
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the secrets.
func (params ImportConnectionParams) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.ImportConnectionParams", "")
}

// UpdateConnectionParams are the parameters of [ConnectionsService.Update]. One that is zero or nil is not sent.
// Printing them shows neither secrets nor customers' data.
type UpdateConnectionParams struct {
	// The id of the connection, as the dashboard shows it. Required.
	ConnectionID string
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The tags, in place of all that it has, those of its end user included. At most 10. A key begins with a letter and
	// has at most 64 letters, digits, _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
	Tags map[string]string `nango:"hidden"`
	// Whom it belongs to: {"id": ..., "email": ..., "display_name": ..., "tags": {...}}.
	EndUser any `nango:"hidden"`
	// The URL that webhooks of this connection go to; empty for none.
	WebhookURLOverride *string `nango:"hidden"`
}

// Update changes the tags, the end user or the webhook URL of a connection.
//
// PATCH /connections/{connectionId}; the secret key needs the scope environment:connections:update.
func (s *ConnectionsService) Update(ctx context.Context, params UpdateConnectionParams, opts ...CallOption) error {
	return callForNothing(ctx, (*service)(s), params.operation(), opts)
}

func (params UpdateConnectionParams) operation() *operation {
	o := newOperation("Connections.Update", http.MethodPatch, "/connections/{connectionId}")
	o.object()
	o.require("ConnectionID", params.ConnectionID != "")
	o.path("connectionId", "ConnectionID", params.ConnectionID)
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.query("provider_config_key", "ProviderConfigKey", params.ProviderConfigKey)
	if params.Tags != nil {
		o.member("tags", "Tags", params.Tags)
	}
	if params.EndUser != nil {
		o.member("end_user", "EndUser", params.EndUser)
	}
	if params.WebhookURLOverride != nil {
		o.member("webhook_url_override", "WebhookURLOverride", *params.WebhookURLOverride)
	}
	o.request.Repeatable = true
	return o
}

// String returns the parameters that are set. It shows neither secrets nor customers' data.
func (params UpdateConnectionParams) String() string {
	return shown(params)
}

// Format prints [UpdateConnectionParams.String], whatever the verb. In an unexported field of another struct fmt prints
// the parameters without asking it, and so everything. The same goes for %p, which go vet does not report.
func (params UpdateConnectionParams) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, params.String())
}

// MarshalText returns [UpdateConnectionParams.String], also for JSON and other encodings.
func (params UpdateConnectionParams) MarshalText() ([]byte, error) {
	return []byte(params.String()), nil
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the secrets.
func (params UpdateConnectionParams) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.UpdateConnectionParams", "")
}

// DeleteConnectionParams are the parameters of [ConnectionsService.Delete]. One that is zero or nil is not sent.
type DeleteConnectionParams struct {
	// The id of the connection, as the dashboard shows it. Required.
	ConnectionID string
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
}

// Delete deletes a connection with its credentials, records and metadata.
//
// Nango runs the functions that are to run before a deletion first. A connection that does not exist is the error kind
// not_found.
//
// DELETE /connections/{connectionId}; the secret key needs the scope environment:connections:delete.
func (s *ConnectionsService) Delete(ctx context.Context, params DeleteConnectionParams, opts ...CallOption) error {
	return callForNothing(ctx, (*service)(s), params.operation(), opts)
}

func (params DeleteConnectionParams) operation() *operation {
	o := newOperation("Connections.Delete", http.MethodDelete, "/connections/{connectionId}")
	o.require("ConnectionID", params.ConnectionID != "")
	o.path("connectionId", "ConnectionID", params.ConnectionID)
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.query("provider_config_key", "ProviderConfigKey", params.ProviderConfigKey)
	o.request.Repeatable = true
	return o
}

// SetMetadataParams are the parameters of [ConnectionsService.SetMetadata]. One that is zero or nil is not sent.
// Printing them shows neither secrets nor customers' data.
type SetMetadataParams struct {
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The ids of the connections, at least one. Required.
	ConnectionIDs []string
	// The metadata, in place of what they have. Required.
	Metadata any `nango:"hidden"`
}

// SetMetadata replaces the metadata of one or several connections of an integration.
//
// If one of the connections does not exist, none is changed.
//
// POST /connections/metadata; the secret key needs the scope environment:connections:update.
func (s *ConnectionsService) SetMetadata(ctx context.Context, params SetMetadataParams, opts ...CallOption) error {
	return callForNothing(ctx, (*service)(s), params.operation(), opts)
}

func (params SetMetadataParams) operation() *operation {
	o := newOperation("Connections.SetMetadata", http.MethodPost, "/connections/metadata")
	o.object()
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.member("provider_config_key", "ProviderConfigKey", params.ProviderConfigKey)
	o.require("ConnectionIDs", params.ConnectionIDs != nil)
	o.member("connection_id", "ConnectionIDs", params.ConnectionIDs)
	o.require("Metadata", params.Metadata != nil)
	o.member("metadata", "Metadata", params.Metadata)
	o.request.Repeatable = true
	return o
}

// String returns the parameters that are set. It shows neither secrets nor customers' data.
func (params SetMetadataParams) String() string {
	return shown(params)
}

// Format prints [SetMetadataParams.String], whatever the verb. In an unexported field of another struct fmt prints
// the parameters without asking it, and so everything. The same goes for %p, which go vet does not report.
func (params SetMetadataParams) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, params.String())
}

// MarshalText returns [SetMetadataParams.String], also for JSON and other encodings.
func (params SetMetadataParams) MarshalText() ([]byte, error) {
	return []byte(params.String()), nil
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the secrets.
func (params SetMetadataParams) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.SetMetadataParams", "")
}

// UpdateMetadataParams are the parameters of [ConnectionsService.UpdateMetadata]. One that is zero or nil is not sent.
// Printing them shows neither secrets nor customers' data.
type UpdateMetadataParams struct {
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The ids of the connections, at least one. Required.
	ConnectionIDs []string
	// The members to set. Required.
	Metadata any `nango:"hidden"`
}

// UpdateMetadata merges metadata into that of one or several connections of an integration.
//
// Members at the top replace those of the same name; others stay. If one of the connections does not exist, none is
// changed. Of two updates at once Nango can lose one.
//
// PATCH /connections/metadata; the secret key needs the scope environment:connections:update.
func (s *ConnectionsService) UpdateMetadata(ctx context.Context, params UpdateMetadataParams, opts ...CallOption) error {
	return callForNothing(ctx, (*service)(s), params.operation(), opts)
}

func (params UpdateMetadataParams) operation() *operation {
	o := newOperation("Connections.UpdateMetadata", http.MethodPatch, "/connections/metadata")
	o.object()
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.member("provider_config_key", "ProviderConfigKey", params.ProviderConfigKey)
	o.require("ConnectionIDs", params.ConnectionIDs != nil)
	o.member("connection_id", "ConnectionIDs", params.ConnectionIDs)
	o.require("Metadata", params.Metadata != nil)
	o.member("metadata", "Metadata", params.Metadata)
	o.request.Repeatable = true
	return o
}

// String returns the parameters that are set. It shows neither secrets nor customers' data.
func (params UpdateMetadataParams) String() string {
	return shown(params)
}

// Format prints [UpdateMetadataParams.String], whatever the verb. In an unexported field of another struct fmt prints
// the parameters without asking it, and so everything. The same goes for %p, which go vet does not report.
func (params UpdateMetadataParams) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, params.String())
}

// MarshalText returns [UpdateMetadataParams.String], also for JSON and other encodings.
func (params UpdateMetadataParams) MarshalText() ([]byte, error) {
	return []byte(params.String()), nil
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the secrets.
func (params UpdateMetadataParams) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.UpdateMetadataParams", "")
}

// WaitForConnectionParams are the parameters of [ConnectionsService.WaitFor]. One that is zero or nil is not sent.
// Printing them shows neither secrets nor customers' data.
type WaitForConnectionParams struct {
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// Only the connection with this id.
	ConnectionID string
	// Only a connection that has all of these tags.
	Tags map[string]string `nango:"hidden"`
	// Only a connection of this end user.
	//
	// Deprecated: use the tag end_user_id.
	EndUserID string
}

// WaitFor waits until an integration has a connection of an end user or with a tag, and returns the newest.
//
// It asks at once, after half a second, and then every second or two, until the timeout of the call has passed; then
// the error kind is timeout. A connection that was there before ends it at once: give the connect session a tag of its
// own, and wait for that.
//
// [CallTimeout] sets how long it waits at most; the end of the context ends it too.
//
// GET /connections; the secret key needs the scope environment:connections:list.
func (s *ConnectionsService) WaitFor(ctx context.Context, params WaitForConnectionParams, opts ...CallOption) (*ListedConnection, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, at(readListedConnection, "connections", "0"))
}

func (params WaitForConnectionParams) operation() *operation {
	o := newOperation("Connections.WaitFor", http.MethodGet, "/connections")
	o.query("limit", "limit", "1")
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.query("integrationId", "ProviderConfigKey", params.ProviderConfigKey)
	if params.ConnectionID != "" {
		o.query("connectionId", "ConnectionID", params.ConnectionID)
	}
	if params.Tags != nil {
		o.queryBrackets("tags", "Tags", params.Tags)
	}
	if params.EndUserID != "" {
		o.query("endUserId", "EndUserID", params.EndUserID)
	}
	o.request.Until = clib.UntilNotEmpty
	return o
}

// String returns the parameters that are set. It shows neither secrets nor customers' data.
func (params WaitForConnectionParams) String() string {
	return shown(params)
}

// Format prints [WaitForConnectionParams.String], whatever the verb. In an unexported field of another struct fmt prints
// the parameters without asking it, and so everything. The same goes for %p, which go vet does not report.
func (params WaitForConnectionParams) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, params.String())
}

// MarshalText returns [WaitForConnectionParams.String], also for JSON and other encodings.
func (params WaitForConnectionParams) MarshalText() ([]byte, error) {
	return []byte(params.String()), nil
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the secrets.
func (params WaitForConnectionParams) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.WaitForConnectionParams", "")
}
