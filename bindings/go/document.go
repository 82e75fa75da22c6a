package nango

import (
	"bytes"
	"encoding/json"
	"slices"
)

// whole is the JSON of an item of a page, which its models share.
type whole struct {
	json json.RawMessage
	// Where it began in the page.
	at int
	// Where its members are in json.
	places []place
}

// place is where a member of an object is. The library reads no JSON of more than 2 GiB.
type place struct {
	// Where its name is, from the quote on, and its value.
	name, value uint32
	// How long the name is; -1 if there are escapes in it.
	length int32
}

// text is the name of the member, not copied if there are no escapes in it.
func (p *place) text(document []byte) []byte {
	at := int(p.name)
	if p.length >= 0 {
		return document[at+1 : at+1+int(p.length)]
	}
	return unquoted(document[at:endOfString(document, at)])
}

// isNamed reports whether the member has this name.
func (p *place) isNamed(name string, document []byte) bool {
	at := int(p.name)
	if p.length >= 0 {
		return int(p.length) == len(name) && string(document[at+1:at+1+len(name)]) == name
	}
	return isNamed(document[at:endOfString(document, at)], name)
}

// asWhole copies an item once for all of its models, and so that it does not keep a whole page.
func asWhole[T any](item reader[T]) reader[T] {
	return func(v value) T {
		kept := &whole{at: v.at}
		v.in.item, v.in.places = kept, v.in.places[:0]
		result := item(v)
		v.in.item = nil
		kept.json, kept.places = anyJSON(v), slices.Clone(v.in.places)
		return result
	}
}

// document is an object as Nango sent it. A function, since printing by reflection goes through fields but never into a function.
type document func() part

// part is an object within the JSON of a whole.
type part struct {
	of         *whole
	begin, end int
}

func (p part) json() json.RawMessage {
	return p.of.json[p.begin:p.end:p.end]
}

func (v value) document() document {
	kept := part{v.in.item, v.at, v.end()}
	if kept.of == nil {
		kept.of = &whole{json: anyJSON(v), at: v.at}
	}
	kept.begin -= kept.of.at
	kept.end -= kept.of.at
	return func() part { return kept }
}

// json is the whole object, copied; nil if there is none.
func (d document) json() json.RawMessage {
	if d == nil {
		return nil
	}
	return bytes.Clone(d().json())
}

// member is what the document has under a name; nil if that is null or nothing. It was read before, without a problem.
func (d document) member(name string) *value {
	if d == nil {
		return nil
	}
	found := newReading(d().json()).member(name)
	if found == nil || found.isNull() {
		return nil
	}
	return found
}

// kept reads a member of a document; zero if it is null or not there.
func kept[T any](d document, name string, read reader[T]) T {
	if v := d.member(name); v != nil {
		return read(*v)
	}
	var none T
	return none
}

// keptPointer reads a member of a document; nil if it is null or not there.
func keptPointer[T any](d document, name string, read reader[T]) *T {
	if v := d.member(name); v != nil {
		return nullable(*v, read)
	}
	return nil
}

// unknown are the members but for those with these names.
func (d document) unknown(known ...string) map[string]json.RawMessage {
	if d == nil {
		return nil
	}
	unknown := map[string]json.RawMessage{}
	for name, member := range newReading(d().json()).members() {
		if !slices.Contains(known, string(name)) {
			unknown[string(name)] = anyJSON(member)
		}
	}
	return unknown
}
