<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Internal;

/**
 * The settings of a client that one function each hands to the library.
 *
 * @internal
 */
final class PlainSettings
{
    /** The function and the kind of its value, by the name of the setting. */
    public const SETTERS = [
        'secret_key' => ['clientOptionsSetSecretKey', 'text'],
        'base_url' => ['clientOptionsSetBaseUrl', 'text'],
        'allow_plaintext_http' => ['clientOptionsSetAllowPlaintextHttp', 'flag'],
        'timeout' => ['clientOptionsSetTimeoutMs', 'milliseconds'],
        'connect_timeout' => ['clientOptionsSetConnectTimeoutMs', 'milliseconds'],
        'max_retries' => ['clientOptionsSetMaxRetries', 'count'],
        'max_response_bytes' => ['clientOptionsSetMaxResponseBytes', 'size'],
        'http_proxy' => ['clientOptionsSetHttpProxy', 'text'],
        'ca_file' => ['clientOptionsSetCaFile', 'path'],
        'cache_ttl' => ['clientOptionsSetCacheTtlMs', 'milliseconds'],
        'user_agent' => ['clientOptionsSetUserAgent', 'text'],
        'read_env' => ['clientOptionsSetReadEnv', 'flag'],
    ];
}
