package nango_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// pageOf is a page of connections with these numbers.
func pageOf(ids ...int) string {
	items := make([]string, len(ids))
	for i, id := range ids {
		items[i] = fmt.Sprintf(`{"id":%d,"connection_id":"c%d","provider_config_key":"p","created":"2026-11-22T01:16:11Z"}`, id, id)
	}
	return `{"connections":[` + strings.Join(items, ",") + `]}`
}

// paged is a client of a server that responds with one text after the other, the last again and again: a page, or a
// status.
func paged(t *testing.T, answers ...string) (<-chan sent, *nango.Client) {
	t.Helper()
	arrived := make(chan sent, 100)
	var next atomic.Int64
	return arrived, newClient(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
		arrived <- sent{method: r.Method, target: r.RequestURI}
		answer := answers[min(int(next.Add(1)), len(answers))-1]
		if strings.HasPrefix(answer, "{") {
			answering(http.StatusOK, answer)(w, r)
			return
		}
		answering(http.StatusForbidden, `{"error":{"code":"`+answer+`"}}`)(w, r)
	}))
}

// listed are the numbers of all that one loop gives, and the error that ended it.
func listed(pager *nango.Pager[nango.ListedConnection]) (ids []int64, failed error) {
	for connection, err := range pager.All() {
		if err != nil {
			return ids, err
		}
		ids = append(ids, connection.ID)
	}
	return ids, nil
}

func expectListed(t *testing.T, pager *nango.Pager[nango.ListedConnection], want ...int64) {
	t.Helper()
	if got, err := listed(pager); err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v", got, err)
	}
}

func targets(arrived <-chan sent) (all []string) {
	for len(arrived) > 0 {
		all = append(all, (<-arrived).target)
	}
	return all
}

func TestPagesAreAskedForAsTheyAreRead(t *testing.T) {
	// 8 has moved to the next page, since one was made meanwhile.
	arrived, client := paged(t, pageOf(9, 8), pageOf(8, 7), pageOf(6))
	pager := client.Connections.List(t.Context(), nango.ListConnectionsParams{Limit: 2})
	if len(arrived) > 0 {
		t.Error("it asks before anybody reads")
	}
	expectListed(t, pager, 9, 8, 7, 6)
	want := []string{"/connections?limit=2", "/connections?limit=2&page=1", "/connections?limit=2&page=2"}
	if got := targets(arrived); !slices.Equal(got, want) {
		t.Errorf("it asks for %v", got)
	}
	expectListed(t, pager)
	if len(arrived) > 0 {
		t.Error("it asks after the end")
	}
}

func TestTheFiltersOfAList(t *testing.T) {
	arrived, client := paged(t, pageOf())
	expectListed(t, client.Connections.List(t.Context(), nango.ListConnectionsParams{}))
	expectListed(t, client.Connections.List(t.Context(), nango.ListConnectionsParams{
		ConnectionID: "a&b", Search: "é=", IntegrationIDs: []string{"github", "sl ack"}, Tags: map[string]string{"z": "1", "a": "p/q"},
		EndUserID: "u 1", EndUserOrganizationID: "o", Limit: 5,
	}))
	want := []string{
		"/connections?limit=1000",
		"/connections?connectionId=a%26b&search=%C3%A9%3D&integrationId=github%2Csl%20ack&tags%5Ba%5D=p%2Fq&tags%5Bz%5D=1" +
			"&endUserId=u%201&endUserOrganizationId=o&limit=5",
	}
	if got := targets(arrived); !slices.Equal(got, want) {
		t.Errorf("it asks for %v", got)
	}
}

func TestAListGoesOnAfterAnError(t *testing.T) {
	arrived, client := paged(t, pageOf(3, 2), "forbidden", "forbidden", pageOf(1))
	pager := client.Connections.List(t.Context(), nango.ListConnectionsParams{Limit: 2})
	got, err := listed(pager)
	if !errors.Is(err, nango.ErrForbidden) || !slices.Equal(got, []int64{3, 2}) {
		t.Errorf("got %v, %v", got, err)
	}
	for _, err := range pager.Pages() {
		if !errors.Is(err, nango.ErrForbidden) {
			t.Errorf("got %v", err)
		}
	}
	expectListed(t, pager, 1)
	if got := targets(arrived); len(got) != 4 || got[1] != got[3] || got[2] != got[3] {
		t.Errorf("it asks for %v", got)
	}
}

func TestLeavingAListEarly(t *testing.T) {
	arrived, client := paged(t, pageOf(5, 4, 3), pageOf(2, 1))
	pager := client.Connections.List(t.Context(), nango.ListConnectionsParams{Limit: 3})
	for connection, err := range pager.All() {
		if err != nil || connection.ID != 5 {
			t.Errorf("got %v, %v", connection, err)
		}
		break
	}
	for page, err := range pager.Pages() {
		if err != nil || len(page) != 2 || page[0].ID != 4 {
			t.Errorf("got %v, %v", page, err)
		}
		break
	}
	if len(arrived) != 1 {
		t.Errorf("it asked %d times", len(arrived))
	}
	expectListed(t, pager, 2, 1)
}

func TestAListPageByPage(t *testing.T) {
	_, client := paged(t, pageOf(4, 3), pageOf(4, 3), pageOf())
	var sizes []int
	for page, err := range client.Connections.List(t.Context(), nango.ListConnectionsParams{Limit: 2}).Pages() {
		if err != nil || page == nil {
			t.Errorf("got %v, %v", page, err)
		}
		sizes = append(sizes, len(page))
	}
	// All items of the second page were on the first.
	if !slices.Equal(sizes, []int{2, 0, 0}) {
		t.Errorf("got pages of %v", sizes)
	}
}

func TestAPageThatIsNotAsDescribed(t *testing.T) {
	for page, want := range map[string]string{
		`{"connections":[{"id":"7"}]}`:                        "/connections/0/id is not a 64-bit integer",
		`{"connections":[{"id":1.5}]}`:                        "/connections/0/id is not a 64-bit integer",
		`{"connections":[{"id":1},{"connection_id":7}]}`:      "/connections/1/connection_id is not a string",
		`{"connections":[{"provider":"\ud800"}]}`:             "/connections/0/provider is not a string",
		`{"connections":[{"errors":{}}]}`:                     "/connections/0/errors is not an array",
		`{"connections":[{"errors":[null]}]}`:                 "/connections/0/errors/0 is not an object",
		`{"connections":[{"tags":{"a":1}}]}`:                  "/connections/0/tags/a is not a string",
		`{"connections":[{"created":"yesterday"}]}`:           "/connections/0/created is not an RFC 3339 time",
		`{"connections":[{"metadata":[]}]}`:                   "/connections/0/metadata is not an object",
		`{"connections":[{"end_user":{"organization":"o"}}]}`: "/connections/0/end_user/organization is not an object",
		`{"connections":{}}`:                                  "/connections is not an array",
		`{}`:                                                  "/connections is missing",
		`{"connections":null}`:                                "/connections is missing",
	} {
		_, client := paged(t, page)
		_, err := listed(client.Connections.List(t.Context(), nango.ListConnectionsParams{}))
		if failure := asError(t, err); failure.Kind != nango.ErrorKindDecode || !strings.Contains(failure.Message, want) || failure.HTTPStatus != 200 {
			t.Errorf("%s: got %v", page, err)
		}
	}
}

// TestWhatAPageLacks is zero or nil: a program continues with the rest.
func TestWhatAPageLacks(t *testing.T) {
	_, client := paged(t, `{"connections":[{"id":null,"end_user":null,"errors":[]}]}`)
	for got, err := range client.Connections.List(t.Context(), nango.ListConnectionsParams{}).All() {
		if err != nil {
			t.Fatal(err)
		}
		if got.ID != 0 || got.ConnectionID != "" || got.EndUser() != nil || got.Tags() != nil || !got.Created.IsZero() || got.Metadata() != nil {
			t.Errorf("got %v", got)
		}
		if got.Errors == nil || len(got.Errors) != 0 {
			t.Errorf("its errors are %v", got.Errors)
		}
	}
}

func TestAListAfterADecodingErrorGoesOnWithTheNextPage(t *testing.T) {
	_, client := paged(t, `{"connections":[{"id":"7"},{"id":6}]}`, pageOf(5))
	pager := client.Connections.List(t.Context(), nango.ListConnectionsParams{Limit: 2})
	if _, err := listed(pager); !errors.Is(err, nango.ErrDecode) {
		t.Errorf("got %v", err)
	}
	expectListed(t, pager, 5)
}

func TestAListOfWhatCannotBeAskedFor(t *testing.T) {
	arrived, client := paged(t, pageOf())
	var noClient nango.Client
	for name, pager := range map[string]*nango.Pager[nango.ListedConnection]{
		"parameter": client.Connections.List(t.Context(), nango.ListConnectionsParams{Search: "\x00"}),
		"key":       client.Connections.List(t.Context(), nango.ListConnectionsParams{Tags: map[string]string{"\xff": "a"}}),
		"option":    client.Connections.List(t.Context(), nango.ListConnectionsParams{}, nango.Repeatable()),
		"client":    noClient.Connections.List(t.Context(), nango.ListConnectionsParams{}),
	} {
		for range 2 {
			if _, err := listed(pager); !errors.Is(err, nango.ErrInvalidArgument) {
				t.Errorf("%s: got %v", name, err)
			}
		}
	}
	if len(arrived) > 0 {
		t.Errorf("%v was sent", <-arrived)
	}
}

func TestTheEndsOfAList(t *testing.T) {
	s := newStall(t, http.StatusOK, pageOf())
	client := newClient(t, s.Server)
	list := func(ctx context.Context, opts ...nango.CallOption) <-chan error {
		outcomes := make(chan error, 1)
		go func() {
			_, err := listed(client.Connections.List(ctx, nango.ListConnectionsParams{}, opts...))
			outcomes <- err
		}()
		return outcomes
	}
	ctx, cancel := context.WithCancel(t.Context())
	outcomes := list(ctx)
	receive(t, "the request", s.arrived)
	cancel()
	if err := receive(t, "the outcome", outcomes); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if err := receive(t, "the outcome", list(t.Context(), nango.CallTimeout(20*time.Millisecond))); !errors.Is(err, nango.ErrTimeout) {
		t.Errorf("got %v", err)
	}
	receive(t, "the request", s.arrived)
	outcomes = list(t.Context())
	receive(t, "the request", s.arrived)
	_ = client.Close()
	if err := receive(t, "the outcome", outcomes); !errors.Is(err, nango.ErrClientClosed) {
		t.Errorf("got %v", err)
	}
}

// TestSharingAList: each item is given to one of the goroutines.
func TestSharingAList(t *testing.T) {
	_, client := paged(t, pageOf(9, 8, 7), pageOf(6, 5, 4), pageOf(3))
	pager := client.Connections.List(t.Context(), nango.ListConnectionsParams{Limit: 3})
	var mu sync.Mutex
	var all []int64
	var wait sync.WaitGroup
	for range 4 {
		wait.Add(1)
		go func() {
			defer wait.Done()
			got, err := listed(pager)
			mu.Lock()
			defer mu.Unlock()
			if all = append(all, got...); err != nil {
				t.Error(err)
			}
		}()
	}
	wait.Wait()
	slices.Sort(all)
	if !slices.Equal(all, []int64{3, 4, 5, 6, 7, 8, 9}) {
		t.Errorf("got %v", all)
	}
}

// TestAListKeepsItsClient: the list is all that the program still has.
func TestAListKeepsItsClient(t *testing.T) {
	server := serve(t, answering(http.StatusOK, pageOf()))
	pager := func() *nango.Pager[nango.ListedConnection] {
		client, err := nango.NewClient(secretKey, nango.WithBaseURL(server.URL))
		if err != nil {
			t.Fatal(err)
		}
		return client.Connections.List(t.Context(), nango.ListConnectionsParams{})
	}()
	for range 3 {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	expectListed(t, pager)
}
