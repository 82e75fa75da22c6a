<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/** 429: wait as long as the error says; see docs/caching.md. */
class RateLimitException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::RateLimited;
    }
}
