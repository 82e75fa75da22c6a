<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/** No such integration in the environment of this key: check `provider_config_key` and the key's environment. */
class UnknownIntegrationException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::UnknownIntegration;
    }
}
