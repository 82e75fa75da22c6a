package nango_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

// issue has eight of the fields of the records that the benchmarks list.
type issue struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Number   int      `json:"number"`
	State    string   `json:"state"`
	IsLocked bool     `json:"locked"`
	Labels   []string `json:"labels"`
	Author   struct {
		Login string `json:"login"`
	} `json:"author"`
	Created string `json:"created_at"`
}

// recordsOf is a page of count records of 1 KB.
func recordsOf(count int) string {
	records := make([]string, count)
	for i := range records {
		records[i] = fmt.Sprintf(`{"id":"%d","title":"A title with \"quotes\" and é","number":%d,"state":"open","locked":false,`+
			`"labels":["bug","help wanted"],"author":{"login":"octocat","id":583231},"created_at":"2026-11-22T01:16:11Z",`+
			`"comments":3,"milestone":null,"body":%q,"_nango_metadata":{"first_seen_at":"2026-11-22T01:16:11.000Z",`+
			`"last_modified_at":"2026-11-22T01:16:11.000Z","last_action":"ADDED","deleted_at":null,"pruned_at":null,"cursor":"c%d"}}`,
			i, i, strings.Repeat("It does not work. ", 28), i)
	}
	return `{"records":[` + strings.Join(records, ",") + `],"next_cursor":null}`
}

func listIssues(b *testing.B, each func(*nango.Record)) {
	server := httptest.NewServer(answering(http.StatusOK, recordsOf(1000)))
	defer server.Close()
	client, err := nango.NewClient(secretKey, nango.WithBaseURL(server.URL))
	if err != nil {
		b.Fatal(err)
	}
	defer client.Close()
	params := nango.ListRecordsParams{ConnectionID: "customer-1", ProviderConfigKey: "github", Model: "Issue"}
	b.ReportAllocs()
	for b.Loop() {
		count := 0
		for record, err := range client.Records.List(b.Context(), params).All() {
			if err != nil {
				b.Fatal(err)
			}
			each(record)
			count++
		}
		if count != 1000 {
			b.Fatalf("got %d records", count)
		}
	}
}

func BenchmarkListingRecords(b *testing.B) {
	listIssues(b, func(*nango.Record) {})
}

func BenchmarkListingAndDecodingRecords(b *testing.B) {
	listIssues(b, func(record *nango.Record) {
		var one issue
		if err := record.Decode(&one); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkListingRecordsWithNetHTTP does the same without the package.
func BenchmarkListingRecordsWithNetHTTP(b *testing.B) {
	server := httptest.NewServer(answering(http.StatusOK, recordsOf(1000)))
	defer server.Close()
	b.ReportAllocs()
	for b.Loop() {
		request, err := http.NewRequestWithContext(b.Context(), http.MethodGet, server.URL+"/records?model=Issue&limit=1000", nil)
		if err != nil {
			b.Fatal(err)
		}
		request.Header.Set("Authorization", "Bearer "+secretKey)
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			b.Fatal(err)
		}
		var page struct {
			Records    []issue `json:"records"`
			NextCursor string  `json:"next_cursor"`
		}
		body, err := io.ReadAll(response.Body)
		_ = response.Body.Close()
		if err != nil {
			b.Fatal(err)
		}
		if err := json.Unmarshal(body, &page); err != nil || len(page.Records) != 1000 {
			b.Fatalf("got %d records, %v", len(page.Records), err)
		}
	}
}
