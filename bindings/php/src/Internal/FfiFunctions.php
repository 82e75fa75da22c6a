<?php

/*
 * Generated from abi/nango.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Internal;

use FFI\CData;

/**
 * The functions of nango.h through PHP's FFI. Handles are pointers.
 *
 * @internal
 */
abstract class FfiFunctions implements Functions
{
    /** The type of the place where the library puts an error. One for each call: a callback may make another call. */
    private readonly \FFI\CType $errorType;

    protected function __construct(protected readonly \FFI $ffi)
    {
        $this->errorType = $ffi->type('nango_error *');
    }

    protected function newErrorSlot(): CData
    {
        return $this->ffi->new($this->errorType);
    }

    public function version(): ?string
    {
        return $this->ffi->nango_version();
    }

    public function abiVersion(): int
    {
        return $this->ffi->nango_abi_version();
    }

    public function errorFree(?object $error): void
    {
        $this->ffi->nango_error_free($error);
    }

    public function errorNew(int $kind, int $httpStatus, ?string $code, ?string $message): ?object
    {
        return $this->ffi->nango_error_new($kind, $httpStatus, $code, $message);
    }

    public function errorGetKind(object $error): int
    {
        return $this->ffi->nango_error_get_kind($error);
    }

    public function errorKindName(int $kind): ?string
    {
        return $this->ffi->nango_error_kind_name($kind);
    }

    public function errorMessage(object $error): ?string
    {
        return $this->ffi->nango_error_message($error);
    }

    public function errorHttpStatus(object $error): int
    {
        return $this->ffi->nango_error_http_status($error);
    }

    public function errorCode(object $error): ?string
    {
        return $this->ffi->nango_error_code($error);
    }

    public function errorRequestId(object $error): ?string
    {
        return $this->ffi->nango_error_request_id($error);
    }

    public function errorServerMessage(object $error): ?string
    {
        return $this->ffi->nango_error_server_message($error);
    }

    public function errorBody(object $error): ?string
    {
        return $this->ffi->nango_error_body($error);
    }

    public function errorRetryAfterMs(object $error): int
    {
        return $this->ffi->nango_error_retry_after_ms($error);
    }

    public function errorAttempts(object $error): int
    {
        return $this->ffi->nango_error_attempts($error);
    }

    public function errorIsRetryable(object $error): bool
    {
        return $this->ffi->nango_error_is_retryable($error) !== 0;
    }

    public function clientOptionsFree(?object $options): void
    {
        $this->ffi->nango_client_options_free($options);
    }

    public function clientOptionsNew(): ?object
    {
        return $this->ffi->nango_client_options_new();
    }

    public function clientOptionsSetSecretKey(object $options, #[\SensitiveParameter] ?string $secretKey): void
    {
        $this->ffi->nango_client_options_set_secret_key($options, $secretKey);
    }

    public function clientOptionsSetBaseUrl(object $options, ?string $url): void
    {
        $this->ffi->nango_client_options_set_base_url($options, $url);
    }

    public function clientOptionsSetAllowPlaintextHttp(object $options, bool $allow): void
    {
        $this->ffi->nango_client_options_set_allow_plaintext_http($options, (int) $allow);
    }

    public function clientOptionsSetRoute(object $options, int $route): void
    {
        $this->ffi->nango_client_options_set_route($options, $route);
    }

    public function clientOptionsSetTimeoutMs(object $options, int $totalMs): void
    {
        $this->ffi->nango_client_options_set_timeout_ms($options, $totalMs);
    }

    public function clientOptionsSetConnectTimeoutMs(object $options, int $ms): void
    {
        $this->ffi->nango_client_options_set_connect_timeout_ms($options, $ms);
    }

    public function clientOptionsSetMaxRetries(object $options, int $retries): void
    {
        $this->ffi->nango_client_options_set_max_retries($options, $retries);
    }

    public function clientOptionsSetMaxResponseBytes(object $options, int $bytes): void
    {
        $this->ffi->nango_client_options_set_max_response_bytes($options, $bytes);
    }

    public function clientOptionsSetHttpProxy(object $options, #[\SensitiveParameter] ?string $url): void
    {
        $this->ffi->nango_client_options_set_http_proxy($options, $url);
    }

    public function clientOptionsSetCaFile(object $options, ?string $pemPath): void
    {
        $this->ffi->nango_client_options_set_ca_file($options, $pemPath);
    }

    public function clientOptionsSetClientCertificate(
        object $options,
        #[\SensitiveParameter] ?string $certPem,
        #[\SensitiveParameter] ?string $keyPem
    ): void {
        $this->ffi->nango_client_options_set_client_certificate($options, $certPem, $keyPem);
    }

    public function clientOptionsSetCacheTtlMs(object $options, int $ttlMs): void
    {
        $this->ffi->nango_client_options_set_cache_ttl_ms($options, $ttlMs);
    }

    public function clientOptionsSetUserAgent(object $options, ?string $product): void
    {
        $this->ffi->nango_client_options_set_user_agent($options, $product);
    }

    public function clientOptionsAddHeader(object $options, string $name, #[\SensitiveParameter] string $value): void
    {
        $this->ffi->nango_client_options_add_header($options, $name, $value);
    }

    public function clientOptionsSetReadEnv(object $options, bool $read): void
    {
        $this->ffi->nango_client_options_set_read_env($options, (int) $read);
    }

    public function clientOptionsLoadEnv(object $options): void
    {
        $this->ffi->nango_client_options_load_env($options);
    }

    public function clientFree(?object $client): void
    {
        $this->ffi->nango_client_free($client);
    }

    public function clientNew(object $options, ?object &$error): ?object
    {
        $slot = $this->newErrorSlot();
        $result = $this->ffi->nango_client_new($options, \FFI::addr($slot));
        $error = $result === null && !\FFI::isNull($slot) ? $slot : null;
        return $result;
    }

    public function clientShutdown(object $client): void
    {
        $this->ffi->nango_client_shutdown($client);
    }

    public function clientInvalidate(object $client, string $connectionId, string $providerConfigKey): void
    {
        $this->ffi->nango_client_invalidate($client, $connectionId, $providerConfigKey);
    }

    public function clientClearCache(object $client): void
    {
        $this->ffi->nango_client_clear_cache($client);
    }

    public function cancelFree(?object $cancel): void
    {
        $this->ffi->nango_cancel_free($cancel);
    }

    public function cancelNew(): ?object
    {
        return $this->ffi->nango_cancel_new();
    }

    public function cancelTrigger(object $cancel): void
    {
        $this->ffi->nango_cancel_trigger($cancel);
    }

    public function callOptionsFree(?object $options): void
    {
        $this->ffi->nango_call_options_free($options);
    }

    public function callOptionsNew(): ?object
    {
        return $this->ffi->nango_call_options_new();
    }

    public function callOptionsSetTimeoutMs(object $options, int $totalMs): void
    {
        $this->ffi->nango_call_options_set_timeout_ms($options, $totalMs);
    }

    public function callOptionsSetCancel(object $options, ?object $cancel): void
    {
        $this->ffi->nango_call_options_set_cancel($options, $cancel);
    }

    public function callOptionsSetMaxAgeMs(object $options, int $ms): void
    {
        $this->ffi->nango_call_options_set_max_age_ms($options, $ms);
    }

    public function callOptionsSetForceRefresh(object $options, bool $on): void
    {
        $this->ffi->nango_call_options_set_force_refresh($options, (int) $on);
    }

    public function callOptionsSetRefreshToken(object $options, bool $on): void
    {
        $this->ffi->nango_call_options_set_refresh_token($options, (int) $on);
    }

    public function callOptionsSetRefreshGithubAppJwtToken(object $options, bool $on): void
    {
        $this->ffi->nango_call_options_set_refresh_github_app_jwt_token($options, (int) $on);
    }

    public function connectionFree(?object $connection): void
    {
        $this->ffi->nango_connection_free($connection);
    }

    public function getConnection(
        object $client,
        string $connectionId,
        string $providerConfigKey,
        ?object $options,
        ?object &$error
    ): ?object {
        $slot = $this->newErrorSlot();
        $result = $this->ffi->nango_get_connection(
            $client,
            $connectionId,
            $providerConfigKey,
            $options,
            \FFI::addr($slot)
        );
        $error = $result === null && !\FFI::isNull($slot) ? $slot : null;
        return $result;
    }

    public function connectionFromJson(#[\SensitiveParameter] string $json, ?object &$error): ?object
    {
        $slot = $this->newErrorSlot();
        $result = $this->ffi->nango_connection_from_json($json, \FFI::addr($slot));
        $error = $result === null && !\FFI::isNull($slot) ? $slot : null;
        return $result;
    }

    public function connectionId(object $connection): int
    {
        return $this->ffi->nango_connection_id($connection);
    }

    public function connectionConnectionId(object $connection): ?string
    {
        return $this->ffi->nango_connection_connection_id($connection);
    }

    public function connectionProviderConfigKey(object $connection): ?string
    {
        return $this->ffi->nango_connection_provider_config_key($connection);
    }

    public function connectionProvider(object $connection): ?string
    {
        return $this->ffi->nango_connection_provider($connection);
    }

    public function connectionCreatedAt(object $connection): ?string
    {
        return $this->ffi->nango_connection_created_at($connection);
    }

    public function connectionUpdatedAt(object $connection): ?string
    {
        return $this->ffi->nango_connection_updated_at($connection);
    }

    public function connectionLastFetchedAt(object $connection): ?string
    {
        return $this->ffi->nango_connection_last_fetched_at($connection);
    }

    public function connectionAccountId(object $connection): ?int
    {
        $number = $this->ffi->new('int64_t');
        return $this->ffi->nango_connection_account_id($connection, \FFI::addr($number)) === 0 ? null : $number->cdata;
    }

    public function connectionWebhookUrlOverride(object $connection): ?string
    {
        return $this->ffi->nango_connection_webhook_url_override($connection);
    }

    public function connectionMetadataJson(object $connection): ?string
    {
        return $this->ffi->nango_connection_metadata_json($connection);
    }

    public function connectionConnectionConfigJson(object $connection): ?string
    {
        return $this->ffi->nango_connection_connection_config_json($connection);
    }

    public function connectionTagsJson(object $connection): ?string
    {
        return $this->ffi->nango_connection_tags_json($connection);
    }

    public function connectionEndUserJson(object $connection): ?string
    {
        return $this->ffi->nango_connection_end_user_json($connection);
    }

    public function connectionErrorsJson(object $connection): ?string
    {
        return $this->ffi->nango_connection_errors_json($connection);
    }

    public function connectionJson(object $connection): ?string
    {
        return $this->ffi->nango_connection_json($connection);
    }

    public function connectionGetString(object $connection, string $jsonPointer): ?string
    {
        return $this->ffi->nango_connection_get_string($connection, $jsonPointer);
    }

    public function connectionGetJson(object $connection, string $jsonPointer): ?string
    {
        return $this->ffi->nango_connection_get_json($connection, $jsonPointer);
    }

    public function connectionAuthMode(object $connection): int
    {
        return $this->ffi->nango_connection_auth_mode($connection);
    }

    public function connectionAuthModeName(object $connection): ?string
    {
        return $this->ffi->nango_connection_auth_mode_name($connection);
    }

    public function connectionToken(object $connection): ?string
    {
        return $this->ffi->nango_connection_token($connection);
    }

    public function connectionAuthorization(object $connection): ?string
    {
        return $this->ffi->nango_connection_authorization($connection);
    }

    public function connectionAccessToken(object $connection): ?string
    {
        return $this->ffi->nango_connection_access_token($connection);
    }

    public function connectionRefreshToken(object $connection): ?string
    {
        return $this->ffi->nango_connection_refresh_token($connection);
    }

    public function connectionOauthToken(object $connection): ?string
    {
        return $this->ffi->nango_connection_oauth_token($connection);
    }

    public function connectionOauthTokenSecret(object $connection): ?string
    {
        return $this->ffi->nango_connection_oauth_token_secret($connection);
    }

    public function connectionApiKey(object $connection): ?string
    {
        return $this->ffi->nango_connection_api_key($connection);
    }

    public function connectionUsername(object $connection): ?string
    {
        return $this->ffi->nango_connection_username($connection);
    }

    public function connectionPassword(object $connection): ?string
    {
        return $this->ffi->nango_connection_password($connection);
    }

    public function connectionCredential(object $connection, string $name): ?string
    {
        return $this->ffi->nango_connection_credential($connection, $name);
    }

    public function connectionCredentialsJson(object $connection): ?string
    {
        return $this->ffi->nango_connection_credentials_json($connection);
    }

    public function connectionRawJson(object $connection): ?string
    {
        return $this->ffi->nango_connection_raw_json($connection);
    }

    public function connectionExpiresAt(object $connection): ?string
    {
        return $this->ffi->nango_connection_expires_at($connection);
    }

    public function connectionExpiresAtMs(object $connection): ?int
    {
        $number = $this->ffi->new('int64_t');
        return $this->ffi->nango_connection_expires_at_ms(
            $connection,
            \FFI::addr($number)
        ) === 0 ? null : $number->cdata;
    }

    public function requestFree(?object $request): void
    {
        $this->ffi->nango_request_free($request);
    }

    public function requestNew(string $method, #[\SensitiveParameter] string $endpoint): ?object
    {
        return $this->ffi->nango_request_new($method, $endpoint);
    }

    public function requestSetPathParameter(object $request, string $name, #[\SensitiveParameter] string $value): void
    {
        $this->ffi->nango_request_set_path_parameter($request, $name, $value);
    }

    public function requestSetJson(object $request, #[\SensitiveParameter] ?string $json): void
    {
        $this->ffi->nango_request_set_json($request, $json);
    }

    public function requestAddQuery(object $request, string $name, #[\SensitiveParameter] string $value): void
    {
        $this->ffi->nango_request_add_query($request, $name, $value);
    }

    public function requestAddHeader(object $request, string $name, #[\SensitiveParameter] string $value): void
    {
        $this->ffi->nango_request_add_header($request, $name, $value);
    }

    public function requestSetBody(object $request, #[\SensitiveParameter] string $data, ?string $contentType): void
    {
        $this->ffi->nango_request_set_body($request, $data, strlen($data), $contentType);
    }

    public function requestSetBaseUrlOverride(object $request, ?string $url): void
    {
        $this->ffi->nango_request_set_base_url_override($request, $url);
    }

    public function requestSetRetries(object $request, int $retries): void
    {
        $this->ffi->nango_request_set_retries($request, $retries);
    }

    public function requestSetNangoParsesBody(object $request, bool $on): void
    {
        $this->ffi->nango_request_set_nango_parses_body($request, (int) $on);
    }

    public function requestSetDecompress(object $request, bool $on): void
    {
        $this->ffi->nango_request_set_decompress($request, (int) $on);
    }

    public function requestSetForwardHeadersOnRedirect(object $request, bool $on): void
    {
        $this->ffi->nango_request_set_forward_headers_on_redirect($request, (int) $on);
    }

    public function requestSetRepeatable(object $request, bool $on): void
    {
        $this->ffi->nango_request_set_repeatable($request, (int) $on);
    }

    public function requestSetIdleTimeoutMs(object $request, int $ms): void
    {
        $this->ffi->nango_request_set_idle_timeout_ms($request, $ms);
    }

    public function responseFree(?object $response): void
    {
        $this->ffi->nango_response_free($response);
    }

    public function proxy(
        object $client,
        string $connectionId,
        string $providerConfigKey,
        object $request,
        ?object $options,
        ?object &$error
    ): ?object {
        $slot = $this->newErrorSlot();
        $result = $this->ffi->nango_proxy(
            $client,
            $connectionId,
            $providerConfigKey,
            $request,
            $options,
            \FFI::addr($slot)
        );
        $error = $result === null && !\FFI::isNull($slot) ? $slot : null;
        return $result;
    }

    public function call(object $client, object $request, ?object $options, ?object &$error): ?object
    {
        $slot = $this->newErrorSlot();
        $result = $this->ffi->nango_call($client, $request, $options, \FFI::addr($slot));
        $error = $result === null && !\FFI::isNull($slot) ? $slot : null;
        return $result;
    }

    public function callUntil(object $client, object $request, int $until, ?object $options, ?object &$error): ?object
    {
        $slot = $this->newErrorSlot();
        $result = $this->ffi->nango_call_until($client, $request, $until, $options, \FFI::addr($slot));
        $error = $result === null && !\FFI::isNull($slot) ? $slot : null;
        return $result;
    }

    public function responseStatus(object $response): int
    {
        return $this->ffi->nango_response_status($response);
    }

    public function responseHeader(object $response, string $name): ?string
    {
        return $this->ffi->nango_response_header($response, $name);
    }

    public function responseHeaderCount(object $response): int
    {
        return $this->ffi->nango_response_header_count($response);
    }

    public function responseHeaderName(object $response, int $i): ?string
    {
        return $this->ffi->nango_response_header_name($response, $i);
    }

    public function responseHeaderValue(object $response, int $i): ?string
    {
        return $this->ffi->nango_response_header_value($response, $i);
    }

    public function responseGetString(object $response, string $jsonPointer): ?string
    {
        return $this->ffi->nango_response_get_string($response, $jsonPointer);
    }

    public function responseGetJson(object $response, string $jsonPointer): ?string
    {
        return $this->ffi->nango_response_get_json($response, $jsonPointer);
    }

    public function pagesFree(?object $pages): void
    {
        $this->ffi->nango_pages_free($pages);
    }

    public function pagesNew(object $request, int $style): ?object
    {
        return $this->ffi->nango_pages_new($request, $style);
    }

    public function pagesNext(object $pages, object $client, ?object $options, ?object &$error): ?object
    {
        $slot = $this->newErrorSlot();
        $result = $this->ffi->nango_pages_next($pages, $client, $options, \FFI::addr($slot));
        $error = $result === null && !\FFI::isNull($slot) ? $slot : null;
        return $result;
    }

    public function completionFree(?object $completion): void
    {
        $this->ffi->nango_completion_free($completion);
    }

    public function queueFree(?object $queue): void
    {
        $this->ffi->nango_queue_free($queue);
    }

    public function queueNew(object $client, int $maxThreads, ?object &$error): ?object
    {
        $slot = $this->newErrorSlot();
        $result = $this->ffi->nango_queue_new($client, $maxThreads, \FFI::addr($slot));
        $error = $result === null && !\FFI::isNull($slot) ? $slot : null;
        return $result;
    }

    public function queueDescriptor(object $queue): int
    {
        return $this->ffi->nango_queue_descriptor($queue);
    }

    public function queueGetConnection(
        object $queue,
        string $connectionId,
        string $providerConfigKey,
        ?object $options,
        int $tag
    ): void {
        $this->ffi->nango_queue_get_connection($queue, $connectionId, $providerConfigKey, $options, $tag);
    }

    public function queueCall(object $queue, object $request, ?object $options, int $tag): void
    {
        $this->ffi->nango_queue_call($queue, $request, $options, $tag);
    }

    public function queueNext(object $queue): ?object
    {
        return $this->ffi->nango_queue_next($queue);
    }

    public function completionTag(object $completion): int
    {
        return $this->ffi->nango_completion_tag($completion);
    }

    public function completionConnection(object $completion): ?object
    {
        return $this->ffi->nango_completion_connection($completion);
    }

    public function completionTakeResponse(object $completion): ?object
    {
        return $this->ffi->nango_completion_take_response($completion);
    }

    public function completionError(object $completion): ?object
    {
        return $this->ffi->nango_completion_error($completion);
    }

    public function webhookIsSigned(
        #[\SensitiveParameter] string $body,
        #[\SensitiveParameter] string $signature,
        #[\SensitiveParameter] string $signingKey
    ): bool {
        return $this->ffi->nango_webhook_is_signed($body, strlen($body), $signature, $signingKey) !== 0;
    }

    public function webhookFree(?object $webhook): void
    {
        $this->ffi->nango_webhook_free($webhook);
    }

    public function webhookParse(
        #[\SensitiveParameter] string $body,
        #[\SensitiveParameter] string $signature,
        #[\SensitiveParameter] string $signingKey,
        ?object &$error
    ): ?object {
        $slot = $this->newErrorSlot();
        $result = $this->ffi->nango_webhook_parse($body, strlen($body), $signature, $signingKey, \FFI::addr($slot));
        $error = $result === null && !\FFI::isNull($slot) ? $slot : null;
        return $result;
    }
}
