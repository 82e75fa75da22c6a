<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/** A cancel, an interrupt, or a client that was shut down: nothing: your program ended the call. */
class CallCancelledException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::Cancelled;
    }
}
