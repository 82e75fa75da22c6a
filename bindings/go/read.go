package nango

import (
	"bytes"
	"encoding/json"
	"iter"
	"strconv"
	"time"
)

// reader makes a Go value from a part of a response. A value of an unexpected type is noted in the value's reading,
// and the reader's result is then ignored.
type reader[T any] func(v value) T

// reading is one pass over a document.
type reading struct {
	// Valid JSON in UTF-8.
	document []byte
	// The first error in it, if any.
	problem string
	// The item of a page that is being read, if any.
	item *whole
	// Where the members of that item are.
	places []place
	// The value whose end was found last, and that end: what was read is not gone through again to get behind it.
	known, knownEnd int
}

// value is a part of a document: where it begins.
type value struct {
	in *reading
	at int
}

// newReading begins to read a document, which must be valid JSON in UTF-8 without white space around it.
func newReading(document []byte) value {
	return value{in: &reading{document: document, known: -1}}
}

func (v value) first() byte {
	return v.in.document[v.at]
}

func (v value) end() int {
	if v.in.known != v.at {
		v.endsAt(endOfValue(v.in.document, v.at))
	}
	return v.in.knownEnd
}

func (v value) endsAt(end int) {
	v.in.known, v.in.knownEnd = v.at, end
}

// raw is the value's JSON, not copied.
func (v value) raw() []byte {
	return v.in.document[v.at:v.end()]
}

// isNot notes that the value does not have the expected type.
func (v value) isNot(what string) {
	v.has(" is not " + what)
}

// has notes a problem with the value.
func (v value) has(problem string) {
	if v.in.problem != "" {
		return
	}
	where := v.pointer()
	if where == "" {
		where = "the whole"
	}
	v.in.problem = where + problem
}

// pointer is where the value is in the document: a JSON pointer.
func (v value) pointer() string {
	pointer := ""
	around := value{in: v.in}
	for around.at != v.at {
		next := around
		if around.first() == '[' {
			i := 0
			for item := range around.items() {
				if item.at > v.at {
					break
				}
				next, i = item, i+1
			}
			pointer += "/" + strconv.Itoa(i-1)
		} else {
			last := ""
			for name, member := range around.members() {
				if member.at > v.at {
					break
				}
				next, last = member, string(name)
			}
			pointer += "/" + last
		}
		around = next
	}
	return pointer
}

// members are the members of an object, in their order.
func (v value) members() iter.Seq2[[]byte, value] {
	return func(yield func([]byte, value) bool) {
		if v.first() != '{' {
			v.isNot("an object")
			return
		}
		document := v.in.document
		at := afterSpace(document, v.at+1)
		for document[at] != '}' {
			behind := endOfString(document, at)
			name := unquoted(document[at:behind])
			member := value{v.in, afterSpace(document, afterSpace(document, behind)+1)}
			if item := v.in.item; item != nil && item.at == v.at {
				one := place{uint32(at - v.at), uint32(member.at - v.at), int32(len(name))}
				if len(name) < behind-at-2 {
					one.length = -1
				}
				v.in.places = append(v.in.places, one)
			}
			if !yield(name, member) {
				return
			}
			at = afterComma(document, member.end())
		}
		v.endsAt(at + 1)
	}
}

// items are the items of an array.
func (v value) items() iter.Seq[value] {
	return func(yield func(value) bool) {
		if v.first() != '[' {
			v.isNot("an array")
			return
		}
		document := v.in.document
		at := afterSpace(document, v.at+1)
		for document[at] != ']' {
			item := value{v.in, at}
			if !yield(item) {
				return
			}
			at = afterComma(document, item.end())
		}
		v.endsAt(at + 1)
	}
}

// afterComma is where the next item begins, or the end of the container is.
func afterComma(document []byte, at int) int {
	at = afterSpace(document, at)
	if document[at] == ',' {
		at = afterSpace(document, at+1)
	}
	return at
}

func (v value) isNull() bool {
	return v.first() == 'n'
}

func text(v value) string {
	if v.first() != '"' {
		v.isNot("a string")
		return ""
	}
	text, isText := textInQuotes(v.raw())
	if !isText {
		v.isNot("a string")
	}
	return text
}

func integer(v value) int64 {
	number, err := strconv.ParseInt(string(v.raw()), 10, 64)
	if err != nil {
		v.isNot("a 64-bit integer")
	}
	return number
}

func number(v value) float64 {
	number, err := strconv.ParseFloat(string(v.raw()), 64)
	if err != nil {
		v.isNot("a number")
	}
	return number
}

func boolean(v value) bool {
	is := v.first() == 't'
	if !is && v.first() != 'f' {
		v.isNot("a boolean")
	}
	return is
}

func moment(v value) time.Time {
	var at time.Time
	// What it accepts, time.Parse takes for the same time, and it needs no copy.
	if raw := v.raw(); raw[0] == '"' && at.UnmarshalText(raw[1:len(raw)-1]) == nil {
		return at.UTC()
	}
	at, err := time.Parse(time.RFC3339Nano, text(v))
	if err != nil {
		v.isNot("an RFC 3339 time")
	}
	return at.UTC()
}

// anyJSON is a copy, so that a caller's changes do not affect others, and so that one item does not keep a whole page.
func anyJSON(v value) json.RawMessage {
	return bytes.Clone(v.raw())
}

func object(v value) json.RawMessage {
	if v.first() != '{' {
		v.isNot("an object")
	}
	return anyJSON(v)
}

// listOf reads an array.
func listOf[T any](item reader[T]) reader[[]T] {
	return func(v value) []T {
		items := []T{}
		for one := range v.items() {
			items = append(items, item(one))
		}
		return items
	}
}

// mapOf reads an object whose members all have the same type.
func mapOf[T any](item reader[T]) reader[map[string]T] {
	return func(v value) map[string]T {
		items := map[string]T{}
		for name, member := range v.members() {
			items[string(name)] = item(member)
		}
		return items
	}
}

// optional reads a value; zero if it is null.
func optional[T any](v value, read reader[T]) T {
	if v.isNull() {
		var none T
		return none
	}
	return read(v)
}

// nullable reads a value; nil if it is null.
func nullable[T any](v value, read reader[T]) *T {
	if v.isNull() {
		return nil
	}
	result := read(v)
	return &result
}

// member is the member of this name, of several the last; nil if there is none.
func (v value) member(name string) *value {
	var found *value
	for one, member := range v.members() {
		if string(one) == name {
			found = &member
		}
	}
	return found
}

// at reads what is in the document at these members and indices.
func at[T any](read reader[T], steps ...string) reader[T] {
	return func(v value) T {
		for _, step := range steps {
			next := v.step(step)
			if next == nil || next.isNull() {
				v.lacks(step)
				var none T
				return none
			}
			v = *next
		}
		return read(v)
	}
}

// step is the member of this name, or the item of this index.
func (v value) step(name string) *value {
	if v.first() != '[' {
		return v.member(name)
	}
	i := 0
	for item := range v.items() {
		if strconv.Itoa(i) == name {
			return &item
		}
		i++
	}
	return nil
}

// lacks notes that a member or an item is not there, unless another problem is why.
func (v value) lacks(name string) {
	if v.in.problem == "" {
		v.in.problem = v.pointer() + "/" + name + " is missing"
	}
}

// page reads the items of a page, which are in a member of it.
func page[T any](items string, item reader[T]) reader[[]T] {
	return func(v value) []T {
		var all []T
		isThere := false
		for name, member := range v.members() {
			if string(name) == items && !member.isNull() {
				all, isThere = listOf(asWhole(item))(member), true
			}
		}
		if !isThere {
			v.lacks(items)
		}
		return all
	}
}
