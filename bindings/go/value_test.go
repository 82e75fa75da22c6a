package nango_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/libnango/libnango/bindings/go"
)

// recordOf is the record of this JSON as a list gives it, and as it is read from its JSON.
func recordOf(t *testing.T, document string) []nango.Record {
	t.Helper()
	_, client := paged(t, `{ "records" : [ {"id":0}, `+document+` , {"id":9} ] } `)
	var listed []*nango.Record
	for record, err := range client.Records.List(t.Context(), listingRecords).All() {
		if err != nil {
			t.Fatal(err)
		}
		listed = append(listed, record)
	}
	var read nango.Record
	if err := json.Unmarshal([]byte(document), &read); err != nil {
		t.Fatal(err)
	}
	return []nango.Record{*listed[1], read}
}

// said is everything that a value says of itself.
func saidBy(value nango.Value) string {
	text, isText := value.Text()
	whole, isWhole := value.Int64()
	number, isNumber := value.Float64()
	flag, isFlag := value.Bool()
	parts := []string{string(value.Raw())}
	for said, is := range map[string]bool{
		fmt.Sprintf("text %q", text): isText, fmt.Sprint("int ", whole): isWhole, fmt.Sprint("float ", number): isNumber,
		fmt.Sprint("bool ", flag): isFlag, "null": value.IsNull(), "absent": !value.Exists(),
	} {
		if is {
			parts = append(parts, said)
		}
	}
	slices.Sort(parts[1:])
	return strings.Join(parts, "; ")
}

func TestTheMembersOfARecord(t *testing.T) {
	document := "{ \"id\" : \"a\" ,\r\n\t\"text\":\"é \\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\\u0000\", \"empty\" :\"\"," +
		`"half":"x\ud83d","pair":"\ud83d\ud83d\ude00","t":true,"f":false,"n":null,"zero":0,"minus":-0,"int":-9223372036854775808,` +
		`"large":9223372036854775808,"huge":1e400,"real":1.50,"exponent":12E+2,"long":12345678901234567890.123,` +
		`"twice":1,"na\u006de":"escaped name","qu\"ote":"q","a\\":"backslash","é":"e","ha\ud83dlf":"none","":"no name",` +
		`"object":{"a":{"b":[{"c":"deep"}]},"twice":1,"twice":"]}","\u0061":{}},"array":[1,"[",[],{"x":null}],"twice" : {"a":2} , ` +
		`"_nango_metadata":{"cursor":"c"}}`
	for i, record := range recordOf(t, document) {
		for name, want := range map[string]string{
			"id":              `"a"; text "a"`,
			"text":            `"é \"\\\/\b\f\n\r\t\u00e9\ud83d\ude00\u0000"; text "é \"\\/\b\f\n\r\té😀\x00"`,
			"empty":           `""; text ""`,
			"half":            `"x\ud83d"`,
			"pair":            `"\ud83d\ud83d\ude00"`,
			"t":               `true; bool true`,
			"f":               `false; bool false`,
			"n":               `null; null`,
			"zero":            `0; float 0; int 0`,
			"minus":           `-0; float -0; int 0`,
			"int":             `-9223372036854775808; float -9.223372036854776e+18; int -9223372036854775808`,
			"large":           `9223372036854775808; float 9.223372036854776e+18`,
			"huge":            `1e400`,
			"real":            `1.50; float 1.5`,
			"exponent":        `12E+2; float 1200`,
			"long":            `12345678901234567890.123; float 1.2345678901234567e+19`,
			"twice":           `{"a":2}`,
			"name":            `"escaped name"; text "escaped name"`,
			`na\u006de`:       `; absent`,
			`qu"ote`:          `"q"; text "q"`,
			`qu\"ote`:         `; absent`,
			`qu`:              `; absent`,
			`a\`:              `"backslash"; text "backslash"`,
			`a\\`:             `; absent`,
			"é":               `"e"; text "e"`,
			"ha\ufffdlf":      `; absent`,
			"":                `"no name"; text "no name"`,
			"ID":              `; absent`,
			"array":           `[1,"[",[],{"x":null}]`,
			"_nango_metadata": `{"cursor":"c"}`,
			"id\" : \"a":      `; absent`,
		} {
			if got := saidBy(record.Get(name)); got != want {
				t.Errorf("record %d, %q: got %s", i, name, got)
			}
			if got := saidBy(record.Value().Get(name)); got != want {
				t.Errorf("record %d, %q by its value: got %s", i, name, got)
			}
		}
	}
}

func TestWhatIsWithinAMember(t *testing.T) {
	document := `{"object":{"a":{"b":[{"c":"deep"}]},"twice":1,"twice":"]}","\u0061":{},"n":null},"array":[1,"[",[],{"x":null}],"text":"{"}`
	for i, record := range recordOf(t, document) {
		var names, items []string
		for name, member := range record.Get("object").Members() {
			names = append(names, name+"="+string(member.Raw()))
		}
		for item := range record.Get("array").Items() {
			items = append(items, string(item.Raw()))
		}
		if want := []string{`a={"b":[{"c":"deep"}]}`, "twice=1", `twice="]}"`, "a={}", "n=null"}; !slices.Equal(names, want) {
			t.Errorf("record %d: got %q", i, names)
		}
		if want := []string{"1", `"["`, "[]", `{"x":null}`}; !slices.Equal(items, want) {
			t.Errorf("record %d: got %q", i, items)
		}
		for got, want := range map[string]string{
			saidBy(record.Get("object").Get("twice")):      `"]}"; text "]}"`,
			saidBy(record.Get("object").Get("a")):          `{}`,
			saidBy(record.Get("object").Get("n")):          `null; null`,
			saidBy(record.Get("object").Get("n").Get("n")): `; absent`,
			saidBy(record.Get("array").Get("0")):           `; absent`,
			saidBy(record.Get("none").Get("none")):         `; absent`,
			saidBy(record.Get("text").Get("")):             `; absent`,
			saidBy(nango.Record{}.Get("object")):           `; absent`,
			saidBy(nango.Record{}.Value()):                 `; absent`,
			saidBy(record.Value()):                         document,
		} {
			if got != want {
				t.Errorf("record %d: got %s instead of %s", i, got, want)
			}
		}
		for _, value := range []nango.Value{{}, record.Get("none"), record.Get("text")} {
			for range value.Members() {
				t.Errorf("record %d: %s has members", i, value)
			}
			for range value.Items() {
				t.Errorf("record %d: %s has items", i, value)
			}
		}
		for name, member := range record.Value().Members() {
			for b := range member.Get("a").Get("b").Items() {
				if text, ok := b.Get("c").Text(); name != "object" || !ok || text != "deep" {
					t.Errorf("record %d: got %q, %v in %s", i, text, ok, name)
				}
			}
			for range member.Items() {
				break
			}
			break
		}
	}
}

func TestARecordWithoutMembers(t *testing.T) {
	for i, record := range recordOf(t, " { } ") {
		if record.Get("id").Exists() || saidBy(record.Value()) != "{ }" {
			t.Errorf("record %d: got %s", i, saidBy(record.Value()))
		}
	}
}

func TestAValueShowsNoData(t *testing.T) {
	document := `{"a":"canary","b":["canary"],"c":{"canary":1},"d":{"canary":null},"_nango_metadata":{"cursor":"c"}}`
	for i, record := range recordOf(t, document) {
		values := []nango.Value{record.Value(), record.Get("a"), record.Get("b"), record.Get("c"), record.Get("d"), {}}
		var shown strings.Builder
		log := slog.New(slog.NewJSONHandler(&shown, nil))
		for _, value := range values {
			for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
				fmt.Fprintf(&shown, verb+verb+"\n", value, &value)
			}
			log.Info("value", "value", value, "pointer", &value)
			encoded, err := json.Marshal([]any{value, &value, map[string]any{"v": value}})
			fmt.Fprintf(&shown, "%s %v\n", encoded, err)
			if texts := found(&value, "canary"); len(texts) > 0 {
				t.Errorf("record %d: a walk through %s finds %q", i, value, texts)
			}
		}
		if texts := found(values, "canary"); len(texts) > 0 || strings.Contains(shown.String(), "canary") {
			t.Errorf("record %d: %s", i, shown.String())
		}
		if texts := found(&record, "canary"); len(texts) > 0 {
			t.Errorf("a walk through record %d finds %q", i, texts)
		}
	}
	record := recordOf(t, `{"o":{},"a":[],"s":"","n":-1,"b":false,"x":null}`)[0]
	for name, want := range map[string]string{
		"o": "nango.Value(object)", "a": "nango.Value(array)", "s": "nango.Value(string)", "n": "nango.Value(number)",
		"b": "nango.Value(boolean)", "x": "nango.Value(null)", "none": "nango.Value(nothing)",
	} {
		if value := record.Get(name); value.String() != want || fmt.Sprintf("%+v", value) != want {
			t.Errorf("%s shows as %s", name, value)
		}
	}
}

func TestWhatAValueReturnsIsACopy(t *testing.T) {
	for i, record := range recordOf(t, `{"a":{"b":"c"}}`) {
		copy(record.Get("a").Raw(), "xxxxxxxxx")
		_ = append(record.Get("a").Raw(), "xxxxxxxxx"...)
		if got := string(record.Get("a").Raw()); got != `{"b":"c"}` {
			t.Errorf("record %d: got %s", i, got)
		}
	}
}

// TestLookingUpAllocatesNothing but the texts.
func TestLookingUpAllocatesNothing(t *testing.T) {
	record := recordOf(t, `{"id":"a","number":12345678901,"score":4.25,"is_draft":true,"text":"a text of some length","a":{"b":{"c":1}}}`)[0]
	var whole int64
	var number float64
	var flag bool
	var text string
	for what, check := range map[string]struct {
		allocations float64
		look        func()
	}{
		"an integer": {0, func() { whole, _ = record.Get("number").Int64() }},
		"a number":   {0, func() { number, _ = record.Get("score").Float64() }},
		"a boolean":  {0, func() { flag, _ = record.Get("is_draft").Bool() }},
		"deep":       {0, func() { whole, _ = record.Get("a").Get("b").Get("c").Int64() }},
		"a text":     {1, func() { text, _ = record.Get("text").Text() }},
		"none":       {0, func() { flag = record.Get("none").Exists() }},
	} {
		if got := testing.AllocsPerRun(10, check.look); got != check.allocations {
			t.Errorf("%s takes %v allocations", what, got)
		}
	}
	if number != 4.25 || text != "a text of some length" {
		t.Errorf("got %v, %v, %v, %v", whole, number, flag, text)
	}
}

func TestGoroutinesShareARecord(t *testing.T) {
	for _, record := range recordOf(t, `{"a":{"b":["x","y"]},"n":1}`) {
		var all sync.WaitGroup
		for range 8 {
			all.Add(1)
			go func() {
				defer all.Done()
				for item := range record.Get("a").Get("b").Items() {
					_, _ = item.Text()
				}
				var into struct{ N int }
				if number, ok := record.Get("n").Int64(); record.Decode(&into) != nil || !ok || into.N != int(number) {
					t.Errorf("got %d, %d", number, into.N)
				}
			}()
		}
		all.Wait()
	}
}

// TestRecordsOfAnEarlierPageStay although the memory of the page is used again.
func TestRecordsOfAnEarlierPageStay(t *testing.T) {
	pages := []string{
		`{"records":[{"id":"1","text":"one","_nango_metadata":{"cursor":"c1","last_action":"ADDED"}}],"next_cursor":"c1"}`,
		`{"records":[{"id":"2","text":"two","_nango_metadata":{"cursor":"c2","last_action":"DELETED"}},{}],"next_cursor":"c2"}`,
		`{"records":[{"id":"333333333","text":"3","_nango_metadata":{"cursor":"c3"}}],"next_cursor":null}`,
	}
	_, client := paged(t, pages...)
	var records []*nango.Record
	for record, err := range client.Records.List(t.Context(), listingRecords).All() {
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, record)
	}
	var shown []string
	for _, record := range records {
		text, _ := record.Get("text").Text()
		shown = append(shown, fmt.Sprintf("%s %s %v %s", record.ID, text, record.Metadata, record.Data()))
		if record.Metadata != nil {
			shown = append(shown, string(record.Metadata.JSON()))
		}
	}
	want := []string{
		`"1" one nango.RecordMetadata{LastAction: "ADDED", Cursor: "c1"} {"id":"1","text":"one","_nango_metadata":{"cursor":"c1","last_action":"ADDED"}}`,
		`{"cursor":"c1","last_action":"ADDED"}`,
		`"2" two nango.RecordMetadata{LastAction: "DELETED", Cursor: "c2"} {"id":"2","text":"two","_nango_metadata":{"cursor":"c2","last_action":"DELETED"}}`,
		`{"cursor":"c2","last_action":"DELETED"}`,
		`  <nil> {}`,
		`"333333333" 3 nango.RecordMetadata{Cursor: "c3"} {"id":"333333333","text":"3","_nango_metadata":{"cursor":"c3"}}`,
		`{"cursor":"c3"}`,
	}
	if !slices.Equal(shown, want) {
		t.Errorf("got\n%s", strings.Join(shown, "\n"))
	}
}
