package nango_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

// recordsPage is a page of records with these numbers, whose cursors are c and the number.
func recordsPage(next string, ids ...int) string {
	items := make([]string, len(ids))
	for i, id := range ids {
		items[i] = fmt.Sprintf(`{"id":"%d","title":"é","_nango_metadata":{"last_action":"ADDED","cursor":"c%d","deleted_at":null}}`, id, id)
	}
	if next != "null" {
		next = strconv.Quote(next)
	}
	return `{"records":[` + strings.Join(items, ",") + `],"next_cursor":` + next + `}`
}

var listingRecords = nango.ListRecordsParams{ConnectionID: "customer-1", ProviderConfigKey: "github", Model: "Issue"}

func TestTheCursorOfARecordIsThatOfTheOneReturnedLast(t *testing.T) {
	arrived, client := paged(t, recordsPage("c2", 1, 2), "forbidden", recordsPage("null", 3))
	params := listingRecords
	params.Cursor = "c0"
	pager := client.Records.List(t.Context(), params)
	if pager.Cursor() != "c0" {
		t.Errorf("before the first record it is %q", pager.Cursor())
	}
	var cursors []string
	for range 2 {
		for record, err := range pager.All() {
			if err != nil {
				if !errors.Is(err, nango.ErrForbidden) {
					t.Error(err)
				}
				cursors = append(cursors, "error "+pager.Cursor())
				break
			}
			cursors = append(cursors, pager.Cursor())
			if pager.Cursor() != record.Metadata.Cursor {
				t.Errorf("that of %s is %q", record.ID, pager.Cursor())
			}
		}
	}
	if want := []string{"c1", "c2", "error c2", "c3"}; !slices.Equal(cursors, want) {
		t.Errorf("got %v", cursors)
	}
	got := targets(arrived)
	if len(got) != 3 || !strings.Contains(got[0], "cursor=c0") || !strings.Contains(got[1], "cursor=c2") || got[1] != got[2] {
		t.Errorf("it asks for %v", got)
	}
}

func TestTheCursorOfAPageIsThatOfItsLastRecord(t *testing.T) {
	_, client := paged(t, recordsPage("c3", 1, 2, 3), recordsPage("c4"), recordsPage("null", 5))
	pager := client.Records.List(t.Context(), listingRecords)
	for range pager.All() {
		break
	}
	cursors := []string{pager.Cursor()}
	for _, err := range pager.Pages() {
		if err != nil {
			t.Fatal(err)
		}
		cursors = append(cursors, pager.Cursor())
	}
	// An empty page has no cursor of its own.
	if want := []string{"c1", "c3", "c3", "c5"}; !slices.Equal(cursors, want) {
		t.Errorf("got %v", cursors)
	}
}

func TestAListByNumberHasNoCursor(t *testing.T) {
	_, client := paged(t, pageOf(1))
	pager := client.Connections.List(t.Context(), nango.ListConnectionsParams{})
	expectListed(t, pager, 1)
	if pager.Cursor() != "" {
		t.Errorf("got %q", pager.Cursor())
	}
}

func TestARecordIsTheWholeObject(t *testing.T) {
	whole := `{"id":12345678901234567890,"title":"a","id2":1,"_nango_metadata":{"cursor":"c","first_seen_at":"2026-11-22T01:16:11.5+01:00"}}`
	_, client := paged(t, `{"records":[ `+whole+` ]}`)
	for record, err := range client.Records.List(t.Context(), listingRecords).All() {
		if err != nil {
			t.Fatal(err)
		}
		if string(record.ID) != "12345678901234567890" || string(record.Data()) != whole || record.Metadata.FirstSeenAt.Hour() != 0 {
			t.Errorf("got %v: %s", record, record.Data())
		}
		record.Data()[0] = 'x' // The program's own.
		var issue struct{ Title string }
		if err := record.Decode(&issue); err != nil || issue.Title != "a" {
			t.Errorf("got %v, %v", issue, err)
		}
		var wrong struct{ Title int }
		err := record.Decode(&wrong)
		if !errors.Is(err, nango.ErrDecode) || errors.Unwrap(err) == nil || strings.Contains(err.Error(), "Title") {
			t.Errorf("got %v", err)
		}
	}
	var none nango.Record
	if none.Data() != nil || !errors.Is(none.Decode(&struct{}{}), nango.ErrDecode) {
		t.Errorf("got %s", none.Data())
	}
}

// TestListingManyRecordsTakesNoMoreMemory than listing few.
func TestListingManyRecordsTakesNoMoreMemory(t *testing.T) {
	const pages, records = 20, 10_000
	var next atomic.Int64
	client := newClient(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
		page := int(next.Add(1)) - 1
		ids := make([]int, records)
		for i := range ids {
			ids[i] = page*records + i
		}
		cursor := "null"
		if page < pages-1 {
			cursor = fmt.Sprint("c", ids[records-1])
		}
		answering(http.StatusOK, recordsPage(cursor, ids...))(w, r)
	}))
	inUse := func() uint64 {
		runtime.GC()
		var stats runtime.MemStats
		runtime.ReadMemStats(&stats)
		return stats.HeapAlloc
	}
	count, early := 0, uint64(0)
	params := listingRecords
	params.Limit = records
	pager := client.Records.List(t.Context(), params)
	for _, err := range pager.All() {
		if err != nil {
			t.Fatal(err)
		}
		if count++; count == 2*records {
			early = inUse()
		}
	}
	if late := inUse(); count != pages*records || late > early+4<<20 {
		t.Errorf("after %d records it is %d KB, after %d KB early", count, late>>10, early>>10)
	}
	runtime.KeepAlive(pager)
}

func TestResultsWithinAResponse(t *testing.T) {
	client := func(body string) *nango.Client { return newClient(t, serve(t, answering(http.StatusOK, body))) }
	for body, want := range map[string]string{
		`{}`:                            "/data is missing",
		`{"data":null}`:                 "/data is missing",
		`[]`:                            "/data is missing",
		`7`:                             "the whole is not an object",
		`{"data":[]}`:                   "/data is not an object",
		`{"data":{"unique_key":7}}`:     "/data/unique_key is not a string",
		`{"a":[{}],"data":{"logo":[]}}`: "/data/logo is not a string",
		`{"data":`:                      "it is not JSON",
	} {
		_, err := client(body).Integrations.Get(t.Context(), nango.GetIntegrationParams{UniqueKey: "github"})
		if failure := asError(t, err); failure.Kind != nango.ErrorKindDecode || !strings.Contains(failure.Message, want) {
			t.Errorf("%s: got %v", body, err)
		}
	}
	_, err := client(`{"connections":[]}`).Connections.WaitFor(t.Context(), nango.WaitForConnectionParams{ProviderConfigKey: "github"},
		nango.CallTimeout(0))
	if !errors.Is(err, nango.ErrTimeout) {
		t.Errorf("got %v", err)
	}
	_, err = client(`{"first":[1],"connections":[]}`).Connections.WaitFor(t.Context(), nango.WaitForConnectionParams{ProviderConfigKey: "github"})
	if failure := asError(t, err); failure.Kind != nango.ErrorKindDecode || !strings.Contains(failure.Message, "/connections/0 is missing") {
		t.Errorf("got %v", err)
	}
}

func TestConstantMembersAndTimesOfOtherZones(t *testing.T) {
	api := describeAPI(t)
	for name, want := range map[string]string{
		"reset_sync_frequency":     `"frequency":null`,
		"deploy_function":          `"type":"function"`,
		"deploy_function_template": `"type":"template"`,
		"start_function_dry_run":   `"last_sync_date":"2026-11-29T01:02:03.123Z"`,
		"list_records":             `modified_after=2026-11-29T01%3A02%3A03.123Z&filter=a&ids=a`,
		"wait_for_connection":      `limit=1&`,
	} {
		operation := api.Operations[slices.IndexFunc(api.Operations, func(one describedOperation) bool { return one.Name == name })]
		arrived, handler := recording(operation.Result.Status, api.answer(operation, "a", "a"))
		if did := api.call(t, newClient(t, serve(t, handler)), operation, "a", "a"); did.err != nil {
			t.Error(did.err)
		}
		if request := receive(t, "the request", arrived); !strings.Contains(request.target+request.body, want) {
			t.Errorf("%s sends %s %s", name, request.target, request.body)
		}
	}
}

func TestAParameterThatIsRepeated(t *testing.T) {
	arrived, client := paged(t, recordsPage("null"))
	params := listingRecords
	params.IDs = []string{"1", "a&b"}
	for _, err := range client.Records.List(t.Context(), params).All() {
		t.Error(err)
	}
	if got := targets(arrived); len(got) != 1 || !strings.Contains(got[0], "&ids=1&ids=a%26b&") {
		t.Errorf("it asks for %v", got)
	}
}

func TestFunctionsWithoutANumberAreAllListed(t *testing.T) {
	page := func(items string) string { return `{"data":[` + items + `]}` }
	_, client := paged(t, page(`{"name":"a","id":1},{"name":"b"}`), page(`{"name":"a","id":1},{"name":"c"}`), page(""))
	var names []string
	for function, err := range client.Functions.List(t.Context(), nango.ListFunctionsParams{UniqueKey: "github", Limit: 2}).All() {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, function.Name)
	}
	if !slices.Equal(names, []string{"a", "b", "c"}) {
		t.Errorf("got %v", names)
	}
}

func TestWaitingForTheResultOfAnAction(t *testing.T) {
	var requests atomic.Int64
	client := newClient(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
		if requests.Add(1) < 2 {
			answering(http.StatusNotFound, `{"error":{"code":"not_found"}}`)(w, r)
			return
		}
		answering(http.StatusOK, `{"number":42}`)(w, r)
	}))
	output, err := client.Actions.WaitForResult(t.Context(), nango.WaitForActionResultParams{ID: "a"})
	if err != nil || string(output) != `{"number":42}` || requests.Load() != 2 {
		t.Errorf("got %s, %v after %d requests", output, err, requests.Load())
	}
}

func TestAContextEndsAWait(t *testing.T) {
	arrived := make(chan struct{}, 10)
	client := newClient(t, serve(t, func(w http.ResponseWriter, r *http.Request) {
		answering(http.StatusOK, `{"connections":[]}`)(w, r)
		arrived <- struct{}{}
	}))
	ctx, cancel := context.WithCancel(t.Context())
	outcome := make(chan error, 1)
	go func() {
		_, err := client.Connections.WaitFor(ctx, nango.WaitForConnectionParams{ProviderConfigKey: "github"}, nango.CallTimeout(patience))
		outcome <- err
	}()
	receive(t, "the request", arrived)
	cancel()
	if err := receive(t, "the outcome", outcome); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// TestTheShapesOfJSON that a response may have: everything that is valid is read as encoding/json reads it.
func TestTheShapesOfJSON(t *testing.T) {
	for text, want := range map[string]string{
		`{"id":"a","name":"n","variant":"v"}`:                                        "a n v",
		" {\r\n\t\"id\" : \"a\" ,\n \"name\"\t:\"n\" , \"variant\":\"v\" } ":         "a n v",
		`{"i\u0064":"a","\u006eame":"n","variant":"v"}`:                              "a n v",
		`{"id":"\"","name":"\\","variant":"\\\"}"}`:                                  `" \ \"}`,
		`{"id":"\\\\","name":"{[","variant":"é\ud83d\ude00\n"}`:                      "\\\\ {[ é😀\n",
		`{"id":"x","new":{"id":"y","a":[{"b":"]}\""},[],{}]},"name":"n","id":"a"}`:   "a n ",
		`{"id":"a","id":null,"name":"","new":[1,-2.5e+3,true,false,null,"\\",[[]]]}`: "  ",
		`{}`:         "  ",
		"\ufeff{ } ": "  ",
	} {
		client := newClient(t, serve(t, answering(http.StatusOK, text)))
		got, err := client.Syncs.CreateVariant(t.Context(), nango.CreateSyncVariantParams{
			Name: "n", Variant: "v", ProviderConfigKey: "p", ConnectionID: "c",
		})
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if all := got.ID + " " + got.Name + " " + got.Variant; all != want {
			t.Errorf("%s: got %q", text, all)
		}
		var plain map[string]json.RawMessage
		if err := json.Unmarshal(got.JSON(), &plain); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		for name, value := range got.Unknown() {
			if string(plain[name]) != string(value) {
				t.Errorf("%s: the member %s is %s", text, name, value)
			}
		}
	}
}

func TestAFilterThatIsEmptyOrHoldsAComma(t *testing.T) {
	arrived, client := paged(t)
	for said, change := range map[string]func(*nango.ListRecordsParams){
		"IDs is empty":                     func(params *nango.ListRecordsParams) { params.IDs = []string{} },
		"Filter is empty":                  func(params *nango.ListRecordsParams) { params.Filter = []string{} },
		"Filter has an item with a comma,": func(params *nango.ListRecordsParams) { params.Filter = []string{"added,deleted"} },
	} {
		params := listingRecords
		change(&params)
		for _, err := range client.Records.List(t.Context(), params).All() {
			if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), said) {
				t.Errorf("got %v instead of %s", err, said)
			}
		}
	}
	if got := targets(arrived); len(got) > 0 {
		t.Errorf("sent %v", got)
	}
}

func TestNoTagsAreNoFilter(t *testing.T) {
	arrived, client := paged(t)
	params := nango.WaitForConnectionParams{ProviderConfigKey: "github", Tags: map[string]string{}}
	_, err := client.Connections.WaitFor(t.Context(), params)
	if !errors.Is(err, nango.ErrInvalidArgument) || !strings.Contains(err.Error(), "Tags is empty: pass at least one item, or nil") {
		t.Errorf("got %v", err)
	}
	if got := targets(arrived); len(got) > 0 {
		t.Errorf("sent %v", got)
	}
}

func TestAPageWithoutItsRecords(t *testing.T) {
	for _, body := range []string{"{}", `{"records":null}`} {
		_, client := paged(t, body)
		count := 0
		for _, err := range client.Records.List(t.Context(), listingRecords).All() {
			count++
			if !errors.Is(err, nango.ErrDecode) {
				t.Errorf("%s: got %v", body, err)
			}
		}
		if count != 1 {
			t.Errorf("%s: %d results", body, count)
		}
	}
}
