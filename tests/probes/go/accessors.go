package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/libnango/libnango/bindings/go"
)

// connectionFields are the accessors of a connection that have no argument.
func connectionFields(c *nango.Connection) map[string]any {
	expiresAt, expires := c.Credentials.ExpiresAt()
	return map[string]any{
		"id":                     c.ID,
		"connection_id":          c.ConnectionID,
		"provider_config_key":    c.ProviderConfigKey,
		"provider":               c.Provider,
		"created_at":             moment(c.CreatedAt),
		"updated_at":             moment(c.UpdatedAt),
		"last_fetched_at":        moment(c.LastFetchedAt),
		"account_id":             c.AccountID,
		"webhook_url_override":   c.WebhookURLOverride,
		"metadata_json":          document(c.Metadata()),
		"connection_config_json": document(c.ConnectionConfig()),
		"tags_json":              document(c.Tags()),
		"end_user_json":          document(c.EndUser()),
		"errors_json":            document(c.Errors()),
		"json":                   document(c.JSON()),
		"auth_mode":              int64(c.AuthMode),
		"auth_mode_name":         c.AuthModeName,
		"token":                  optional(c.Credentials.Token()),
		"access_token":           optional(c.Credentials.AccessToken()),
		"refresh_token":          optional(c.Credentials.RefreshToken()),
		"oauth_token":            optional(c.Credentials.OAuthToken()),
		"oauth_token_secret":     optional(c.Credentials.OAuthTokenSecret()),
		"api_key":                optional(c.Credentials.APIKey()),
		"username":               optional(c.Credentials.Username()),
		"password":               optional(c.Credentials.Password()),
		"credentials_json":       document(c.Credentials.JSON()),
		"raw_json":               document(c.Credentials.Raw()),
		"expires_at":             optional(c.Credentials.ExpiresAtText()),
		"expires_at_ms":          optional(expiresAt.UnixMilli(), expires),
	}
}

func lookUpInConnection(c *nango.Connection, function, argument string) any {
	switch function {
	case "credential":
		return optional(c.Credentials.Lookup(argument))
	case "get_string":
		return optional(pointedString(c.JSON(), argument))
	case "get_json":
		return optionalDocument(pointed(c.JSON(), argument))
	}
	must(fmt.Errorf("no such look-up in a connection: %s", function))
	return nil
}

func responseFields(r *nango.Response) map[string]any {
	count := 0
	for _, values := range r.Header {
		count += len(values)
	}
	return map[string]any{"status": r.StatusCode, "header_count": count}
}

func lookUpInResponse(r *nango.Response, body *download, function, argument string) any {
	if function == "header" {
		values := r.Header.Values(argument)
		if len(values) == 0 {
			return nil
		}
		return values[0]
	}
	content := bytes.TrimSpace(bytes.TrimPrefix(body.kept.Bytes(), []byte("\ufeff")))
	if !json.Valid(content) || !utf8.Valid(content) {
		// There is nothing in a body that is not JSON.
		return nil
	}
	switch function {
	case "get_string":
		return optional(pointedString(content, argument))
	case "get_json":
		return optionalDocument(pointed(content, argument))
	}
	must(fmt.Errorf("no such look-up in a response: %s", function))
	return nil
}

func errorFields(e *nango.Error) map[string]any {
	retryAfter := int64(-1)
	if wait, ok := e.RetryAfter(); ok {
		retryAfter = wait.Milliseconds()
	}
	retryable := 0
	if e.Retryable() {
		retryable = 1
	}
	return map[string]any{
		"kind":           int64(e.Kind),
		"kind_name":      e.Kind.String(),
		"http_status":    e.HTTPStatus,
		"code":           e.Code,
		"server_message": e.ServerMessage(),
		"body":           e.Body(),
		"retry_after_ms": retryAfter,
		"attempts":       e.Attempts,
		"is_retryable":   retryable,
		"message":        e.Message,
	}
}

// optional is nil for an absent value.
func optional[V any](value V, ok bool) any {
	if !ok {
		return nil
	}
	return value
}

// document is the text of JSON, exactly as the package gives it.
func document(raw json.RawMessage) any {
	return optional(string(raw), raw != nil)
}

func optionalDocument(raw json.RawMessage, ok bool) any {
	return optional(string(raw), ok)
}

// moment is a time as the seconds since 1970 and the nanoseconds; nil for none.
func moment(at time.Time) any {
	if at.IsZero() {
		return nil
	}
	return [2]int64{at.Unix(), int64(at.Nanosecond())}
}
