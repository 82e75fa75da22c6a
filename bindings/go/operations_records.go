// Code generated from api/operations.json by make generate. DO NOT EDIT.

package nango

import (
	"cmp"
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// RecordsService has the operations of Client.Records.
//
// Records: what syncs have stored of an external API.
type RecordsService service

// ListRecordsParams are the parameters of [RecordsService.List]. One that is zero or nil is not sent.
type ListRecordsParams struct {
	// The id of the connection, as the dashboard shows it. Required.
	ConnectionID string
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The name of the model. Required.
	Model string
	// Only the records behind this one: the cursor of the last record that was read.
	Cursor string
	// Only those that were changed after this time, which is within the last 12 months.
	ModifiedAfter time.Time
	// Only those whose last change was one of "added", "updated" and "deleted".
	Filter []string
	// Only those with these ids, at most 100.
	IDs []string
	// The variant of the sync; "base" without it.
	Variant string
	// How many a page has, from 1 to 10000. Nango can send fewer. Default: 1000.
	Limit int
}

// List lists the records of a model, in the order in which they were last changed.
//
// Pages are fetched as the records are read. A record that is changed meanwhile comes again. Nango does not check a
// cursor: one that is none is the error kind server with the status 500.
//
// GET /records; the secret key needs the scope environment:records:read.
func (s *RecordsService) List(ctx context.Context, params ListRecordsParams, opts ...CallOption) *Pager[Record] {
	return newPager(ctx, (*service)(s), params.operation(), opts, pagesOf[Record]{
		style: clib.PagesCursor,
		items: "records",
		item:  readRecord,
		cursor: func(item *Record) string {
			if item.Metadata == nil {
				return ""
			}
			return item.Metadata.Cursor
		},
		start: params.Cursor,
	})
}

func (params ListRecordsParams) operation() *operation {
	o := newOperation("Records.List", http.MethodGet, "/records")
	o.require("ConnectionID", params.ConnectionID != "")
	o.header("Connection-Id", "ConnectionID", params.ConnectionID)
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.header("Provider-Config-Key", "ProviderConfigKey", params.ProviderConfigKey)
	o.require("Model", params.Model != "")
	o.query("model", "Model", params.Model)
	if params.Cursor != "" {
		o.query("cursor", "Cursor", params.Cursor)
	}
	if !params.ModifiedAfter.IsZero() {
		o.query("modified_after", "ModifiedAfter", timestamp(params.ModifiedAfter))
	}
	if params.Filter != nil {
		o.queryCSV("filter", "Filter", params.Filter)
	}
	if params.IDs != nil {
		o.queryRepeated("ids", "IDs", params.IDs)
	}
	if params.Variant != "" {
		o.query("variant", "Variant", params.Variant)
	}
	o.query("limit", "Limit", strconv.Itoa(cmp.Or(params.Limit, 1000)))
	return o
}

// PruneRecordsParams are the parameters of [RecordsService.Prune]. One that is zero or nil is not sent.
type PruneRecordsParams struct {
	// The id of the connection, as the dashboard shows it. Required.
	ConnectionID string
	// The id of the integration, as the dashboard shows it. Required.
	ProviderConfigKey string
	// The name of the model. Required.
	Model string
	// The cursor of the last record to prune. Required.
	UntilCursor string
	// The variant of the sync; "base" without it.
	Variant *string
	// How many to prune at once, from 1 to 10000; 1000 without it.
	Limit *int
}

// Prune deletes the content of records up to a cursor, and keeps their ids.
//
// Repeat it while has_more is true.
//
// PATCH /records/prune; the secret key needs the scope environment:records:write.
func (s *RecordsService) Prune(ctx context.Context, params PruneRecordsParams, opts ...CallOption) (*PrunedRecords, error) {
	return callFor(ctx, (*service)(s), params.operation(), opts, readPrunedRecords)
}

func (params PruneRecordsParams) operation() *operation {
	o := newOperation("Records.Prune", http.MethodPatch, "/records/prune")
	o.object()
	o.require("ConnectionID", params.ConnectionID != "")
	o.header("Connection-Id", "ConnectionID", params.ConnectionID)
	o.require("ProviderConfigKey", params.ProviderConfigKey != "")
	o.header("Provider-Config-Key", "ProviderConfigKey", params.ProviderConfigKey)
	o.require("Model", params.Model != "")
	o.member("model", "Model", params.Model)
	o.require("UntilCursor", params.UntilCursor != "")
	o.member("until_cursor", "UntilCursor", params.UntilCursor)
	if params.Variant != nil {
		o.member("variant", "Variant", *params.Variant)
	}
	if params.Limit != nil {
		o.member("limit", "Limit", *params.Limit)
	}
	o.request.Repeatable = true
	return o
}
