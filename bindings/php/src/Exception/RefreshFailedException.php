<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/**
 * The external API refused to refresh: try again after 30 seconds; if it keeps failing, have the customer connect
 * again.
 */
class RefreshFailedException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::RefreshFailed;
    }
}
