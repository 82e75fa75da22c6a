package nango

import (
	"strings"
	"unicode/utf8"
)

// checkNames refuses what cannot name a connection.
func checkNames(connectionID, providerConfigKey string) *Error {
	if err := checkText("connectionID", connectionID); err != nil {
		return err
	}
	return checkText("providerConfigKey", providerConfigKey)
}

// checkText rejects a text that C cannot read whole: a string ends at its first NUL there, and a truncated id would name
// another connection. The message does not repeat the value, which may be a secret.
func checkText(name, value string) *Error {
	if strings.IndexByte(value, 0) >= 0 {
		return invalidArgument(name + " contains U+0000: remove it")
	}
	if !utf8.ValidString(value) {
		return invalidArgument(name + " is not valid UTF-8: pass UTF-8")
	}
	return nil
}
