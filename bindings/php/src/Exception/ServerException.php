<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/** 5xx, or a Nango server that cannot reach its database: try again later. */
class ServerException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::Server;
    }
}
