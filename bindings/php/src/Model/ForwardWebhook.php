<?php

/*
 * Generated from api/webhooks.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * A webhook of an external API that Nango forwards.
 *
 * @property-read mixed $payload what the external API sent. Never printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class ForwardWebhook extends Model
{
    /** The type of the webhook: "forward". */
    public readonly string $type;
    /** The external API, as Nango names it: "github". */
    public readonly string $sender;
    /** The id of the connection that it is about. */
    public readonly ?string $connectionId;
    /** The id of the integration. */
    public readonly string $providerConfigKey;

    protected const LATER = ['payload', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->type = $sent->string('type');
        $this->sender = $sent->string('from');
        $this->connectionId = $sent->has('connectionId') ? $sent->string('connectionId') : null;
        $this->providerConfigKey = $sent->string('providerConfigKey');
        Hidden::keep($this, [
            'payload' => $sent->json('payload'),
            'unknownFields' => $sent->others([
                'type',
                'from',
                'connectionId',
                'providerConfigKey',
                'payload',
            ]),
        ]);
    }
}
