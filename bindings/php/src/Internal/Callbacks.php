<?php

declare(strict_types=1);

namespace Nango\Internal;

use Nango\CallSummary;
use Psr\Log\LoggerInterface;
use Psr\Log\LogLevel;
use Throwable;

/**
 * What the library calls back about during one call.
 *
 * What a program's own code throws there is kept, and thrown once the call has ended: it must not unwind the library.
 *
 * @internal
 */
final class Callbacks
{
    /** What was thrown by a handler of a signal or by the body of a request. It ends the call. */
    public ?Throwable $thrown = null;

    /** Whether the call has to end, by what a handler of a signal has called. */
    public bool $isEnded = false;

    private const LEVELS = [
        1 => LogLevel::ERROR,
        2 => LogLevel::WARNING,
        3 => LogLevel::INFO,
        4 => LogLevel::DEBUG,
        5 => LogLevel::DEBUG,
    ];

    /** @param self|null $outer those of the call amid which a handler of a signal has made this one */
    public function __construct(
        private readonly ?Observers $observers,
        private readonly ?BodySource $body = null,
        public readonly ?self $outer = null
    ) {
    }

    /** A message of the library's. The failure of a logger does not affect the call. */
    public function log(int $level, string $message, string $attributes): void
    {
        $logger = $this->observers?->logger;
        if ($logger !== null) {
            /** @var array<string, mixed> $context */
            $context = json_decode($attributes, true);
            self::contained(static fn () => $logger->log(self::LEVELS[$level] ?? LogLevel::DEBUG, $message, $context));
        }
    }

    /** The end of the call. */
    public function ended(string $summary): void
    {
        $onCall = $this->observers?->onCall;
        if ($onCall !== null) {
            self::contained(static fn () => $onCall(CallSummary::read($summary)));
        }
    }

    /** Whether the call has to end. */
    public function isInterrupted(): bool
    {
        return $this->isEnded || $this->thrown !== null;
    }

    /** The next part of a body: "" at its end, null if it cannot be read. */
    public function read(int $capacity): ?string
    {
        $body = $this->body;
        return $this->isInterrupted() || $body === null
            ? null
            : self::unsuspended(static fn (): string => $body->read($capacity));
    }

    /**
     * Lets no fiber be suspended: the library's call is on the stack, and what it knows of it in the thread.
     *
     * @template T
     * @param \Closure(): T $call
     * @return T
     */
    private static function unsuspended(\Closure $call): mixed
    {
        if (\Fiber::getCurrent() === null) {
            return $call();
        }
        $fiber = new \Fiber($call);
        $fiber->start();
        if (!$fiber->isTerminated()) {
            throw new \LogicException('a fiber must not be suspended by a logger, onCall or the body of a request');
        }
        return $fiber->getReturn();
    }

    private static function contained(\Closure $call): void
    {
        try {
            self::unsuspended($call);
        } catch (Throwable $failure) {
            error_log('nango: a logger or onCall failed: ' . $failure::class . ': ' . $failure->getMessage());
        }
    }
}
