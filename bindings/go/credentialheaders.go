package nango

import (
	"encoding/base64"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// credentialHeaders are the headers that APIs take credentials from, in addition to Authorization. The documentation of
// [Client.Transport] lists them.
var credentialHeaders = []string{
	"X-Api-Key", "Api-Key", "X-Goog-Api-Key", "X-Auth-Token", "X-Access-Token", "X-Shopify-Access-Token", "Private-Token",
	"Ocp-Apim-Subscription-Key",
}

// credentialPolicy is what a transport does with credentials that the request has already.
type credentialPolicy int

const (
	refuseCredentials credentialPolicy = iota
	dropCredentials
	sendCredentials
)

// DropAuthorization has a [Client.Transport] drop the credential headers of a request, so that the external API gets the
// customer's credentials: for a library that does not work without a key or token, which can then be a placeholder. See
// [Client.Transport] for which headers these are. Of DropAuthorization and [SendAuthorization] the last one counts.
//
// [Client.Proxy] refuses it: leave the header out of the [Request].
func DropAuthorization() CallOption {
	return credentialSetting("DropAuthorization", dropCredentials)
}

// SendAuthorization has a [Client.Transport] send the credential headers of a request to the external API, in place of the
// customer's credentials: a Nango server lets those of the request win. See [Client.Transport] for which headers these are.
// User information in a URL is not sent all the same.
//
// [Client.Proxy] refuses it: that sends every header of the [Request] anyway.
func SendAuthorization() CallOption {
	return credentialSetting("SendAuthorization", sendCredentials)
}

func credentialSetting(name string, policy credentialPolicy) CallOption {
	return proxySetting(name, func(s *proxySettings) {
		s.credentials = policy
		s.transportOnly = name
	})
}

// apply removes from header, a copy of a request's, what must not be sent to target, or refuses it.
func (p credentialPolicy) apply(header http.Header, target *url.URL) *Error {
	// http.Client sets it by itself, where the request has none.
	fromURL := basicAuth(target.User)
	for name, values := range header {
		isAuthorization := strings.EqualFold(name, "Authorization")
		switch {
		case len(values) == 0 || !isAuthorization && !isCredentialHeader(name):
			continue
		case isAuthorization && fromURL != "" && !slices.ContainsFunc(values, func(value string) bool { return value != fromURL }):
			delete(header, name)
		case p == dropCredentials:
			delete(header, name)
		case p == refuseCredentials:
			return invalidArgument("the request has a header " + name + ", which would replace the connection's credentials: " +
				"remove it, pass nango.DropAuthorization() to Client.Transport if a library insists on setting it, or " +
				"nango.SendAuthorization() to authenticate with it instead")
		}
	}
	return nil
}

func isCredentialHeader(name string) bool {
	return slices.ContainsFunc(credentialHeaders, func(one string) bool { return strings.EqualFold(one, name) })
}

// basicAuth is the header that http.Client makes of user information; "" without any.
func basicAuth(user *url.Userinfo) string {
	if user == nil {
		return ""
	}
	password, _ := user.Password()
	return "Basic " + base64.StdEncoding.EncodeToString([]byte(user.Username()+":"+password))
}
