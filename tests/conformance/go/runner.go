package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

var routes = map[string]nango.Route{
	"auto":        nango.RouteAuto,
	"connection":  nango.RouteConnection,
	"connections": nango.RouteConnections,
}

type runner struct {
	out                   io.Writer
	comparisons, failures int
}

// run makes the call of one case and compares. An error is one of the case, or of this runner.
func (r *runner) run(c testCase) error {
	if (c.Expect.Connection == nil) == (c.Expect.Error == nil) {
		return errors.New("neither a connection nor an error is expected, or both are")
	}
	connection, err := get(c.Call)
	switch {
	case c.Expect.Connection != nil && err == nil:
		r.compareConnection(c, connection)
	case c.Expect.Error != nil && err != nil:
		var failure *nango.Error
		if !errors.As(err, &failure) {
			return fmt.Errorf("%w is no *nango.Error", err)
		}
		compareFields(r, c.Name, failure, errorFields, c.Expect.Error)
	default:
		r.failWhole(c, err)
	}
	return nil
}

// get makes a client and the call.
func get(c call) (*nango.Connection, error) {
	route, ok := routes[c.Route]
	if !ok {
		return nil, fmt.Errorf("there is no route %q", c.Route)
	}
	opts := []nango.Option{
		nango.WithBaseURL(c.BaseURL),
		nango.WithRoute(route),
		nango.WithAllowPlaintextHTTP(c.AllowPlaintextHTTP),
		nango.WithMaxRetries(0),
		nango.WithHTTPProxy(""),
	}
	for _, header := range c.Headers {
		opts = append(opts, nango.WithHeader(header[0], header[1]))
	}
	if c.MaxResponseBytes != nil {
		opts = append(opts, nango.WithMaxResponseBytes(*c.MaxResponseBytes))
	}
	if c.UserAgent != nil {
		opts = append(opts, nango.WithUserAgent(*c.UserAgent))
	}
	client, err := nango.NewClient(c.SecretKey, opts...)
	if err != nil {
		return nil, err
	}
	defer client.Close()
	return client.GetConnection(context.Background(), c.ConnectionID, c.ProviderConfigKey, callOptions(c)...)
}

func callOptions(c call) []nango.CallOption {
	var opts []nango.CallOption
	if c.ForceRefresh {
		opts = append(opts, nango.ForceRefresh())
	}
	if c.RefreshToken {
		opts = append(opts, nango.RefreshToken())
	}
	if c.RefreshGitHubAppJWTToken {
		opts = append(opts, nango.RefreshGitHubAppJWTToken())
	}
	if c.TimeoutMS != nil {
		opts = append(opts, nango.CallTimeout(time.Duration(*c.TimeoutMS)*time.Millisecond))
	}
	return opts
}

func (r *runner) compareConnection(c testCase, connection *nango.Connection) {
	fields := maps.Clone(c.Expect.Connection)
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		arguments, isLookUp := fields[name].(map[string]any)
		if !isLookUp {
			continue
		}
		delete(fields, name)
		lookUp, known := lookUps[name]
		for _, argument := range slices.Sorted(maps.Keys(arguments)) {
			what := fmt.Sprintf("%s(%q)", name, argument)
			if !known {
				r.fail(c.Name, what, "no accessor", arguments[argument])
				continue
			}
			r.compare(c.Name, what, lookUp(connection, argument), arguments[argument])
		}
	}
	compareFields(r, c.Name, connection, connectionFields, fields)
}

// compareFields compares what each expected name has in the table.
func compareFields[Of any](r *runner, name string, of Of, table map[string]field[Of], expected map[string]any) {
	for _, what := range slices.Sorted(maps.Keys(expected)) {
		field, known := table[what]
		if !known {
			r.fail(name, what, "no accessor", expected[what])
			continue
		}
		field(r, name, what, of, expected[what])
	}
}

// compare compares two values that are nil, a text, a number as text, or something that Go gives in its own form.
func (r *runner) compare(name, what string, got, expected any) {
	if got != expected {
		r.fail(name, what, got, expected)
		return
	}
	r.comparisons++
}

func (r *runner) fail(name, what string, got, expected any) {
	r.comparisons++
	r.failures++
	fmt.Fprintf(r.out, "%s: %s: got %#v, expected %#v\n", name, what, got, expected)
}

// failWhole counts every comparison of a case that went the other way.
func (r *runner) failWhole(c testCase, err error) {
	got := "a connection"
	if err != nil {
		got = err.Error()
	}
	for _, fields := range []map[string]any{c.Expect.Connection, c.Expect.Error} {
		for _, what := range slices.Sorted(maps.Keys(fields)) {
			arguments, isLookUp := fields[what].(map[string]any)
			if !isLookUp {
				r.fail(c.Name, what, got, fields[what])
			}
			for _, argument := range slices.Sorted(maps.Keys(arguments)) {
				r.fail(c.Name, fmt.Sprintf("%s(%q)", what, argument), got, arguments[argument])
			}
		}
	}
}
