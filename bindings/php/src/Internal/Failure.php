<?php

declare(strict_types=1);

namespace Nango\Internal;

use Nango\Exception\NangoException;

/**
 * Errors of the library as exceptions.
 *
 * @internal
 */
final class Failure
{
    /** The exception for an error, which is freed. */
    public static function take(Native $native, ?object $error): NangoException
    {
        if ($error === null) {
            return new NangoException('the library gave neither a result nor an error: report it');
        }
        try {
            $kind = $native->errorGetKind($error);
            $class = ExceptionClasses::BY_KIND[$kind] ?? NangoException::class;
            $status = $native->errorHttpStatus($error);
            $wait = $native->errorRetryAfterMs($error);
            return new $class(
                Names::inPhp($native->errorMessage($error) ?? ''),
                $kind,
                $status === 0 ? null : $status,
                $native->errorCode($error),
                $native->errorServerMessage($error),
                $native->errorBody($error),
                $wait < 0 ? null : $wait / 1000,
                $native->errorAttempts($error),
                $native->errorIsRetryable($error),
                $native->errorRequestId($error)
            );
        } finally {
            $native->errorFree($error);
        }
    }
}
