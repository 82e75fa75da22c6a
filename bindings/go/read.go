package nango

import (
	"bytes"
	"encoding/json"
	"maps"
	"strconv"
	"time"
)

// reader makes a Go value from a part of a response. A value of an unexpected type is noted in the value's reading,
// and the reader's result is then ignored.
type reader[T any] func(v *value) T

// reading has the errors found while a response is read.
type reading struct {
	// The first error in the response, if any.
	problem string
}

// value is a part of a response, valid JSON.
type value struct {
	raw     json.RawMessage
	reading *reading
	// The parent value, and the name or index in it; nil for the root.
	parent *value
	name   string
}

// inside is the value of this name or index.
func (v *value) inside(name string, raw json.RawMessage) *value {
	return &value{raw: raw, reading: v.reading, parent: v, name: name}
}

// pointer is where the value is in the response: a JSON pointer.
func (v *value) pointer() string {
	if v.parent == nil {
		return ""
	}
	return v.parent.pointer() + "/" + v.name
}

// isNot notes that the value does not have the expected type.
func (v *value) isNot(what string) {
	if v.reading.problem != "" {
		return
	}
	where := v.pointer()
	if where == "" {
		where = "the whole"
	}
	v.reading.problem = where + " is not " + what
}

func (v *value) isNull() bool {
	return string(v.raw) == "null"
}

func text(v *value) string {
	text, ok := "", false
	if v.raw[0] == '"' && !hasLoneSurrogate(string(v.raw)) {
		ok = json.Unmarshal(v.raw, &text) == nil
	}
	if !ok {
		v.isNot("a string")
	}
	return text
}

func integer(v *value) int64 {
	number, err := strconv.ParseInt(string(v.raw), 10, 64)
	if err != nil {
		v.isNot("a 64-bit integer")
	}
	return number
}

func number(v *value) float64 {
	number, err := strconv.ParseFloat(string(v.raw), 64)
	if err != nil {
		v.isNot("a number")
	}
	return number
}

func boolean(v *value) bool {
	is := string(v.raw) == "true"
	if !is && string(v.raw) != "false" {
		v.isNot("a boolean")
	}
	return is
}

func moment(v *value) time.Time {
	at, err := time.Parse(time.RFC3339Nano, text(v))
	if err != nil {
		v.isNot("an RFC 3339 time")
	}
	return at.UTC()
}

// anyJSON is a copy, so that a caller's changes do not affect others.
func anyJSON(v *value) json.RawMessage {
	return bytes.Clone(v.raw)
}

func object(v *value) json.RawMessage {
	if v.raw[0] != '{' {
		v.isNot("an object")
	}
	return anyJSON(v)
}

// listOf reads an array.
func listOf[T any](item reader[T]) reader[[]T] {
	return func(v *value) []T {
		var raw []json.RawMessage
		if v.raw[0] != '[' || json.Unmarshal(v.raw, &raw) != nil {
			v.isNot("an array")
		}
		items := make([]T, len(raw))
		for i, one := range raw {
			items[i] = item(v.inside(strconv.Itoa(i), one))
		}
		return items
	}
}

// mapOf reads an object whose members all have the same type.
func mapOf[T any](item reader[T]) reader[map[string]T] {
	return func(v *value) map[string]T {
		items := map[string]T{}
		for name, raw := range v.members().raw {
			items[name] = item(v.inside(name, raw))
		}
		return items
	}
}

// members are the members of an object, of which each that is known is read once.
type members struct {
	of    *value
	raw   map[string]json.RawMessage
	known map[string]bool
}

func (v *value) members() *members {
	m := &members{of: v, known: map[string]bool{}}
	if v.raw[0] != '{' || json.Unmarshal(v.raw, &m.raw) != nil {
		v.isNot("an object")
	}
	return m
}

// member reads a member; zero if it is null or not there.
func member[T any](m *members, name string, read reader[T]) T {
	if pointer := nullable(m, name, read); pointer != nil {
		return *pointer
	}
	var none T
	return none
}

// nullable reads a member; nil if it is null or not there.
func nullable[T any](m *members, name string, read reader[T]) *T {
	m.known[name] = true
	raw, isThere := m.raw[name]
	v := m.of.inside(name, raw)
	if !isThere || v.isNull() {
		return nil
	}
	result := read(v)
	return &result
}

// page reads the items of a page, which are in a member of it.
func page[T any](items string, item reader[T]) reader[[]T] {
	return func(v *value) []T {
		return member(v.members(), items, listOf(item))
	}
}

// document is an object as Nango sent it, and the names of the members that the library knows. A function, since printing by
// reflection goes through fields but never into a function.
type document func() (raw json.RawMessage, known map[string]bool)

func (m *members) document() document {
	// A copy, so that one item does not keep a whole page.
	raw, known := bytes.Clone(m.of.raw), m.known
	return func() (json.RawMessage, map[string]bool) { return raw, known }
}

// json is the whole object; nil if there is none.
func (d document) json() json.RawMessage {
	if d == nil {
		return nil
	}
	raw, _ := d()
	return bytes.Clone(raw)
}

// members are those of the whole object, for those without a field. They were read before, without a problem.
func (d document) members() *members {
	raw := d.json()
	if raw == nil {
		raw = json.RawMessage("{}")
	}
	whole := &value{raw: raw, reading: new(reading)}
	return whole.members()
}

// unknown are the members that the library does not know.
func (d document) unknown() map[string]json.RawMessage {
	if d == nil {
		return nil
	}
	_, known := d()
	unknown := d.members().raw
	maps.DeleteFunc(unknown, func(name string, _ json.RawMessage) bool { return known[name] })
	return unknown
}
