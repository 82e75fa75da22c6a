<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/**
 * The HTTP proxy cannot be reached, rejects the request or times out: check the setting and the variables; see
 * docs/networks.md.
 */
class ProxyException extends ConnectionException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::HttpProxy;
    }
}
