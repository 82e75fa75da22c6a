<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/** 401: the secret key is not accepted: check the key. */
class AuthenticationException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::Unauthorized;
    }
}
