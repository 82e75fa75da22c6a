package nango

// Value returns the whole record as a value, for its members to be walked through.
func (r Record) Value() Value {
	if r.document == nil {
		return Value{}
	}
	return Value{r.document, 0, len(r.document().json())}
}

// Get returns the member with this name of the record, which is not there if the record has none:
//
//	title, ok := record.Get("title").Text()
func (r Record) Get(name string) Value {
	if r.document == nil {
		return Value{}
	}
	data := r.document()
	places, document := data.of.places, data.json()
	if places == nil {
		return r.Value().Get(name)
	}
	// Of several with this name, the last.
	for i := len(places) - 1; i >= 0; i-- {
		if one := &places[i]; one.isNamed(name, document) {
			return Value{r.document, int(one.value), endOfValue(document, int(one.value))}
		}
	}
	return Value{}
}
