<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * The key that Nango signs webhooks with.
 *
 * @property-read string $webhookSigningKey the key. Never printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class WebhookSigningKey extends Model
{
    protected const LATER = ['webhookSigningKey', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        Hidden::keep($this, [
            'webhookSigningKey' => $sent->string('webhook_signing_key'),
            'unknownFields' => $sent->others([
                'webhook_signing_key',
            ]),
        ]);
    }
}
