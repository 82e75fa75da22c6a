<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/** 403: the secret key lacks a scope: give it the scope that the server's message names. */
class PermissionDeniedException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::Forbidden;
    }
}
