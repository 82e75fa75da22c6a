<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * The organization of an end user.
 *
 * @property-read string|null $displayName its name. Never printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class Organization extends Model
{
    /** The id that the product gave it. */
    public readonly string $id;

    protected const LATER = ['displayName', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->id = $sent->string('id');
        Hidden::keep($this, [
            'displayName' => $sent->has('display_name') ? $sent->string('display_name') : null,
            'unknownFields' => $sent->others([
                'id',
                'display_name',
            ]),
        ]);
    }
}
