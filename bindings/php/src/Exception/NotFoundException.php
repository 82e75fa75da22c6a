<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/**
 * Nango reports that this environment has no such connection for this integration: mark the customer as not connected
 * and ask to reconnect; do not delete the row: a configuration mistake looks the same.
 */
class NotFoundException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::NotFound;
    }
}
