// Code generated from api/operations.json by make generate. DO NOT EDIT.

package nango

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// FunctionsService has the operations of Client.Functions.
//
// Functions: the code of syncs and actions that an integration has.
type FunctionsService service

// ListFunctionsParams are the parameters of [FunctionsService.List]. One that is zero or nil is not sent.
type ListFunctionsParams struct {
	// The id of the integration. Required.
	UniqueKey string
	// Only those of this type: "sync", "action" or "on-event".
	FunctionType string
	// Only those with this text in their name.
	Search string
	// How many a page has, from 1 to 100. Default: 100.
	Limit int
}

// List lists the functions that are deployed for an integration.
//
// Pages are fetched as the functions are read.
//
// GET /integrations/{uniqueKey}/functions; the secret key needs the scope environment:functions:list.
func (s *FunctionsService) List(ctx context.Context, params ListFunctionsParams, opts ...CallOption) *Pager[Function] {
	return newPager(ctx, (*service)(s), params.operation(), opts, pagesOf[Function]{
		style: clib.PagesNumber,
		items: "data",
		item:  readFunction,
		key: func(item *Function) any {
			if item.ID == nil {
				return nil
			}
			return *item.ID
		},
	})
}

func (params ListFunctionsParams) operation() *operation {
	o := newOperation("Functions.List", http.MethodGet, "/integrations/{uniqueKey}/functions")
	o.require("UniqueKey", params.UniqueKey != "")
	o.path("uniqueKey", "UniqueKey", params.UniqueKey)
	if params.FunctionType != "" {
		o.query("type", "FunctionType", params.FunctionType)
	}
	if params.Search != "" {
		o.query("search", "Search", params.Search)
	}
	o.query("limit", "Limit", strconv.Itoa(cmp.Or(params.Limit, 100)))
	return o
}

// GetFunctionParams are the parameters of [FunctionsService.Get]. One that is zero or nil is not sent.
type GetFunctionParams struct {
	// The id of the integration. Required.
	UniqueKey string
	// The name of the function. Required.
	Name string
	// Its type: "sync", "action" or "on-event"; needed if several functions have the name.
	FunctionType string
}

// Get returns a function that is deployed for an integration.
//
// GET /integrations/{uniqueKey}/functions/{name}; the secret key needs the scope environment:functions:read.
func (s *FunctionsService) Get(ctx context.Context, params GetFunctionParams, opts ...CallOption) (*Function, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, at(readFunction, "data"))
}

func (params GetFunctionParams) operation() *operation {
	o := newOperation("Functions.Get", http.MethodGet, "/integrations/{uniqueKey}/functions/{name}")
	o.require("UniqueKey", params.UniqueKey != "")
	o.path("uniqueKey", "UniqueKey", params.UniqueKey)
	o.require("Name", params.Name != "")
	o.path("name", "Name", params.Name)
	if params.FunctionType != "" {
		o.query("type", "FunctionType", params.FunctionType)
	}
	return o
}

// GetFunctionCodeParams are the parameters of [FunctionsService.GetCode]. One that is zero or nil is not sent.
type GetFunctionCodeParams struct {
	// The id of the integration. Required.
	UniqueKey string
	// The name of the function. Required.
	Name string
	// Its type: "sync", "action" or "on-event"; needed if several functions have the name.
	FunctionType string
}

// GetCode returns the code of a function that is deployed for an integration.
//
// GET /integrations/{uniqueKey}/functions/{name}/code; the secret key needs the scope environment:functions:read.
func (s *FunctionsService) GetCode(ctx context.Context, params GetFunctionCodeParams, opts ...CallOption) (*FunctionCode, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, readFunctionCode)
}

func (params GetFunctionCodeParams) operation() *operation {
	o := newOperation("Functions.GetCode", http.MethodGet, "/integrations/{uniqueKey}/functions/{name}/code")
	o.require("UniqueKey", params.UniqueKey != "")
	o.path("uniqueKey", "UniqueKey", params.UniqueKey)
	o.require("Name", params.Name != "")
	o.path("name", "Name", params.Name)
	if params.FunctionType != "" {
		o.query("type", "FunctionType", params.FunctionType)
	}
	return o
}

// DeleteFunctionParams are the parameters of [FunctionsService.Delete]. One that is zero or nil is not sent.
type DeleteFunctionParams struct {
	// The id of the integration. Required.
	UniqueKey string
	// The name of the function. Required.
	Name string
	// Its type: "sync" or "action". Required.
	FunctionType string
}

// Delete deletes a function of an integration.
//
// Nango refuses to delete one that was deployed by its command line program.
//
// DELETE /integrations/{uniqueKey}/functions/{name}; the secret key needs the scope environment:functions:delete.
func (s *FunctionsService) Delete(ctx context.Context, params DeleteFunctionParams, opts ...CallOption) error {
	return callForNothing(ctx, (*service)(s), params.operation(), opts)
}

func (params DeleteFunctionParams) operation() *operation {
	o := newOperation("Functions.Delete", http.MethodDelete, "/integrations/{uniqueKey}/functions/{name}")
	o.require("UniqueKey", params.UniqueKey != "")
	o.path("uniqueKey", "UniqueKey", params.UniqueKey)
	o.require("Name", params.Name != "")
	o.path("name", "Name", params.Name)
	o.require("FunctionType", params.FunctionType != "")
	o.query("type", "FunctionType", params.FunctionType)
	o.request.Repeatable = true
	return o
}

// GetScriptsConfigParams are the parameters of [FunctionsService.ScriptsConfig]. One that is zero or nil is not sent.
type GetScriptsConfigParams struct {
	// The form: "nango" for an array with an object for each integration, "openai" for an object with tools of a language
	// model in "data". Default: nango.
	Format string
}

// ScriptsConfig returns the syncs, actions and on-event functions of all integrations.
//
// GET /scripts/config; the secret key needs the scope environment:integrations:list_functions.
func (s *FunctionsService) ScriptsConfig(ctx context.Context, params GetScriptsConfigParams, opts ...CallOption) (json.RawMessage, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, anyJSON)
}

func (params GetScriptsConfigParams) operation() *operation {
	o := newOperation("Functions.ScriptsConfig", http.MethodGet, "/scripts/config")
	o.query("format", "Format", cmp.Or(params.Format, "nango"))
	return o
}

// CompileFunctionParams are the parameters of [FunctionsService.Compile]. One that is zero or nil is not sent.
// Printing them shows neither secrets nor customers' data.
type CompileFunctionParams struct {
	// The code, in TypeScript. Required.
	Code string `nango:"hidden"`
}

// Compile compiles the code of a function.
//
// POST /functions/compile; the secret key needs the scope environment:functions:compile.
func (s *FunctionsService) Compile(ctx context.Context, params CompileFunctionParams, opts ...CallOption) (*CompiledFunction, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, readCompiledFunction)
}

func (params CompileFunctionParams) operation() *operation {
	o := newOperation("Functions.Compile", http.MethodPost, "/functions/compile")
	o.object()
	o.require("Code", params.Code != "")
	o.member("code", "Code", params.Code)
	o.request.Repeatable = true
	return o
}

// String returns the parameters that are set. It shows neither secrets nor customers' data.
func (params CompileFunctionParams) String() string {
	return shown(params)
}

// Format prints [CompileFunctionParams.String], whatever the verb. In an unexported field of another struct fmt prints
// the parameters without asking it, and so everything. The same goes for %p, which go vet does not report.
func (params CompileFunctionParams) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, params.String())
}

// MarshalText returns [CompileFunctionParams.String], also for JSON and other encodings.
func (params CompileFunctionParams) MarshalText() ([]byte, error) {
	return []byte(params.String()), nil
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the secrets.
func (params CompileFunctionParams) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.CompileFunctionParams", "")
}

// StartFunctionDryRunParams are the parameters of [FunctionsService.StartDryRun]. One that is zero or nil is not sent.
// Printing them shows neither secrets nor customers' data.
type StartFunctionDryRunParams struct {
	// The id of the integration. Required.
	IntegrationID string
	// Its type: "action" or "sync". Required.
	FunctionType string
	// The code, in TypeScript. Required.
	Code string `nango:"hidden"`
	// The id of the connection, as the dashboard shows it. Required.
	ConnectionID string
	// The input of an action.
	Input any `nango:"hidden"`
	// Metadata in place of the connection's.
	Metadata any `nango:"hidden"`
	// The checkpoint that a sync starts at.
	Checkpoint any `nango:"hidden"`
	// When the sync ran last.
	LastSyncDate time.Time
}

// StartDryRun runs the code of a function on a connection without storing anything.
//
// POST /functions/dryruns; the secret key needs the scope environment:functions:dryrun.
func (s *FunctionsService) StartDryRun(ctx context.Context, params StartFunctionDryRunParams, opts ...CallOption) (*QueuedFunctionRun, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, readQueuedFunctionRun)
}

func (params StartFunctionDryRunParams) operation() *operation {
	o := newOperation("Functions.StartDryRun", http.MethodPost, "/functions/dryruns")
	o.object()
	o.require("IntegrationID", params.IntegrationID != "")
	o.member("integration_id", "IntegrationID", params.IntegrationID)
	o.require("FunctionType", params.FunctionType != "")
	o.member("function_type", "FunctionType", params.FunctionType)
	o.require("Code", params.Code != "")
	o.member("code", "Code", params.Code)
	o.require("ConnectionID", params.ConnectionID != "")
	o.member("connection_id", "ConnectionID", params.ConnectionID)
	if params.Input != nil {
		o.member("input", "Input", params.Input)
	}
	if params.Metadata != nil {
		o.member("metadata", "Metadata", params.Metadata)
	}
	if params.Checkpoint != nil {
		o.member("checkpoint", "Checkpoint", params.Checkpoint)
	}
	if !params.LastSyncDate.IsZero() {
		o.member("last_sync_date", "LastSyncDate", timestamp(params.LastSyncDate))
	}
	return o
}

// String returns the parameters that are set. It shows neither secrets nor customers' data.
func (params StartFunctionDryRunParams) String() string {
	return shown(params)
}

// Format prints [StartFunctionDryRunParams.String], whatever the verb. In an unexported field of another struct fmt prints
// the parameters without asking it, and so everything. The same goes for %p, which go vet does not report.
func (params StartFunctionDryRunParams) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, params.String())
}

// MarshalText returns [StartFunctionDryRunParams.String], also for JSON and other encodings.
func (params StartFunctionDryRunParams) MarshalText() ([]byte, error) {
	return []byte(params.String()), nil
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the secrets.
func (params StartFunctionDryRunParams) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.StartFunctionDryRunParams", "")
}

// GetFunctionDryRunParams are the parameters of [FunctionsService.GetDryRun]. One that is zero or nil is not sent.
type GetFunctionDryRunParams struct {
	// The id of the dry run. Required.
	ID string
}

// GetDryRun returns the state of a dry run.
//
// GET /functions/dryruns/{id}; the secret key needs the scope environment:functions:dryrun.
func (s *FunctionsService) GetDryRun(ctx context.Context, params GetFunctionDryRunParams, opts ...CallOption) (*FunctionDryRun, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, readFunctionDryRun)
}

func (params GetFunctionDryRunParams) operation() *operation {
	o := newOperation("Functions.GetDryRun", http.MethodGet, "/functions/dryruns/{id}")
	o.require("ID", params.ID != "")
	o.path("id", "ID", params.ID)
	return o
}

// DeployFunctionParams are the parameters of [FunctionsService.Deploy]. One that is zero or nil is not sent.
// Printing them shows neither secrets nor customers' data.
type DeployFunctionParams struct {
	// The id of the integration. Required.
	IntegrationID string
	// The name of the function. Required.
	FunctionName string
	// Its type: "action" or "sync". Required.
	FunctionType string
	// The code, in TypeScript. Required.
	Code string `nango:"hidden"`
	// Its version.
	Version *string
	// Whether changes that delete records are allowed.
	AllowDestructive *bool
}

// Deploy deploys the code of a function.
//
// POST /functions/deployments; the secret key needs the scope environment:deploy.
func (s *FunctionsService) Deploy(ctx context.Context, params DeployFunctionParams, opts ...CallOption) (*QueuedFunctionRun, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, readQueuedFunctionRun)
}

func (params DeployFunctionParams) operation() *operation {
	o := newOperation("Functions.Deploy", http.MethodPost, "/functions/deployments")
	o.object()
	o.member("type", "type", "function")
	o.require("IntegrationID", params.IntegrationID != "")
	o.member("integration_id", "IntegrationID", params.IntegrationID)
	o.require("FunctionName", params.FunctionName != "")
	o.member("function_name", "FunctionName", params.FunctionName)
	o.require("FunctionType", params.FunctionType != "")
	o.member("function_type", "FunctionType", params.FunctionType)
	o.require("Code", params.Code != "")
	o.member("code", "Code", params.Code)
	if params.Version != nil {
		o.member("version", "Version", *params.Version)
	}
	if params.AllowDestructive != nil {
		o.member("allow_destructive", "AllowDestructive", *params.AllowDestructive)
	}
	return o
}

// String returns the parameters that are set. It shows neither secrets nor customers' data.
func (params DeployFunctionParams) String() string {
	return shown(params)
}

// Format prints [DeployFunctionParams.String], whatever the verb. In an unexported field of another struct fmt prints
// the parameters without asking it, and so everything. The same goes for %p, which go vet does not report.
func (params DeployFunctionParams) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, params.String())
}

// MarshalText returns [DeployFunctionParams.String], also for JSON and other encodings.
func (params DeployFunctionParams) MarshalText() ([]byte, error) {
	return []byte(params.String()), nil
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would show the secrets.
func (params DeployFunctionParams) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.DeployFunctionParams", "")
}

// DeployFunctionTemplateParams are the parameters of [FunctionsService.DeployTemplate]. One that is zero or nil is not
// sent.
type DeployFunctionTemplateParams struct {
	// The id of the integration. Required.
	IntegrationID string
	// The name of the template. Required.
	Template string
	// Its type: "action" or "sync".
	FunctionType *string
}

// DeployTemplate deploys a template of a function.
//
// POST /functions/deployments; the secret key needs the scope environment:deploy.
func (s *FunctionsService) DeployTemplate(ctx context.Context, params DeployFunctionTemplateParams, opts ...CallOption) (*QueuedFunctionRun, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, readQueuedFunctionRun)
}

func (params DeployFunctionTemplateParams) operation() *operation {
	o := newOperation("Functions.DeployTemplate", http.MethodPost, "/functions/deployments")
	o.object()
	o.member("type", "type", "template")
	o.require("IntegrationID", params.IntegrationID != "")
	o.member("integration_id", "IntegrationID", params.IntegrationID)
	o.require("Template", params.Template != "")
	o.member("template", "Template", params.Template)
	if params.FunctionType != nil {
		o.member("function_type", "FunctionType", *params.FunctionType)
	}
	return o
}

// GetFunctionDeploymentParams are the parameters of [FunctionsService.GetDeployment]. One that is zero or nil is not
// sent.
type GetFunctionDeploymentParams struct {
	// The id of the deployment. Required.
	ID string
}

// GetDeployment returns the state of a deployment.
//
// GET /functions/deployments/{id}; the secret key needs the scope environment:deploy.
func (s *FunctionsService) GetDeployment(ctx context.Context, params GetFunctionDeploymentParams, opts ...CallOption) (*FunctionDeployment, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, readFunctionDeployment)
}

func (params GetFunctionDeploymentParams) operation() *operation {
	o := newOperation("Functions.GetDeployment", http.MethodGet, "/functions/deployments/{id}")
	o.require("ID", params.ID != "")
	o.path("id", "ID", params.ID)
	return o
}
