<?php

/*
 * Generated from api/webhooks.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * What failed, as a webhook has it.
 *
 * @property-read string|null $description what happened, for people. It may repeat what the external API said. Never
 *     printed.
 * @property-read mixed $payload details, which may hold what the external API answered. Never printed.
 * @property-read mixed $additionalProperties more details of a failed sync. Never printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class WebhookProblem extends Model
{
    /** The kind of failure, as Nango names it: "refresh_token_external_error". */
    public readonly ?string $type;

    protected const LATER = ['payload', 'description', 'additionalProperties', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->type = $sent->has('type') ? $sent->string('type') : null;
        Hidden::keep($this, [
            'description' => $sent->has('description') ? $sent->string('description') : null,
            'payload' => $sent->json('payload'),
            'additionalProperties' => $sent->json('additional_properties'),
            'unknownFields' => $sent->others([
                'type',
                'description',
                'payload',
                'additional_properties',
            ]),
        ]);
    }
}
