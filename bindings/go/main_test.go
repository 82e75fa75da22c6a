package nango_test

import (
	"os"
	"testing"
)

// TestMain takes the proxies of whoever runs the tests out of the environment.
func TestMain(m *testing.M) {
	for _, name := range []string{"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"} {
		if err := os.Unsetenv(name); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
