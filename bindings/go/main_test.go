package nango_test

import (
	"os"
	"testing"
)

// TestMain removes the library's variables from the environment, so that the developer's settings do not matter.
func TestMain(m *testing.M) {
	for _, name := range []string{
		"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
		"NANGO_SECRET_KEY", "NANGO_API_KEY", "NANGO_BASE_URL", "NANGO_HOSTPORT", "NANGO_ALLOW_PLAINTEXT_HTTP",
	} {
		if err := os.Unsetenv(name); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
