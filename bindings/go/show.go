package nango

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"
)

// shown prints the exported fields of a struct that are not zero, except for the values of those with the tag nango:"hidden".
// Values behind methods are not even named.
func shown(of any) string {
	v := reflect.ValueOf(of)
	var fields []string
	for i := range v.NumField() {
		field := v.Type().Field(i)
		switch {
		case !field.IsExported() || v.Field(i).IsZero():
		case field.Tag.Get("nango") == "hidden":
			fields = append(fields, field.Name+": "+redacted)
		default:
			fields = append(fields, field.Name+": "+shownValue(v.Field(i)))
		}
	}
	return v.Type().String() + "{" + strings.Join(fields, ", ") + "}"
}

func shownValue(v reflect.Value) string {
	switch value := v.Interface().(type) {
	case time.Time:
		return value.Format(time.RFC3339Nano)
	case json.RawMessage:
		return string(value)
	case fmt.Stringer:
		return value.String()
	}
	switch v.Kind() {
	case reflect.Pointer:
		return shownValue(v.Elem())
	case reflect.Slice:
		items := make([]string, v.Len())
		for i := range items {
			items[i] = shownValue(v.Index(i))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case reflect.String:
		return fmt.Sprintf("%q", v.String())
	}
	return fmt.Sprintf("%v", v.Interface())
}
