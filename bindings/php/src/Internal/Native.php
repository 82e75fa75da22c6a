<?php

declare(strict_types=1);

namespace Nango\Internal;

use Nango\Connection;

/**
 * The library, as both backends give it: what is generated, and the functions that take or call back more than plain values.
 *
 * @internal
 */
interface Native extends Functions
{
    /** The most that responseRead gives at once. */
    public const ROOM = 65536;

    /** What the callbacks of calls are about from now on. Returns what they were about before, to be put back. */
    public function swapCallbacks(?Callbacks $callbacks): ?Callbacks;

    /**
     * Gets a connection, with these callbacks during the call; null with an error.
     */
    public function connection(
        object $client,
        string $connectionId,
        string $providerConfigKey,
        object $options,
        Callbacks $callbacks,
        ?object &$error
    ): ?Connection;

    /** The object for a connection of the library's, which it frees when the object and its credentials are gone. */
    public function connectionOf(object $pointer): Connection;

    /** Whether a call has to look for signals while it waits, and for what else may end it. */
    public function isInterruptible(): bool;

    public function clientOptionsSetLogRecord(object $options, int $maxLevel): void;

    public function clientOptionsSetCallHook(object $options): void;

    public function callOptionsSetInterrupt(object $options): void;

    public function requestSetBodyReader(object $request, int $contentLength, ?string $contentType): void;

    /** @param list<int> $statuses */
    public function requestSetRetryOn(object $request, array $statuses): void;

    /** The next part of a body: "" at its end, null with an error. */
    public function responseRead(object $response, int $capacity, ?object &$error): ?string;

    /** The rest of a body; null with an error. */
    public function responseBody(object $response, ?object &$error): ?string;

    /** Whether the body is JSON; false with an error. */
    public function responseIsJson(object $response, ?object &$error): bool;

    /**
     * A client that is kept for this key, or null.
     */
    public function keptClient(string $key): ?object;

    /** Keeps a client, which is then freed by whoever uses it last. */
    public function keepClient(string $key, object $client): void;

    /** A random text, other in each process, with which keys are made. */
    public function processKey(): string;
}
