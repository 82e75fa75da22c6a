<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/** The call timed out: try again, or raise the timeout. */
class TimeoutException extends ConnectionException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::Timeout;
    }
}
