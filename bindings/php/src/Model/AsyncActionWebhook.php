<?php

/*
 * Generated from api/webhooks.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * An asynchronous action ended, well or not: its result says which.
 *
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class AsyncActionWebhook extends Model
{
    /** The type of the webhook: "async_action". */
    public readonly string $type;
    /** Who sent it: "nango". */
    public readonly string $sender;
    /** The id of the connection. */
    public readonly string $connectionId;
    /** The id of the integration. */
    public readonly string $providerConfigKey;
    /** The action, with the id to get its result with. */
    public readonly ?QueuedAction $action;


    /** @internal */
    public function __construct(Members $sent)
    {
        $this->type = $sent->string('type');
        $this->sender = $sent->string('from');
        $this->connectionId = $sent->string('connectionId');
        $this->providerConfigKey = $sent->string('providerConfigKey');
        $this->action = $sent->model('payload', QueuedAction::class);
        Hidden::keep($this, [
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
