package main

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
)

// The package nango has no look-ups by JSON pointer: a Go program decodes the document. These show that it has all that the
// other languages look up.

var (
	index         = regexp.MustCompile(`^(0|[1-9][0-9]*)$`)
	strayTilde    = regexp.MustCompile(`~([^01]|$)`)
	anyEscape     = regexp.MustCompile(`\\(u[0-9a-fA-F]{4}|.)`)
	highThenLow   = regexp.MustCompile(`^(?i:\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2})`)
	halfSurrogate = regexp.MustCompile(`^(?i:\\ud[89a-f][0-9a-f]{2})`)
)

// pointed is the value that a JSON pointer (RFC 6901) names, as sent.
func pointed(document json.RawMessage, pointer string) (json.RawMessage, bool) {
	if pointer == "" {
		return document, true
	}
	if pointer[0] != '/' || strayTilde.MatchString(pointer) {
		return nil, false
	}
	value := document
	for _, token := range strings.Split(pointer[1:], "/") {
		token = strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
		found, ok := child(value, token)
		if !ok {
			return nil, false
		}
		value = found
	}
	return value, true
}

func child(value json.RawMessage, token string) (json.RawMessage, bool) {
	switch value[0] {
	case '{':
		return member(value, token)
	case '[':
		var items []json.RawMessage
		if err := json.Unmarshal(value, &items); err != nil || !index.MatchString(token) {
			return nil, false
		}
		at, err := strconv.Atoi(token)
		if err != nil || at >= len(items) {
			return nil, false
		}
		return bytes.TrimSpace(items[at]), true
	}
	return nil, false
}

// member is the last member of an object that has this name.
func member(object json.RawMessage, name string) (found json.RawMessage, ok bool) {
	decoder := json.NewDecoder(bytes.NewReader(object))
	if _, err := decoder.Token(); err != nil {
		return nil, false
	}
	for decoder.More() {
		before := decoder.InputOffset()
		key, err := decoder.Token()
		if err != nil {
			return nil, false
		}
		// encoding/json would make a name of a key with half a surrogate pair, which is invalid.
		isNamed := key == name && !isHalved(string(object[before:decoder.InputOffset()]))
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return nil, false
		}
		if isNamed {
			found, ok = value, true
		}
	}
	return found, ok
}

// pointedString is the text of the string that a JSON pointer names; absent if it holds what C or UTF-8 cannot carry.
func pointedString(document json.RawMessage, pointer string) (string, bool) {
	raw, ok := pointed(document, pointer)
	if !ok || raw[0] != '"' || isHalved(string(raw)) {
		return "", false
	}
	var text string
	if err := json.Unmarshal(raw, &text); err != nil || strings.Contains(text, "\x00") {
		return "", false
	}
	return text, true
}

// isHalved reports whether a JSON string has half a surrogate pair, which encoding/json would replace.
func isHalved(raw string) bool {
	for {
		at := anyEscape.FindStringIndex(raw)
		if at == nil {
			return false
		}
		escape := raw[at[0]:]
		switch {
		case highThenLow.MatchString(escape):
			raw = escape[12:]
		case halfSurrogate.MatchString(escape):
			return true
		default:
			raw = raw[at[1]:]
		}
	}
}
