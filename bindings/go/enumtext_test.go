package nango_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

func TestKindsAndModesAreNamesInJSON(t *testing.T) {
	type counted struct {
		Kind  nango.ErrorKind          `json:"kind"`
		Mode  nango.AuthMode           `json:"mode"`
		Kinds map[nango.ErrorKind]int  `json:"kinds"`
		Modes map[nango.AuthMode][]int `json:"modes"`
	}
	const want = `{"kind":"NOT_FOUND","mode":"OAUTH2","kinds":{"NONE":2,"TLS":1},"modes":{"AWS_SIGV4":[1],"BASIC":null}}`
	value := counted{
		nango.ErrorKindNotFound, nango.AuthModeOAuth2,
		map[nango.ErrorKind]int{nango.ErrorKindTLS: 1, nango.ErrorKindNone: 2},
		map[nango.AuthMode][]int{nango.AuthModeBasic: nil, nango.AuthModeAWSSigV4: {1}},
	}
	encoded, err := json.Marshal(value)
	if err != nil || string(encoded) != want {
		t.Fatalf("got %s, %v", encoded, err)
	}
	var back counted
	if err := json.Unmarshal(encoded, &back); err != nil {
		t.Fatal(err)
	}
	if again, err := json.Marshal(back); string(again) != want || err != nil || back.Kind != value.Kind || back.Mode != value.Mode {
		t.Errorf("read back: %s, %v", again, err)
	}
}

func TestEveryKindAndModeIsReadBack(t *testing.T) {
	for kind := range kinds {
		text, err := kind.MarshalText()
		var back nango.ErrorKind
		if err := errors.Join(err, back.UnmarshalText(text)); err != nil || back != kind {
			t.Errorf("%s became %s, %v", kind, back, err)
		}
	}
	for mode := nango.AuthModeAbsent; mode <= nango.AuthModeAWSSigV4; mode++ {
		text, err := mode.MarshalText()
		var back nango.AuthMode
		if err := errors.Join(err, back.UnmarshalText(text)); err != nil || back != mode {
			t.Errorf("%s became %s, %v", mode, back, err)
		}
	}
}

func TestNamesThatTheLibraryDoesNotKnow(t *testing.T) {
	kind, mode := nango.ErrorKindTLS, nango.AuthModeBasic
	if err := json.Unmarshal([]byte(`"NEW_KIND"`), &kind); !errors.Is(err, nango.ErrInvalidArgument) || kind != nango.ErrorKindTLS {
		t.Errorf("got %s, %v", kind, err)
	}
	if err := json.Unmarshal([]byte(`"NEW_MODE"`), &mode); err != nil || mode != nango.AuthModeUnknown {
		t.Errorf("got %s, %v", mode, err)
	}
}
