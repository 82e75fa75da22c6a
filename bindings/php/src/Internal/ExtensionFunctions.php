<?php

/*
 * Generated from abi/nango.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Internal;

/**
 * The functions of nango.h through the extension. Handles are objects of Nango\Extension\Handle.
 *
 * @internal
 */
abstract class ExtensionFunctions implements Functions
{
    public function version(): ?string
    {
        return \Nango\Extension\version();
    }

    public function abiVersion(): int
    {
        return \Nango\Extension\abi_version();
    }

    public function errorFree(?object $error): void
    {
        \Nango\Extension\error_free($error);
    }

    public function errorNew(int $kind, int $httpStatus, ?string $code, ?string $message): ?object
    {
        return \Nango\Extension\error_new($kind, $httpStatus, $code, $message);
    }

    public function errorGetKind(object $error): int
    {
        return \Nango\Extension\error_get_kind($error);
    }

    public function errorKindName(int $kind): ?string
    {
        return \Nango\Extension\error_kind_name($kind);
    }

    public function errorMessage(object $error): ?string
    {
        return \Nango\Extension\error_message($error);
    }

    public function errorHttpStatus(object $error): int
    {
        return \Nango\Extension\error_http_status($error);
    }

    public function errorCode(object $error): ?string
    {
        return \Nango\Extension\error_code($error);
    }

    public function errorRequestId(object $error): ?string
    {
        return \Nango\Extension\error_request_id($error);
    }

    public function errorServerMessage(object $error): ?string
    {
        return \Nango\Extension\error_server_message($error);
    }

    public function errorBody(object $error): ?string
    {
        return \Nango\Extension\error_body($error);
    }

    public function errorRetryAfterMs(object $error): int
    {
        return \Nango\Extension\error_retry_after_ms($error);
    }

    public function errorAttempts(object $error): int
    {
        return \Nango\Extension\error_attempts($error);
    }

    public function errorIsRetryable(object $error): bool
    {
        return \Nango\Extension\error_is_retryable($error);
    }

    public function clientOptionsFree(?object $options): void
    {
        \Nango\Extension\client_options_free($options);
    }

    public function clientOptionsNew(): ?object
    {
        return \Nango\Extension\client_options_new();
    }

    public function clientOptionsSetSecretKey(object $options, #[\SensitiveParameter] ?string $secretKey): void
    {
        \Nango\Extension\client_options_set_secret_key($options, $secretKey);
    }

    public function clientOptionsSetBaseUrl(object $options, ?string $url): void
    {
        \Nango\Extension\client_options_set_base_url($options, $url);
    }

    public function clientOptionsSetAllowPlaintextHttp(object $options, bool $allow): void
    {
        \Nango\Extension\client_options_set_allow_plaintext_http($options, $allow);
    }

    public function clientOptionsSetRoute(object $options, int $route): void
    {
        \Nango\Extension\client_options_set_route($options, $route);
    }

    public function clientOptionsSetTimeoutMs(object $options, int $totalMs): void
    {
        \Nango\Extension\client_options_set_timeout_ms($options, $totalMs);
    }

    public function clientOptionsSetConnectTimeoutMs(object $options, int $ms): void
    {
        \Nango\Extension\client_options_set_connect_timeout_ms($options, $ms);
    }

    public function clientOptionsSetMaxRetries(object $options, int $retries): void
    {
        \Nango\Extension\client_options_set_max_retries($options, $retries);
    }

    public function clientOptionsSetMaxResponseBytes(object $options, int $bytes): void
    {
        \Nango\Extension\client_options_set_max_response_bytes($options, $bytes);
    }

    public function clientOptionsSetHttpProxy(object $options, #[\SensitiveParameter] ?string $url): void
    {
        \Nango\Extension\client_options_set_http_proxy($options, $url);
    }

    public function clientOptionsSetCaFile(object $options, ?string $pemPath): void
    {
        \Nango\Extension\client_options_set_ca_file($options, $pemPath);
    }

    public function clientOptionsSetClientCertificate(
        object $options,
        #[\SensitiveParameter] ?string $certPem,
        #[\SensitiveParameter] ?string $keyPem
    ): void {
        \Nango\Extension\client_options_set_client_certificate($options, $certPem, $keyPem);
    }

    public function clientOptionsSetCacheTtlMs(object $options, int $ttlMs): void
    {
        \Nango\Extension\client_options_set_cache_ttl_ms($options, $ttlMs);
    }

    public function clientOptionsSetUserAgent(object $options, ?string $product): void
    {
        \Nango\Extension\client_options_set_user_agent($options, $product);
    }

    public function clientOptionsAddHeader(object $options, string $name, #[\SensitiveParameter] string $value): void
    {
        \Nango\Extension\client_options_add_header($options, $name, $value);
    }

    public function clientOptionsSetReadEnv(object $options, bool $read): void
    {
        \Nango\Extension\client_options_set_read_env($options, $read);
    }

    public function clientOptionsLoadEnv(object $options): void
    {
        \Nango\Extension\client_options_load_env($options);
    }

    public function clientFree(?object $client): void
    {
        \Nango\Extension\client_free($client);
    }

    public function clientNew(object $options, ?object &$error): ?object
    {
        return \Nango\Extension\client_new($options, $error);
    }

    public function clientShutdown(object $client): void
    {
        \Nango\Extension\client_shutdown($client);
    }

    public function clientInvalidate(object $client, string $connectionId, string $providerConfigKey): void
    {
        \Nango\Extension\client_invalidate($client, $connectionId, $providerConfigKey);
    }

    public function clientClearCache(object $client): void
    {
        \Nango\Extension\client_clear_cache($client);
    }

    public function cancelFree(?object $cancel): void
    {
        \Nango\Extension\cancel_free($cancel);
    }

    public function cancelNew(): ?object
    {
        return \Nango\Extension\cancel_new();
    }

    public function cancelTrigger(object $cancel): void
    {
        \Nango\Extension\cancel_trigger($cancel);
    }

    public function callOptionsFree(?object $options): void
    {
        \Nango\Extension\call_options_free($options);
    }

    public function callOptionsNew(): ?object
    {
        return \Nango\Extension\call_options_new();
    }

    public function callOptionsSetTimeoutMs(object $options, int $totalMs): void
    {
        \Nango\Extension\call_options_set_timeout_ms($options, $totalMs);
    }

    public function callOptionsSetCancel(object $options, ?object $cancel): void
    {
        \Nango\Extension\call_options_set_cancel($options, $cancel);
    }

    public function callOptionsSetMaxAgeMs(object $options, int $ms): void
    {
        \Nango\Extension\call_options_set_max_age_ms($options, $ms);
    }

    public function callOptionsSetForceRefresh(object $options, bool $on): void
    {
        \Nango\Extension\call_options_set_force_refresh($options, $on);
    }

    public function callOptionsSetRefreshToken(object $options, bool $on): void
    {
        \Nango\Extension\call_options_set_refresh_token($options, $on);
    }

    public function callOptionsSetRefreshGithubAppJwtToken(object $options, bool $on): void
    {
        \Nango\Extension\call_options_set_refresh_github_app_jwt_token($options, $on);
    }

    public function connectionFree(?object $connection): void
    {
        \Nango\Extension\connection_free($connection);
    }

    public function getConnection(
        object $client,
        string $connectionId,
        string $providerConfigKey,
        ?object $options,
        ?object &$error
    ): ?object {
        return \Nango\Extension\get_connection($client, $connectionId, $providerConfigKey, $options, $error);
    }

    public function connectionFromJson(#[\SensitiveParameter] string $json, ?object &$error): ?object
    {
        return \Nango\Extension\connection_from_json($json, $error);
    }

    public function connectionId(object $connection): int
    {
        return \Nango\Extension\connection_id($connection);
    }

    public function connectionConnectionId(object $connection): ?string
    {
        return \Nango\Extension\connection_connection_id($connection);
    }

    public function connectionProviderConfigKey(object $connection): ?string
    {
        return \Nango\Extension\connection_provider_config_key($connection);
    }

    public function connectionProvider(object $connection): ?string
    {
        return \Nango\Extension\connection_provider($connection);
    }

    public function connectionCreatedAt(object $connection): ?string
    {
        return \Nango\Extension\connection_created_at($connection);
    }

    public function connectionUpdatedAt(object $connection): ?string
    {
        return \Nango\Extension\connection_updated_at($connection);
    }

    public function connectionLastFetchedAt(object $connection): ?string
    {
        return \Nango\Extension\connection_last_fetched_at($connection);
    }

    public function connectionAccountId(object $connection): ?int
    {
        return \Nango\Extension\connection_account_id($connection);
    }

    public function connectionWebhookUrlOverride(object $connection): ?string
    {
        return \Nango\Extension\connection_webhook_url_override($connection);
    }

    public function connectionMetadataJson(object $connection): ?string
    {
        return \Nango\Extension\connection_metadata_json($connection);
    }

    public function connectionConnectionConfigJson(object $connection): ?string
    {
        return \Nango\Extension\connection_connection_config_json($connection);
    }

    public function connectionTagsJson(object $connection): ?string
    {
        return \Nango\Extension\connection_tags_json($connection);
    }

    public function connectionEndUserJson(object $connection): ?string
    {
        return \Nango\Extension\connection_end_user_json($connection);
    }

    public function connectionErrorsJson(object $connection): ?string
    {
        return \Nango\Extension\connection_errors_json($connection);
    }

    public function connectionJson(object $connection): ?string
    {
        return \Nango\Extension\connection_json($connection);
    }

    public function connectionGetString(object $connection, string $jsonPointer): ?string
    {
        return \Nango\Extension\connection_get_string($connection, $jsonPointer);
    }

    public function connectionGetJson(object $connection, string $jsonPointer): ?string
    {
        return \Nango\Extension\connection_get_json($connection, $jsonPointer);
    }

    public function connectionAuthMode(object $connection): int
    {
        return \Nango\Extension\connection_auth_mode($connection);
    }

    public function connectionAuthModeName(object $connection): ?string
    {
        return \Nango\Extension\connection_auth_mode_name($connection);
    }

    public function connectionToken(object $connection): ?string
    {
        return \Nango\Extension\connection_token($connection);
    }

    public function connectionAuthorization(object $connection): ?string
    {
        return \Nango\Extension\connection_authorization($connection);
    }

    public function connectionAccessToken(object $connection): ?string
    {
        return \Nango\Extension\connection_access_token($connection);
    }

    public function connectionRefreshToken(object $connection): ?string
    {
        return \Nango\Extension\connection_refresh_token($connection);
    }

    public function connectionOauthToken(object $connection): ?string
    {
        return \Nango\Extension\connection_oauth_token($connection);
    }

    public function connectionOauthTokenSecret(object $connection): ?string
    {
        return \Nango\Extension\connection_oauth_token_secret($connection);
    }

    public function connectionApiKey(object $connection): ?string
    {
        return \Nango\Extension\connection_api_key($connection);
    }

    public function connectionUsername(object $connection): ?string
    {
        return \Nango\Extension\connection_username($connection);
    }

    public function connectionPassword(object $connection): ?string
    {
        return \Nango\Extension\connection_password($connection);
    }

    public function connectionCredential(object $connection, string $name): ?string
    {
        return \Nango\Extension\connection_credential($connection, $name);
    }

    public function connectionCredentialsJson(object $connection): ?string
    {
        return \Nango\Extension\connection_credentials_json($connection);
    }

    public function connectionRawJson(object $connection): ?string
    {
        return \Nango\Extension\connection_raw_json($connection);
    }

    public function connectionExpiresAt(object $connection): ?string
    {
        return \Nango\Extension\connection_expires_at($connection);
    }

    public function connectionExpiresAtMs(object $connection): ?int
    {
        return \Nango\Extension\connection_expires_at_ms($connection);
    }

    public function requestFree(?object $request): void
    {
        \Nango\Extension\request_free($request);
    }

    public function requestNew(string $method, #[\SensitiveParameter] string $endpoint): ?object
    {
        return \Nango\Extension\request_new($method, $endpoint);
    }

    public function requestSetPathParameter(object $request, string $name, #[\SensitiveParameter] string $value): void
    {
        \Nango\Extension\request_set_path_parameter($request, $name, $value);
    }

    public function requestSetJson(object $request, #[\SensitiveParameter] ?string $json): void
    {
        \Nango\Extension\request_set_json($request, $json);
    }

    public function requestAddQuery(object $request, string $name, #[\SensitiveParameter] string $value): void
    {
        \Nango\Extension\request_add_query($request, $name, $value);
    }

    public function requestAddHeader(object $request, string $name, #[\SensitiveParameter] string $value): void
    {
        \Nango\Extension\request_add_header($request, $name, $value);
    }

    public function requestSetBody(object $request, #[\SensitiveParameter] string $data, ?string $contentType): void
    {
        \Nango\Extension\request_set_body($request, $data, $contentType);
    }

    public function requestSetBaseUrlOverride(object $request, ?string $url): void
    {
        \Nango\Extension\request_set_base_url_override($request, $url);
    }

    public function requestSetRetries(object $request, int $retries): void
    {
        \Nango\Extension\request_set_retries($request, $retries);
    }

    public function requestSetNangoParsesBody(object $request, bool $on): void
    {
        \Nango\Extension\request_set_parses_body($request, $on);
    }

    public function requestSetDecompress(object $request, bool $on): void
    {
        \Nango\Extension\request_set_decompress($request, $on);
    }

    public function requestSetForwardHeadersOnRedirect(object $request, bool $on): void
    {
        \Nango\Extension\request_set_forward_headers_on_redirect($request, $on);
    }

    public function requestSetRepeatable(object $request, bool $on): void
    {
        \Nango\Extension\request_set_repeatable($request, $on);
    }

    public function requestSetIdleTimeoutMs(object $request, int $ms): void
    {
        \Nango\Extension\request_set_idle_timeout_ms($request, $ms);
    }

    public function responseFree(?object $response): void
    {
        \Nango\Extension\response_free($response);
    }

    public function proxy(
        object $client,
        string $connectionId,
        string $providerConfigKey,
        object $request,
        ?object $options,
        ?object &$error
    ): ?object {
        return \Nango\Extension\proxy($client, $connectionId, $providerConfigKey, $request, $options, $error);
    }

    public function call(object $client, object $request, ?object $options, ?object &$error): ?object
    {
        return \Nango\Extension\call($client, $request, $options, $error);
    }

    public function callUntil(object $client, object $request, int $until, ?object $options, ?object &$error): ?object
    {
        return \Nango\Extension\call_until($client, $request, $until, $options, $error);
    }

    public function responseStatus(object $response): int
    {
        return \Nango\Extension\response_status($response);
    }

    public function responseHeader(object $response, string $name): ?string
    {
        return \Nango\Extension\response_header($response, $name);
    }

    public function responseHeaderCount(object $response): int
    {
        return \Nango\Extension\response_header_count($response);
    }

    public function responseHeaderName(object $response, int $i): ?string
    {
        return \Nango\Extension\response_header_name($response, $i);
    }

    public function responseHeaderValue(object $response, int $i): ?string
    {
        return \Nango\Extension\response_header_value($response, $i);
    }

    public function responseGetString(object $response, string $jsonPointer): ?string
    {
        return \Nango\Extension\response_get_string($response, $jsonPointer);
    }

    public function responseGetJson(object $response, string $jsonPointer): ?string
    {
        return \Nango\Extension\response_get_json($response, $jsonPointer);
    }

    public function pagesFree(?object $pages): void
    {
        \Nango\Extension\pages_free($pages);
    }

    public function pagesNew(object $request, int $style): ?object
    {
        return \Nango\Extension\pages_new($request, $style);
    }

    public function pagesNext(object $pages, object $client, ?object $options, ?object &$error): ?object
    {
        return \Nango\Extension\pages_next($pages, $client, $options, $error);
    }

    public function completionFree(?object $completion): void
    {
        \Nango\Extension\completion_free($completion);
    }

    public function queueFree(?object $queue): void
    {
        \Nango\Extension\queue_free($queue);
    }

    public function queueNew(object $client, int $maxThreads, ?object &$error): ?object
    {
        return \Nango\Extension\queue_new($client, $maxThreads, $error);
    }

    public function queueDescriptor(object $queue): int
    {
        return \Nango\Extension\queue_descriptor($queue);
    }

    public function queueGetConnection(
        object $queue,
        string $connectionId,
        string $providerConfigKey,
        ?object $options,
        int $tag
    ): void {
        \Nango\Extension\queue_get_connection($queue, $connectionId, $providerConfigKey, $options, $tag);
    }

    public function queueCall(object $queue, object $request, ?object $options, int $tag): void
    {
        \Nango\Extension\queue_call($queue, $request, $options, $tag);
    }

    public function queueNext(object $queue): ?object
    {
        return \Nango\Extension\queue_next($queue);
    }

    public function completionTag(object $completion): int
    {
        return \Nango\Extension\completion_tag($completion);
    }

    public function completionConnection(object $completion): ?object
    {
        return \Nango\Extension\completion_connection($completion);
    }

    public function completionTakeResponse(object $completion): ?object
    {
        return \Nango\Extension\completion_take_response($completion);
    }

    public function completionError(object $completion): ?object
    {
        return \Nango\Extension\completion_error($completion);
    }

    public function webhookIsSigned(
        #[\SensitiveParameter] string $body,
        #[\SensitiveParameter] string $signature,
        #[\SensitiveParameter] string $signingKey
    ): bool {
        return \Nango\Extension\webhook_is_signed($body, $signature, $signingKey);
    }

    public function webhookFree(?object $webhook): void
    {
        \Nango\Extension\webhook_free($webhook);
    }

    public function webhookParse(
        #[\SensitiveParameter] string $body,
        #[\SensitiveParameter] string $signature,
        #[\SensitiveParameter] string $signingKey,
        ?object &$error
    ): ?object {
        return \Nango\Extension\webhook_parse($body, $signature, $signingKey, $error);
    }
}
