package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/libnango/libnango/bindings/go"
)

// field compares one field of a connection or an error with what is expected of it.
type field[Of any] func(r *runner, name, what string, of Of, expected any)

var connectionFields = map[string]field[*nango.Connection]{
	"id":                     number(func(c *nango.Connection) int64 { return c.ID }),
	"connection_id":          text(func(c *nango.Connection) string { return c.ConnectionID }),
	"provider_config_key":    text(func(c *nango.Connection) string { return c.ProviderConfigKey }),
	"provider":               text(func(c *nango.Connection) string { return c.Provider }),
	"created_at":             timestamp(func(c *nango.Connection) time.Time { return c.CreatedAt }),
	"updated_at":             timestamp(func(c *nango.Connection) time.Time { return c.UpdatedAt }),
	"last_fetched_at":        timestamp(func(c *nango.Connection) time.Time { return c.LastFetchedAt }),
	"account_id":             optional(accountID),
	"webhook_url_override":   text(func(c *nango.Connection) string { return c.WebhookURLOverride }),
	"metadata_json":          document((*nango.Connection).Metadata),
	"connection_config_json": document((*nango.Connection).ConnectionConfig),
	"tags_json":              document((*nango.Connection).Tags),
	"end_user_json":          document((*nango.Connection).EndUser),
	"errors_json":            document((*nango.Connection).Errors),
	"json":                   document((*nango.Connection).JSON),
	"auth_mode":              number(func(c *nango.Connection) int64 { return int64(c.AuthMode) }),
	"auth_mode_name":         text(func(c *nango.Connection) string { return c.AuthModeName }),
	"token":                  secret(nango.Credentials.Token),
	"access_token":           secret(nango.Credentials.AccessToken),
	"refresh_token":          secret(nango.Credentials.RefreshToken),
	"oauth_token":            secret(nango.Credentials.OAuthToken),
	"oauth_token_secret":     secret(nango.Credentials.OAuthTokenSecret),
	"api_key":                secret(nango.Credentials.APIKey),
	"username":               secret(nango.Credentials.Username),
	"password":               secret(nango.Credentials.Password),
	"credentials_json":       document(func(c *nango.Connection) json.RawMessage { return c.Credentials.JSON() }),
	"raw_json":               document(func(c *nango.Connection) json.RawMessage { return c.Credentials.Raw() }),
	"expires_at":             secret(nango.Credentials.ExpiresAtText),
	"expires_at_ms":          optional(expiresAt),
}

// lookUp gives nil for what is absent.
type lookUp[Of any] func(of Of, argument string) any

var connectionLookUps = map[string]lookUp[*nango.Connection]{
	"credential": func(c *nango.Connection, name string) any { return present(c.Credentials.Lookup(name)) },
	"get_string": func(c *nango.Connection, pointer string) any { return present(pointedString(c.JSON(), pointer)) },
	"get_json": func(c *nango.Connection, pointer string) any {
		raw, ok := pointed(c.JSON(), pointer)
		return present(string(raw), ok)
	},
}

var responseFields = map[string]field[*answer]{
	"status":       number(func(a *answer) int64 { return int64(a.StatusCode) }),
	"header_count": number(headerCount),
	"body_base64":  bytesOf(func(a *answer) []byte { return a.body }),
}

var responseLookUps = map[string]lookUp[*answer]{
	"header":     func(a *answer, name string) any { return firstOf(a.Header.Values(name)) },
	"get_string": func(a *answer, pointer string) any { return inDocument(a.body, pointer, pointedString) },
	"get_json": func(a *answer, pointer string) any {
		return inDocument(a.body, pointer, func(document json.RawMessage, pointer string) (string, bool) {
			raw, ok := pointed(document, pointer)
			return string(raw), ok
		})
	},
}

var errorFields = map[string]field[*nango.Error]{
	"kind":             number(func(e *nango.Error) int64 { return int64(e.Kind) }),
	"kind_name":        text(func(e *nango.Error) string { return e.Kind.String() }),
	"http_status":      number(func(e *nango.Error) int64 { return int64(e.HTTPStatus) }),
	"retry_after_ms":   compareRetryAfter,
	"attempts":         number(func(e *nango.Error) int64 { return int64(e.Attempts) }),
	"is_retryable":     number(retryable),
	"message_contains": compareMessage,
	"code":             text(func(e *nango.Error) string { return e.Code }),
	"server_message":   text((*nango.Error).ServerMessage),
	"body":             text((*nango.Error).Body),
}

// present is nil for what is absent.
func present(value string, ok bool) any {
	if !ok {
		return nil
	}
	return value
}

// number is a number that is always there.
func number[Of any](get func(Of) int64) field[Of] {
	return func(r *runner, name, what string, of Of, expected any) {
		r.compare(name, what, json.Number(strconv.FormatInt(get(of), 10)), expected)
	}
}

// optional is a number that may be absent.
func optional(get func(*nango.Connection) (int64, bool)) field[*nango.Connection] {
	return func(r *runner, name, what string, c *nango.Connection, expected any) {
		var got any
		if value, ok := get(c); ok {
			got = json.Number(strconv.FormatInt(value, 10))
		}
		r.compare(name, what, got, expected)
	}
}

// text is a text whose absence Go gives as "".
func text[Of any](get func(Of) string) field[Of] {
	return func(r *runner, name, what string, of Of, expected any) {
		if expected == nil {
			expected = ""
		}
		r.compare(name, what, get(of), expected)
	}
}

// secret is a credential, which may be absent.
func secret(get func(nango.Credentials) (string, bool)) field[*nango.Connection] {
	return func(r *runner, name, what string, c *nango.Connection, expected any) {
		r.compare(name, what, present(get(c.Credentials)), expected)
	}
}

// document is JSON text, which may be absent.
func document(get func(*nango.Connection) json.RawMessage) field[*nango.Connection] {
	return func(r *runner, name, what string, c *nango.Connection, expected any) {
		raw := get(c)
		r.compare(name, what, present(string(raw), raw != nil), expected)
	}
}

// timestamp is a time, zero if there is none or if it is not RFC 3339.
func timestamp(get func(*nango.Connection) time.Time) field[*nango.Connection] {
	return func(r *runner, name, what string, c *nango.Connection, expected any) {
		var want time.Time
		if sent, ok := expected.(string); ok {
			if at, err := time.Parse(time.RFC3339Nano, sent); err == nil {
				want = at.UTC()
			}
		}
		r.compare(name, what, get(c), want)
	}
}

// bytesOf is a body, which cases have in base64.
func bytesOf[Of any](get func(Of) []byte) field[Of] {
	return func(r *runner, name, what string, of Of, expected any) {
		r.compare(name, what, base64.StdEncoding.EncodeToString(get(of)), expected)
	}
}

func headerCount(a *answer) int64 {
	count := 0
	for _, values := range a.Header {
		count += len(values)
	}
	return int64(count)
}

func firstOf(values []string) any {
	if len(values) == 0 {
		return nil
	}
	return values[0]
}

// inDocument looks into a body, in which there is nothing if it is no JSON.
func inDocument(body []byte, pointer string, look func(json.RawMessage, string) (string, bool)) any {
	document := bytes.TrimSpace(bytes.TrimPrefix(body, []byte("\ufeff")))
	if !json.Valid(document) || !utf8.Valid(document) {
		return nil
	}
	return present(look(document, pointer))
}

func accountID(c *nango.Connection) (int64, bool) {
	if c.AccountID == nil {
		return 0, false
	}
	return *c.AccountID, true
}

func expiresAt(c *nango.Connection) (int64, bool) {
	at, ok := c.Credentials.ExpiresAt()
	return at.UnixMilli(), ok
}

func retryable(e *nango.Error) int64 {
	if e.Retryable() {
		return 1
	}
	return 0
}

// compareRetryAfter compares a time.Duration, which holds 292 years at most.
func compareRetryAfter(r *runner, name, what string, e *nango.Error, expected any) {
	got := json.Number("-1")
	if after, ok := e.RetryAfter(); ok {
		got = json.Number(strconv.FormatInt(after.Milliseconds(), 10))
	}
	const most = math.MaxInt64 / int64(time.Millisecond)
	if sent, ok := expected.(json.Number); ok {
		if ms, err := sent.Int64(); err == nil && ms > most {
			expected = json.Number(strconv.FormatInt(most, 10))
		}
	}
	r.compare(name, what, got, expected)
}

func compareMessage(r *runner, name, what string, e *nango.Error, expected any) {
	part, ok := expected.(string)
	if !ok || !strings.Contains(e.Message, part) {
		r.fail(name, what, e.Message, expected)
		return
	}
	r.comparisons++
}
