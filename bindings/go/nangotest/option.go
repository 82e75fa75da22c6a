package nangotest

// Option changes how an emulator is started.
type Option func(*settings)

type settings struct {
	// At most one of them is set, the one that came last.
	seedFile string
	seed     any

	withoutRateLimit bool
}

// WithSeedFile gives the emulator the connections of a seed file; the default are its demo connections.
func WithSeedFile(path string) Option {
	return func(s *settings) { s.seedFile, s.seed = path, nil }
}

// WithSeed gives the emulator the connections of a seed: any value that becomes one with encoding/json, such as a
// json.RawMessage or a map.
func WithSeed(seed any) Option {
	return func(s *settings) { s.seedFile, s.seed = "", seed }
}

// WithoutRateLimit lets the emulator answer any number of requests. Without it an emulator has the rate limit of its seed,
// by default 200 requests a minute as Nango Cloud has it, and answers what exceeds it with 429.
func WithoutRateLimit() Option {
	return func(s *settings) { s.withoutRateLimit = true }
}
