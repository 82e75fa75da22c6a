package nangotest_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/libnango/libnango/bindings/go"
	"github.com/libnango/libnango/bindings/go/nangotest"
)

// call makes a request that succeeds, and reads its response.
func call(t *testing.T, client *nango.Client, method, path string, opts ...nango.CallOption) map[string]any {
	t.Helper()
	response, err := client.Request(t.Context(), method, path, opts...)
	if err != nil {
		t.Fatal(err)
	}
	var value map[string]any
	if err := json.Unmarshal(response.Bytes(), &value); err != nil {
		t.Fatal(err)
	}
	return value
}

func ofCustomer(opts ...nango.CallOption) []nango.CallOption {
	return append(opts, nango.RequestHeader("Connection-Id", "customer-oauth2"), nango.RequestHeader("Provider-Config-Key", "github"))
}

func TestRecordsAreAddedUpdatedAndDeleted(t *testing.T) {
	emulator := nangotest.Start(t)
	records := nangotest.Records{
		ConnectionID: "customer-oauth2", ProviderConfigKey: "github", Model: "Issue",
		Records: []any{map[string]any{"id": "1", "n": 1}, map[string]any{"id": "2"}},
	}
	if err := emulator.AddRecords(t.Context(), records); err != nil {
		t.Fatal(err)
	}
	records.Records, records.Deleted = []any{map[string]any{"id": "1", "n": 2}}, []any{"2"}
	if err := emulator.AddRecords(t.Context(), records); err != nil {
		t.Fatal(err)
	}
	page := call(t, emulator.Client(t), http.MethodGet, "/records", ofCustomer(nango.QueryParameter("model", "Issue"))...)
	var shown []string
	for _, record := range page["records"].([]any) {
		record := record.(map[string]any)
		shown = append(shown, record["id"].(string)+" "+record["_nango_metadata"].(map[string]any)["last_action"].(string))
	}
	if want := []string{"1 UPDATED", "2 DELETED"}; !reflect.DeepEqual(shown, want) {
		t.Errorf("the records are %v", shown)
	}
}

func TestAnActionReturnsOrFails(t *testing.T) {
	emulator := nangotest.Start(t)
	client := emulator.Client(t, nango.WithMaxRetries(0))
	for _, action := range []nangotest.Action{
		{ProviderConfigKey: "github", Name: "greet", Output: map[string]any{"text": "hello"}},
		{ProviderConfigKey: "github", Name: "echo", Echo: true},
		{ProviderConfigKey: "github", Name: "break", Error: map[string]any{"status": 500, "code": "action_script_runtime_error"}},
	} {
		if err := emulator.AddAction(t.Context(), action); err != nil {
			t.Fatal(err)
		}
	}
	run := func(name string) []nango.CallOption {
		body := map[string]any{"action_name": name, "input": map[string]any{"text": "echoed"}}
		return ofCustomer(nango.JSONBody(body))
	}
	for name, want := range map[string]string{"greet": "hello", "echo": "echoed"} {
		if got := call(t, client, http.MethodPost, "/action/trigger", run(name)...); got["text"] != want {
			t.Errorf("%s gives %v", name, got)
		}
	}
	var failure *nango.Error
	_, err := client.Request(t.Context(), http.MethodPost, "/action/trigger", run("break")...)
	if !errors.As(err, &failure) || failure.Code != "action_script_runtime_error" || failure.HTTPStatus != 500 {
		t.Errorf("the error is %v", err)
	}
}

func TestASyncFindsWhatItsRunsSay(t *testing.T) {
	emulator := nangotest.Start(t)
	sync := nangotest.Sync{
		ProviderConfigKey: "github", Name: "issues", Models: []string{"Issue"},
		Runs: []nangotest.SyncRun{{Records: map[string][]any{"Issue": {map[string]any{"id": "1"}}}}},
	}
	if err := emulator.AddSync(t.Context(), sync); err != nil {
		t.Fatal(err)
	}
	client := emulator.Client(t)
	call(t, client, http.MethodPost, "/sync/trigger", nango.JSONBody(map[string]any{"provider_config_key": "github", "syncs": []string{"issues"}}))
	page := call(t, client, http.MethodGet, "/records", ofCustomer(nango.QueryParameter("model", "Issue"))...)
	if records := page["records"].([]any); len(records) != 1 {
		t.Errorf("the records are %v", records)
	}
}

func TestIntegrationsFunctionsAndVariablesLastUntilTheReset(t *testing.T) {
	emulator := nangotest.Start(t)
	client := emulator.Client(t)
	if err := errors.Join(
		emulator.AddIntegration(t.Context(), "acme", map[string]any{"display_name": "Acme"}),
		emulator.AddFunction(t.Context(), "acme", "greet", map[string]any{"code": "export default 1"}),
		emulator.SetVariables(t.Context(), map[string]string{"REGION": "eu"}),
	); err != nil {
		t.Fatal(err)
	}
	if got := call(t, client, http.MethodGet, "/integrations/acme/functions/greet/code"); got["code"] != "export default 1" {
		t.Errorf("the function is %v", got)
	}
	variables, err := client.Request(t.Context(), http.MethodGet, "/environment-variables")
	if err != nil || !strings.Contains(string(variables.Bytes()), `{"name":"REGION","value":"eu"}`) {
		t.Errorf("the variables are %v, %v", variables, err)
	}
	if err := emulator.Reset(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := client.Request(t.Context(), http.MethodGet, "/integrations/acme"); err == nil {
		t.Error("the integration is still there")
	}
}

type receivedWebhook struct {
	signature string
	body      []byte
}

func TestAFinishedSessionIsAConnectionAndASignedWebhook(t *testing.T) {
	received := make(chan receivedWebhook, 2)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		received <- receivedWebhook{r.Header.Get("X-Nango-Hmac-Sha256"), body}
		w.WriteHeader(http.StatusNoContent)
	}))
	defer server.Close()
	emulator := nangotest.Start(t)
	client := emulator.Client(t)
	if err := emulator.SendWebhooksTo(t.Context(), server.URL+"/hook", "invented-key"); err != nil {
		t.Fatal(err)
	}
	session := map[string]any{"tags": map[string]any{"order": "o-1"}, "allowed_integrations": []string{"stripe-api-key"}}
	made := call(t, client, http.MethodPost, "/connect/sessions", nango.JSONBody(session))
	token := made["data"].(map[string]any)["token"].(string)
	finish := nangotest.Finish{Token: token, Credentials: map[string]any{"type": "API_KEY", "apiKey": "invented-api-key"}}
	id, err := emulator.FinishConnectSession(t.Context(), finish)
	if err != nil {
		t.Fatal(err)
	}
	connection, err := client.GetConnection(t.Context(), id, "stripe-api-key")
	if err != nil || connection.Token() != "invented-api-key" || string(connection.Tags()) != `{"order":"o-1"}` {
		t.Errorf("got %v, %v", connection, err)
	}
	webhook := <-received
	signer := hmac.New(sha256.New, []byte("invented-key"))
	signer.Write(webhook.body)
	if webhook.signature != hex.EncodeToString(signer.Sum(nil)) {
		t.Errorf("the signature is %s", webhook.signature)
	}
	if status, err := emulator.SendWebhook(t.Context(), map[string]any{"type": "forward"}); status != http.StatusNoContent || err != nil {
		t.Errorf("got %d, %v", status, err)
	}
	sent, err := emulator.Webhooks(t.Context())
	if err != nil || len(sent) != 2 || sent[1].Status != http.StatusNoContent || sent[0].URL != server.URL+"/hook" {
		t.Errorf("it has sent %v, %v", sent, err)
	}
	if _, err := emulator.FinishConnectSession(t.Context(), finish); err == nil || !strings.Contains(err.Error(), "there is no session with this token") {
		t.Errorf("a second connection: %v", err)
	}
}
