// Code generated from api/operations.json by make generate. DO NOT EDIT.

package nango

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// ActionsService has the operations of Client.Actions.
//
// Actions: functions that Nango runs on a connection.
type ActionsService service

// TriggerActionParams are the parameters of [ActionsService.Trigger]. One that is zero or nil is not sent.
// Printing them shows neither secrets nor customers' data.
type TriggerActionParams struct {
	// The id of the connection, as the dashboard shows it. Required.
	ConnectionID string
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The name of the action. Required.
	ActionName string
	// The input of the action.
	Input any `nango:"hidden"`
	// How often Nango runs the action again if it fails, from 0 to 5.
	MaxRetries *int
}

// Trigger runs an action on a connection and waits for its output.
//
// An action can run for minutes: pass a timeout that is long enough. The output is any JSON value; an action that
// returns nothing gives null.
//
// POST /action/trigger; the secret key needs the scope environment:actions:execute.
func (s *ActionsService) Trigger(ctx context.Context, params TriggerActionParams, opts ...CallOption) (json.RawMessage, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, anyJSON)
}

func (params TriggerActionParams) operation() *operation {
	o := newOperation("Actions.Trigger", http.MethodPost, "/action/trigger")
	o.object()
	o.require("ConnectionID", params.ConnectionID != "")
	o.header("Connection-Id", "ConnectionID", params.ConnectionID)
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.header("Provider-Config-Key", "ProviderConfigKey", params.ProviderConfigKey)
	o.require("ActionName", params.ActionName != "")
	o.member("action_name", "ActionName", params.ActionName)
	if params.Input != nil {
		o.member("input", "Input", params.Input)
	}
	if params.MaxRetries != nil {
		o.header("X-Max-Retries", "MaxRetries", strconv.Itoa(*params.MaxRetries))
	}
	return o
}

// String returns the parameters that are set. It shows neither secrets nor customers' data.
func (params TriggerActionParams) String() string {
	return shown(params)
}

// Format prints [TriggerActionParams.String], whatever the verb. In an unexported field of another struct fmt prints
// the parameters without asking it, and so everything. The same goes for %p, which go vet does not report.
func (params TriggerActionParams) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, params.String())
}

// MarshalText returns [TriggerActionParams.String], also for JSON and other encodings.
func (params TriggerActionParams) MarshalText() ([]byte, error) {
	return []byte(params.String()), nil
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the secrets.
func (params TriggerActionParams) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.TriggerActionParams", "")
}

// TriggerActionAsyncParams are the parameters of [ActionsService.TriggerAsync]. One that is zero or nil is not sent.
// Printing them shows neither secrets nor customers' data.
type TriggerActionAsyncParams struct {
	// The id of the connection, as the dashboard shows it. Required.
	ConnectionID string
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The name of the action. Required.
	ActionName string
	// The input of the action.
	Input any `nango:"hidden"`
	// How often Nango runs the action again if it fails, from 0 to 5.
	MaxRetries *int
}

// TriggerAsync queues an action on a connection, and returns the id of its result.
//
// Nango runs the queued actions of an environment one after another.
//
// POST /action/trigger; the secret key needs the scope environment:actions:execute.
func (s *ActionsService) TriggerAsync(ctx context.Context, params TriggerActionAsyncParams, opts ...CallOption) (*QueuedAction, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, readQueuedAction)
}

func (params TriggerActionAsyncParams) operation() *operation {
	o := newOperation("Actions.TriggerAsync", http.MethodPost, "/action/trigger")
	o.header("X-Async", "X-Async", "true")
	o.object()
	o.require("ConnectionID", params.ConnectionID != "")
	o.header("Connection-Id", "ConnectionID", params.ConnectionID)
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.header("Provider-Config-Key", "ProviderConfigKey", params.ProviderConfigKey)
	o.require("ActionName", params.ActionName != "")
	o.member("action_name", "ActionName", params.ActionName)
	if params.Input != nil {
		o.member("input", "Input", params.Input)
	}
	if params.MaxRetries != nil {
		o.header("X-Max-Retries", "MaxRetries", strconv.Itoa(*params.MaxRetries))
	}
	return o
}

// String returns the parameters that are set. It shows neither secrets nor customers' data.
func (params TriggerActionAsyncParams) String() string {
	return shown(params)
}

// Format prints [TriggerActionAsyncParams.String], whatever the verb. In an unexported field of another struct fmt prints
// the parameters without asking it, and so everything. The same goes for %p, which go vet does not report.
func (params TriggerActionAsyncParams) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, params.String())
}

// MarshalText returns [TriggerActionAsyncParams.String], also for JSON and other encodings.
func (params TriggerActionAsyncParams) MarshalText() ([]byte, error) {
	return []byte(params.String()), nil
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the secrets.
func (params TriggerActionAsyncParams) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.TriggerActionAsyncParams", "")
}

// GetActionResultParams are the parameters of [ActionsService.Result]. One that is zero or nil is not sent.
type GetActionResultParams struct {
	// The id of the queued action. Required.
	ID string
}

// Result returns the output of a queued action.
//
// An action that still runs, one that does not exist and one whose output is null are the error kind api with the
// status 404: Nango does not tell them apart.
//
// GET /action/{id}; the secret key needs the scope environment:actions:execute.
func (s *ActionsService) Result(ctx context.Context, params GetActionResultParams, opts ...CallOption) (json.RawMessage, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, anyJSON)
}

func (params GetActionResultParams) operation() *operation {
	o := newOperation("Actions.Result", http.MethodGet, "/action/{id}")
	o.require("ID", params.ID != "")
	o.path("id", "ID", params.ID)
	return o
}

// WaitForActionResultParams are the parameters of [ActionsService.WaitForResult]. One that is zero or nil is not sent.
type WaitForActionResultParams struct {
	// The id of the queued action. Required.
	ID string
}

// WaitForResult waits for the output of a queued action.
//
// It asks at once, after half a second, and then every second or two, until the timeout of the call has passed; then
// the error kind is timeout. Nango answers for an id that does not exist, and for an output that is null, as it does
// while the action runs: such a wait ends by its timeout.
//
// [CallTimeout] sets how long it waits at most; the end of the context ends it too.
//
// GET /action/{id}; the secret key needs the scope environment:actions:execute.
func (s *ActionsService) WaitForResult(ctx context.Context, params WaitForActionResultParams, opts ...CallOption) (json.RawMessage, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, anyJSON)
}

func (params WaitForActionResultParams) operation() *operation {
	o := newOperation("Actions.WaitForResult", http.MethodGet, "/action/{id}")
	o.require("ID", params.ID != "")
	o.path("id", "ID", params.ID)
	o.request.Until = clib.UntilFound
	return o
}
