<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/** An internal error of this library: report it. */
class InternalException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::Internal;
    }
}
