<?php

/*
 * Generated from abi/nango.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Internal;

/**
 * The functions of nango.h that need nothing but their arguments. Handles are objects of a class that each backend has.
 *
 * @internal
 */
interface Functions
{
    public function version(): ?string;

    public function abiVersion(): int;

    public function errorFree(?object $error): void;

    public function errorNew(int $kind, int $httpStatus, ?string $code, ?string $message): ?object;

    public function errorGetKind(object $error): int;

    public function errorKindName(int $kind): ?string;

    public function errorMessage(object $error): ?string;

    public function errorHttpStatus(object $error): int;

    public function errorCode(object $error): ?string;

    public function errorRequestId(object $error): ?string;

    public function errorServerMessage(object $error): ?string;

    public function errorBody(object $error): ?string;

    public function errorRetryAfterMs(object $error): int;

    public function errorAttempts(object $error): int;

    public function errorIsRetryable(object $error): bool;

    public function clientOptionsFree(?object $options): void;

    public function clientOptionsNew(): ?object;

    public function clientOptionsSetSecretKey(object $options, #[\SensitiveParameter] ?string $secretKey): void;

    public function clientOptionsSetBaseUrl(object $options, ?string $url): void;

    public function clientOptionsSetAllowPlaintextHttp(object $options, bool $allow): void;

    public function clientOptionsSetRoute(object $options, int $route): void;

    public function clientOptionsSetTimeoutMs(object $options, int $totalMs): void;

    public function clientOptionsSetConnectTimeoutMs(object $options, int $ms): void;

    public function clientOptionsSetMaxRetries(object $options, int $retries): void;

    public function clientOptionsSetMaxResponseBytes(object $options, int $bytes): void;

    public function clientOptionsSetHttpProxy(object $options, #[\SensitiveParameter] ?string $url): void;

    public function clientOptionsSetCaFile(object $options, ?string $pemPath): void;

    public function clientOptionsSetClientCertificate(
        object $options,
        #[\SensitiveParameter] ?string $certPem,
        #[\SensitiveParameter] ?string $keyPem
    ): void;

    public function clientOptionsSetCacheTtlMs(object $options, int $ttlMs): void;

    public function clientOptionsSetUserAgent(object $options, ?string $product): void;

    public function clientOptionsAddHeader(object $options, string $name, #[\SensitiveParameter] string $value): void;

    public function clientOptionsSetReadEnv(object $options, bool $read): void;

    public function clientOptionsLoadEnv(object $options): void;

    public function clientFree(?object $client): void;

    public function clientNew(object $options, ?object &$error): ?object;

    public function clientShutdown(object $client): void;

    public function clientInvalidate(object $client, string $connectionId, string $providerConfigKey): void;

    public function clientClearCache(object $client): void;

    public function cancelFree(?object $cancel): void;

    public function cancelNew(): ?object;

    public function cancelTrigger(object $cancel): void;

    public function callOptionsFree(?object $options): void;

    public function callOptionsNew(): ?object;

    public function callOptionsSetTimeoutMs(object $options, int $totalMs): void;

    public function callOptionsSetCancel(object $options, ?object $cancel): void;

    public function callOptionsSetMaxAgeMs(object $options, int $ms): void;

    public function callOptionsSetForceRefresh(object $options, bool $on): void;

    public function callOptionsSetRefreshToken(object $options, bool $on): void;

    public function callOptionsSetRefreshGithubAppJwtToken(object $options, bool $on): void;

    public function connectionFree(?object $connection): void;

    public function getConnection(
        object $client,
        string $connectionId,
        string $providerConfigKey,
        ?object $options,
        ?object &$error
    ): ?object;

    public function connectionFromJson(#[\SensitiveParameter] string $json, ?object &$error): ?object;

    public function connectionId(object $connection): int;

    public function connectionConnectionId(object $connection): ?string;

    public function connectionProviderConfigKey(object $connection): ?string;

    public function connectionProvider(object $connection): ?string;

    public function connectionCreatedAt(object $connection): ?string;

    public function connectionUpdatedAt(object $connection): ?string;

    public function connectionLastFetchedAt(object $connection): ?string;

    public function connectionAccountId(object $connection): ?int;

    public function connectionWebhookUrlOverride(object $connection): ?string;

    public function connectionMetadataJson(object $connection): ?string;

    public function connectionConnectionConfigJson(object $connection): ?string;

    public function connectionTagsJson(object $connection): ?string;

    public function connectionEndUserJson(object $connection): ?string;

    public function connectionErrorsJson(object $connection): ?string;

    public function connectionJson(object $connection): ?string;

    public function connectionGetString(object $connection, string $jsonPointer): ?string;

    public function connectionGetJson(object $connection, string $jsonPointer): ?string;

    public function connectionAuthMode(object $connection): int;

    public function connectionAuthModeName(object $connection): ?string;

    public function connectionToken(object $connection): ?string;

    public function connectionAuthorization(object $connection): ?string;

    public function connectionAccessToken(object $connection): ?string;

    public function connectionRefreshToken(object $connection): ?string;

    public function connectionOauthToken(object $connection): ?string;

    public function connectionOauthTokenSecret(object $connection): ?string;

    public function connectionApiKey(object $connection): ?string;

    public function connectionUsername(object $connection): ?string;

    public function connectionPassword(object $connection): ?string;

    public function connectionCredential(object $connection, string $name): ?string;

    public function connectionCredentialsJson(object $connection): ?string;

    public function connectionRawJson(object $connection): ?string;

    public function connectionExpiresAt(object $connection): ?string;

    public function connectionExpiresAtMs(object $connection): ?int;

    public function requestFree(?object $request): void;

    public function requestNew(string $method, #[\SensitiveParameter] string $endpoint): ?object;

    public function requestSetPathParameter(object $request, string $name, #[\SensitiveParameter] string $value): void;

    public function requestSetJson(object $request, #[\SensitiveParameter] ?string $json): void;

    public function requestAddQuery(object $request, string $name, #[\SensitiveParameter] string $value): void;

    public function requestAddHeader(object $request, string $name, #[\SensitiveParameter] string $value): void;

    public function requestSetBody(object $request, #[\SensitiveParameter] string $data, ?string $contentType): void;

    public function requestSetBaseUrlOverride(object $request, ?string $url): void;

    public function requestSetRetries(object $request, int $retries): void;

    public function requestSetNangoParsesBody(object $request, bool $on): void;

    public function requestSetDecompress(object $request, bool $on): void;

    public function requestSetForwardHeadersOnRedirect(object $request, bool $on): void;

    public function requestSetRepeatable(object $request, bool $on): void;

    public function requestSetIdleTimeoutMs(object $request, int $ms): void;

    public function responseFree(?object $response): void;

    public function proxy(
        object $client,
        string $connectionId,
        string $providerConfigKey,
        object $request,
        ?object $options,
        ?object &$error
    ): ?object;

    public function call(object $client, object $request, ?object $options, ?object &$error): ?object;

    public function callUntil(object $client, object $request, int $until, ?object $options, ?object &$error): ?object;

    public function responseStatus(object $response): int;

    public function responseHeader(object $response, string $name): ?string;

    public function responseHeaderCount(object $response): int;

    public function responseHeaderName(object $response, int $i): ?string;

    public function responseHeaderValue(object $response, int $i): ?string;

    public function responseGetString(object $response, string $jsonPointer): ?string;

    public function responseGetJson(object $response, string $jsonPointer): ?string;

    public function pagesFree(?object $pages): void;

    public function pagesNew(object $request, int $style): ?object;

    public function pagesNext(object $pages, object $client, ?object $options, ?object &$error): ?object;

    public function completionFree(?object $completion): void;

    public function queueFree(?object $queue): void;

    public function queueNew(object $client, int $maxThreads, ?object &$error): ?object;

    public function queueDescriptor(object $queue): int;

    public function queueGetConnection(
        object $queue,
        string $connectionId,
        string $providerConfigKey,
        ?object $options,
        int $tag
    ): void;

    public function queueCall(object $queue, object $request, ?object $options, int $tag): void;

    public function queueNext(object $queue): ?object;

    public function completionTag(object $completion): int;

    public function completionConnection(object $completion): ?object;

    public function completionTakeResponse(object $completion): ?object;

    public function completionError(object $completion): ?object;

    public function webhookIsSigned(
        #[\SensitiveParameter] string $body,
        #[\SensitiveParameter] string $signature,
        #[\SensitiveParameter] string $signingKey
    ): bool;

    public function webhookFree(?object $webhook): void;

    public function webhookParse(
        #[\SensitiveParameter] string $body,
        #[\SensitiveParameter] string $signature,
        #[\SensitiveParameter] string $signingKey,
        ?object &$error
    ): ?object;
}
