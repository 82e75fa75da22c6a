package nangotest

import (
	"context"
	"maps"
	"net/http"
)

// Records are records of one model of one connection.
type Records struct {
	ConnectionID      string `json:"connection_id"`
	ProviderConfigKey string `json:"provider_config_key"`
	Model             string `json:"model"`
	// Variant of the sync. Default: none.
	Variant string `json:"variant,omitempty"`
	// Records are added, or updated if there is one with the same id: values that encoding/json makes objects with an id of.
	Records []any `json:"records,omitempty"`
	// Deleted are ids, or records as Nango shows them once they are deleted.
	Deleted []any `json:"deleted,omitempty"`
}

// Sync is a sync of an integration, which each of its connections has.
type Sync struct {
	ProviderConfigKey string   `json:"provider_config_key"`
	Name              string   `json:"name"`
	Models            []string `json:"models"`
	// Runs are what each run finds, in turn.
	Runs []SyncRun `json:"runs,omitempty"`
}

// SyncRun is one run of a sync.
type SyncRun struct {
	// Records by model.
	Records map[string][]any `json:"records,omitempty"`
	// Deleted are ids, or records, by model.
	Deleted map[string][]any `json:"deleted,omitempty"`
	// Fails makes it fail.
	Fails bool `json:"fails,omitempty"`
	// RunningPolls is how many times its status is asked for while it runs.
	RunningPolls int `json:"running_polls,omitempty"`
}

// Action is an action of an integration.
type Action struct {
	ProviderConfigKey string `json:"provider_config_key"`
	Name              string `json:"name"`
	// Output is what it returns.
	Output any `json:"output"`
	// Echo makes it return its input instead.
	Echo bool `json:"echo,omitempty"`
	// Error is Nango's error that it fails with, and its status: {"status": 500, "code": "action_script_runtime_error"}.
	Error map[string]any `json:"error,omitempty"`
	// Upstream is the external API's response that it fails with: {"status": 404, "body": {...}}.
	Upstream map[string]any `json:"upstream,omitempty"`
	// PendingPolls is how many times the result is asked for in vain by a caller that does not wait.
	PendingPolls int `json:"pending_polls,omitempty"`
}

// Webhook is a webhook that the emulator has sent.
type Webhook struct {
	URL string `json:"url"`
	// Status is the status of the receiver's response, and 0 while there is none.
	Status int `json:"status"`
	// Problem is why there is no response.
	Problem string `json:"problem"`
	Body    any    `json:"body"`
}

// Finish is what a customer does with a connect session. Only the token is required.
type Finish struct {
	Token string `json:"token"`
	// Integration that the customer chooses; needed only if the session offers several.
	Integration string `json:"integration,omitempty"`
	// ConnectionID that the connection gets. Default: a new one.
	ConnectionID string `json:"connection_id,omitempty"`
	// Credentials, with their type. Default: invented ones.
	Credentials map[string]any `json:"credentials,omitempty"`
}

// Add adds what a seed may have, keys and limits apart, in place of what has the same name. Reset takes it back. The value is
// what encoding/json makes a JSON object of: map[string]any{"connections": ...}.
func (e *Emulator) Add(ctx context.Context, seed any) error {
	return e.ask(ctx, http.MethodPost, "seed", seed, nil)
}

// AddIntegration adds an integration. The fields are those of the seed, such as {"auth_mode": "API_KEY"}; nil for none.
func (e *Emulator) AddIntegration(ctx context.Context, id string, fields map[string]any) error {
	return e.addOne(ctx, "integrations", withFields(fields, map[string]any{"id": id}))
}

// AddFunction adds a function as Nango shows it. The fields are those of the seed, such as {"code": ...}; nil for none.
func (e *Emulator) AddFunction(ctx context.Context, providerConfigKey, name string, fields map[string]any) error {
	return e.addOne(ctx, "functions", withFields(fields, map[string]any{"provider_config_key": providerConfigKey, "name": name}))
}

// AddRecords adds, updates and deletes records, as a run of a sync does.
func (e *Emulator) AddRecords(ctx context.Context, records Records) error {
	return e.addOne(ctx, "records", records)
}

// AddSync adds a sync, of which each trigger does the next run.
func (e *Emulator) AddSync(ctx context.Context, sync Sync) error {
	return e.addOne(ctx, "syncs", sync)
}

// AddAction adds an action that returns something, returns its input, or fails.
func (e *Emulator) AddAction(ctx context.Context, action Action) error {
	return e.addOne(ctx, "actions", action)
}

// SetVariables sets variables of the environment. Others stay.
func (e *Emulator) SetVariables(ctx context.Context, variables map[string]string) error {
	return e.Add(ctx, map[string]any{"variables": variables})
}

// SendWebhooksTo sends webhooks to a URL of this machine from now on, signed with a key. An empty key is the one before.
func (e *Emulator) SendWebhooksTo(ctx context.Context, url, signingKey string) error {
	webhooks := map[string]any{"url": url}
	if signingKey != "" {
		webhooks["signing_key"] = signingKey
	}
	return e.Add(ctx, map[string]any{"webhooks": webhooks})
}

// SendWebhook sends any webhook, signed, and returns the status of the receiver's response.
func (e *Emulator) SendWebhook(ctx context.Context, body any) (int, error) {
	var answer struct{ Status int }
	err := e.ask(ctx, http.MethodPost, "webhooks", body, &answer)
	return answer.Status, err
}

// Webhooks are the webhooks that were sent since the start or the last Reset, the oldest first.
func (e *Emulator) Webhooks(ctx context.Context) ([]Webhook, error) {
	var answer struct{ Webhooks []Webhook }
	err := e.ask(ctx, http.MethodGet, "webhooks", nil, &answer)
	return answer.Webhooks, err
}

// FinishConnectSession does what a customer does with a connect session, and returns the id of the connection that it makes.
func (e *Emulator) FinishConnectSession(ctx context.Context, finish Finish) (string, error) {
	var made struct {
		ConnectionID string `json:"connection_id"`
	}
	err := e.ask(ctx, http.MethodPost, "connect", finish, &made)
	return made.ConnectionID, err
}

func (e *Emulator) addOne(ctx context.Context, list string, one any) error {
	return e.Add(ctx, map[string]any{list: []any{one}})
}

func withFields(fields, own map[string]any) map[string]any {
	maps.Copy(own, fields)
	return own
}
