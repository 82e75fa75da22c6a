package nango

import "strings"

// inGo is a message of the library with this package's names of settings, arguments and results.
func inGo(message string) string {
	// A function, which has no other place in a message.
	message = strings.Replace(message, "Client::proxy, in C nango_proxy,", "Client.Proxy,", 1)
	var translated strings.Builder
	for begin := 0; begin < len(message); {
		end := begin
		for end < len(message) && isOfName(message[end]) {
			end++
		}
		if end == begin {
			translated.WriteByte(message[begin])
			begin++
			continue
		}
		name, isKnown := namesInGo[message[begin:end]]
		if !isKnown || !standsAlone(message[:begin], message[end:]) {
			name = message[begin:end]
		}
		translated.WriteString(name)
		begin = end
	}
	return translated.String()
}

func isOfName(c byte) bool {
	return c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// standsAlone reports whether what is between the two is a word of the message: not a part of a path, of a JSON pointer or of a
// longer name, and not the name of an environment variable.
func standsAlone(before, after string) bool {
	isWord := before == "" || strings.IndexByte(" (", before[len(before)-1]) >= 0
	isVariable := strings.HasSuffix(before, "environment variable ")
	isPart := after != "" && strings.IndexByte("/-=", after[0]) >= 0 ||
		len(after) > 1 && after[0] == '.' && isOfName(after[1])
	return isWord && !isVariable && !isPart
}
