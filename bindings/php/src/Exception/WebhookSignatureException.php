<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;

/** A webhook is not signed with this key: answer 401; check the webhook signing key: see docs/webhooks.md. */
class WebhookSignatureException extends NangoException
{
    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::WebhookSignature;
    }
}
