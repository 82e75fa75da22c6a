// Package opentelemetry shows how to report the calls of a client to OpenTelemetry: a span and a measurement for each of them. Copy
// it, and change the names as you like.
//
//	option, err := opentelemetry.Option(otel.GetTracerProvider(), otel.GetMeterProvider())
//	if err != nil {
//		return err
//	}
//	client, err := nango.NewClientFromEnv(option)
package opentelemetry

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/trace"

	"github.com/libnango/libnango/bindings/go"
)

const scope = "github.com/libnango/libnango/bindings/go"

// Option reports each call of a client: a span below the one of the call's context, and its duration in the histogram
// nango.client.duration.
func Option(tracers trace.TracerProvider, meters metric.MeterProvider) (nango.Option, error) {
	tracer := tracers.Tracer(scope)
	durations, err := meters.Meter(scope).Float64Histogram("nango.client.duration",
		metric.WithUnit("s"), metric.WithDescription("How long calls of Nango take, with their retries"))
	if err != nil {
		return nil, err
	}
	return nango.WithCallHook(func(ctx context.Context, call nango.CallSummary) {
		of := attributes(call)
		// The call's context may have ended, which must not lose the measurement.
		durations.Record(context.WithoutCancel(ctx), call.Duration.Seconds(), metric.WithAttributes(of...))

		// The hook is called at the end of the call, so the span began earlier.
		end := time.Now()
		_, span := tracer.Start(ctx, "nango "+call.Operation, trace.WithTimestamp(end.Add(-call.Duration)),
			trace.WithSpanKind(trace.SpanKindClient), trace.WithAttributes(of...), trace.WithAttributes(
				attribute.Int64("nango.call_id", call.CallID), attribute.Int("nango.attempts", call.Attempts)))
		if call.RequestID != "" {
			span.SetAttributes(attribute.String("nango.request_id", call.RequestID))
		}
		// That a customer has not connected yet is no fault.
		if call.ErrorKind != nango.ErrorKindNone && call.ErrorKind != nango.ErrorKindNotFound {
			span.SetStatus(codes.Error, call.ErrorKind.String())
		}
		span.End(trace.WithTimestamp(end))
	}), nil
}

// attributes have few values each, as a metric needs it: no ids.
func attributes(call nango.CallSummary) []attribute.KeyValue {
	of := []attribute.KeyValue{attribute.String("nango.operation", call.Operation)}
	if call.Method != "" {
		of = append(of, attribute.String("http.request.method", call.Method), attribute.String("http.route", "/"+call.Route))
	}
	if call.Status != 0 {
		of = append(of, attribute.Int("http.response.status_code", call.Status))
	}
	if call.ErrorKind != nango.ErrorKindNone {
		of = append(of, attribute.String("error.type", call.ErrorKind.String()))
	}
	if call.Cache != "" {
		of = append(of, attribute.String("nango.cache", call.Cache))
	}
	return of
}
