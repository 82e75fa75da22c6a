<?php

declare(strict_types=1);

namespace Nango\Internal;

use Nango\ApiResponse;
use Nango\Connection;
use Nango\Exception\ClientClosedException;
use Nango\Response;

/**
 * Makes the calls of a client. A group of operations has it, and not the client: the two would keep each other alive.
 *
 * @internal
 */
final class Caller
{
    use Unserializable;

    /** What a call waits for: the numbers of nango.h. */
    public const UNTIL_FOUND = 1;
    public const UNTIL_NOT_EMPTY = 2;

    public readonly Native $native;
    private ?ClientHandle $handle;
    /** @var array<int, Callbacks> those of the calls that run: more than one if a handler of a signal makes calls */
    private array $running = [];
    /** The options of a call that has all as by default. */
    private readonly object $plain;
    /** Those of the plain call that runs, which knows the one around it. */
    private ?Callbacks $innermost = null;
    /** Those of each plain call that is not made amid another. */
    private readonly Callbacks $callbacks;

    public function __construct(ClientHandle $handle, private readonly ?Observers $observers)
    {
        $this->handle = $handle;
        $this->native = $handle->native;
        $this->plain = $this->newOptions(null);
        $this->callbacks = new Callbacks(null);
    }

    public function __destruct()
    {
        if (isset($this->plain)) {
            $this->native->callOptionsFree($this->plain);
        }
    }

    public function close(): void
    {
        $this->handle = null;
        foreach ($this->running as $callbacks) { // if a handler of a signal calls this
            $callbacks->isEnded = true;
        }
        for ($callbacks = $this->innermost; $callbacks !== null; $callbacks = $callbacks->outer) {
            $callbacks->isEnded = true;
        }
    }

    public function isClosed(): bool
    {
        return $this->handle === null;
    }

    /** The library's client, for as long as the caller has the result. */
    public function handle(): ClientHandle
    {
        return $this->handle ?? throw new ClientClosedException('client is closed: make a new one');
    }

    public function connection(
        string $connectionId,
        string $providerConfigKey,
        bool $forceRefresh,
        bool $refreshToken,
        bool $refreshGithubAppJwtToken,
        ?float $timeout,
        ?float $maxAge
    ): Connection {
        Arguments::text('connectionId', $connectionId);
        Arguments::text('providerConfigKey', $providerConfigKey);
        $set = null;
        if ($forceRefresh || $refreshToken || $refreshGithubAppJwtToken || $maxAge !== null) {
            $age = $maxAge === null ? null : Arguments::milliseconds('maxAge', $maxAge);
            $set = function (object $options) use ($forceRefresh, $refreshToken, $refreshGithubAppJwtToken, $age): void {
                $this->native->callOptionsSetForceRefresh($options, $forceRefresh);
                $this->native->callOptionsSetRefreshToken($options, $refreshToken);
                $this->native->callOptionsSetRefreshGithubAppJwtToken($options, $refreshGithubAppJwtToken);
                if ($age !== null) {
                    $this->native->callOptionsSetMaxAgeMs($options, $age);
                }
            };
        }
        $pointer = $this->call(
            fn (object $client, object $options, ?object &$error): ?object =>
                $this->native->getConnection($client, $connectionId, $providerConfigKey, $options, $error),
            $timeout,
            null,
            $set
        );
        assert($pointer !== null);
        return $this->native->connectionOf($pointer);
    }

    /** What connection does if nothing more is asked for, in less time: the call that programs make most. */
    public function plainConnection(string $connectionId, string $providerConfigKey): Connection
    {
        if ($this->observers !== null) {
            return $this->connection($connectionId, $providerConfigKey, false, false, false, null, null);
        }
        $handle = $this->handle ?? $this->handle();
        $callbacks = $this->innermost === null ? $this->callbacks : new Callbacks(null, null, $this->innermost);
        $this->innermost = $callbacks;
        $error = null;
        try {
            $connection = $this->native->connection(
                $handle->pointer,
                $connectionId,
                $providerConfigKey,
                $this->plain,
                $callbacks,
                $error
            );
        } finally {
            $this->innermost = $callbacks->outer;
        }
        $thrown = $callbacks->thrown;
        if ($thrown !== null) {
            $callbacks->thrown = null;
        }
        if ($connection === null) {
            $failure = Failure::take($this->native, $error);
            throw $thrown ?? $failure;
        }
        return $connection;
    }

    /** Calls an operation of Nango's API, until its response has what a number says. */
    public function send(ApiRequest $request, ?float $timeout, ?int $until = null, bool $isJson = false): ApiResponse
    {
        $pointer = $this->call(
            fn (object $client, object $options, ?object &$error): ?object => $until === null
                ? $this->native->call($client, $request->pointer, $options, $error)
                : $this->native->callUntil($client, $request->pointer, $until, $options, $error),
            $timeout
        );
        assert($pointer !== null);
        return $this->whole($pointer, $isJson);
    }

    /** The next page of a list, which the library has seen to be JSON; null at the end. */
    public function page(object $pages, ?float $timeout): ?ApiResponse
    {
        $pointer = $this->call(
            fn (object $client, object $options, ?object &$error): ?object =>
                $this->native->pagesNext($pages, $client, $options, $error),
            $timeout
        );
        return $pointer === null ? null : $this->whole($pointer, false);
    }

    public function proxy(
        string $connectionId,
        string $providerConfigKey,
        ProxyRequest $request,
        ?float $timeout
    ): Response {
        Arguments::text('connectionId', $connectionId);
        Arguments::text('providerConfigKey', $providerConfigKey);
        $pointer = $this->call(
            fn (object $client, object $options, ?object &$error): ?object => $this->native->proxy(
                $client,
                $connectionId,
                $providerConfigKey,
                $request->pointer,
                $options,
                $error
            ),
            $timeout,
            $request->source
        );
        assert($pointer !== null);
        return new Response($this, $pointer);
    }

    public function invalidate(string $connectionId, string $providerConfigKey): void
    {
        $this->native->clientInvalidate(
            $this->handle()->pointer,
            Arguments::text('connectionId', $connectionId),
            Arguments::text('providerConfigKey', $providerConfigKey)
        );
    }

    public function clearCache(): void
    {
        $this->native->clientClearCache($this->handle()->pointer);
    }

    /** A response as a whole; it is freed. */
    private function whole(object $response, bool $isJson): ApiResponse
    {
        $native = $this->native;
        try {
            $error = null;
            if ($isJson && !$native->responseIsJson($response, $error)) {
                throw Failure::take($native, $error);
            }
            $body = $native->responseBody($response, $error) ?? throw Failure::take($native, $error);
            return new ApiResponse($native->responseStatus($response), Headers::read($native, $response), $body);
        } finally {
            $native->responseFree($response);
        }
    }

    /**
     * Calls a function of the library's, and throws what it, or a program's own code meanwhile, has to say.
     *
     * @param \Closure(object, object, object|null): ?object $function takes the client, the options and where the error goes
     * @param (\Closure(object): void)|null $set sets more options
     * @return object|null null if the function gives that without an error
     */
    public function call(\Closure $function, ?float $timeout, ?BodySource $body = null, ?\Closure $set = null): ?object
    {
        $client = $this->handle();
        $options = $timeout === null && $set === null ? $this->plain : $this->newOptions($timeout);
        $callbacks = new Callbacks($this->observers, $body);
        $outer = $this->begin($callbacks);
        $error = null;
        try {
            if ($set !== null) {
                $set($options);
            }
            $result = $function($client->pointer, $options, $error);
        } finally {
            $this->end($outer);
            if ($options !== $this->plain) {
                $this->native->callOptionsFree($options);
            }
        }
        if ($error !== null) {
            $failure = Failure::take($this->native, $error);
            throw $callbacks->thrown ?? $failure;
        }
        if ($callbacks->thrown !== null && $result === null) {
            throw $callbacks->thrown;
        }
        return $result;
    }

    public function callbacks(): Callbacks
    {
        return new Callbacks($this->observers);
    }

    /**
     * Reads from a response, as call makes a call.
     *
     * @template T
     * @param \Closure(object|null): T $function takes where the error goes
     * @return T
     */
    public function reading(Callbacks $callbacks, \Closure $function): mixed
    {
        $outer = $this->begin($callbacks);
        $error = null;
        try {
            $result = $function($error);
        } finally {
            $this->end($outer);
        }
        if ($error !== null) {
            $failure = Failure::take($this->native, $error);
            throw $callbacks->thrown ?? $failure;
        }
        return $result;
    }

    private function begin(Callbacks $callbacks): ?Callbacks
    {
        $this->running[] = $callbacks;
        return $this->native->swapCallbacks($callbacks);
    }

    private function end(?Callbacks $outer): void
    {
        $this->native->swapCallbacks($outer);
        array_pop($this->running);
    }

    private function newOptions(?float $timeout): object
    {
        $milliseconds = $timeout === null ? null : Arguments::milliseconds('timeout', $timeout);
        $options = $this->native->callOptionsNew();
        assert($options !== null);
        if ($this->native->isInterruptible()) {
            $this->native->callOptionsSetInterrupt($options);
        }
        if ($milliseconds !== null) {
            $this->native->callOptionsSetTimeoutMs($options, $milliseconds);
        }
        return $options;
    }
}
