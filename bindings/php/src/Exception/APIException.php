<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/** Any other error in Nango's format: see the code and the server's message. */
class APIException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::Api;
    }
}
