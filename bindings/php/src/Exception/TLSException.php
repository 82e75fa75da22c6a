<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/** The handshake failed or the certificate is not trusted: read the message; see docs/networks.md. */
class TLSException extends ConnectionException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::Tls;
    }
}
