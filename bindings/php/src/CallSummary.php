<?php

declare(strict_types=1);

namespace Nango;

/** How a call ended: what onCall gets. It holds no secret and no id of a customer, so it may label a metric. */
final class CallSummary
{
    /**
     * @param string $operation "get_connection", "proxy" or "request"
     * @param string|null $method the HTTP method; null if nothing was asked for, as where the cache has the connection
     * @param string|null $route the path without its values, such as "connections/{connectionId}"; null as for the method
     * @param float $duration seconds from the beginning of the call to its end, pauses between attempts included
     * @param int $attempts how many requests were made; 0 if the cache has the connection, or nothing left the machine
     * @param int|null $status the status of the last response; null if there was none
     * @param ErrorKind|null $error what went wrong; null if nothing did
     * @param string|null $cache "hit", or "waited" for the same request of another call; null if the cache did nothing
     * @param int $callId the number of the call in this process, which records of the log have too
     * @param string|null $requestId Nango's own id of the request that failed; null if none did, or Nango sent none
     */
    private function __construct(
        public readonly string $operation,
        public readonly ?string $method,
        public readonly ?string $route,
        public readonly float $duration,
        public readonly int $attempts,
        public readonly ?int $status,
        public readonly ?ErrorKind $error,
        public readonly ?string $cache,
        public readonly int $callId,
        public readonly ?string $requestId
    ) {
    }

    /** @internal */
    public static function read(string $json): self
    {
        /** @var array{operation: string, method?: string, route?: string, duration_ms: int|float, attempts: int,
         *     status?: int, error?: string, cache?: string, call_id: int, request_id?: string} $told */
        $told = json_decode($json, true);
        return new self(
            $told['operation'],
            $told['method'] ?? null,
            $told['route'] ?? null,
            $told['duration_ms'] / 1000,
            $told['attempts'],
            $told['status'] ?? null,
            isset($told['error']) ? self::kind($told['error']) : null,
            $told['cache'] ?? null,
            $told['call_id'],
            $told['request_id'] ?? null
        );
    }

    /** A library that is newer than this package may name a kind that is not known here. */
    private static function kind(string $name): ErrorKind
    {
        foreach (ErrorKind::cases() as $kind) {
            if ($kind->label() === $name) {
                return $kind;
            }
        }
        return ErrorKind::Internal;
    }
}
