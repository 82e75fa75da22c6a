// Code generated from abi/wrappers.json by make generate. DO NOT EDIT.

package clib

// PlainSettings are the settings of a client that one function each hands to the library.
type PlainSettings struct {
	SecretKey          *string
	BaseURL            *string
	AllowPlaintextHTTP *bool
	TimeoutMS          int64
	ConnectTimeoutMS   int64
	MaxRetries         int32
	MaxResponseBytes   int64
	HTTPProxy          *string
	CAFile             *string
	CacheTTLMS         int64
	UserAgent          *string
	ReadEnv            *bool
}

// NotSet are settings of which none is set.
func NotSet() PlainSettings {
	return PlainSettings{
		TimeoutMS:        -1,
		ConnectTimeoutMS: -1,
		MaxRetries:       -1,
		MaxResponseBytes: -1,
		CacheTTLMS:       -1,
	}
}
