package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/libnango/libnango/bindings/go"
)

type runner struct {
	out                   io.Writer
	comparisons, failures int
}

// run makes the call of one case and compares. An error is one of the case, or of this runner.
func (r *runner) run(c testCase) error {
	outcome, err := makeCall(c.Call)
	switch {
	case c.Expect.Connection != nil && outcome.connection != nil:
		compareAll(r, c.Name, outcome.connection, connectionFields, connectionLookUps, c.Expect.Connection)
	case c.Expect.Response != nil && outcome.answer != nil:
		compareAll(r, c.Name, outcome.answer, responseFields, responseLookUps, c.Expect.Response)
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

// compareAll compares every look-up and every field of a connection or a response.
func compareAll[Of any](r *runner, name string, of Of, fields map[string]field[Of], lookUps map[string]lookUp[Of], expected map[string]any) {
	rest := maps.Clone(expected)
	for _, function := range slices.Sorted(maps.Keys(expected)) {
		arguments, isLookUp := expected[function].(map[string]any)
		if !isLookUp {
			continue
		}
		delete(rest, function)
		lookUp, known := lookUps[function]
		for _, argument := range slices.Sorted(maps.Keys(arguments)) {
			what := fmt.Sprintf("%s(%q)", function, argument)
			if !known {
				r.fail(name, what, "no accessor", arguments[argument])
				continue
			}
			r.compare(name, what, lookUp(of, argument), arguments[argument])
		}
	}
	compareFields(r, name, of, fields, rest)
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
	got := "the other outcome"
	if err != nil {
		got = err.Error()
	}
	for _, fields := range []map[string]any{c.Expect.Connection, c.Expect.Response, c.Expect.Error} {
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
