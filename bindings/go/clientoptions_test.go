// Code generated from abi/wrappers.json by make generate. DO NOT EDIT.

package nango_test

import "github.com/libnango/libnango/bindings/go"

// unusable has an option that cannot be used for each setting that refuses some value, by the option's name.
var unusable = map[string]nango.Option{
	"WithBaseURL":          nango.WithBaseURL("a\x00b"),
	"WithConnectTimeout":   nango.WithConnectTimeout(-1),
	"WithMaxRetries":       nango.WithMaxRetries(-1),
	"WithMaxResponseBytes": nango.WithMaxResponseBytes(-1),
	"WithHTTPProxy":        nango.WithHTTPProxy("a\x00b"),
	"WithCAFile":           nango.WithCAFile("a\x00b"),
	"WithCacheTTL":         nango.WithCacheTTL(-1),
	"WithUserAgent":        nango.WithUserAgent("a\x00b"),
}
