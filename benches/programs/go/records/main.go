// Command records lists records with this project's package, and looks up 8 members of each.
package main

import (
	"context"
	"errors"

	"github.com/libnango/libnango/benches/programs/go/page"
	"github.com/libnango/libnango/benches/programs/go/program"
	"github.com/libnango/libnango/bindings/go"
)

func main() {
	program.Main(list)
}

func list(baseURL, connectionID string) (func() error, error) {
	client, err := nango.NewClient(program.SecretKey, nango.WithBaseURL(baseURL))
	if err != nil {
		return nil, err
	}
	params := nango.ListRecordsParams{ConnectionID: connectionID, ProviderConfigKey: program.Integration, Model: page.Model}
	pager := client.Records.List(context.Background(), params)
	return func() error {
		for records, err := range pager.Pages() {
			if err != nil {
				return err
			}
			return read(records)
		}
		return errors.New("the list has ended")
	}, nil
}

func read(records []*nango.Record) error {
	var sums page.Sums
	for _, record := range records {
		sums.Records++
		for _, name := range []string{"id", "title", "state", "body", "updated_at"} {
			text, _ := record.Get(name).Text()
			sums.Characters += len(text)
		}
		number, _ := record.Get("number").Int64()
		score, _ := record.Get("score").Float64()
		sums.Numbers += number
		sums.Scores += score
		if isDraft, _ := record.Get("is_draft").Bool(); isDraft {
			sums.Drafts++
		}
	}
	return sums.Check()
}
