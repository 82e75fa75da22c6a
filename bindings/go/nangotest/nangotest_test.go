package nangotest_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
	"github.com/libnango/libnango/bindings/go/nangotest"
)

const seed = `{
	"keys": [{"secret": "00000000-0000-4000-8000-0000000000aa", "scopes": ["environment:*"]}],
	"integrations": [{"id": "github"}],
	"connections": [{
		"connection_id": "customer-9", "provider_config_key": "github",
		"credentials": {"type": "API_KEY", "apiKey": "invented-key"}
	}]
}`

func TestAToken(t *testing.T) {
	emulator := nangotest.Start(t) // ends with the test
	client := emulator.Client(t)   // so does this
	connection, err := client.GetConnection(t.Context(), "customer-oauth2", "github")
	if err != nil || connection.Token() == "" {
		t.Errorf("got %v, %v", connection, err)
	}
}

// TestTheReadmeShowsATest finds the Go code of the emulator's README in this file.
func TestTheReadmeShowsATest(t *testing.T) {
	readme, err := os.ReadFile("../../../tests/emulator/README.md")
	if err != nil {
		t.Fatal(err)
	}
	here, err := os.ReadFile("nangotest_test.go")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(readme), "```go\n")
	block, _, _ := strings.Cut(rest, "```")
	if !found || !strings.Contains(string(here), block) {
		t.Errorf("this is not in the tests:\n%s", block)
	}
}

// token gets the token of a connection.
func token(t *testing.T, client *nango.Client, connectionID, providerConfigKey string) string {
	t.Helper()
	connection, err := client.GetConnection(t.Context(), connectionID, providerConfigKey)
	if err != nil {
		t.Fatal(err)
	}
	return connection.Token()
}

func TestItIsANangoWithTheDemoConnections(t *testing.T) {
	emulator := nangotest.Start(t)
	client := emulator.Client(t)
	if got := token(t, client, "customer-oauth2", "github"); got != "gho_invented_demo_token" {
		t.Errorf("the token is %q", got)
	}
	if _, err := client.GetConnection(t.Context(), "nobody", "github"); !errors.Is(err, nango.ErrNotFound) {
		t.Errorf("the error is %v", err)
	}
	requests, err := emulator.Requests(t.Context())
	want := []nangotest.Request{
		{Method: "GET", Target: "/connection/customer-oauth2?provider_config_key=github", Status: 200},
		{Method: "GET", Target: "/connection/nobody?provider_config_key=github", Status: 404},
	}
	if err != nil || !reflect.DeepEqual(requests, want) {
		t.Errorf("it was asked %v, %v", requests, err)
	}
}

func TestItsClockMovesAndAResetUndoesEverything(t *testing.T) {
	emulator := nangotest.Start(t)
	client := emulator.Client(t)
	first := token(t, client, "expiring", "hubspot")
	if err := emulator.AdvanceClock(t.Context(), 25*time.Minute); err != nil {
		t.Fatal(err)
	}
	if token(t, client, "expiring", "hubspot") == first {
		t.Error("the token is the same 25 minutes later")
	}
	if err := emulator.Reset(t.Context()); err != nil {
		t.Fatal(err)
	}
	if requests, err := emulator.Requests(t.Context()); len(requests) != 0 || err != nil {
		t.Errorf("it remembers %v, %v", requests, err)
	}
	if token(t, client, "expiring", "hubspot") != first {
		t.Error("the token is not the first after a reset")
	}
	if err := emulator.AdvanceClock(t.Context(), -time.Second); err == nil || !strings.Contains(err.Error(), "the emulator rejected the request: the body must be") {
		t.Errorf("a clock that goes back: %v", err)
	}
}

func TestItTellsWhatTheExternalAPIWasAsked(t *testing.T) {
	emulator := nangotest.Start(t)
	response, err := emulator.Client(t).Proxy(t.Context(), "customer-oauth2", "github",
		&nango.Request{Endpoint: "/status/503"}, nango.ProxyRetries(1))
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	requests, err := emulator.ExternalRequests(t.Context())
	want := nangotest.Request{Method: "GET", Target: "/echo/status/503", Status: 503}
	if err != nil || !reflect.DeepEqual(requests, []nangotest.Request{want, want}) {
		t.Errorf("it was asked %v, %v", requests, err)
	}
}

func TestTheRateLimitCanBeLifted(t *testing.T) {
	limited := `{"rate_limit": {"requests": 1}, ` + seed[1:]
	for name, test := range map[string]struct {
		opts []nangotest.Option
		want error
	}{
		"limit of the seed": {nil, nango.ErrRateLimited},
		"no limit":          {[]nangotest.Option{nangotest.WithoutRateLimit()}, nil},
	} {
		emulator := nangotest.Start(t, append(test.opts, nangotest.WithSeed(json.RawMessage(limited)))...)
		client := emulator.Client(t, nango.WithMaxRetries(0))
		_ = token(t, client, "customer-9", "github")
		if _, err := client.GetConnection(t.Context(), "customer-9", "github"); !errors.Is(err, test.want) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestASeedIsAFileOrAValue(t *testing.T) {
	path := filepath.Join(t.TempDir(), "seed.json")
	if err := os.WriteFile(path, []byte(seed), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, option := range map[string]nangotest.Option{
		"file":  nangotest.WithSeedFile(path),
		"value": nangotest.WithSeed(json.RawMessage(seed)),
	} {
		emulator := nangotest.Start(t, option)
		if emulator.SecretKey != "00000000-0000-4000-8000-0000000000aa" {
			t.Errorf("%s: the key is %q", name, emulator.SecretKey)
		}
		if got := token(t, emulator.Client(t), "customer-9", "github"); got != "invented-key" {
			t.Errorf("%s: the token is %q", name, got)
		}
	}
}

// foreignEnvironment is that of a machine whose programs use another Nango.
func foreignEnvironment(t *testing.T) {
	t.Helper()
	for name, value := range map[string]string{
		"NANGO_SECRET_KEY":           "invented-secret-key",
		"NANGO_API_KEY":              "invented-api-key",
		"NANGO_BASE_URL":             "not a URL",
		"NANGO_HOSTPORT":             "not a URL",
		"NANGO_ALLOW_PLAINTEXT_HTTP": "perhaps",
		"http_proxy":                 "http://127.0.0.1:1",
	} {
		t.Setenv(name, value)
	}
}

func TestTheEnvironmentDoesNotReachAClientOfTheEmulator(t *testing.T) {
	foreignEnvironment(t)
	client := nangotest.Start(t).Client(t)
	if got := token(t, client, "customer-oauth2", "github"); got != "gho_invented_demo_token" {
		t.Errorf("the token is %q", got)
	}
}

func TestTheEnvironmentLeadsAProgramThere(t *testing.T) {
	foreignEnvironment(t)
	nangotest.Start(t).Setenv(t)
	client, err := nango.NewClientFromEnv()
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	if got := token(t, client, "customer-oauth2", "github"); got != "gho_invented_demo_token" {
		t.Errorf("the token is %q", got)
	}
}

func TestClosingTwiceIsFineAndThenNobodyAnswers(t *testing.T) {
	emulator, err := nangotest.Launch()
	if err != nil {
		t.Fatal(err)
	}
	if first, second := emulator.Close(), emulator.Close(); first != nil || second != nil {
		t.Errorf("closing says %v, %v", first, second)
	}
	if err := emulator.Reset(t.Context()); err == nil || !strings.Contains(err.Error(), "the emulator does not respond") {
		t.Errorf("it says %v", err)
	}
}

func TestWhatIsMissingOrWrongIsTold(t *testing.T) {
	program := os.Getenv("NANGO_EMULATOR")
	directory := t.TempDir()
	other := filepath.Join(directory, "other")
	if err := os.WriteFile(other, []byte("#!/bin/sh\necho hello\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	for want, c := range map[string]struct {
		program string
		opts    []nangotest.Option
	}{
		"nangotest: nango-emulator is not on PATH: unpack nango-emulator-VERSION": {"", nil},
		"nangotest: nango-emulator is not at /gone: unpack":                       {"/gone", nil},
		"is not the nango-emulator of this version: reinstall it":                 {other, nil},
		"did not start: nango-emulator: nowhere.json: cannot be":                  {program, []nangotest.Option{nangotest.WithSeedFile("nowhere.json")}},
		"unknown field `conections`":                                              {program, []nangotest.Option{nangotest.WithSeed(map[string]any{"conections": 1})}},
		"the seed is not JSON":                                                    {program, []nangotest.Option{nangotest.WithSeed(func() {})}},
	} {
		t.Setenv("PATH", directory+string(os.PathListSeparator)+"/bin")
		t.Setenv("NANGO_EMULATOR", c.program)
		emulator, err := nangotest.Launch(c.opts...)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in %v", want, err)
		}
		if emulator != nil {
			_ = emulator.Close()
		}
	}
}

func Example() {
	emulator, err := nangotest.Launch() // in a test: emulator := nangotest.Start(t)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer emulator.Close()

	client, err := nango.NewClient(emulator.SecretKey, nango.WithBaseURL(emulator.BaseURL))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer client.Close()
	connection, err := client.GetConnection(context.Background(), "customer-oauth2", "github")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(connection.AuthMode, connection.Token())
	// Output: OAUTH2 gho_invented_demo_token
}
