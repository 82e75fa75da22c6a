<?php

/*
 * Generated from api/webhooks.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * The customer of the product who connected a connection, as a webhook has them.
 *
 * @property-read string|null $email their email address. Never printed.
 * @property-read array<string, string>|null $tags tags of the end user. Never printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class WebhookEndUser extends Model
{
    /** The id that the product gave them. */
    public readonly string $id;
    /** The id of their organization. */
    public readonly ?string $organizationId;

    protected const LATER = ['email', 'tags', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->id = $sent->string('endUserId');
        $this->organizationId = $sent->has('organizationId') ? $sent->string('organizationId') : null;
        Hidden::keep($this, [
            'email' => $sent->has('endUserEmail') ? $sent->string('endUserEmail') : null,
            'tags' => $sent->has('tags') ? $sent->stringMap('tags') : null,
            'unknownFields' => $sent->others([
                'endUserId',
                'endUserEmail',
                'organizationId',
                'tags',
            ]),
        ]);
    }
}
