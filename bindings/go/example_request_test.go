package nango_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"

	"github.com/libnango/libnango/bindings/go"
)

// A call of Nango's own API that the package has no method for.
func ExampleClient_Request() {
	client, err := nango.NewClientFromEnv()
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
	response, err := client.Request(context.Background(), http.MethodGet, "/integrations/{uniqueKey}",
		nango.PathParameter("uniqueKey", "github"), nango.QueryParameter("include", "webhook"))
	if err != nil {
		log.Fatal(err)
	}
	var integration struct {
		Data struct {
			UniqueKey  string          `json:"unique_key"`
			WebhookURL json.RawMessage `json:"webhook_url"`
		} `json:"data"`
	}
	if err := response.Decode(&integration); err != nil {
		log.Fatal(err)
	}
	fmt.Println(integration.Data.UniqueKey, string(integration.Data.WebhookURL))
}
