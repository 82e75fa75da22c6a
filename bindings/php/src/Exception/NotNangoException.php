<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/** A web page, a redirect or a bare 404: the response is not from Nango: check the base URL. */
class NotNangoException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::NotNango;
    }
}
