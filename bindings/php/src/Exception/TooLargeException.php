<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/**
 * The response is larger than `max_response_bytes`, or the body of the request than Nango takes (75 MiB): raise the
 * limit, or read the response in parts; send less.
 */
class TooLargeException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::TooLarge;
    }
}
