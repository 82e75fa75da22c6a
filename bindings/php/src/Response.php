<?php

declare(strict_types=1);

namespace Nango;

use Generator;
use Nango\Exception\ClientClosedException;
use Nango\Exception\ExternalApiException;
use Nango\Exception\InvalidArgumentException;
use Nango\Internal\Callbacks;
use Nango\Internal\Caller;
use Nango\Internal\Failure;
use Nango\Internal\Headers;
use Nango\Internal\Hidden;
use Nango\Internal\Json;
use Nango\Internal\Native;
use Nango\Internal\ResponseStream;
use Nango\Internal\Unserializable;

/**
 * What an external API answers, whatever the status.
 *
 * The body is read as it comes (read, parts, stream) or as a whole (body, json, getString). Call close unless you read it to
 * its end: that gives its connection back; a response that is forgotten is closed. It has to be read before its client is
 * closed, and in the process that made the call.
 */
final class Response
{
    use Unserializable;

    public readonly int $status;
    private readonly Native $native;
    private ?object $pointer;
    private bool $hasBegun = false;
    /** What reads now. */
    private ?Callbacks $reading = null;
    /** How many use the pointer now: a handler of a signal may close the response meanwhile, and leaves it to them to free it. */
    private int $users = 0;
    private bool $isWhole = false;
    private bool $isClosed = false;

    /** @internal */
    public function __construct(private readonly Caller $caller, object $pointer)
    {
        $this->native = $caller->native;
        $this->pointer = $pointer;
        $this->status = $this->native->responseStatus($pointer);
        Hidden::keep($this, ['headers' => Headers::read($this->native, $pointer)]);
    }

    public function __destruct()
    {
        $this->free();
    }

    /** The value of a header, by its name in whatever case; null if there is none. The first, if there are several. */
    public function header(string $name): ?string
    {
        return Headers::first($this->headers(), $name);
    }

    /** @return list<array{string, string}> all headers, as pairs of a name and a value */
    public function headers(): array
    {
        /** @var list<array{string, string}> */
        return Hidden::of($this)['headers'];
    }

    /** Whether the status is below 400. */
    public function isOk(): bool
    {
        return $this->status < 400;
    }

    /**
     * Throws if the status is 400 or above.
     *
     * @throws ExternalApiException
     */
    public function throw(): self
    {
        return $this->isOk() ? $this : throw new ExternalApiException($this);
    }

    /**
     * The whole body, which is read and kept. It may have maxResponseBytes: see Client.
     *
     * @throws Exception\NangoException the body did not come to its end, or is too large; the subclass tells which
     */
    public function body(): string
    {
        if ($this->hasBegun) {
            throw new InvalidArgumentException(
                'response was read in part already: use either read, parts and stream, or body and json'
            );
        }
        $body = $this->use(
            fn (object $pointer, ?object &$error): ?string => $this->native->responseBody($pointer, $error)
        );
        $this->isWhole = true;
        return $body;
    }

    /**
     * What the body says as JSON, as json_decode gives it, but for an EmptyObject and a NumberedObject where an array would be
     * written back as a list.
     *
     * @throws \JsonException it is not JSON
     */
    public function json(bool $associative = true): mixed
    {
        $json = Json::withoutMark($this->body());
        return $associative ? Json::decode($json) : Json::parsed($json, false, 0);
    }

    /** The string that a JSON pointer (RFC 6901) names in the body, which is read as a whole; null if there is none. */
    public function getString(string $pointer): ?string
    {
        return $this->find($pointer, fn (object $response): ?string =>
            $this->native->responseGetString($response, $pointer));
    }

    /** The value that a JSON pointer names in the body, in JSON as sent; null if there is none. */
    public function getJson(string $pointer): ?string
    {
        return $this->find($pointer, fn (object $response): ?string =>
            $this->native->responseGetJson($response, $pointer));
    }

    /**
     * At most so many bytes of the body: what has come, so less than that at times; "" at the end.
     *
     * Waits for one byte, as long as the request's idleTimeout.
     *
     * @throws Exception\NangoException the body did not come to its end
     */
    public function read(int $length = Native::ROOM): string
    {
        if ($length < 1) {
            throw new InvalidArgumentException('length must be 1 or more bytes');
        }
        if ($this->isWhole) {
            throw new InvalidArgumentException('response was read as a whole already: use body');
        }
        if ($this->pointer === null && !$this->isClosed) {
            return '';
        }
        $this->hasBegun = true;
        $part = $this->use(fn (object $pointer, ?object &$error): ?string =>
            $this->native->responseRead($pointer, $length, $error));
        if ($part === '') {
            $this->free();
        }
        return $part;
    }

    /**
     * The body in parts as they come.
     *
     * @return Generator<int, string>
     */
    public function parts(): Generator
    {
        while (($part = $this->read()) !== '') {
            yield $part;
        }
    }

    /**
     * The body as a stream of PHP's, for fread, stream_get_contents, stream_copy_to_stream and the like. What goes wrong is
     * thrown by the function that reads.
     *
     * @return resource
     */
    public function stream()
    {
        return ResponseStream::open($this);
    }

    /** Gives up what was not read yet, and closes its connection. May be called again. */
    public function close(): void
    {
        $this->isClosed = $this->isClosed || $this->pointer !== null;
        if ($this->reading !== null) { // and interrupted by the handler of a signal that calls this
            $this->reading->isEnded = true;
        }
        $this->free();
    }

    /** @return array{status: int} */
    public function __debugInfo(): array
    {
        return ['status' => $this->status];
    }

    /** @param \Closure(object): ?string $function */
    private function find(string $pointer, \Closure $function): ?string
    {
        $this->users++;
        try {
            $response = $this->pointer;
            if ($this->hasBegun || $response === null || str_contains($pointer, "\0")) {
                return null;
            }
            $this->refuseASecondUser();
            return $function($response);
        } finally {
            $this->leave();
        }
    }

    /** @param \Closure(object, object|null): ?string $function */
    private function use(\Closure $function): string
    {
        // Before the pointer is looked at: a handler may run at each call of a function.
        $this->users++;
        try {
            $pointer = $this->pointer ?? throw self::closed();
            if ($this->caller->isClosed()) {
                throw new ClientClosedException('client is closed: read the response before you close its client');
            }
            $this->refuseASecondUser();
            return $this->receive($pointer, $function);
        } finally {
            $this->leave();
        }
    }

    /** @param \Closure(object, object|null): ?string $function */
    private function receive(object $pointer, \Closure $function): string
    {
        $this->reading = $this->caller->callbacks();
        try {
            if ($this->isClosed) { // when there was nothing yet that could be ended
                throw self::closed();
            }
            return $this->caller->reading(
                $this->reading,
                static fn (?object &$error): ?string => $function($pointer, $error)
            ) ?? throw Failure::take($this->native, null);
        } finally {
            $this->reading = null;
        }
    }

    private static function closed(): InvalidArgumentException
    {
        return new InvalidArgumentException('response is closed: read it before you close it');
    }

    /** Of two, a handler of a signal is the second: the library reads a response once at a time. */
    private function refuseASecondUser(): void
    {
        if ($this->users > 1) {
            throw new InvalidArgumentException('response is being read already: read it outside of handlers of signals');
        }
    }

    private function leave(): void
    {
        $this->users--;
        if ($this->isClosed) {
            $this->free();
        }
    }

    /** Frees the library's response, unless it is in use. */
    private function free(): void
    {
        if ($this->pointer !== null && $this->users === 0) {
            $pointer = $this->pointer;
            $this->pointer = null;
            $this->native->responseFree($pointer);
        }
    }
}
