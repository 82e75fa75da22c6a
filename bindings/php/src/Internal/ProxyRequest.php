<?php

declare(strict_types=1);

namespace Nango\Internal;

use Nango\Exception\InvalidArgumentException;

/**
 * A request for an external API, which the library has: what is set is not kept here, but for a body that is read while it is
 * sent.
 *
 * @internal
 */
final class ProxyRequest
{
    use Unserializable;

    private const BYTES = 'application/octet-stream';

    public readonly object $pointer;
    public ?BodySource $source = null;
    private readonly Native $native;
    private bool $hasType = false;

    public function __construct(string $method, #[\SensitiveParameter] string $endpoint)
    {
        $this->native = Library::native();
        $pointer = $this->native->requestNew(
            Arguments::text('method', $method),
            Arguments::text('endpoint', $endpoint)
        );
        assert($pointer !== null);
        $this->pointer = $pointer;
    }

    public function __destruct()
    {
        if (isset($this->pointer)) {
            $this->native->requestFree($this->pointer);
        }
    }

    /** @param array<mixed> $query */
    public function query(#[\SensitiveParameter] array $query): void
    {
        foreach (Arguments::pairs('query', $query) as [$name, $value]) {
            $this->native->requestAddQuery($this->pointer, $name, $value);
        }
    }

    /** @param array<mixed> $headers */
    public function headers(#[\SensitiveParameter] array $headers): void
    {
        foreach (Arguments::pairs('header', $headers) as [$name, $value]) {
            $this->hasType = $this->hasType || strcasecmp($name, 'Content-Type') === 0;
            $this->native->requestAddHeader($this->pointer, $name, $value);
        }
    }

    /** What has a value of its own. The headers go first: one may say what the body is. */
    public function body(
        #[\SensitiveParameter] mixed $body,
        #[\SensitiveParameter] mixed $json,
        ?string $contentType
    ): void {
        $named = $contentType === null ? null : Arguments::text('contentType', $contentType);
        if ($body !== null && $json !== null) {
            throw new InvalidArgumentException('body and json are both given: pass one of them');
        }
        if ($json !== null) {
            $this->content(Json::encode('json', $json), $named, 'application/json');
        } elseif (is_string($body)) {
            $this->content($body, $named, self::BYTES);
        } elseif (is_resource($body)) {
            $source = new StreamSource($body);
            $this->source($source, $source->length(), $named);
        } elseif ($body instanceof \Traversable) {
            $this->source(new PartsSource(self::iterator($body)), -1, $named);
        } elseif ($body !== null) {
            throw new \TypeError(
                'body must be a string, a stream or an iterator of strings, not ' . get_debug_type($body)
                . ': pass an array as json'
            );
        } elseif ($named !== null) {
            throw new InvalidArgumentException('contentType is given without a body: pass one too, or leave it out');
        }
    }

    /** @param list<int> $retryOn */
    public function settings(
        ?string $baseUrlOverride,
        ?int $retries,
        #[\SensitiveParameter] array $retryOn,
        bool $decompress,
        bool $nangoParsesBody,
        bool $forwardHeadersOnRedirect,
        ?float $idleTimeout
    ): void {
        $native = $this->native;
        if ($baseUrlOverride !== null) {
            $url = Arguments::text('baseUrlOverride', $baseUrlOverride);
            $native->requestSetBaseUrlOverride($this->pointer, $url);
        }
        if ($retries !== null) {
            $native->requestSetRetries($this->pointer, Arguments::count('retries', $retries, 2 ** 31 - 1));
        }
        $statuses = [];
        foreach ($retryOn as $status) {
            if (!is_int($status)) { // @phpstan-ignore-line: which PHP does not look at
                throw new \TypeError('an item of retryOn must be an int, not ' . get_debug_type($status));
            }
            $statuses[] = Arguments::count('retryOn', $status, 2 ** 31 - 1);
        }
        $native->requestSetRetryOn($this->pointer, $statuses);
        $native->requestSetDecompress($this->pointer, $decompress);
        $native->requestSetNangoParsesBody($this->pointer, $nangoParsesBody);
        $native->requestSetForwardHeadersOnRedirect($this->pointer, $forwardHeadersOnRedirect);
        if ($idleTimeout !== null) {
            $milliseconds = Arguments::milliseconds('idleTimeout', $idleTimeout);
            $native->requestSetIdleTimeoutMs($this->pointer, $milliseconds);
        }
    }

    private function content(#[\SensitiveParameter] string $content, ?string $named, string $usual): void
    {
        $this->native->requestSetBody($this->pointer, $content, $this->type($named, $usual));
    }

    private function source(BodySource $source, int $length, ?string $named): void
    {
        $this->source = $source;
        $this->native->requestSetBodyReader($this->pointer, $length, $this->type($named, self::BYTES));
    }

    /** What a header says comes before what is usual. */
    private function type(?string $named, string $usual): ?string
    {
        return $named !== null && $named !== '' ? $named : ($this->hasType ? null : $usual);
    }

    /**
     * @param \Traversable<mixed> $parts
     * @return \Iterator<mixed>
     */
    private static function iterator(\Traversable $parts): \Iterator
    {
        while ($parts instanceof \IteratorAggregate) {
            $parts = $parts->getIterator();
        }
        assert($parts instanceof \Iterator);
        return $parts;
    }
}
