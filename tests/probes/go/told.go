package main

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// arguments are those of an operation, by the names of the description.
type arguments map[string]json.RawMessage

// take takes an argument, if it is there, as the parameter that it is for. Free JSON is passed on as it is, null included.
func (a arguments) take(name string, into any) {
	raw, isThere := a[name]
	if !isThere {
		return
	}
	delete(a, name)
	if free, ok := into.(*any); ok {
		*free = raw
		return
	}
	must(json.Unmarshal(raw, into))
}

// refuseRest ends the probe if there is an argument that the operation does not have.
func (a arguments) refuseRest() {
	for name := range a {
		must(fmt.Errorf("no such argument: %s", name))
	}
}

// itemsOf are all items of a list.
func itemsOf[T any](pager *nango.Pager[T], show func(*T) any) (any, error) {
	items := []any{}
	for item, err := range pager.All() {
		if err != nil {
			return nil, err
		}
		items = append(items, show(item))
	}
	return items, nil
}

func modelsOf[T any](models []*T, show func(*T) any) []any {
	all := []any{}
	for _, model := range models {
		all = append(all, show(model))
	}
	return all
}

// mapOf are models by their names; nil if there is no map.
func mapOf[T any](models map[string]*T, show func(*T) any) map[string]any {
	if models == nil {
		return nil
	}
	all := map[string]any{}
	for name, model := range models {
		all[name] = show(model)
	}
	return all
}

func modelOf[T any](model *T, show func(*T) any) any {
	if model == nil {
		return nil
	}
	return show(model)
}

func momentOf(at *time.Time) any {
	if at == nil {
		return nil
	}
	return moment(*at)
}

// withUnknown adds the unknown fields of a model, if there are any.
func withUnknown(model map[string]any, unknown map[string]json.RawMessage) any {
	if len(unknown) > 0 {
		model["unknown"] = unknown
	}
	return model
}
