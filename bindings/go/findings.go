package nango

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// plainPath is what holds no data of a customer's: names and indices.
var plainPath = regexp.MustCompile(`^(?:(?:[A-Za-z_-]{0,48}|[0-9]{1,4})(?:\.|$))*$`)

// Finding is what Nango found wrong with one field of a request: see [Error.Findings].
//
// Printing it shows no message, since that may quote what was sent, and a path only if it consists of names and indices.
type Finding struct {
	// A function, as in [Error].
	said func() (path, message, code string)
}

// Path names the field, such as "credentials.type" or "connection_id.0"; "" is the request as a whole.
func (f Finding) Path() string {
	path, _, _ := f.parts()
	return path
}

// Message is what is wrong with the field, for people. It may quote what was sent: do not log it by default.
func (f Finding) Message() string {
	_, message, _ := f.parts()
	return message
}

// Code is the code of the finding, such as "invalid_type".
func (f Finding) Code() string {
	_, _, code := f.parts()
	return code
}

// String shows path and code, but not the message.
func (f Finding) String() string {
	return fmt.Sprintf("nango.Finding{Path: %q, Code: %q}", shownPath(f.Path()), shownPath(f.Code()))
}

// Format prints [Finding.String] for every verb.
func (f Finding) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, f.String())
}

func (f Finding) parts() (path, message, code string) {
	if f.said == nil {
		return "", "", ""
	}
	return f.said()
}

// Findings is what Nango found wrong with each field of the request; empty if it says nothing of fields.
func (e *Error) Findings() []Finding {
	var body struct {
		Error struct {
			Errors []struct {
				Path    []json.RawMessage `json:"path"`
				Message string            `json:"message"`
				Code    string            `json:"code"`
			} `json:"errors"`
		} `json:"error"`
	}
	if json.Unmarshal([]byte(e.Body()), &body) != nil {
		return nil
	}
	var findings []Finding
	for _, found := range body.Error.Errors {
		segments := make([]string, 0, len(found.Path))
		for _, raw := range found.Path {
			var name string
			if json.Unmarshal(raw, &name) != nil {
				name = string(raw)
			}
			segments = append(segments, name)
		}
		path, message, code := strings.Join(segments, "."), found.Message, found.Code
		findings = append(findings, Finding{func() (string, string, string) { return path, message, code }})
	}
	return findings
}

func shownPath(path string) string {
	if plainPath.MatchString(path) {
		return path
	}
	return "[hidden]"
}
