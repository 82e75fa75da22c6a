// Code generated from api/operations.json by make generate. DO NOT EDIT.

package nango

import (
	"context"
	"net/http"
)

// SyncsService has the operations of Client.Syncs.
//
// Syncs: functions that Nango runs on a schedule for each connection.
type SyncsService service

// TriggerSyncParams are the parameters of [SyncsService.Trigger]. One that is zero or nil is not sent.
type TriggerSyncParams struct {
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The names of the syncs, with "name::variant" for a variant; empty for all. Required.
	Syncs []string
	// Only the syncs of this connection; without it, those of all connections of the integration.
	ConnectionID *string
	// How: {"reset": true} forgets the checkpoint, {"reset": true, "emptyCache": true} the records as well.
	Opts any
	// How: "incremental", "full_refresh" or "full_refresh_and_clear_cache"; not with opts.
	//
	// Deprecated: use opts.
	SyncMode *string
}

// Trigger runs syncs now.
//
// A sync that is running is cancelled and started again.
//
// POST /sync/trigger; the secret key needs the scope environment:syncs:execute.
func (s *SyncsService) Trigger(ctx context.Context, params TriggerSyncParams, opts ...CallOption) error {
	return callForNothing(ctx, (*service)(s), params.operation(), opts)
}

func (params TriggerSyncParams) operation() *operation {
	o := newOperation("Syncs.Trigger", http.MethodPost, "/sync/trigger")
	o.object()
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.member("provider_config_key", "ProviderConfigKey", params.ProviderConfigKey)
	o.require("Syncs", params.Syncs != nil)
	o.member("syncs", "Syncs", params.Syncs)
	if params.ConnectionID != nil {
		o.member("connection_id", "ConnectionID", *params.ConnectionID)
	}
	if params.Opts != nil {
		o.member("opts", "Opts", params.Opts)
	}
	if params.SyncMode != nil {
		o.member("sync_mode", "SyncMode", *params.SyncMode)
	}
	return o
}

// StartSyncParams are the parameters of [SyncsService.Start]. One that is zero or nil is not sent.
type StartSyncParams struct {
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The names of the syncs, with "name::variant" for a variant; empty for all. Required.
	Syncs []string
	// Only the syncs of this connection; without it, those of all connections of the integration.
	ConnectionID *string
}

// Start starts the schedules of syncs.
//
// POST /sync/start; the secret key needs the scope environment:syncs:execute.
func (s *SyncsService) Start(ctx context.Context, params StartSyncParams, opts ...CallOption) error {
	return callForNothing(ctx, (*service)(s), params.operation(), opts)
}

func (params StartSyncParams) operation() *operation {
	o := newOperation("Syncs.Start", http.MethodPost, "/sync/start")
	o.object()
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.member("provider_config_key", "ProviderConfigKey", params.ProviderConfigKey)
	o.require("Syncs", params.Syncs != nil)
	o.member("syncs", "Syncs", params.Syncs)
	if params.ConnectionID != nil {
		o.member("connection_id", "ConnectionID", *params.ConnectionID)
	}
	o.request.Repeatable = true
	return o
}

// PauseSyncParams are the parameters of [SyncsService.Pause]. One that is zero or nil is not sent.
type PauseSyncParams struct {
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The names of the syncs, with "name::variant" for a variant; empty for all. Required.
	Syncs []string
	// Only the syncs of this connection; without it, those of all connections of the integration.
	ConnectionID *string
}

// Pause pauses the schedules of syncs.
//
// A sync that is running is cancelled.
//
// POST /sync/pause; the secret key needs the scope environment:syncs:execute.
func (s *SyncsService) Pause(ctx context.Context, params PauseSyncParams, opts ...CallOption) error {
	return callForNothing(ctx, (*service)(s), params.operation(), opts)
}

func (params PauseSyncParams) operation() *operation {
	o := newOperation("Syncs.Pause", http.MethodPost, "/sync/pause")
	o.object()
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.member("provider_config_key", "ProviderConfigKey", params.ProviderConfigKey)
	o.require("Syncs", params.Syncs != nil)
	o.member("syncs", "Syncs", params.Syncs)
	if params.ConnectionID != nil {
		o.member("connection_id", "ConnectionID", *params.ConnectionID)
	}
	o.request.Repeatable = true
	return o
}

// SyncStatusParams are the parameters of [SyncsService.Status]. One that is zero or nil is not sent.
type SyncStatusParams struct {
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The names of the syncs, with "name::variant" for a variant; "*" for all. Required.
	Syncs []string
	// Only the syncs of this connection.
	ConnectionID string
}

// Status returns the state of syncs.
//
// An unknown integration gives an empty list.
//
// GET /sync/status; the secret key needs the scope environment:syncs:read.
func (s *SyncsService) Status(ctx context.Context, params SyncStatusParams, opts ...CallOption) ([]*Sync, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, at(listOf(readSync), "syncs"))
}

func (params SyncStatusParams) operation() *operation {
	o := newOperation("Syncs.Status", http.MethodGet, "/sync/status")
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.query("provider_config_key", "ProviderConfigKey", params.ProviderConfigKey)
	o.require("Syncs", params.Syncs != nil)
	o.queryCSV("syncs", "Syncs", params.Syncs)
	if params.ConnectionID != "" {
		o.query("connection_id", "ConnectionID", params.ConnectionID)
	}
	return o
}

// UpdateSyncFrequencyParams are the parameters of [SyncsService.UpdateFrequency]. One that is zero or nil is not sent.
type UpdateSyncFrequencyParams struct {
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The id of the connection, as the dashboard shows it. Required.
	ConnectionID string
	// The name of the sync. Required.
	SyncName string
	// The interval: "every 2 hours", "1 day", "half hour". Required.
	Frequency string
	// The variant of the sync; "base" without it.
	SyncVariant *string
}

// UpdateFrequency sets how often a sync runs for a connection.
//
// PUT /sync/update-connection-frequency; the secret key needs the scope environment:syncs:update.
func (s *SyncsService) UpdateFrequency(ctx context.Context, params UpdateSyncFrequencyParams, opts ...CallOption) (*SyncFrequency, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, readSyncFrequency)
}

func (params UpdateSyncFrequencyParams) operation() *operation {
	o := newOperation("Syncs.UpdateFrequency", http.MethodPut, "/sync/update-connection-frequency")
	o.object()
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.member("provider_config_key", "ProviderConfigKey", params.ProviderConfigKey)
	o.require("ConnectionID", params.ConnectionID != "")
	o.member("connection_id", "ConnectionID", params.ConnectionID)
	o.require("SyncName", params.SyncName != "")
	o.member("sync_name", "SyncName", params.SyncName)
	o.require("Frequency", params.Frequency != "")
	o.member("frequency", "Frequency", params.Frequency)
	if params.SyncVariant != nil {
		o.member("sync_variant", "SyncVariant", *params.SyncVariant)
	}
	o.request.Repeatable = true
	return o
}

// ResetSyncFrequencyParams are the parameters of [SyncsService.ResetFrequency]. One that is zero or nil is not sent.
type ResetSyncFrequencyParams struct {
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The id of the connection, as the dashboard shows it. Required.
	ConnectionID string
	// The name of the sync. Required.
	SyncName string
	// The variant of the sync; "base" without it.
	SyncVariant *string
}

// ResetFrequency has a sync run for a connection as often as its code says.
//
// PUT /sync/update-connection-frequency; the secret key needs the scope environment:syncs:update.
func (s *SyncsService) ResetFrequency(ctx context.Context, params ResetSyncFrequencyParams, opts ...CallOption) (*SyncFrequency, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, readSyncFrequency)
}

func (params ResetSyncFrequencyParams) operation() *operation {
	o := newOperation("Syncs.ResetFrequency", http.MethodPut, "/sync/update-connection-frequency")
	o.object()
	o.member("frequency", "frequency", nil)
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.member("provider_config_key", "ProviderConfigKey", params.ProviderConfigKey)
	o.require("ConnectionID", params.ConnectionID != "")
	o.member("connection_id", "ConnectionID", params.ConnectionID)
	o.require("SyncName", params.SyncName != "")
	o.member("sync_name", "SyncName", params.SyncName)
	if params.SyncVariant != nil {
		o.member("sync_variant", "SyncVariant", *params.SyncVariant)
	}
	o.request.Repeatable = true
	return o
}

// CreateSyncVariantParams are the parameters of [SyncsService.CreateVariant]. One that is zero or nil is not sent.
type CreateSyncVariantParams struct {
	// The name of the sync. Required.
	Name string
	// The name of the variant. Required.
	Variant string
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The id of the connection, as the dashboard shows it. Required.
	ConnectionID string
}

// CreateVariant creates a variant of a sync for a connection.
//
// POST /sync/{name}/variant/{variant}; the secret key needs the scope environment:syncs:variant:create.
func (s *SyncsService) CreateVariant(ctx context.Context, params CreateSyncVariantParams, opts ...CallOption) (*SyncVariant, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, readSyncVariant)
}

func (params CreateSyncVariantParams) operation() *operation {
	o := newOperation("Syncs.CreateVariant", http.MethodPost, "/sync/{name}/variant/{variant}")
	o.object()
	o.require("Name", params.Name != "")
	o.path("name", "Name", params.Name)
	o.require("Variant", params.Variant != "")
	o.path("variant", "Variant", params.Variant)
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.member("provider_config_key", "ProviderConfigKey", params.ProviderConfigKey)
	o.require("ConnectionID", params.ConnectionID != "")
	o.member("connection_id", "ConnectionID", params.ConnectionID)
	return o
}

// DeleteSyncVariantParams are the parameters of [SyncsService.DeleteVariant]. One that is zero or nil is not sent.
type DeleteSyncVariantParams struct {
	// The name of the sync. Required.
	Name string
	// The name of the variant. Required.
	Variant string
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The id of the connection, as the dashboard shows it. Required.
	ConnectionID string
}

// DeleteVariant deletes a variant of a sync. Its records stay readable.
//
// DELETE /sync/{name}/variant/{variant}; the secret key needs the scope environment:syncs:variant:delete.
func (s *SyncsService) DeleteVariant(ctx context.Context, params DeleteSyncVariantParams, opts ...CallOption) error {
	return callForNothing(ctx, (*service)(s), params.operation(), opts)
}

func (params DeleteSyncVariantParams) operation() *operation {
	o := newOperation("Syncs.DeleteVariant", http.MethodDelete, "/sync/{name}/variant/{variant}")
	o.object()
	o.require("Name", params.Name != "")
	o.path("name", "Name", params.Name)
	o.require("Variant", params.Variant != "")
	o.path("variant", "Variant", params.Variant)
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.member("provider_config_key", "ProviderConfigKey", params.ProviderConfigKey)
	o.require("ConnectionID", params.ConnectionID != "")
	o.member("connection_id", "ConnectionID", params.ConnectionID)
	o.request.Repeatable = true
	return o
}
