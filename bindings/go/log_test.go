package nango_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

// record is a message and what came with it.
type record struct {
	ctx     context.Context
	level   slog.Level
	message string
	attrs   []slog.Attr
}

// attr is the value of an attribute; the zero value without it.
func (r record) attr(name string) slog.Value {
	for _, attr := range r.attrs {
		if attr.Key == name {
			return attr.Value
		}
	}
	return slog.Value{}
}

// recorder is a handler that keeps its records.
type recorder struct {
	level slog.Leveler
	// Called with each message; may be nil.
	also func(message string)

	mu      sync.Mutex
	records []record
}

func (r *recorder) Enabled(_ context.Context, level slog.Level) bool { return level >= r.level.Level() }
func (r *recorder) WithAttrs([]slog.Attr) slog.Handler               { return r }
func (r *recorder) WithGroup(string) slog.Handler                    { return r }

func (r *recorder) Handle(ctx context.Context, got slog.Record) error {
	r.mu.Lock()
	var attrs []slog.Attr
	got.Attrs(func(attr slog.Attr) bool {
		attrs = append(attrs, attr)
		return true
	})
	r.records = append(r.records, record{ctx, got.Level, got.Message, attrs})
	r.mu.Unlock()
	if r.also != nil {
		r.also(got.Message)
	}
	return nil
}

// all is what was logged, a line each.
func (r *recorder) all() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var lines strings.Builder
	for _, got := range r.records {
		lines.WriteString(fmt.Sprintf("%s %s %s\n", got.level, got.message, got.attrs))
	}
	return lines.String()
}

// flaky is a server whose first response is a failure.
func flaky(t *testing.T) http.HandlerFunc {
	t.Helper()
	var once sync.Once
	return func(w http.ResponseWriter, r *http.Request) {
		status, body := http.StatusOK, oauth2Document
		once.Do(func() { status, body = http.StatusServiceUnavailable, "" })
		answering(status, body)(w, r)
	}
}

func TestTheLoggerIsToldWhatHappens(t *testing.T) {
	log := &recorder{level: nango.LevelTrace}
	get(t, newClient(t, serve(t, flaky(t)), nango.WithLogger(slog.New(log))))
	failing(t, serve(t, answering(http.StatusNotFound, `{"error":{"code":"not_found"}}`)).URL, nango.WithLogger(slog.New(log)))
	for _, want := range []string{
		`(?m)^DEBUG nango call started .*connection_id=customer-1 provider_config_key=github`,
		`(?m)^DEBUG-4 nango request sent .*method=GET route=connection`,
		`(?m)^INFO nango response received .*status=503 duration=`,
		`(?m)^WARN nango request will be retried .*attempts=1 pause=.* error=SERVER status=503`,
		`(?m)^INFO nango response received .*status=200 duration=.* bytes=\d`,
		`(?m)^DEBUG nango call succeeded .*attempts=2 .*status=200`,
		`(?m)^INFO nango call failed .*attempts=1 .*error=NOT_FOUND status=404 code=not_found .*detail=failed after 1 attempt`,
	} {
		if !regexp.MustCompile(want).MatchString(log.all()) {
			t.Errorf("nothing is like %s:\n%s", want, log.all())
		}
	}
}

func TestAttributesHaveTypesAndACallHasOneNumber(t *testing.T) {
	log := &recorder{level: nango.LevelTrace}
	client := newClient(t, serve(t, flaky(t)), nango.WithLogger(slog.New(log)))
	get(t, client)
	get(t, client)
	calls := map[int64][]string{}
	for _, got := range log.records {
		for name, kind := range map[string]slog.Kind{
			"call_id": slog.KindInt64, "status": slog.KindInt64, "bytes": slog.KindInt64, "attempts": slog.KindInt64,
			"duration": slog.KindDuration, "pause": slog.KindDuration, "method": slog.KindString, "operation": slog.KindString,
		} {
			if value := got.attr(name); value.Kind() != kind && !value.Equal(slog.Value{}) {
				t.Errorf("%s is a %s: %s", name, value.Kind(), log.all())
			}
		}
		id := got.attr("call_id").Int64()
		calls[id] = append(calls[id], got.attr("event").String())
	}
	var events []string
	for _, id := range slices.Sorted(maps.Keys(calls)) {
		events = append(events, strings.Join(calls[id], " "))
	}
	want := []string{"begin attempt response retry attempt response end", "begin attempt response end"}
	if !slices.Equal(events, want) {
		t.Errorf("got %q", events)
	}
}

func TestEachOperationIsLogged(t *testing.T) {
	log := &recorder{level: slog.LevelInfo}
	client := newClient(t, serve(t, answering(http.StatusOK, `{"connections":[],"data":[]}`)), nango.WithLogger(slog.New(log)))
	if _, err := client.Request(t.Context(), http.MethodGet, "/x"); err != nil {
		t.Fatal(err)
	}
	for range client.Connections.List(t.Context(), nango.ListConnectionsParams{}).Pages() {
	}
	_ = proxy(t, client, &nango.Request{Endpoint: "/"}).Body.Close()
	var routes []string
	for _, got := range log.records {
		routes = append(routes, got.attr("operation").String()+" "+got.attr("route").String())
	}
	if want := []string{"request x", "request connections", "proxy proxy"}; !slices.Equal(routes, want) {
		t.Errorf("got %q", routes)
	}
}

func TestADetailHasTheNamesOfGo(t *testing.T) {
	log := &recorder{level: slog.LevelError}
	failing(t, serve(t, answering(http.StatusTeapot, "<html></html>")).URL, nango.WithLogger(slog.New(log)))
	if len(log.records) != 1 || !strings.Contains(log.records[0].attr("detail").String(), "check WithBaseURL") {
		t.Errorf("got %s", log.all())
	}
}

func TestOnlyWhatTheLoggerWantsIsAskedFor(t *testing.T) {
	server := serve(t, flaky(t))
	for _, level := range []slog.Level{nango.LevelTrace, slog.LevelDebug, slog.LevelInfo, slog.LevelWarn, slog.LevelError, slog.LevelError + 1} {
		log := &recorder{level: level}
		get(t, newClient(t, server, nango.WithLogger(slog.New(log))))
		failing(t, nobodysURL(t), nango.WithLogger(slog.New(log)))
		for _, got := range log.records {
			if got.level < level {
				t.Errorf("%s comes at level %s: %s", got.level, level, got.message)
			}
			if got.level > slog.LevelDebug && strings.Contains(fmt.Sprint(got.message, got.attrs), "customer-1") {
				t.Errorf("an id is told at level %s: %s", got.level, got.message)
			}
		}
		if (len(log.records) > 0) != (level <= slog.LevelError) {
			t.Errorf("%d messages come at level %s", len(log.records), level)
		}
	}
}

func TestALevelThatIsRaisedLaterCounts(t *testing.T) {
	var level slog.LevelVar
	var text bytes.Buffer
	log := slog.New(slog.NewTextHandler(&text, &slog.HandlerOptions{Level: &level}))
	client := newClient(t, serve(t, answering(http.StatusOK, oauth2Document)), nango.WithLogger(log))
	level.Set(slog.LevelError)
	get(t, client)
	if text.Len() > 0 {
		t.Errorf("it logs %s", &text)
	}
}

func TestNoLogger(t *testing.T) {
	log := &recorder{level: nango.LevelTrace}
	get(t, newClient(t, serve(t, answering(http.StatusOK, oauth2Document)), nango.WithLogger(slog.New(log)), nango.WithLogger(nil)))
	if len(log.records) > 0 {
		t.Errorf("it logs %s", log.all())
	}
}

type contextKey struct{}

func TestMessagesComeWithTheContextOfTheirCall(t *testing.T) {
	log := &recorder{level: nango.LevelTrace}
	client := newClient(t, serve(t, answering(http.StatusOK, oauth2Document)), nango.WithLogger(slog.New(log)))
	const calls = 20
	var group sync.WaitGroup
	for i := range calls {
		group.Add(1)
		go func() {
			defer group.Done()
			ctx := context.WithValue(t.Context(), contextKey{}, i)
			if _, err := client.GetConnection(ctx, "customer-1", "github"); err != nil {
				t.Error(err)
			}
		}()
	}
	group.Wait()
	messages := map[int][]string{}
	for _, got := range log.records {
		of, ok := got.ctx.Value(contextKey{}).(int)
		if !ok {
			t.Fatalf("a message has no call: %s", got.message)
		}
		messages[of] = append(messages[of], got.message)
	}
	for i := range calls {
		if len(messages[i]) == 0 || len(messages[i]) != len(messages[0]) {
			t.Errorf("call %d has %d messages, the first %d", i, len(messages[i]), len(messages[0]))
		}
	}
}

// TestALoggerMayCallAnotherClient checks that the messages of a call within a call do not get mixed up.
func TestALoggerMayCallAnotherClient(t *testing.T) {
	server := serve(t, answering(http.StatusOK, oauth2Document))
	inner := &recorder{level: slog.LevelDebug}
	other := newClient(t, server, nango.WithLogger(slog.New(inner)))
	outer := &recorder{level: slog.LevelDebug}
	outer.also = func(string) { get(t, other) }
	get(t, newClient(t, server, nango.WithLogger(slog.New(outer))))
	if len(outer.records) == 0 || len(inner.records) != len(outer.records)*len(outer.records) {
		t.Errorf("%d and %d messages:\n%s\n%s", len(outer.records), len(inner.records), outer.all(), inner.all())
	}
}

func TestAPanicOfTheLoggerComesOutOfTheCall(t *testing.T) {
	log := &recorder{level: nango.LevelTrace, also: func(string) { panic("invented panic") }}
	client := newClient(t, serve(t, answering(http.StatusOK, oauth2Document)),
		nango.WithLogger(slog.New(log)), nango.WithMaxConcurrentCalls(1))
	for range 3 {
		func() {
			defer func() {
				if got := recover(); got != "invented panic" {
					t.Errorf("recovered %v", got)
				}
			}()
			_, err := client.GetConnection(t.Context(), "customer-1", "github")
			t.Errorf("no panic, %v", err)
		}()
	}
	if len(log.records) != 3 {
		t.Errorf("a call goes on logging after a panic:\n%s", log.all())
	}
	log.also = nil
	get(t, client)
}

// TestNothingHoldsTheLoggerOfAForgottenClient: neither the library does nor what leads from it back to Go.
func TestNothingHoldsTheLoggerOfAForgottenClient(t *testing.T) {
	server, closed := watched(t, answering(http.StatusOK, oauth2Document))
	collected := make(chan struct{})
	func() {
		log := &recorder{level: nango.LevelTrace}
		runtime.AddCleanup(log, func(collected chan struct{}) { close(collected) }, collected)
		client, err := nango.NewClient(secretKey, nango.WithBaseURL(server.URL), nango.WithLogger(slog.New(log)))
		if err != nil {
			t.Fatal(err)
		}
		get(t, client)
	}()
	collectUntil(t, closed)
	collectUntil(t, collected)
}

func TestLevelsAreInOrder(t *testing.T) {
	levels := []slog.Level{nango.LevelTrace, slog.LevelDebug, slog.LevelInfo, slog.LevelWarn, slog.LevelError}
	if !slices.IsSorted(levels) || nango.LevelTrace == slog.LevelDebug {
		t.Errorf("got %v", levels)
	}
}
