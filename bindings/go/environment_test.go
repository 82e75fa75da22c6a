package nango_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

const anotherKey = "00000000-0000-4000-8000-000000000002"

// keyed is a server that reports the key of each request.
func keyed(t *testing.T) (url string, keys <-chan string) {
	t.Helper()
	received := make(chan string, 10)
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		received <- strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		answering(http.StatusOK, oauth2Document)(w, r)
	})
	return server.URL, received
}

// setEnvironment sets variables until the test ends. TestMain has unset all others that the library reads.
func setEnvironment(t *testing.T, variables map[string]string) {
	t.Helper()
	for name, value := range variables {
		t.Setenv(name, value)
	}
}

// opened closes a client with the test.
func opened(t *testing.T, client *nango.Client, err error) *nango.Client {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	return client
}

func TestTheKeyComesFromTheEnvironment(t *testing.T) {
	for name, c := range map[string]struct {
		secretKey, apiKey, want string
	}{
		"NANGO_SECRET_KEY":                {secretKey, "", secretKey},
		"NANGO_API_KEY":                   {"", anotherKey, anotherKey},
		"both, as long as they are equal": {secretKey, secretKey, secretKey},
	} {
		t.Run(name, func(t *testing.T) {
			url, keys := keyed(t)
			setEnvironment(t, map[string]string{"NANGO_SECRET_KEY": c.secretKey, "NANGO_API_KEY": c.apiKey, "NANGO_BASE_URL": url})
			client, err := nango.NewClientFromEnv()
			get(t, opened(t, client, err))
			if got := receive(t, "the request", keys); got != c.want {
				t.Errorf("the key is %q", got)
			}
		})
	}
}

func TestTwoKeysAreRefused(t *testing.T) {
	setEnvironment(t, map[string]string{"NANGO_SECRET_KEY": "invented-a", "NANGO_API_KEY": "invented-b"})
	client, err := nango.NewClientFromEnv()
	if client != nil || !errors.Is(err, nango.ErrInvalidArgument) {
		t.Fatalf("got %v, %v", client, err)
	}
	for _, want := range []string{"NANGO_SECRET_KEY", "NANGO_API_KEY"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%s is not in %v", want, err)
		}
	}
	if strings.Contains(err.Error(), "invented") {
		t.Errorf("it shows a key: %v", err)
	}
	// Neither is read where the program has the key.
	url, keys := keyed(t)
	client, err = nango.NewClient(secretKey, nango.WithBaseURL(url))
	get(t, opened(t, client, err))
	if got := receive(t, "the request", keys); got != secretKey {
		t.Errorf("the key is %q", got)
	}
}

func TestTheEnvironmentFillsWhatTheProgramDidNotSet(t *testing.T) {
	for _, name := range []string{"NANGO_BASE_URL", "NANGO_HOSTPORT"} {
		t.Run(name, func(t *testing.T) {
			url, keys := keyed(t)
			setEnvironment(t, map[string]string{name: url, "NANGO_SECRET_KEY": anotherKey})
			client, err := nango.NewClient(secretKey)
			get(t, opened(t, client, err))
			if got := receive(t, "the request", keys); got != secretKey {
				t.Errorf("the key is %q", got)
			}
		})
	}
	setEnvironment(t, map[string]string{"NANGO_BASE_URL": "http://nango.example", "NANGO_ALLOW_PLAINTEXT_HTTP": "1"})
	client, err := nango.NewClient(secretKey)
	opened(t, client, err)
	if _, err := nango.NewClient(secretKey, nango.WithAllowPlaintextHTTP(false)); !errors.Is(err, nango.ErrInvalidArgument) {
		t.Errorf("got %v", err)
	}
}

func TestOptionsComeBeforeTheEnvironment(t *testing.T) {
	url, keys := keyed(t)
	setEnvironment(t, map[string]string{"NANGO_SECRET_KEY": secretKey, "NANGO_BASE_URL": "not a URL"})
	client, err := nango.NewClientFromEnv(nango.WithBaseURL(url))
	get(t, opened(t, client, err))
	receive(t, "the request", keys)
}

func TestAVariableThatCannotBeUsedIsNamed(t *testing.T) {
	for name, value := range map[string]string{"NANGO_BASE_URL": "\xff", "NANGO_ALLOW_PLAINTEXT_HTTP": "invented"} {
		t.Run(name, func(t *testing.T) {
			setEnvironment(t, map[string]string{name: value})
			_, err := nango.NewClient(secretKey)
			if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), name) || strings.Contains(err.Error(), "invented") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestWithoutEnvReadsNothing(t *testing.T) {
	proxy := newTunnels(t)
	url, keys := keyed(t)
	setEnvironment(t, map[string]string{
		"NANGO_SECRET_KEY":           anotherKey,
		"NANGO_API_KEY":              "invented",
		"NANGO_BASE_URL":             "not a URL",
		"NANGO_HOSTPORT":             "not a URL",
		"NANGO_ALLOW_PLAINTEXT_HTTP": "perhaps",
		"http_proxy":                 proxy.url,
	})
	client, err := nango.NewClient(secretKey, nango.WithBaseURL(url), nango.WithoutEnv())
	get(t, opened(t, client, err))
	if got := receive(t, "the request", keys); got != secretKey || proxy.asked.Load() != 0 {
		t.Errorf("the key is %q, and %d tunnels were asked for", got, proxy.asked.Load())
	}
	// Nango Cloud is the default then.
	client, err = nango.NewClient(secretKey, nango.WithoutEnv())
	opened(t, client, err)
	t.Setenv("NANGO_ALLOW_PLAINTEXT_HTTP", "1")
	if _, err := nango.NewClient(secretKey, nango.WithBaseURL("http://nango.example"), nango.WithoutEnv()); !errors.Is(err, nango.ErrInvalidArgument) {
		t.Errorf("got %v", err)
	}
}

// TestAMissingKeySaysWhatToDo in words of this package.
func TestAMissingKeySaysWhatToDo(t *testing.T) {
	for name, c := range map[string]struct {
		open func() (*nango.Client, error)
		want []string
	}{
		"empty": {func() (*nango.Client, error) { return nango.NewClient("") }, []string{"is empty", "NewClientFromEnv"}},
		"empty, and no environment": {func() (*nango.Client, error) { return nango.NewClient("", nango.WithoutEnv()) },
			[]string{"is empty"}},
		"nothing in the environment": {func() (*nango.Client, error) { return nango.NewClientFromEnv() },
			[]string{"NANGO_SECRET_KEY", "NANGO_API_KEY"}},
		"only the environment, which is not read": {func() (*nango.Client, error) { return nango.NewClientFromEnv(nango.WithoutEnv()) },
			[]string{"WithoutEnv", "NewClient with the key"}},
	} {
		client, err := c.open()
		if client != nil || !errors.Is(err, nango.ErrInvalidArgument) {
			t.Errorf("%s: got %v, %v", name, client, err)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %q is not in %v", name, want, err)
			}
		}
	}
	t.Setenv("NANGO_SECRET_KEY", secretKey)
	if _, err := nango.NewClient(""); !errors.Is(err, nango.ErrInvalidArgument) {
		t.Errorf("the environment fills an empty key: %v", err)
	}
}
