package nango

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strconv"
)

// Value is a part of the JSON of a [Record]: an object, an array, a string, a number, a boolean, null, or nothing at all.
//
//	title, ok := record.Get("title").Text()
//	login, ok := record.Get("author").Get("login").Text()
//
// A look-up takes far less time than [Record.Decode]. A value that is not there has no members and no items, and each conversion
// reports whether the value has the type, so it is enough to check the last one.
//
// A value is a customer's data: printing it and logging it show only its type, and encoding/json encodes it as {}. It keeps its
// record in memory; the texts and the JSON that its methods return are copies. Any number of goroutines may use it.
type Value struct {
	// Nil if the value is not there. A function, since printing by reflection never goes into one.
	document document
	// Where it is in the document.
	begin, end int
}

// json is the value's JSON, not copied; nil if it is not there.
func (v Value) json() json.RawMessage {
	if v.document == nil {
		return nil
	}
	return v.document().json()[v.begin:v.end]
}

// first is the first byte of the value's JSON, which says what type it has; 0 if it is not there.
func (v Value) first() byte {
	if raw := v.json(); len(raw) > 0 {
		return raw[0]
	}
	return 0
}

// Exists reports whether the value is there. One that is null is.
func (v Value) Exists() bool {
	return v.document != nil
}

// IsNull reports whether the value is there, and null.
func (v Value) IsNull() bool {
	return v.first() == 'n'
}

// Text returns the text of a string. It reports false for anything else, and for a string with half of a surrogate pair, which is
// no text in UTF-8: Raw returns its JSON.
func (v Value) Text() (string, bool) {
	if v.first() != '"' {
		return "", false
	}
	return textInQuotes(v.json())
}

// Int64 returns a number without fraction and exponent. It reports false for any other, for one that int64 does not hold, and for
// anything else.
func (v Value) Int64() (int64, bool) {
	number, err := strconv.ParseInt(string(v.json()), 10, 64)
	return number, err == nil
}

// Float64 returns the float64 that is nearest to a number. It reports false for a number beyond the largest float64, and for
// anything else. Raw returns all of its digits.
func (v Value) Float64() (float64, bool) {
	if !v.isNumber() {
		return 0, false
	}
	number, err := strconv.ParseFloat(string(v.json()), 64)
	if err != nil {
		return 0, false
	}
	return number, true
}

func (v Value) isNumber() bool {
	first := v.first()
	return first == '-' || '0' <= first && first <= '9'
}

// Bool returns a boolean. It reports false, as its second result, for anything else.
func (v Value) Bool() (value, ok bool) {
	first := v.first()
	return first == 't', first == 't' || first == 'f'
}

// Raw returns the JSON of the value as sent; nil if the value is not there.
func (v Value) Raw() json.RawMessage {
	return bytes.Clone(v.json())
}

// Get returns the member with this name of an object; of several, the last, as encoding/json does. The value is not there if
// there is no such member, or if v is no object.
func (v Value) Get(name string) Value {
	if v.first() != '{' {
		return Value{}
	}
	document := v.document().json()
	var found Value
	for at := afterSpace(document, v.begin+1); document[at] != '}'; {
		colon := endOfString(document, at)
		begin := afterSpace(document, afterSpace(document, colon)+1)
		end := endOfValue(document, begin)
		if isNamed(document[at:colon], name) {
			found = Value{v.document, begin, end}
		}
		at = afterComma(document, end)
	}
	return found
}

// Members returns the members of an object in their order, of which several can have the same name. Anything else has none.
func (v Value) Members() iter.Seq2[string, Value] {
	return func(yield func(string, Value) bool) {
		if v.first() != '{' {
			return
		}
		for name, member := range v.reading().members() {
			if !yield(string(name), v.part(member)) {
				return
			}
		}
	}
}

// Items returns the items of an array. Anything else has none.
func (v Value) Items() iter.Seq[Value] {
	return func(yield func(Value) bool) {
		if v.first() != '[' {
			return
		}
		for item := range v.reading().items() {
			if !yield(v.part(item)) {
				return
			}
		}
	}
}

func (v Value) reading() value {
	whole := newReading(v.document().json())
	return value{whole.in, v.begin}
}

func (v Value) part(of value) Value {
	return Value{v.document, of.at, of.end()}
}

// String returns the type of the value: "nango.Value(string)".
func (v Value) String() string {
	return "nango.Value(" + v.typeName() + ")"
}

// Format prints [Value.String], whatever the verb.
func (v Value) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, v.String())
}

func (v Value) typeName() string {
	switch v.first() {
	case 0:
		return "nothing"
	case '{':
		return "object"
	case '[':
		return "array"
	case '"':
		return "string"
	case 't', 'f':
		return "boolean"
	case 'n':
		return "null"
	}
	return "number"
}

// isNamed tells whether a name in quotes is this one. One with half of a surrogate pair is none.
func isNamed(quoted []byte, name string) bool {
	if bytes.IndexByte(quoted, '\\') < 0 {
		return string(quoted[1:len(quoted)-1]) == name
	}
	text, ok := textInQuotes(quoted)
	return ok && text == name
}
