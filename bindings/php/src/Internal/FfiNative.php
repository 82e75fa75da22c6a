<?php

declare(strict_types=1);

namespace Nango\Internal;

use FFI\CData;
use Nango\Connection;
use Throwable;

/**
 * The library through PHP's FFI: for command lines and workers.
 *
 * Nothing may be thrown out of a callback: PHP would end the process. A handler of a signal runs before the first line of a
 * function, so the whole body of each closure is in a `try`, and the closures have no parameters that would be read before it.
 *
 * @internal
 */
final class FfiNative extends FfiFunctions implements Native
{
    private ?Callbacks $callbacks = null;
    private ?CData $room = null;
    /** The callbacks, made once: PHP keeps each that is made until the process or the request ends. */
    private readonly CData $log;
    private readonly CData $hook;
    private readonly CData $interrupt;
    private readonly CData $read;
    private static ?string $key = null;
    private readonly bool $hasSignals;

    public function __construct(\FFI $ffi)
    {
        parent::__construct($ffi);
        $this->hasSignals = function_exists('pcntl_async_signals');
        $this->log = $ffi->new('nango_log_record_fn[1]');
        $this->hook = $ffi->new('nango_call_hook_fn[1]');
        $this->interrupt = $ffi->new('nango_interrupt_fn[1]');
        $this->read = $ffi->new('nango_read_fn[1]');
        $this->log[0] = function () {
            try {
                [, $level, $message, $attributes] = func_get_args();
                $this->callbacks?->log($level, self::text($message), self::text($attributes));
            } catch (Throwable $thrown) {
                if ($this->callbacks !== null) { // no method for this: PHP may run a handler where one begins
                    $this->callbacks->thrown ??= $thrown;
                }
            }
        };
        $this->hook[0] = function () {
            try {
                $this->callbacks?->ended(self::text(func_get_arg(1)));
            } catch (Throwable $thrown) {
                if ($this->callbacks !== null) { // no method for this: PHP may run a handler where one begins
                    $this->callbacks->thrown ??= $thrown;
                }
            }
        };
        $this->interrupt[0] = function () {
            try {
                return (int) $this->callbacks?->isInterrupted();
            } catch (Throwable $thrown) {
                if ($this->callbacks !== null) {
                    $this->callbacks->thrown ??= $thrown;
                }
                return 1;
            }
        };
        $this->read[0] = function () {
            try {
                [, $buffer, $capacity] = func_get_args();
                $part = $this->callbacks?->read($capacity);
                if ($part === null) {
                    return -1;
                }
                \FFI::memcpy($buffer, $part, strlen($part));
                return strlen($part);
            } catch (Throwable $thrown) {
                if ($this->callbacks !== null) { // no method for this: PHP may run a handler where one begins
                    $this->callbacks->thrown ??= $thrown;
                }
                return -1;
            }
        };
    }

    public function swapCallbacks(?Callbacks $callbacks): ?Callbacks
    {
        $outer = $this->callbacks;
        $this->callbacks = $callbacks;
        return $outer;
    }

    public function connection(
        object $client,
        string $connectionId,
        string $providerConfigKey,
        object $options,
        Callbacks $callbacks,
        ?object &$error
    ): ?Connection {
        Arguments::text('connectionId', $connectionId);
        Arguments::text('providerConfigKey', $providerConfigKey);
        $outer = $this->callbacks;
        $this->callbacks = $callbacks;
        try {
            $pointer = $this->getConnection($client, $connectionId, $providerConfigKey, $options, $error);
        } finally {
            $this->callbacks = $outer;
        }
        return $pointer === null ? null : $this->connectionOf($pointer);
    }

    public function connectionOf(object $pointer): Connection
    {
        return new Connection($pointer, new ConnectionHandle($pointer));
    }

    public function isInterruptible(): bool
    {
        return $this->hasSignals;
    }

    public function clientOptionsSetLogRecord(object $options, int $maxLevel): void
    {
        $this->ffi->nango_client_options_set_log_record($options, $this->log[0], null, $maxLevel);
    }

    public function clientOptionsSetCallHook(object $options): void
    {
        $this->ffi->nango_client_options_set_call_hook($options, $this->hook[0], null);
    }

    public function callOptionsSetInterrupt(object $options): void
    {
        $this->ffi->nango_call_options_set_interrupt($options, $this->interrupt[0], null);
    }

    public function requestSetBodyReader(object $request, int $contentLength, ?string $contentType): void
    {
        $this->ffi->nango_request_set_body_reader($request, $this->read[0], null, $contentLength, $contentType);
    }

    public function requestSetRetryOn(object $request, array $statuses): void
    {
        $count = count($statuses);
        $numbers = $this->ffi->new('int32_t[' . max(1, $count) . ']');
        foreach ($statuses as $i => $status) {
            $numbers[$i] = $status;
        }
        $this->ffi->nango_request_set_retry_on($request, $numbers, $count);
    }

    public function responseRead(object $response, int $capacity, ?object &$error): ?string
    {
        // Taken out while it is in use: a callback may read another response.
        $room = $this->room ?? $this->ffi->new('char[' . self::ROOM . ']');
        $this->room = null;
        $slot = $this->newErrorSlot();
        $count = $this->ffi->nango_response_read($response, $room, min($capacity, self::ROOM), \FFI::addr($slot));
        $error = $count < 0 ? $slot : null;
        $part = $count < 0 ? null : \FFI::string($room, $count);
        $this->room = $room;
        return $part;
    }

    public function responseBody(object $response, ?object &$error): ?string
    {
        $length = $this->ffi->new('size_t');
        $slot = $this->newErrorSlot();
        $address = $this->ffi->nango_response_body($response, \FFI::addr($length), \FFI::addr($slot));
        $error = $address === null ? $slot : null;
        return $address === null ? null : \FFI::string($address, $length->cdata);
    }

    public function responseIsJson(object $response, ?object &$error): bool
    {
        $slot = $this->newErrorSlot();
        $value = $this->ffi->nango_response_value($response, \FFI::addr($slot));
        $error = $value === null ? $slot : null;
        return $value !== null;
    }

    public function keptClient(string $key): ?object
    {
        return null;
    }

    public function keepClient(string $key, object $client): void
    {
    }

    public function processKey(): string
    {
        return self::$key ??= random_bytes(32);
    }

    /** A text of C's: PHP makes a string of it where it is the result of a function, and not where it is an argument. */
    private static function text(mixed $text): string
    {
        return is_string($text) ? $text : \FFI::string($text);
    }
}
