package nango_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/libnango/libnango/bindings/go"
)

type decodedBase struct {
	Title string
	Base  *int `json:"base,omitempty"`
}

type decodedNode struct {
	*decodedNode
	Number int `json:"number,string"`
}

// upper decodes itself.
type upper struct{ Text string }

func (u *upper) UnmarshalText(text []byte) error {
	u.Text = strings.ToUpper(string(text))
	return nil
}

// wholeObject decodes itself from all members.
type wholeObject struct{ Members int }

func (w *wholeObject) UnmarshalJSON(data []byte) error {
	var members map[string]json.RawMessage
	err := json.Unmarshal(data, &members)
	w.Members = len(members)
	return err
}

// TestDecodingIsThatOfEncodingJSON for every type, though not every member is given to it.
func TestDecodingIsThatOfEncodingJSON(t *testing.T) {
	type tagged struct {
		ID       json.RawMessage `json:"id"`
		Name     string          `json:"title"`
		Kelvin   string          `json:"kelvin"`
		Sharp    string          `json:"größe"`
		Hidden   string          `json:"-"`
		Dash     string          `json:"-,"`
		Any      any             `json:"list"`
		At       time.Time       `json:"at"`
		Upper    upper           `json:"upper"`
		Number   json.Number     `json:"number"`
		Comma    string          `json:",omitempty"`
		hidden   string
		Metadata *struct {
			Cursor string `json:"cursor"`
		} `json:"_nango_metadata"`
	}
	_ = tagged{}.hidden
	type embedding struct {
		decodedBase
		*decodedNode
		Upper upper
		Title int `json:"titles"`
	}
	type promoting struct {
		upper
		Title string
	}
	documents := []string{
		`{"id":1,"title":"t","TITLE":"T","kelvin":"k","size":9,"comma":"c","hidden":"h","-":"d","_nango_metadata":{"cursor":"c"}}`,
		"{ \"id\" : 12345678901234567890 ,\n\"\u212aelvin\":\"sign\" , \"GRÖSSE\":1,\"GRÖßE\":\"g\",\"list\":[1,{\"a\":null}] , \"last\":1 } ",
		`{"ti\u0074le":"escaped","at":"2026-11-22T01:16:11.5+01:00","upper":"a","number":1.50,"x":"}"}`,
		`{"unknown":{"title":"inner"},"title":null,"Title":"a","base":3,"Text":"t"}`,
		`{"title":1}`, `{"number":"12","base":"x"}`, `{"x":1,"at":"never"}`, `{"id":"a","list":[],"title":"x","title":{"a":1}}`,
		`{}`, `{"a":1}`, ` {"title":"\ud83d"} `, `{"\ud83dtitle":"x"}`,
	}
	targets := []func() any{
		func() any { return &tagged{Hidden: "kept", Name: "old"} },
		func() any { return new(embedding) },
		func() any { return new(promoting) },
		func() any { return new(decodedBase) },
		func() any { return new(struct{}) },
		func() any { return new(wholeObject) },
		func() any { return new(upper) },
		func() any { return new(*tagged) },
		func() any { return new(any) },
		func() any { return &map[string]any{"old": 1} },
		func() any { return new(map[string]string) },
		func() any { return new([]int) },
		func() any { return tagged{} },
		func() any { return (*tagged)(nil) },
		func() any { return nil },
	}
	for _, document := range documents {
		for i, record := range recordOf(t, document) {
			for _, target := range targets {
				got, want := target(), target()
				failure, expected := record.Decode(got), json.Unmarshal([]byte(document), want)
				if !reflect.DeepEqual(got, want) {
					t.Errorf("record %d, %s: got %+v instead of %+v", i, document, got, want)
				}
				if (failure == nil) != (expected == nil) {
					t.Errorf("record %d, %s into %T: got %v instead of %v", i, document, got, failure, expected)
				}
				if failure != nil && (!errors.Is(failure, nango.ErrDecode) || located(errors.Unwrap(failure), 0) != located(expected, leading(document))) {
					t.Errorf("record %d, %s into %T: got %#v instead of %#v", i, document, got, errors.Unwrap(failure), expected)
				}
			}
		}
	}
}

// leading is how much white space there is before a document, of which a record has nothing.
func leading(document string) int {
	return len(document) - len(strings.TrimLeft(document, " "))
}

// located is an error with where it is.
func located(err error, leading int) string {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return err.Error() + " at " + strconv.Itoa(int(wrong.Offset)-leading)
	}
	return fmt.Sprintf("%T %v", err, err)
}

// TestDecodingPassesNoMemberWithoutAField to encoding/json, which spends most of its time on those.
func TestDecodingPassesNoMemberWithoutAField(t *testing.T) {
	filler := strings.Repeat(`,"member":"`+strings.Repeat("a text ", 1000)+`"`, 50)
	for _, document := range []string{`{"id":"a"` + filler + `,"title":"b"}`, `{"id":"a","title":"b" ` + filler + `}`} {
		record := recordOf(t, document)[0]
		var got struct{ ID, Title string }
		few := quickest(func() error { return record.Decode(&got) })
		all := quickest(func() error { return json.Unmarshal(record.Data(), &got) })
		if got.ID != "a" || got.Title != "b" || few*10 > all {
			t.Errorf("it takes %v, and encoding/json %v: %v", few, all, got)
		}
	}
}

func quickest(decode func() error) time.Duration {
	best := time.Hour
	for range 5 {
		begin := time.Now()
		if err := decode(); err != nil {
			panic(err)
		}
		best = min(best, time.Since(begin))
	}
	return best
}
