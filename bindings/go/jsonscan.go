package nango

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf16"
)

// The functions below go through JSON that is known to be valid, so they never run over its end.

// afterSpace is where the next byte is that is no white space.
func afterSpace(valid []byte, at int) int {
	for at < len(valid) && (valid[at] == ' ' || valid[at] == '\n' || valid[at] == '\t' || valid[at] == '\r') {
		at++
	}
	return at
}

// endOfString is where the string ends whose opening quote is here.
func endOfString(valid []byte, at int) int {
	begin := at + 1
	for at = begin; ; at++ {
		at += bytes.IndexByte(valid[at:], '"')
		// A quote after an odd number of backslashes is part of the string.
		before := at
		for before > begin && valid[before-1] == '\\' {
			before--
		}
		if (at-before)%2 == 0 {
			return at + 1
		}
	}
}

// endOfValue is where the value ends that begins here.
func endOfValue(valid []byte, at int) int {
	switch valid[at] {
	case '"':
		return endOfString(valid, at)
	case '{', '[':
		return endOfContainer(valid, at)
	}
	for at < len(valid) {
		switch valid[at] {
		case ',', ']', '}', ' ', '\n', '\t', '\r':
			return at
		}
		at++
	}
	return at
}

func endOfContainer(valid []byte, at int) int {
	for depth := 0; ; {
		switch valid[at] {
		case '"':
			at = endOfString(valid, at)
			continue
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		at++
		if depth == 0 {
			return at
		}
	}
}

// unquoted is what the string says that is in quotes here. It shares the memory, unless there are escapes in it.
func unquoted(quoted []byte) []byte {
	inside := quoted[1 : len(quoted)-1]
	if bytes.IndexByte(inside, '\\') < 0 {
		return inside
	}
	text, _ := unescaped(inside)
	return []byte(text)
}

// textInQuotes is what the string says that is in quotes here, copied. It is false if an escape is half of a surrogate pair, for which
// there is U+FFFD in the text, as encoding/json has it.
func textInQuotes(quoted []byte) (string, bool) {
	inside := quoted[1 : len(quoted)-1]
	if bytes.IndexByte(inside, '\\') < 0 {
		return string(inside), true
	}
	return unescaped(inside)
}

// unescaped resolves the escapes in what is within the quotes of a string, as textInQuotes says.
func unescaped(inside []byte) (string, bool) {
	var text strings.Builder
	text.Grow(len(inside))
	isText := true
	for {
		at := bytes.IndexByte(inside, '\\')
		if at < 0 {
			text.Write(inside)
			return text.String(), isText
		}
		text.Write(inside[:at])
		inside = inside[at:]
		if inside[1] != 'u' {
			text.WriteByte(escapes[inside[1]])
			inside = inside[2:]
			continue
		}
		one, size := escapedRune(inside)
		isText = isText && size > 0
		text.WriteRune(one)
		inside = inside[max(size, 6):]
	}
}

// escapes are the bytes that the letters behind a backslash stand for.
var escapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// escapedRune is the character that the escape \uXXXX here, or a pair of them, stands for, and how long they are; U+FFFD and 0 for half
// of a surrogate pair.
func escapedRune(inside []byte) (rune, int) {
	first := hexadecimal(inside[2:6])
	if !utf16.IsSurrogate(first) {
		return first, 6
	}
	if len(inside) >= 12 && inside[6] == '\\' && inside[7] == 'u' {
		if pair := utf16.DecodeRune(first, hexadecimal(inside[8:12])); pair != unicode.ReplacementChar {
			return pair, 12
		}
	}
	return unicode.ReplacementChar, 0
}

func hexadecimal(digits []byte) rune {
	number := rune(0)
	for _, digit := range digits {
		number <<= 4
		if digit <= '9' {
			number += rune(digit - '0')
		} else {
			number += rune(digit|0x20-'a') + 10
		}
	}
	return number
}
