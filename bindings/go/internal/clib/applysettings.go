// Code generated from abi/wrappers.json by make generate. DO NOT EDIT.

package clib

/*
#include "bridge.h"
*/
import "C"

func applyPlain(options *C.nango_client_options, settings *PlainSettings) {
	if settings.SecretKey != nil {
		C.nango_client_options_set_secret_key(options, cString(*settings.SecretKey))
	}
	if settings.BaseURL != nil {
		C.nango_client_options_set_base_url(options, cString(*settings.BaseURL))
	}
	if settings.AllowPlaintextHTTP != nil {
		C.nango_client_options_set_allow_plaintext_http(options, flag(*settings.AllowPlaintextHTTP))
	}
	C.nango_client_options_set_timeout_ms(options, C.int64_t(settings.TimeoutMS))
	C.nango_client_options_set_connect_timeout_ms(options, C.int64_t(settings.ConnectTimeoutMS))
	C.nango_client_options_set_max_retries(options, C.int32_t(settings.MaxRetries))
	C.nango_client_options_set_max_response_bytes(options, C.int64_t(settings.MaxResponseBytes))
	if settings.HTTPProxy != nil {
		C.nango_client_options_set_http_proxy(options, cString(*settings.HTTPProxy))
	}
	if settings.CAFile != nil {
		C.nango_client_options_set_ca_file(options, cString(*settings.CAFile))
	}
	C.nango_client_options_set_cache_ttl_ms(options, C.int64_t(settings.CacheTTLMS))
	if settings.UserAgent != nil {
		C.nango_client_options_set_user_agent(options, cString(*settings.UserAgent))
	}
	if settings.ReadEnv != nil {
		C.nango_client_options_set_read_env(options, flag(*settings.ReadEnv))
	}
}
