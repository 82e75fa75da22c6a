<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/** Nango's response does not match its documentation: report it, with the JSON pointer in the message. */
class DecodeException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::Decode;
    }
}
