package nango

import (
	"context"
	"encoding/json"
	"log/slog"
	"strings"
	"time"

	"github.com/libnango/libnango/bindings/go/internal/clib"
)

// LevelTrace is the level of the library's most detailed messages, below slog.LevelDebug: see [WithLogger].
const LevelTrace = slog.LevelDebug - 4

// logLevels are the library's levels, and what they are to slog, from the most detailed on.
var logLevels = [...]struct {
	library int32
	slog    slog.Level
}{
	{clib.LogTrace, LevelTrace},
	{clib.LogDebug, slog.LevelDebug},
	{clib.LogInfo, slog.LevelInfo},
	{clib.LogWarn, slog.LevelWarn},
	{clib.LogError, slog.LevelError},
}

// logMessages are the messages, by the event that the attributes name. The library's own messages repeat the attributes.
var logMessages = map[string]string{
	"begin":       "nango call started",
	"cache":       "nango cache used",
	"attempt":     "nango request sent",
	"response":    "nango response received",
	"no_response": "nango request failed",
	"retry":       "nango request will be retried",
	"end":         "nango call succeeded",
}

// logger forwards the library's messages to slog.
type logger struct {
	slog *slog.Logger
}

// maxLevel is the most detailed of the library's levels that is enabled; 0 if none is. The library does not even compose
// a message beyond it.
func (l *logger) maxLevel() int32 {
	for _, level := range logLevels {
		if l.slog.Enabled(context.Background(), level.slog) {
			return level.library
		}
	}
	return 0
}

// receive forwards the messages of one call, under its context.
func (l *logger) receive(ctx context.Context) func(level int32, message, attributes string) {
	return func(level int32, message, attributes string) {
		if level := slogLevel(level); l.slog.Enabled(ctx, level) {
			short, attrs := logRecord(message, attributes)
			l.slog.LogAttrs(ctx, level, short, attrs...)
		}
	}
}

// logRecord is a message of the library as slog has it: the message says what happened, all else is in attributes.
func logRecord(message, attributes string) (string, []slog.Attr) {
	attrs := logAttributes(attributes)
	event, isFailure := "", false
	for _, attr := range attrs {
		switch attr.Key {
		case "event":
			event = attr.Value.String()
		case "error":
			isFailure = true
		}
	}
	short, isKnown := logMessages[event]
	switch {
	case !isKnown:
		return inGo(message), attrs
	case event == "end" && isFailure:
		return "nango call failed", append(attrs, slog.String("detail", inGo(message)))
	}
	return short, attrs
}

// logAttributes reads the attributes of a message, in the library's order: a JSON object of texts and numbers.
func logAttributes(object string) []slog.Attr {
	decoder := json.NewDecoder(strings.NewReader(object))
	decoder.UseNumber()
	if token, err := decoder.Token(); err != nil || token != json.Delim('{') {
		return nil
	}
	var attrs []slog.Attr
	for decoder.More() {
		var value any
		name, err := decoder.Token()
		if err != nil || decoder.Decode(&value) != nil {
			break
		}
		attrs = append(attrs, logAttribute(name.(string), value))
	}
	return attrs
}

func logAttribute(name string, value any) slog.Attr {
	number, isNumber := value.(json.Number)
	if !isNumber {
		return slog.Any(name, value)
	}
	if name, isTime := strings.CutSuffix(name, "_ms"); isTime {
		ms, _ := number.Float64()
		return slog.Duration(name, time.Duration(ms*float64(time.Millisecond)))
	}
	if integer, err := number.Int64(); err == nil {
		return slog.Int64(name, integer)
	}
	float, _ := number.Float64()
	return slog.Float64(name, float)
}

func slogLevel(library int32) slog.Level {
	for _, level := range logLevels {
		if level.library == library {
			return level.slog
		}
	}
	return LevelTrace
}
