package nango

import (
	"encoding/base64"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// credentialHeaders are the headers that Nango's list of external APIs has credentials in, in addition to Authorization, and
// that the clients of these APIs fill with their key. docs/proxy.md lists them.
var credentialHeaders = []string{
	"Access-Token", "Accesstoken", "Api-Auth-Applicationkey", "Api-Key", "Api-Token", "Api_token", "Apikey",
	"Authorization-Token", "Authorization2", "Bhresttoken", "Client-Auth-Token", "Dd-Api-Key", "Dd-Application-Key",
	"Developer-Token", "Fern_api_key", "Key", "Kf-Api-Key", "Ocp-Apim-Subscription-Key", "Private-Token", "Rf-Api-Key",
	"Secret", "Session", "Shortcut-Token", "Statsig-Api-Key", "Subscription-Key", "Token", "Us-Customer-Api-Key",
	"Wm_sec.access_token", "X-Access-Token", "X-Algolia-Api-Key", "X-Amz-Access-Token", "X-Api-Key", "X-Api-Secret",
	"X-Api-Token", "X-Application-Key", "X-Auth-Token", "X-Authorization", "X-Av-Sig", "X-Av-Token",
	"X-Buildium-Client-Secret", "X-Cb-User-Key", "X-Compass-Api-Key", "X-Credentials", "X-Discolike-Key", "X-Dppkey",
	"X-Eflow-Api-Key", "X-Freepik-Api-Key", "X-Goog-Api-Key", "X-Jvi-Api", "X-Jvi-Sc", "X-Key", "X-Luma-Api-Key",
	"X-N8n-Api-Key", "X-Pendo-Integration-Key", "X-Pw-Accesstoken", "X-Rapidapi-Key", "X-Recharge-Access-Token",
	"X-Reseller-Token", "X-Retextion-Access-Token", "X-Shopify-Access-Token", "X-Smarttoken", "X-Tableau-Auth",
	"X-Token", "X-Trackertoken", "X-Vtex-Api-Appkey", "X-Vtex-Api-Apptoken", "X-Wsse", "X-Yotpo-Token", "Xi-Api-Key",
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
// User information in a URL is still not sent.
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
