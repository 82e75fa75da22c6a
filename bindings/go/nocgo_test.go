package nango_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestWithoutCgoTheCompilerSaysWhatToDo(t *testing.T) {
	build := exec.Command("go", "build", "./internal/clib")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	output, err := build.CombinedOutput()
	if err == nil || strings.Count(string(output), "undefined") != 1 || !strings.Contains(string(output), "SET_CGO_ENABLED_TO_1") {
		t.Errorf("it says %v: %s", err, output)
	}
}
