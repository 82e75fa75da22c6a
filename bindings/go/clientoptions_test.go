// Code generated from abi/wrappers.json by make generate. DO NOT EDIT.

package nango_test

import "github.com/libnango/libnango/bindings/go"

// unusable has an option that cannot be used for each setting that refuses some value, by the setting's name.
var unusable = map[string]nango.Option{
	"base_url":           nango.WithBaseURL("a\x00b"),
	"connect_timeout":    nango.WithConnectTimeout(-1),
	"max_retries":        nango.WithMaxRetries(-1),
	"max_response_bytes": nango.WithMaxResponseBytes(-1),
	"http_proxy":         nango.WithHTTPProxy("a\x00b"),
	"ca_file":            nango.WithCAFile("a\x00b"),
	"cache_ttl":          nango.WithCacheTTL(-1),
	"user_agent":         nango.WithUserAgent("a\x00b"),
}
