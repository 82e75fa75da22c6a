// Code generated from api/operations.json by make generate. DO NOT EDIT.

package nango

import (
	"context"
	"net/http"
)

// EnvironmentService has the operations of Client.Environment.
//
// The Nango environment of the secret key.
type EnvironmentService service

// ListVariables returns the variables that were set in the dashboard.
//
// GET /environment-variables; the secret key needs the scope environment:variables:read.
func (s *EnvironmentService) ListVariables(ctx context.Context, opts ...CallOption) ([]*EnvironmentVariable, error) {
	o := newOperation("Environment.ListVariables", http.MethodGet, "/environment-variables")
	return callFor(ctx, (*service)(s), o, opts, listOf(readEnvironmentVariable))
}

// RotateWebhookSigningKey replaces the key that Nango signs webhooks with.
//
// It counts at once: webhooks that are signed with the former key no longer come.
//
// POST /environment/webhook-signing-key/rotate; the secret key needs the scope environment:webhook_signing_key:rotate.
func (s *EnvironmentService) RotateWebhookSigningKey(ctx context.Context, opts ...CallOption) (*WebhookSigningKey, error) {
	o := newOperation("Environment.RotateWebhookSigningKey", http.MethodPost, "/environment/webhook-signing-key/rotate")
	return callFor(ctx, (*service)(s), o, opts, at(readWebhookSigningKey, "data"))
}
