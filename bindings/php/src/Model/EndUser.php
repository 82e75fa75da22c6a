<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * The customer of the product who connected a connection.
 *
 * @property-read string|null $displayName their name. Never printed.
 * @property-read string|null $email their email address. Never printed.
 * @property-read array<string, string>|null $tags tags of the end user. Never printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class EndUser extends Model
{
    /** The id that the product gave them. */
    public readonly string $id;
    /** Their organization. */
    public readonly ?Organization $organization;

    protected const LATER = ['displayName', 'email', 'tags', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->id = $sent->string('id');
        $this->organization = $sent->model('organization', Organization::class);
        Hidden::keep($this, [
            'displayName' => $sent->has('display_name') ? $sent->string('display_name') : null,
            'email' => $sent->has('email') ? $sent->string('email') : null,
            'tags' => $sent->has('tags') ? $sent->stringMap('tags') : null,
            'unknownFields' => $sent->others([
                'id',
                'display_name',
                'email',
                'tags',
                'organization',
            ]),
        ]);
    }
}
