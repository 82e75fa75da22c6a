<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/** No address of the host accepts the connection: try again; check the base URL and the network. */
class ConnectionException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::Connect;
    }
}
