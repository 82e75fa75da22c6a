package nango_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// apiDescription is what api/operations.json says, as far as the tests need it.
type apiDescription struct {
	Models     []describedModel
	Operations []describedOperation
}

type describedModel struct {
	Name   string
	Fields []describedField
}

type describedField struct {
	Name, Wire, Type       string
	Secret, Private, Whole bool
}

type describedOperation struct {
	Name, Group, Method, Path string
	Parameters                []describedField
	Result                    struct {
		Kind, Model, At, Items string
		Status                 int
	}
}

func describeAPI(t *testing.T) (api apiDescription) {
	t.Helper()
	if err := json.Unmarshal([]byte(read(t, "../../api/operations.json")), &api); err != nil {
		t.Fatal(err)
	}
	if len(api.Operations) < 40 {
		t.Fatalf("api/operations.json has %d operations", len(api.Operations))
	}
	return api
}

// is reports whether a name of the description and one of Go are the same.
func (api apiDescription) is(described, inGo string) bool {
	return strings.EqualFold(strings.ReplaceAll(described, "_", ""), inGo)
}

// answer is a response to an operation, with these texts in what is secret, and in what is not.
func (api apiDescription) answer(operation describedOperation, secret, public string) string {
	var result any
	switch operation.Result.Kind {
	case "none":
		return `{"success":true}`
	case "json":
		result = map[string]any{"a": secret}
	case "pages":
		return asJSON(map[string]any{operation.Result.Items: []any{api.example(operation.Result.Model, secret, public)}})
	case "list":
		result = api.example("array<"+operation.Result.Model+">", secret, public)
	default:
		result = api.example(operation.Result.Model, secret, public)
	}
	steps := strings.FieldsFunc(operation.Result.At, func(r rune) bool { return r == '/' })
	for _, step := range slices.Backward(steps) {
		if step == "0" {
			result = []any{result}
		} else {
			result = map[string]any{step: result}
		}
	}
	return asJSON(result)
}

// example is a value of a type.
func (api apiDescription) example(of, secret, public string) any {
	if kind, inside, isNested := strings.Cut(of, "<"); isNested {
		item := api.example(strings.TrimSuffix(inside, ">"), secret, public)
		if kind == "array" {
			return []any{item}
		}
		return map[string]any{"a": item}
	}
	switch of {
	case "string", "json":
		return public
	case "object":
		return map[string]any{"a": public}
	case "integer":
		return 7
	case "boolean":
		return true
	case "timestamp":
		return "2026-11-22T01:16:11Z"
	}
	for _, model := range api.Models {
		if model.Name == of {
			members := map[string]any{"new": secret}
			for _, field := range model.Fields {
				switch {
				case field.Whole:
				case field.Secret || field.Private:
					members[field.wire()] = api.example(field.Type, secret, secret)
				default:
					members[field.wire()] = api.example(field.Type, secret, public)
				}
			}
			return members
		}
	}
	panic("no such type: " + of)
}

func (f describedField) wire() string {
	if f.Wire != "" {
		return f.Wire
	}
	return f.Name
}

func asJSON(value any) string {
	encoded, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return string(encoded)
}

// called is what an operation was called with, and what it gave.
type called struct {
	// Nil if it takes none.
	params any
	// All that it returned, and with a pager its items.
	results []any
	err     error
}

// call calls an operation with something in each of its parameters: a text in those that are secret, and another in the
// others.
func (api apiDescription) call(t *testing.T, client *nango.Client, operation describedOperation, secret, public string) called {
	t.Helper()
	method := api.method(t, client, operation)
	arguments := []reflect.Value{reflect.ValueOf(t.Context())}
	var did called
	if takesParams := method.Type().NumIn() == 3; takesParams {
		params := reflect.New(method.Type().In(1)).Elem()
		api.fill(t, params, operation, secret, public)
		did.params = params.Interface()
		arguments = append(arguments, params)
	}
	for _, result := range method.Call(arguments) {
		switch result := result.Interface().(type) {
		case nil:
		case error:
			did.err = result
		default:
			did.results = append(did.results, result)
		}
	}
	if operation.Result.Kind == "pages" {
		for item, err := range reflect.ValueOf(did.results[0]).MethodByName("All").Call(nil)[0].Seq2() {
			if failed, ok := err.Interface().(error); ok {
				did.err = failed
			} else {
				did.results = append(did.results, item.Interface())
			}
		}
	}
	return did
}

// method is the method of an operation.
func (api apiDescription) method(t *testing.T, client *nango.Client, operation describedOperation) reflect.Value {
	t.Helper()
	fields := reflect.ValueOf(client).Elem()
	for i := range fields.NumField() {
		if !api.is(operation.Group, fields.Type().Field(i).Name) {
			continue
		}
		group := fields.Field(i)
		for j := range group.NumMethod() {
			if api.is(operation.Method, group.Type().Method(j).Name) {
				return group.Method(j)
			}
		}
	}
	t.Fatalf("there is no %s.%s", operation.Group, operation.Method)
	panic("unreachable")
}

func (api apiDescription) fill(t *testing.T, params reflect.Value, operation describedOperation, secret, public string) {
	t.Helper()
	if params.NumField() != len(operation.Parameters) {
		t.Errorf("%s has %d fields", params.Type(), params.NumField())
	}
	for _, parameter := range operation.Parameters {
		field := params.FieldByNameFunc(func(name string) bool { return api.is(parameter.Name, name) })
		if !field.IsValid() {
			t.Fatalf("%s has no %s", params.Type(), parameter.Name)
		}
		text := public
		if parameter.Secret || parameter.Private {
			text = secret
		}
		if field.Kind() == reflect.Pointer {
			field.Set(reflect.New(field.Type().Elem()))
			field = field.Elem()
		}
		field.Set(filled(field.Type(), text))
	}
}

// filled is a value of a type of parameters.
func filled(of reflect.Type, text string) reflect.Value {
	switch {
	case of == reflect.TypeFor[time.Time]():
		return reflect.ValueOf(time.Date(2026, 11, 29, 2, 2, 3, 123_000_000, time.FixedZone("", 3600)))
	case of.Kind() == reflect.Slice:
		return reflect.ValueOf([]string{text})
	case of.Kind() == reflect.Map:
		return reflect.ValueOf(map[string]string{"a": text})
	case of.Kind() == reflect.Interface:
		return reflect.ValueOf(map[string]any{"a": text})
	case of.Kind() == reflect.Int:
		// More than a page has: it is then the last one.
		return reflect.ValueOf(2)
	case of.Kind() == reflect.Bool:
		return reflect.ValueOf(true)
	}
	return reflect.ValueOf(text)
}

// TestEveryOperationOfTheDescription sends every parameter and reads every field.
func TestEveryOperationOfTheDescription(t *testing.T) {
	api := describeAPI(t)
	for _, operation := range api.Operations {
		t.Run(operation.Name, func(t *testing.T) {
			arrived, handler := recording(operation.Result.Status, api.answer(operation, "invented-secret", "invented"))
			did := api.call(t, newClient(t, serve(t, handler)), operation, "invented-secret", "invented")
			if did.err != nil {
				t.Fatal(did.err)
			}
			request := receive(t, "the request", arrived)
			all := request.target + request.body + fmt.Sprint(request.header)
			for _, parameter := range operation.Parameters {
				if !strings.Contains(strings.ToLower(all), strings.ToLower(parameter.wire())) &&
					!strings.Contains(operation.Path, "{"+parameter.wire()+"}") {
					t.Errorf("%s is not sent: %s", parameter.Name, all)
				}
			}
			for _, result := range did.results {
				api.expectComplete(t, result)
			}
		})
	}
}

// expectComplete looks for fields of a model, and methods in their place, that have nothing.
func (api apiDescription) expectComplete(t *testing.T, result any) {
	t.Helper()
	model := reflect.ValueOf(result)
	if model.Kind() == reflect.Slice && model.Type() != reflect.TypeFor[json.RawMessage]() {
		if model.Len() == 0 {
			t.Error("the list is empty")
		}
		for i := range model.Len() {
			api.expectComplete(t, model.Index(i).Interface())
		}
		return
	}
	at := slices.IndexFunc(api.Models, func(one describedModel) bool {
		return model.Kind() == reflect.Pointer && api.is(one.Name, model.Elem().Type().Name())
	})
	if at < 0 {
		return
	}
	for _, field := range api.Models[at].Fields {
		isNamed := func(name string) bool { return api.is(field.Name, name) }
		value := model.Elem().FieldByNameFunc(isNamed)
		if isHidden := field.Secret || field.Private; isHidden == value.IsValid() {
			t.Errorf("%s.%s: hidden is %t", api.Models[at].Name, field.Name, isHidden)
			continue
		}
		for i := range model.NumMethod() {
			if isNamed(model.Type().Method(i).Name) {
				value = model.Method(i).Call(nil)[0]
			}
		}
		if !value.IsValid() || value.IsZero() {
			t.Errorf("%s has no %s", api.Models[at].Name, field.Name)
		}
	}
	if model.MethodByName("Unknown").IsValid() {
		unknown := model.MethodByName("Unknown").Call(nil)[0].Interface().(map[string]json.RawMessage)
		if names := slices.Collect(maps.Keys(unknown)); !slices.Equal(names, []string{"new"}) {
			t.Errorf("the unknown fields of %s are %v", api.Models[at].Name, names)
		}
	}
}

// TestNoOperationShowsASecret: what it takes, what it returns, and the error if the response is another one.
func TestNoOperationShowsASecret(t *testing.T) {
	api := describeAPI(t)
	for _, operation := range api.Operations {
		t.Run(operation.Name, func(t *testing.T) {
			answer := api.answer(operation, canarySaid, "customer-1")
			did := api.call(t, secretiveClient(t, answering(operation.Result.Status, answer)), operation, canarySaid, "customer-1")
			if did.err != nil {
				t.Fatal(did.err)
			}
			expectNotShown(t, "parameters", did.params)
			for _, result := range did.results {
				if _, isPlain := result.(json.RawMessage); isPlain {
					continue
				}
				expectNotShown(t, "result", result)
				if got := found(result, secrets...); len(got) > 0 {
					t.Errorf("a walk through the result finds %v", got)
				}
			}
			refused := api.call(t, secretiveClient(t, answering(400, said("invalid_body"))), operation, canarySaid, "customer-1")
			if refused.err == nil {
				t.Error("an error status is none")
			}
			expectNotShown(t, "error", refused.err)
			wrong := strings.NewReplacer("7", `"`+canarySaid+`"`, "2026-", canarySaid, "true", `"`+canarySaid+`"`).Replace(answer)
			wrongly := api.call(t, secretiveClient(t, answering(operation.Result.Status, wrong)), operation, canarySaid, "customer-1")
			expectNotShown(t, "error of another type", wrongly.err)
		})
	}
}

// TestNoOperationIsCalledAfterClose: nothing is sent.
func TestNoOperationIsCalledAfterClose(t *testing.T) {
	api := describeAPI(t)
	arrived, handler := recording(200, "{}")
	client := newClient(t, serve(t, handler))
	if err := client.Close(); err != nil {
		t.Fatal(err)
	}
	for _, operation := range api.Operations {
		if err := api.call(t, client, operation, "a", "a").err; !errors.Is(err, nango.ErrClientClosed) {
			t.Errorf("%s: got %v", operation.Name, err)
		}
	}
	if len(arrived) > 0 {
		t.Errorf("%v was sent", <-arrived)
	}
}
