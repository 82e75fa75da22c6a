package nango_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/libnango/libnango/bindings/go"
	"github.com/libnango/libnango/bindings/go/nangotest"
)

const webhookKey = "nango_webhook_signing_key_invented_0123456789"

// sentWebhook is a webhook of a real Nango.
type sentWebhook struct {
	body    []byte
	headers map[string]string
}

func (s sentWebhook) signature() string {
	return s.headers["x-nango-hmac-sha256"]
}

// recordedWebhooks are those of a real Nango, by their names.
func recordedWebhooks(t *testing.T) map[string]sentWebhook {
	t.Helper()
	const start = "webhook_sent_"
	files, err := filepath.Glob("../../tests/recorded/webhooks/" + start + "*.json")
	if err != nil || len(files) != 4 {
		t.Fatalf("there are %d, %v", len(files), err)
	}
	sent := map[string]sentWebhook{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var exchange struct {
			Request struct {
				Headers map[string]string
				Body    string
			}
		}
		if err := json.Unmarshal(text, &exchange); err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(file), start), ".json")
		sent[name] = sentWebhook{[]byte(exchange.Request.Body), exchange.Request.Headers}
	}
	return sent
}

// parsed reads a webhook that is signed.
func parsed(t *testing.T, body string) nango.Webhook {
	t.Helper()
	signature := nangotest.SignWebhook([]byte(body), webhookKey).Get(nango.WebhookSignatureHeader)
	webhook, err := nango.ParseWebhook([]byte(body), signature, webhookKey)
	if err != nil {
		t.Fatal(err)
	}
	return webhook
}

func TestWhatNangoSentIsSignedAndNothingElseIs(t *testing.T) {
	for name, sent := range recordedWebhooks(t) {
		body, signature := sent.body, sent.signature()
		if made := nangotest.SignWebhook(body, webhookKey).Get(nango.WebhookSignatureHeader); made != signature {
			t.Errorf("%s: SignWebhook makes %s", name, made)
		}
		for _, right := range []string{signature, strings.ToUpper(signature), " \t" + signature + " "} {
			if !nango.WebhookIsSigned(body, right, webhookKey) {
				t.Errorf("%s: not signed with %q", name, right)
			}
		}
		for _, wrong := range []string{
			sent.headers["x-nango-signature"], "", signature[1:], signature + "0", signature + ", " + signature,
			signature + "\x00", strings.Repeat("é", 32), "\xff",
		} {
			if nango.WebhookIsSigned(body, wrong, webhookKey) {
				t.Errorf("%s: signed with %q", name, wrong)
			}
			if _, err := nango.ParseWebhook(body, wrong, webhookKey); !errors.Is(err, nango.ErrWebhookSignature) {
				t.Errorf("%s: %q gives %v", name, wrong, err)
			}
		}
		for _, altered := range [][]byte{nil, body[1:], append(bytes.Clone(body), ' '), bytes.ReplaceAll(body, []byte("nango"), []byte("mango"))} {
			if nango.WebhookIsSigned(altered, signature, webhookKey) {
				t.Errorf("%s: signed is %s", name, altered)
			}
		}
		for _, key := range []string{"", "another key", webhookKey + "\x00"} {
			if nango.WebhookIsSigned(body, signature, key) {
				t.Errorf("%s: signed with the key %q", name, key)
			}
		}
	}
}

func TestNothingIsSignedWithAnEmptyKey(t *testing.T) {
	signature := nangotest.SignWebhook([]byte("{}"), "").Get(nango.WebhookSignatureHeader)
	if nango.WebhookIsSigned([]byte("{}"), signature, "") {
		t.Error("it is")
	}
	_, err := nango.ParseWebhook([]byte("{}"), signature, "")
	if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), "signingKey is empty") {
		t.Errorf("the error is %v", err)
	}
}

func TestRecordedWebhooksHaveTheirTypes(t *testing.T) {
	sent := recordedWebhooks(t)
	read := func(name string) nango.Webhook {
		webhook, err := nango.ParseWebhook(sent[name].body, sent[name].signature(), webhookKey)
		if err != nil {
			t.Fatal(err)
		}
		return webhook
	}
	created, ok := read("auth_creation_ok_api_key").(*nango.AuthWebhook)
	if !ok || created.Operation != "creation" || !created.Success || created.AuthMode != "API_KEY" ||
		created.ConnectionID != "89766126-4f81-471c-8373-37c30d6ef6b3" || created.Tags()["end_user_id"] != "u-1" ||
		created.Error != nil || len(created.Unknown()) != 0 {
		t.Errorf("got %v", created)
	}
	failed, ok := read("auth_refresh_failed_oauth2").(*nango.AuthWebhook)
	if !ok || failed.Operation != "refresh" || failed.Success || *failed.Error.Type != "refresh_token_external_error" ||
		!strings.HasPrefix(*failed.Error.Description(), "The external API") {
		t.Errorf("got %v", failed)
	}
	ended, ok := read("async_action").(*nango.AsyncActionWebhook)
	if !ok || ended.Action.ID != "cbb3102a-7b8f-4fec-8586-1e5a95889dec" || ended.ConnectionID != "customer-1" {
		t.Errorf("got %v", ended)
	}
}

func TestSyncsAndForwardedWebhooksHaveTheirs(t *testing.T) {
	sync, ok := parsed(t, `{"from":"nango","type":"sync","connectionId":"c","providerConfigKey":"github","syncName":"issues",
		"syncVariant":"base","model":"Issue","success":true,"modifiedAfter":"2026-11-22T01:16:10.173Z",
		"responseResults":{"added":2,"updated":1,"deleted":0},"queryTimeStamp":null}`).(*nango.SyncWebhook)
	if !ok || sync.Model != "Issue" || sync.ResponseResults.Added != 2 || *sync.ResponseResults.Deleted != 0 ||
		sync.ModifiedAfter.Second() != 10 || string(sync.Unknown()["queryTimeStamp"]) != "null" {
		t.Errorf("got %v", sync)
	}
	for _, payload := range []string{`{"zen":"x"}`, `[1]`} {
		webhook := parsed(t, `{"from":"github","type":"forward","providerConfigKey":"gh","payload":`+payload+`}`)
		forwarded, ok := webhook.(*nango.ForwardWebhook)
		if !ok || forwarded.Sender != "github" || string(forwarded.Payload()) != payload || forwarded.ConnectionID != nil {
			t.Errorf("got %v", webhook)
		}
	}
}

func TestAnyOtherWebhookCanBeRead(t *testing.T) {
	for body, named := range map[string]string{
		`{"from":"nango","type":"billing","amount":1}`: "billing",
		// Of an external API that Nango cannot assign to a connection: it is forwarded as it came.
		`{"type":"auth","user":"u-1"}`:        "auth",
		`{"from":"nango","type":["auth"]}`:    "",
		`[{"event":"open"}]`:                  "",
		`"text"`:                              "",
		`null`:                                "",
		" \n{\"type\": \"with white space\"}": "with white space",
		"\ufeff{\"type\": \"with a mark\"}":   "with a mark",
	} {
		webhook := parsed(t, body)
		unknown, ok := webhook.(*nango.UnknownWebhook)
		if !ok || unknown.Type != named || string(unknown.JSON()) != strings.Trim(body, " \n\ufeff") {
			t.Errorf("%s: got %v, %s", body, webhook, webhook.JSON())
		}
	}
}

func TestWhatIsNotJSONOrNotAsDescribedIsAnError(t *testing.T) {
	for body, said := range map[string]string{
		"":                       "not JSON",
		"not JSON":               "not JSON",
		strings.Repeat("[", 200): "nested too deep",
		`{"from":"nango","type":"auth","success":"canary"}`: "/success is not a boolean",
	} {
		signature := nangotest.SignWebhook([]byte(body), webhookKey).Get(nango.WebhookSignatureHeader)
		webhook, err := nango.ParseWebhook([]byte(body), signature, webhookKey)
		if webhook != nil || !errors.Is(err, nango.ErrDecode) || !strings.Contains(err.Error(), said) || strings.Contains(err.Error(), "canary") {
			t.Errorf("%s: %v, %v", body, webhook, err)
		}
	}
}

// received is a request with a webhook, as a server gets it.
func received(sent sentWebhook) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/nango", bytes.NewReader(sent.body))
	for name, value := range sent.headers {
		r.Header.Set(name, value)
	}
	return r
}

func TestTheNextHandlerReadsTheBodyAgain(t *testing.T) {
	sent := recordedWebhooks(t)["async_action"]
	for key, want := range map[string]error{webhookKey: nil, "another key": nango.ErrWebhookSignature, "": nango.ErrInvalidArgument} {
		r := received(sent)
		webhook, err := nango.ReadWebhook(r, key)
		if !errors.Is(err, want) || (webhook == nil) == (want == nil) {
			t.Errorf("%q: %v, %v", key, webhook, err)
		}
		again, err := io.ReadAll(r.Body)
		if err != nil || !bytes.Equal(again, sent.body) {
			t.Errorf("%q: then there is %s, %v", key, again, err)
		}
	}
}

func TestASignatureIsThereOnce(t *testing.T) {
	sent := recordedWebhooks(t)["async_action"]
	twice := received(sent)
	twice.Header.Add(nango.WebhookSignatureHeader, sent.signature())
	none := received(sent)
	none.Header.Del(nango.WebhookSignatureHeader)
	inTwoCases := received(sent)
	inTwoCases.Header["x-nango-hmac-sha256"] = []string{sent.signature()}
	wrong := received(sent)
	wrong.Header.Set(nango.WebhookSignatureHeader, wrong.Header.Get("X-Nango-Signature"))
	for name, r := range map[string]*http.Request{"twice": twice, "in two cases": inTwoCases, "none": none, "wrong": wrong} {
		if _, err := nango.ReadWebhook(r, webhookKey); !errors.Is(err, nango.ErrWebhookSignature) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheNameOfTheHeaderMayBeInAnyCase(t *testing.T) {
	sent := recordedWebhooks(t)["async_action"]
	for _, name := range []string{"x-nango-hmac-sha256", "X-NANGO-HMAC-SHA256", " X-Nango-Hmac-Sha256 "} {
		r := received(sent)
		r.Header = http.Header{name: {sent.signature()}}
		if _, err := nango.ReadWebhook(r, webhookKey); err != nil {
			t.Errorf("%q: %v", name, err)
		}
		r.Header[name] = []string{sent.signature(), "junk"}
		if _, err := nango.ReadWebhook(r, webhookKey); !errors.Is(err, nango.ErrWebhookSignature) {
			t.Errorf("%q twice: %v", name, err)
		}
	}
}

// closing counts how often a body is closed.
type closing struct {
	io.Reader
	closed int
}

func (c *closing) Close() error {
	c.closed++
	return nil
}

func TestABodyThatIsTooLargeOrBreaksOffIsAnError(t *testing.T) {
	const limit = 10 << 20
	large := bytes.Repeat([]byte(" "), limit+2)
	r := httptest.NewRequest(http.MethodPost, "/nango", nil)
	r.Header = nangotest.SignWebhook(large, webhookKey)
	body := &closing{Reader: bytes.NewReader(large)}
	r.Body = body
	_, err := nango.ReadWebhook(r, webhookKey)
	tooLarge := new(http.MaxBytesError)
	if !errors.Is(err, nango.ErrTooLarge) || !errors.As(err, &tooLarge) || tooLarge.Limit != limit {
		t.Errorf("the error is %v", err)
	}
	if again, err := io.ReadAll(r.Body); err != nil || len(again) != len(large) {
		t.Errorf("then there are %d bytes, %v", len(again), err)
	}
	if r.Body.Close() != nil || body.closed != 1 {
		t.Errorf("closed %d times", body.closed)
	}

	sent := recordedWebhooks(t)["async_action"]
	r = received(sent)
	r.Body = http.MaxBytesReader(nil, r.Body, 20)
	if _, err := nango.ReadWebhook(r, webhookKey); !errors.Is(err, nango.ErrTooLarge) || !strings.Contains(err.Error(), "20 bytes") {
		t.Errorf("with the program's own limit: %v", err)
	}
	broken := errors.New("it broke off")
	r = received(sent)
	r.Body = io.NopCloser(io.MultiReader(bytes.NewReader(sent.body[:20]), iotest.ErrReader(broken)))
	if _, err := nango.ReadWebhook(r, webhookKey); !errors.Is(err, broken) {
		t.Errorf("broken off: %v", err)
	}
	r.Body = nil
	if _, err := nango.ReadWebhook(r, webhookKey); !errors.Is(err, nango.ErrWebhookSignature) {
		t.Errorf("without a body: %v", err)
	}
}

func TestNothingPrintsTheKeyOrWhatCustomersHave(t *testing.T) {
	for _, body := range []string{
		`{"from":"nango","type":"auth","connectionId":"c","authMode":"OAUTH2","providerConfigKey":"k","provider":"p",
			"environment":"dev","operation":"creation","success":false,"tags":{"a":"canary"},"newer":"canary",
			"endUser":{"endUserId":"u","endUserEmail":"canary","tags":{"b":"canary"}},
			"error":{"type":"t","description":"canary","payload":{"token":"canary"}}}`,
		`{"from":"p","type":"forward","providerConfigKey":"k","payload":"canary"}`,
		`{"type":"t","a":"canary"}`,
	} {
		webhook := parsed(t, body)
		encoded, err := json.Marshal(webhook)
		if err != nil {
			t.Error(err)
		}
		for _, shown := range []string{fmt.Sprintf("%v %+v %#v %s", webhook, webhook, webhook, webhook), string(encoded)} {
			if strings.Contains(shown, "canary") {
				t.Errorf("%s shows it", shown)
			}
		}
		if !strings.Contains(string(webhook.JSON()), "canary") {
			t.Errorf("%v has lost it", webhook)
		}
	}
	for _, signature := range []string{"", nangotest.SignWebhook([]byte("canary"), webhookKey).Get(nango.WebhookSignatureHeader)} {
		_, err := nango.ParseWebhook([]byte("canary"), signature, webhookKey)
		if shown := fmt.Sprintf("%v %+v %#v", err, err, err); strings.Contains(shown, "canary") || strings.Contains(shown, webhookKey) {
			t.Errorf("the error shows it: %s", shown)
		}
	}
}
