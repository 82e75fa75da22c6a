package nango

import (
	"bytes"
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Decode stores the whole record in what v points to, as json.Unmarshal does:
//
//	var issue Issue
//	if err := record.Decode(&issue); err != nil {
//		return err
//	}
//
// [Record.Get] takes less time where a few members are enough. Decode fails with [ErrDecode]; the cause is the error of
// encoding/json, which may quote the record.
func (r Record) Decode(v any) error {
	if r.document == nil {
		return decode(nil, v)
	}
	data := r.document()
	if fields := fieldsOf(reflect.TypeOf(v)); fields != nil && data.of.places != nil {
		room := rooms.Get().(*[]byte)
		defer rooms.Put(room)
		*room = data.of.membersOf(fields, (*room)[:0])
		if json.Unmarshal(*room, v) == nil {
			return nil
		}
		// Once more, since the error says where in the record the problem is.
	}
	return decode(data.json(), v)
}

func decode(data []byte, v any) error {
	if err := json.Unmarshal(data, v); err != nil {
		return &Error{
			Kind:    ErrorKindDecode,
			Message: "the record is not the JSON that the program expects: errors.Unwrap returns the cause",
			cause:   err,
		}
	}
	return nil
}

// rooms are buffers for what is decoded. Nothing that is decoded refers to them: encoding/json copies, and demands it of others.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

// membersOf appends to room an object that has the members alone that these fields could take: encoding/json needs most of its time
// for the others.
func (w *whole) membersOf(fields *fieldNames, room []byte) []byte {
	room = append(room, '{')
	last := len(w.places) - 1
	for i := range w.places {
		if !fields.have(w.places[i].text(w.json)) {
			continue
		}
		end := len(w.json) - 1
		if i < last {
			end = int(w.places[i+1].name)
		}
		room = append(room, w.json[w.places[i].name:end]...)
	}
	// The comma that was before a member without a field.
	room = bytes.TrimRight(room, " \t\r\n")
	room = bytes.TrimSuffix(room, []byte{','})
	return append(room, '}')
}

// fieldNames are names that a struct's fields can have in JSON, and maybe more.
type fieldNames struct {
	ascii, others []string
}

// knownFields are the names of the fields of types, or nil, by pointers to them.
var knownFields sync.Map

// fieldsOf are the names of the fields of the struct that a pointer of this type points to; nil if it is something else, or a struct
// that decodes itself.
func fieldsOf(pointer reflect.Type) *fieldNames {
	if known, ok := knownFields.Load(pointer); ok {
		return known.(*fieldNames)
	}
	var fields *fieldNames
	if pointer != nil && pointer.Kind() == reflect.Pointer && pointer.Elem().Kind() == reflect.Struct &&
		!pointer.Implements(reflect.TypeFor[json.Unmarshaler]()) && !pointer.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
		fields = &fieldNames{}
		fields.add(pointer.Elem(), map[reflect.Type]bool{})
	}
	knownFields.Store(pointer, fields)
	return fields
}

func (f *fieldNames) add(of reflect.Type, seen map[reflect.Type]bool) {
	if seen[of] {
		return
	}
	seen[of] = true
	for i := range of.NumField() {
		field := of.Field(i)
		tagged, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		for _, name := range []string{field.Name, tagged} {
			if isASCII(name) {
				f.ascii = append(f.ascii, name)
			} else {
				f.others = append(f.others, name)
			}
		}
		embedded := field.Type
		if embedded.Kind() == reflect.Pointer {
			embedded = embedded.Elem()
		}
		if field.Anonymous && embedded.Kind() == reflect.Struct {
			f.add(embedded, seen)
		}
	}
}

// have reports whether a field may have this name, in whatever case, as encoding/json compares them.
func (f *fieldNames) have(name []byte) bool {
	for _, one := range f.ascii {
		if len(one) == len(name) && strings.EqualFold(one, string(name)) {
			return true
		}
	}
	if len(f.others) == 0 && isASCII(name) {
		return false
	}
	// Letters of the same kind can differ in length: k, K and the sign for Kelvin.
	isName := func(one string) bool { return strings.EqualFold(one, string(name)) }
	return slices.ContainsFunc(f.others, isName) || slices.ContainsFunc(f.ascii, isName)
}

func isASCII[T string | []byte](text T) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
