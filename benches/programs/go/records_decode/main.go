// Command records_decode lists records with this project's package, and decodes each into a struct.
package main

import (
	"context"
	"errors"

	"github.com/libnango/libnango/benches/programs/go/page"
	"github.com/libnango/libnango/benches/programs/go/program"
	"github.com/libnango/libnango/bindings/go"
)

type issue struct {
	ID        string  `json:"id"`
	Number    int64   `json:"number"`
	Title     string  `json:"title"`
	State     string  `json:"state"`
	IsDraft   bool    `json:"is_draft"`
	Body      string  `json:"body"`
	Score     float64 `json:"score"`
	UpdatedAt string  `json:"updated_at"`
}

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
		var one issue
		if err := record.Decode(&one); err != nil {
			return err
		}
		sums.Records++
		sums.Characters += len(one.ID) + len(one.Title) + len(one.State) + len(one.Body) + len(one.UpdatedAt)
		sums.Numbers += one.Number
		sums.Scores += one.Score
		if one.IsDraft {
			sums.Drafts++
		}
	}
	return sums.Check()
}
