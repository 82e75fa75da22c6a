package nango

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

// jsonMember is the value of a member of object, a JSON object; of several with the same name the last. Nil if there is none.
func jsonMember(object, name string) json.RawMessage {
	var found json.RawMessage
	decoder := json.NewDecoder(strings.NewReader(object))
	if token, err := decoder.Token(); err != nil || token != json.Delim('{') {
		return nil
	}
	for decoder.More() {
		before := decoder.InputOffset()
		key, err := decoder.Token()
		if err != nil {
			return nil
		}
		// A key with half a surrogate pair is not a valid name, though encoding/json would make one of it.
		isNamed := key == name && !hasLoneSurrogate(object[before:decoder.InputOffset()])
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return nil
		}
		if isNamed {
			found = value
		}
	}
	return found
}

// jsonString is the text of raw, a valid JSON value. It is absent where the library reads it as absent: if raw is no
// string, or one that no C string or UTF-8 can carry, with U+0000 or half a surrogate pair. (encoding/json would change
// the latter, and a changed secret is worse than none.)
func jsonString(raw json.RawMessage) (string, bool) {
	var text string
	isString := len(raw) > 0 && raw[0] == '"' && !hasLoneSurrogate(string(raw)) && json.Unmarshal(raw, &text) == nil
	if !isString || strings.IndexByte(text, 0) >= 0 {
		return "", false
	}
	return text, true
}

// hasLoneSurrogate looks for an escape such as \ud83e that is not one of a pair.
func hasLoneSurrogate(raw string) bool {
	for {
		at := strings.IndexByte(raw, '\\')
		if at < 0 {
			return false
		}
		first, isUnicode := unicodeEscape(raw[at:])
		switch {
		case !isUnicode:
			raw = raw[at+2:]
		case !utf16.IsSurrogate(first):
			raw = raw[at+6:]
		default:
			second, _ := unicodeEscape(raw[at+6:])
			if utf16.DecodeRune(first, second) == unicode.ReplacementChar {
				return true
			}
			raw = raw[at+12:]
		}
	}
}

// unicodeEscape reads \uXXXX at the beginning of text.
func unicodeEscape(text string) (rune, bool) {
	if len(text) < 6 || text[0] != '\\' || text[1] != 'u' {
		return 0, false
	}
	unit, err := strconv.ParseUint(text[2:6], 16, 16)
	return rune(unit), err == nil
}
