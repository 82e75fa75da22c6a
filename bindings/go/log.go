package nango

import (
	"context"
	"log/slog"

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
func (l *logger) receive(ctx context.Context) func(level int32, message string) {
	return func(level int32, message string) {
		l.slog.LogAttrs(ctx, slogLevel(level), message)
	}
}

func slogLevel(library int32) slog.Level {
	for _, level := range logLevels {
		if level.library == library {
			return level.slog
		}
	}
	return LevelTrace
}
