<?php

declare(strict_types=1);

namespace Nango\Internal;

use Nango\Connection;

/**
 * The library through the extension nango: for servers, and wherever it is loaded.
 *
 * @internal
 */
final class ExtensionNative extends ExtensionFunctions implements Native
{
    public function swapCallbacks(?Callbacks $callbacks): ?Callbacks
    {
        return \Nango\Extension\swap_callbacks($callbacks);
    }

    public function connection(
        object $client,
        string $connectionId,
        string $providerConfigKey,
        object $options,
        Callbacks $callbacks,
        ?object &$error
    ): ?Connection {
        try {
            return \Nango\Extension\connection($client, $connectionId, $providerConfigKey, $options, $callbacks, $error);
        } catch (\ValueError $refused) { // of U+0000, for which the extension looks itself
            Arguments::text('connectionId', $connectionId);
            Arguments::text('providerConfigKey', $providerConfigKey);
            throw $refused;
        }
    }

    public function connectionOf(object $pointer): Connection
    {
        return \Nango\Extension\connection_of($pointer);
    }

    public function isInterruptible(): bool
    {
        return true;
    }

    public function clientOptionsSetLogRecord(object $options, int $maxLevel): void
    {
        \Nango\Extension\client_options_set_log_record($options, $maxLevel);
    }

    public function clientOptionsSetCallHook(object $options): void
    {
        \Nango\Extension\client_options_set_call_hook($options);
    }

    public function callOptionsSetInterrupt(object $options): void
    {
        \Nango\Extension\call_options_set_interrupt($options);
    }

    public function requestSetBodyReader(object $request, int $contentLength, ?string $contentType): void
    {
        \Nango\Extension\request_set_body_reader($request, $contentLength, $contentType);
    }

    public function requestSetRetryOn(object $request, array $statuses): void
    {
        \Nango\Extension\request_set_retry_on($request, $statuses);
    }

    public function responseRead(object $response, int $capacity, ?object &$error): ?string
    {
        return \Nango\Extension\response_read($response, min($capacity, self::ROOM), $error);
    }

    public function responseBody(object $response, ?object &$error): ?string
    {
        return \Nango\Extension\response_body($response, $error);
    }

    public function responseIsJson(object $response, ?object &$error): bool
    {
        return \Nango\Extension\response_is_json($response, $error);
    }

    public function keptClient(string $key): ?object
    {
        return \Nango\Extension\kept_client($key);
    }

    public function keepClient(string $key, object $client): void
    {
        \Nango\Extension\keep_client($key, $client);
    }

    public function processKey(): string
    {
        return \Nango\Extension\process_key();
    }
}
