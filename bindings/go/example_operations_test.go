package nango_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

// exampleOperations is a client of a server that knows two connections and an action, and what closes both.
func exampleOperations() (*nango.Client, func()) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.Method + " " + r.URL.Path {
		case "GET /connections":
			answering(http.StatusOK, pageOf(2, 1))(w, r)
		case "POST /connections":
			answering(http.StatusCreated, `{"id":3,"connection_id":"customer-3","provider_config_key":"freshdesk"}`)(w, r)
		case "POST /action/trigger":
			if r.Header.Get("X-Async") != "" {
				answering(http.StatusAccepted, `{"id":"4ba27559","statusUrl":"/action/4ba27559"}`)(w, r)
				return
			}
			answering(http.StatusOK, `{"number":42}`)(w, r)
		case "GET /action/4ba27559":
			answering(http.StatusOK, `{"number":42}`)(w, r)
		case "GET /records":
			answering(http.StatusOK, recordsPage("null", 1, 2))(w, r)
		case "GET /integrations/github":
			answering(http.StatusOK, `{"data":{"unique_key":"github"}}`)(w, r)
		default:
			answering(http.StatusNotFound, `{"error":{"code":"not_found"}}`)(w, r)
		}
	}))
	client, err := nango.NewClient(secretKey, nango.WithBaseURL(server.URL))
	if err != nil {
		panic(err)
	}
	return client, func() {
		_ = client.Close()
		server.Close()
	}
}

func ExampleConnectionsService_List() {
	client, closeAll := exampleOperations()
	defer closeAll()

	list := func(ctx context.Context) error {
		pager := client.Connections.List(ctx, nango.ListConnectionsParams{Tags: map[string]string{"plan": "pro"}})
		for connection, err := range pager.All() {
			if err != nil {
				return err
			}
			fmt.Println(connection.ConnectionID, connection.Created.Year())
		}
		return nil
	}
	fmt.Println(list(context.Background()))
	// Output:
	// c2 2026
	// c1 2026
	// <nil>
}

// A job that goes on after an error: it ranges over the same list again.
func ExamplePager() {
	client, closeAll := exampleOperations()
	defer closeAll()

	pager := client.Connections.List(context.Background(), nango.ListConnectionsParams{})
	for tries := 1; ; tries++ {
		var failed error
		for page, err := range pager.Pages() {
			if err != nil {
				failed = err
				break
			}
			fmt.Println(len(page), "connections")
		}
		var failure *nango.Error
		if !errors.As(failed, &failure) || !failure.Retryable() || tries == 3 {
			fmt.Println(failed)
			return
		}
		time.Sleep(time.Minute)
	}
	// Output:
	// 2 connections
	// <nil>
}

func ExampleConnectionsService_Import() {
	client, closeAll := exampleOperations()
	defer closeAll()

	imported, err := client.Connections.Import(context.Background(), nango.ImportConnectionParams{
		ProviderConfigKey: "freshdesk",
		Credentials:       map[string]any{"type": "BASIC", "username": "invented-key", "password": "X"},
		ConnectionID:      nango.Ptr("customer-3"),
	})
	fmt.Println(imported, err)
	// Output: nango.ImportedConnection{ID: 3, ConnectionID: "customer-3", ProviderConfigKey: "freshdesk"} <nil>
}

func ExampleActionsService_Trigger() {
	client, closeAll := exampleOperations()
	defer closeAll()

	createIssue := func(ctx context.Context, title string) error {
		output, err := client.Actions.Trigger(ctx, nango.TriggerActionParams{
			ConnectionID:      "customer-1",
			ProviderConfigKey: "github",
			ActionName:        "create-issue",
			Input:             map[string]any{"title": title},
		}, nango.CallTimeout(5*time.Minute))
		if err != nil {
			return err
		}
		fmt.Println(string(output))
		return nil
	}
	fmt.Println(createIssue(context.Background(), "It is broken"))
	// Output:
	// {"number":42}
	// <nil>
}

func ExampleActionsService_WaitForResult() {
	client, closeAll := exampleOperations()
	defer closeAll()

	run := func(ctx context.Context, params nango.TriggerActionAsyncParams) error {
		queued, err := client.Actions.TriggerAsync(ctx, params)
		if err != nil {
			return err
		}
		output, err := client.Actions.WaitForResult(ctx, nango.WaitForActionResultParams{ID: queued.ID}, nango.CallTimeout(10*time.Minute))
		fmt.Println(string(output))
		return err
	}
	fmt.Println(run(context.Background(), nango.TriggerActionAsyncParams{
		ConnectionID:      "customer-1",
		ProviderConfigKey: "github",
		ActionName:        "export",
	}))
	// Output:
	// {"number":42}
	// <nil>
}

// A job that goes on behind the record that it read last.
func ExampleRecordsService_List() {
	client, closeAll := exampleOperations()
	defer closeAll()

	type Issue struct {
		ID    string `json:"id"`
		Title string `json:"title"`
	}
	save := func(action string, issue Issue) { fmt.Println(action, issue.ID, issue.Title) }
	run := func(ctx context.Context, cursor string) (string, error) {
		pager := client.Records.List(ctx, nango.ListRecordsParams{
			ConnectionID: "customer-1", ProviderConfigKey: "github", Model: "Issue", Cursor: cursor,
		})
		for record, err := range pager.All() {
			if err != nil {
				return cursor, err // the next run goes on here
			}
			var issue Issue
			if err := record.Decode(&issue); err != nil {
				return cursor, err
			}
			save(record.Metadata.LastAction, issue) // "ADDED", "UPDATED" or "DELETED"
			cursor = pager.Cursor()
		}
		return cursor, nil
	}
	fmt.Println(run(context.Background(), ""))
	// Output:
	// ADDED 1 é
	// ADDED 2 é
	// c2 <nil>
}

// Members of a record, without a struct.
func ExampleRecord_Get() {
	client, closeAll := exampleOperations()
	defer closeAll()

	params := nango.ListRecordsParams{ConnectionID: "customer-1", ProviderConfigKey: "github", Model: "Issue"}
	for record, err := range client.Records.List(context.Background(), params).All() {
		if err != nil {
			fmt.Println(err)
			return
		}
		title, ok := record.Get("title").Text()
		login, isKnown := record.Get("author").Get("login").Text()
		fmt.Printf("%q %t %q %t\n", title, ok, login, isKnown)
	}
	// Output:
	// "é" true "" false
	// "é" true "" false
}

// A call of Nango's own API that the package has no method for.
func ExampleClient_Request() {
	client, closeAll := exampleOperations()
	defer closeAll()

	show := func(ctx context.Context) error {
		response, err := client.Request(ctx, http.MethodGet, "/integrations/{uniqueKey}",
			nango.PathParameter("uniqueKey", "github"), nango.QueryParameter("include", "webhook"))
		if err != nil {
			return err
		}
		var integration struct {
			Data struct {
				UniqueKey string `json:"unique_key"`
			} `json:"data"`
		}
		if err := response.Decode(&integration); err != nil {
			return err
		}
		fmt.Println(integration.Data.UniqueKey)
		return nil
	}
	fmt.Println(show(context.Background()))
	// Output:
	// github
	// <nil>
}
