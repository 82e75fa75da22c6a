package opentelemetry_test

import (
	"testing"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	sdkmetric "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/libnango/libnango/bindings/go/examples/opentelemetry"
	"github.com/libnango/libnango/bindings/go/nangotest"
)

func TestEachCallIsASpanAndAMeasurement(t *testing.T) {
	spans := tracetest.NewInMemoryExporter()
	tracers := sdktrace.NewTracerProvider(sdktrace.WithSyncer(spans))
	reader := sdkmetric.NewManualReader()
	option, err := opentelemetry.Option(tracers, sdkmetric.NewMeterProvider(sdkmetric.WithReader(reader)))
	if err != nil {
		t.Fatal(err)
	}
	client := nangotest.Start(t).Client(t, option)
	ctx, parent := tracers.Tracer("test").Start(t.Context(), "parent")
	if _, err := client.GetConnection(ctx, "customer-oauth2", "github"); err != nil {
		t.Fatal(err)
	}
	if _, err := client.GetConnection(ctx, "revoked", "google-calendar"); err == nil {
		t.Fatal("no error")
	}
	parent.End()

	ended := spans.GetSpans()
	if len(ended) != 3 {
		t.Fatalf("%d spans", len(ended))
	}
	for i, want := range []codes.Code{codes.Unset, codes.Error} {
		span := ended[i]
		if span.Name != "nango get_connection" || span.Parent.SpanID() != parent.SpanContext().SpanID() || span.Status.Code != want ||
			!span.EndTime.After(span.StartTime) {
			t.Errorf("got %+v", span)
		}
	}

	var all metricdata.ResourceMetrics
	if err := reader.Collect(t.Context(), &all); err != nil {
		t.Fatal(err)
	}
	points := all.ScopeMetrics[0].Metrics[0].Data.(metricdata.Histogram[float64]).DataPoints
	kinds := map[string]uint64{}
	for _, point := range points {
		kind, _ := point.Attributes.Value(attribute.Key("error.type"))
		kinds[kind.AsString()] += point.Count
	}
	if len(kinds) != 2 || kinds[""] != 1 || kinds["REFRESH_FAILED"] != 1 {
		t.Errorf("got %v", kinds)
	}
}
