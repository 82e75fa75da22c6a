package nango_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/libnango/libnango/bindings/go"
	"github.com/libnango/libnango/bindings/go/nangotest"
)

// Each appears nowhere else, so any occurrence is a leak.
const (
	canaryKey      = "canary-key-5b1f"
	canaryToken    = "canary-token-8c2e"
	canaryRefresh  = "canary-refresh-d94a"
	canaryGateway  = "canary-gateway-77f0"
	canaryPassword = "canary-password-e613"
	canarySaid     = "canary-said-20ab"
)

const canaryDocument = `{"connection_id":"customer-1","provider_config_key":"github","metadata":{"a":"` + canarySaid + `"},` +
	`"credentials":{"type":"OAUTH2","access_token":"` + canaryToken + `","refresh_token":"` + canaryRefresh + `",` +
	`"raw":{"access_token":"` + canaryToken + `"}}}`

// said is a response that repeats every secret, as a careless server might.
func said(code string) string {
	return fmt.Sprintf(`{"error":{"code":%q,"message":"%s %s %s %s"}}`, code, canarySaid, canaryKey, canaryToken, canaryRefresh)
}

// canary makes calls and keeps everything that a program could show of them.
type canary struct {
	t     *testing.T
	shown strings.Builder
	log   *slog.Logger
}

// show prints something in every way that there is.
func (c *canary) show(what any) {
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
		fmt.Fprintf(&c.shown, verb+"\n", what)
	}
	encoded, err := json.Marshal(what)
	if err != nil {
		c.t.Error(err)
	}
	c.shown.Write(encoded)
	c.log.Info("canary", "what", what, slog.Group("group", "in", []any{what}))
}

// try makes a client and a call with every secret in place, and shows all of it. It gives back the kind of the error.
func (c *canary) try(ctx context.Context, baseURL string, opts ...nango.Option) nango.ErrorKind {
	client, err := nango.NewClient(canaryKey, append([]nango.Option{
		nango.WithBaseURL(baseURL),
		nango.WithHeader("X-Gateway", canaryGateway),
		nango.WithMaxRetries(1),
		nango.WithLogger(c.log),
	}, opts...)...)
	if err == nil {
		defer func() { _ = client.Close() }()
		c.show(client)
		c.proxy(ctx, client)
		c.operate(ctx, client)
		var connection *nango.Connection
		if connection, err = client.GetConnection(ctx, "customer-1", "github", nango.RefreshToken()); err == nil {
			c.show(connection)
			c.show(*connection)
			c.show(connection.Credentials)
			refresh, _ := connection.Credentials.RefreshToken()
			if connection.Token() != canaryToken || refresh != canaryRefresh {
				c.t.Error("the accessors do not give the secrets")
			}
			return nango.ErrorKindNone
		}
	}
	c.show(err)
	failure := asError(c.t, err)
	c.show(*failure)
	c.show(fmt.Errorf("wrapped: %w", err))
	return failure.Kind
}

// proxy makes a call through the proxy with every secret in place, and shows all of it.
func (c *canary) proxy(ctx context.Context, client *nango.Client) {
	request := &nango.Request{
		Method:   http.MethodPost,
		Endpoint: "/" + canaryToken + "?key=" + canaryToken,
		Query:    url.Values{"key": {canaryToken}},
		Header:   http.Header{"Authorization": {canaryToken}, "Content-Type": {"text/" + canaryToken}},
		Body:     io.MultiReader(strings.NewReader(canarySaid)),
	}
	c.show(request)
	c.show(*request)
	response, err := client.Proxy(ctx, "customer-1", "github", request, nango.BaseURLOverride("https://"+canaryToken+".example"))
	if err != nil {
		c.show(err)
		c.show(*asError(c.t, err))
		return
	}
	c.show(response)
	c.show(*response)
	if _, err := response.Bytes(); err != nil {
		c.show(err)
	}
}

// operate calls operations with every secret in place, and shows all of it.
func (c *canary) operate(ctx context.Context, client *nango.Client) {
	params := importingSecrets()
	c.show(params)
	imported, err := client.Connections.Import(ctx, params)
	c.show(imported)
	if err != nil {
		c.show(err)
		c.show(*asError(c.t, err))
	}
	pager := client.Connections.List(ctx, nango.ListConnectionsParams{Search: canarySaid})
	for connection, err := range pager.All() {
		c.show(connection)
		c.show(err)
	}
	c.show(pager)
	response, err := client.Request(ctx, http.MethodPost, "/x/{id}", nango.PathParameter("id", canarySaid),
		nango.QueryParameter("key", canaryToken), nango.RequestHeader("X-Key", canaryToken), nango.JSONBody(canaryToken))
	c.show(response)
	c.show(err)
}

// canaryWebhook has a secret or a customer's data wherever a webhook can.
const canaryWebhook = `{"from":"nango","type":"auth","connectionId":"c","authMode":"OAUTH2","providerConfigKey":"k","provider":"p",` +
	`"environment":"dev","operation":"refresh","success":false,"tags":{"a":"` + canarySaid + `"},"newer":"` + canarySaid + `",` +
	`"endUser":{"endUserId":"u","endUserEmail":"` + canarySaid + `","tags":{"b":"` + canarySaid + `"}},` +
	`"error":{"type":"t","description":"` + canarySaid + `","payload":{"token":"` + canaryToken + `"}}}`

// receive reads a webhook and shows it; the kind of its error.
func (c *canary) receive(signature, signingKey string) nango.ErrorKind {
	webhook, err := nango.ParseWebhook([]byte(canaryWebhook), signature, signingKey)
	if err != nil {
		c.show(err)
		c.show(*asError(c.t, err))
		return asError(c.t, err).Kind
	}
	c.show(webhook)
	c.show(*webhook.(*nango.AuthWebhook))
	return nango.ErrorKindNone
}

func TestNoSecretIsShownAnywhere(t *testing.T) {
	var logged bytes.Buffer
	all := &slog.HandlerOptions{Level: nango.LevelTrace, AddSource: true}
	for name, handler := range map[string]slog.Handler{"text": slog.NewTextHandler(&logged, all), "JSON": slog.NewJSONHandler(&logged, all)} {
		t.Run(name, func(t *testing.T) {
			c := &canary{t: t, log: slog.New(handler)}
			c.everything()
			shown := c.shown.String() + logged.String()
			for _, secret := range []string{canaryKey, canaryToken, canaryRefresh, canaryGateway, canaryPassword, canarySaid} {
				for _, form := range []string{secret, asBytes(secret), fmt.Sprintf("%x", secret)} {
					if at := strings.Index(shown, form); at >= 0 {
						t.Errorf("%s is shown: %s", secret, shown[max(at-200, 0):at+len(form)])
					}
				}
			}
			for _, want := range []string{"nango response received", "nango call succeeded", "proxy", "customer-1"} {
				if !strings.Contains(logged.String(), want) {
					t.Errorf("the library does not log %s:\n%s", want, &logged)
				}
			}
		})
	}
}

// everything succeeds once and fails in every way that a test can reach.
func (c *canary) everything() {
	answers := func(status int, body string) string { return serve(c.t, answering(status, body)).URL }
	ctx := c.t.Context()
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	proxy := strings.Replace(nobodysURL(c.t), "http://", "http://canary:"+canaryPassword+"@", 1)
	reached := []nango.ErrorKind{
		c.try(ctx, answers(http.StatusOK, canaryDocument)),
		c.try(ctx, "http://"+canaryPassword+"@127.0.0.1"),
		c.try(ctx, "https://"+strings.Repeat("a", 64)+".invalid"),
		c.try(ctx, nobodysURL(c.t)),
		c.try(ctx, untrustedURL(c.t)),
		c.try(ctx, "https://nango.example", nango.WithHTTPProxy(proxy)),
		c.try(ctx, nobodysURL(c.t), nango.WithTimeout(0)),
		c.try(cancelled, nobodysURL(c.t)),
		c.try(ctx, serve(c.t, breakingOff(canaryDocument)).URL),
		c.try(ctx, answers(http.StatusOK, strings.Replace(canaryDocument, `"OAUTH2"`, "7", 1))),
		c.try(ctx, answers(http.StatusOK, canaryDocument), nango.WithMaxResponseBytes(100)),
		c.try(ctx, answers(http.StatusUnauthorized, said("unknown_account"))),
		c.try(ctx, answers(http.StatusForbidden, said("forbidden"))),
		c.try(ctx, answers(http.StatusNotFound, said("not_found"))),
		c.try(ctx, answers(http.StatusFailedDependency, said("invalid_credentials"))),
		c.try(ctx, answers(http.StatusTooManyRequests, said("too_many_request"))),
		c.try(ctx, answers(http.StatusBadRequest, said("invalid_query_params"))),
		c.try(ctx, answers(http.StatusBadGateway, said("server_error"))),
		c.try(ctx, answers(http.StatusBadRequest, said("unknown_provider_config"))),
		c.try(ctx, answers(http.StatusTeapot, "<html>"+canarySaid+canaryKey+canaryToken+"</html>")),
		c.try(ctx, answers(http.StatusOK, canaryDocument), nango.WithCAFile("none.pem")),
		c.receive("", canaryKey),
	}
	c.receive(nangotest.SignWebhook([]byte(canaryWebhook), canaryKey).Get(nango.WebhookSignatureHeader), canaryKey)
	for _, kind := range slices.Sorted(maps.Keys(situations)) {
		if !slices.Contains(reached, kind) {
			c.t.Errorf("%s is not reached", kind)
		}
	}
}
