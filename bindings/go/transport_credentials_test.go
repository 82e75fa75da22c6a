package nango_test

import (
	"errors"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"reflect"
	"strings"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

// roundTripper is a transport that is a function, as those that wrap another are.
type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(request *http.Request) (*http.Response, error) {
	return f(request)
}

// authenticating sets a header of every request, as oauth2.Transport and the clients of many APIs do.
func authenticating(next http.RoundTripper, name, value string) http.RoundTripper {
	return roundTripper(func(request *http.Request) (*http.Response, error) {
		changed := request.Clone(request.Context())
		changed.Header[name] = []string{value}
		return next.RoundTrip(changed)
	})
}

// sentToTheAPI are the headers that the external API got.
func sentToTheAPI(response *http.Response) http.Header {
	sent := http.Header{}
	for name, values := range response.Header {
		if passed, ok := strings.CutPrefix(name, "X-Got-Nango-Proxy-"); ok {
			sent[passed] = values
		}
	}
	return sent
}

// credentialHeaders are spelled as programs may spell them.
var credentialHeaders = []string{
	"Authorization", "authorization", "AUTHORIZATION", "X-Api-Key", "x-api-key", "Api-Key", "X-Goog-Api-Key", "X-Auth-Token",
	"X-Access-Token", "X-Shopify-Access-Token", "Private-Token", "PRIVATE-TOKEN", "Ocp-Apim-Subscription-Key",
	// As the clients of some APIs spell them: Nango's list of external APIs has credentials in the same.
	"xi-api-key", "apiKey", "api_token", "Api-Token", "DD-API-KEY", "X-Algolia-API-Key", "X-RapidAPI-Key", "X-N8N-API-KEY",
	"Access-Token", "x-amz-access-token", "developer-token", "X-Tableau-Auth", "X-TrackerToken", "WM_SEC.ACCESS_TOKEN",
}

func TestCredentialsOfTheProgramAreRefused(t *testing.T) {
	client := newClient(t, serve(t, func(_ http.ResponseWriter, r *http.Request) { t.Errorf("%s was sent", r.RequestURI) }))
	for _, name := range credentialHeaders {
		for _, value := range []string{"Bearer invented-placeholder", ""} {
			body := &closeCounter{Reader: strings.NewReader("abc")}
			request := newRequest(t, http.MethodPost, "https://api.example/", body)
			response, err := authenticating(client.Transport("customer-1", "github"), name, value).RoundTrip(request)
			if response != nil || !errors.Is(err, nango.ErrInvalidArgument) {
				t.Errorf("%s: got %v, %v", name, response, err)
				continue
			}
			for _, want := range []string{name, "DropAuthorization", "SendAuthorization"} {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%s is not in: %v", want, err)
				}
			}
			if strings.Contains(err.Error(), "invented") || asError(t, err).Attempts != 0 || body.closes.Load() != 1 {
				t.Errorf("%s: %v, and the body is closed %d times", name, err, body.closes.Load())
			}
		}
	}
}

func TestBasicAuthOfTheProgramIsRefused(t *testing.T) {
	client := newClient(t, serve(t, func(_ http.ResponseWriter, r *http.Request) { t.Errorf("%s was sent", r.RequestURI) }))
	for _, target := range []string{"https://api.example/", "https://invented-user:invented-other@api.example/"} {
		request := newRequest(t, http.MethodGet, target, nil)
		request.SetBasicAuth("invented-user", "invented-password")
		if _, err := through(client).Do(request); !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), "Authorization") {
			t.Errorf("%s: %v", target, err)
		}
	}
}

func TestCredentialsOfTheProgramAreDropped(t *testing.T) {
	client := newClient(t, serve(t, echo))
	for _, name := range credentialHeaders {
		transport := authenticating(client.Transport("customer-1", "github", nango.DropAuthorization()), name, "invented")
		request := newRequest(t, http.MethodGet, "https://api.example/", nil)
		request.Header.Set("X-Kept", "1")
		got := sentToTheAPI(do(t, &http.Client{Transport: transport}, request))
		if want := (http.Header{"X-Kept": {"1"}}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: the API got %v", name, got)
		}
	}
}

func TestCredentialsOfTheProgramAreSent(t *testing.T) {
	client := newClient(t, serve(t, echo))
	for _, name := range credentialHeaders {
		transport := authenticating(client.Transport("customer-1", "github", nango.SendAuthorization()), name, "invented")
		got := sentToTheAPI(do(t, &http.Client{Transport: transport}, newRequest(t, http.MethodGet, "https://api.example/", nil)))
		if want := (http.Header{http.CanonicalHeaderKey(name): {"invented"}}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: the API got %v", name, got)
		}
	}
}

func TestTheLastOptionForCredentialsCounts(t *testing.T) {
	client := newClient(t, serve(t, echo))
	for _, c := range []struct {
		opts []nango.CallOption
		want string
	}{
		{[]nango.CallOption{nango.DropAuthorization(), nango.SendAuthorization()}, "invented"},
		{[]nango.CallOption{nango.SendAuthorization(), nango.DropAuthorization()}, ""},
	} {
		request := newRequest(t, http.MethodGet, "https://api.example/", nil)
		request.Header.Set("Authorization", "invented")
		if got := sentToTheAPI(do(t, through(client, c.opts...), request)).Get("Authorization"); got != c.want {
			t.Errorf("the API got %q", got)
		}
	}
}

// TestUserInformationOfTheURLIsNotSent: http.Client makes an Authorization of it.
func TestUserInformationOfTheURLIsNotSent(t *testing.T) {
	client := newClient(t, serve(t, echo))
	for _, opts := range [][]nango.CallOption{
		nil,
		{nango.DropAuthorization()},
		{nango.SendAuthorization()},
		{nango.HostsFromURL("api.example")},
	} {
		for _, user := range []string{"invented-user:invented-password", "invented-user", ":invented-password", "invented-%40:%2F"} {
			response := do(t, through(client, opts...), newRequest(t, http.MethodGet, "https://"+user+"@api.example/a?b=c", nil))
			if got := sentToTheAPI(response); len(got) != 0 || response.Header.Get("X-Target") != "/proxy/a?b=c" {
				t.Errorf("the API got %v at %s", got, response.Header.Get("X-Target"))
			}
			for name, values := range response.Header {
				if strings.Contains(strings.Join(values, " "), "invented") {
					t.Errorf("Nango got it in %s", name)
				}
			}
		}
	}
}

func TestUserInformationOfARedirectIsNotSent(t *testing.T) {
	for _, to := range []string{"/target", "https://invented-b:invented@api.example/target"} {
		client := through(newClient(t, serve(t, redirecting(to))))
		response := do(t, client, newRequest(t, http.MethodGet, "https://invented-a:invented@api.example/", nil))
		got := sentToTheAPI(response)
		// http.Client sends the API the redirect's origin, without the user information.
		if referer := got.Get("Referer"); referer != "https://api.example/" {
			t.Errorf("the Referer is %q", referer)
		}
		got.Del("Referer")
		if response.Header.Get("X-Target") != "/proxy/target" || len(got) != 0 {
			t.Errorf("%s: the API got %v at %s", to, got, response.Header.Get("X-Target"))
		}
	}
}

// TestARedirectKeepsToTheOption: http.Client sends the headers of the first request to the same host again.
func TestARedirectKeepsToTheOption(t *testing.T) {
	client := newClient(t, serve(t, redirecting("/target")))
	for want, option := range map[string]nango.CallOption{"": nango.DropAuthorization(), "invented": nango.SendAuthorization()} {
		request := newRequest(t, http.MethodGet, "https://api.example/", nil)
		request.Header.Set("Authorization", "invented")
		response := do(t, through(client, option), request)
		if got := sentToTheAPI(response).Get("Authorization"); got != want || response.Header.Get("X-Target") != "/proxy/target" {
			t.Errorf("the API got %q at %s", got, response.Header.Get("X-Target"))
		}
	}
}

func TestDroppingDoesNotChangeTheRequest(t *testing.T) {
	client := newClient(t, serve(t, echo))
	request := newRequest(t, http.MethodGet, "https://invented-user:invented@api.example/", nil)
	request.SetBasicAuth("invented-user", "invented")
	request.Header["x-api-key"] = []string{"invented"}
	before := request.Clone(t.Context())
	response, err := client.Transport("customer-1", "github", nango.DropAuthorization()).RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	text(t, response.Body)
	if !reflect.DeepEqual(request.Header, before.Header) || !reflect.DeepEqual(request.URL, before.URL) {
		t.Errorf("it is now %v %v", request.URL, request.Header)
	}
}

// TestAReverseProxyDoesNotSendOnWhatItsVisitorsSend: their Authorization is for the program, not for the external API.
func TestAReverseProxyDoesNotSendOnWhatItsVisitorsSend(t *testing.T) {
	client := newClient(t, serve(t, func(_ http.ResponseWriter, r *http.Request) { t.Errorf("%s was sent", r.RequestURI) }))
	failures := make(chan error, 1)
	reverse := &httputil.ReverseProxy{
		Transport:    client.Transport("customer-1", "github"),
		Rewrite:      func(r *httputil.ProxyRequest) { r.SetURL(&url.URL{Scheme: "https", Host: "api.example"}) },
		ErrorHandler: func(_ http.ResponseWriter, _ *http.Request, err error) { failures <- err },
	}
	front := httptest.NewServer(reverse)
	defer front.Close()
	request := newRequest(t, http.MethodGet, front.URL, nil)
	request.Header.Set("Authorization", "Bearer invented-visitor")
	do(t, front.Client(), request)
	if err := receive(t, "the failure", failures); !errors.Is(err, nango.ErrInvalidArgument) {
		t.Errorf("got %v", err)
	}
}

// TestCookiesOfAJarAreSent: a program gives its http.Client a jar on purpose.
func TestCookiesOfAJarAreSent(t *testing.T) {
	client := through(newClient(t, serve(t, echo)))
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	jar.SetCookies(&url.URL{Scheme: "https", Host: "api.example"}, []*http.Cookie{{Name: "a", Value: "1"}})
	client.Jar = jar
	if got := sentToTheAPI(do(t, client, newRequest(t, http.MethodGet, "https://api.example/", nil))).Get("Cookie"); got != "a=1" {
		t.Errorf("the API got %q", got)
	}
}

// TestARequestOfProxySendsItsHeaders: the headers of a nango.Request are set on purpose.
func TestARequestOfProxySendsItsHeaders(t *testing.T) {
	client := newClient(t, serve(t, echo))
	for _, name := range credentialHeaders {
		request := &nango.Request{Endpoint: "/", Header: http.Header{name: {"invented"}}}
		response := proxy(t, client, request)
		if got := response.Header.Get("X-Got-Nango-Proxy-" + name); got != "invented" {
			t.Errorf("%s: the API got %q", name, got)
		}
	}
	for name, option := range map[string]nango.CallOption{
		"DropAuthorization": nango.DropAuthorization(),
		"SendAuthorization": nango.SendAuthorization(),
	} {
		_, err := client.Proxy(t.Context(), "customer-1", "github", &nango.Request{Endpoint: "/"}, option)
		if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: got %v", name, err)
		}
		_, err = client.GetConnection(t.Context(), "customer-1", "github", option)
		if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
