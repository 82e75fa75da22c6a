<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/** An argument or a setting is wrong; nothing was sent: fix the calling code: the message names the argument. */
class InvalidArgumentException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::InvalidArgument;
    }
}
