<?php

/*
 * Generated from api/webhooks.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * How many records a run of a sync changed.
 *
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class SyncResults extends Model
{
    /** How many are new. */
    public readonly int $added;
    /** How many were changed. */
    public readonly int $updated;
    /** How many were deleted. */
    public readonly ?int $deleted;


    /** @internal */
    public function __construct(Members $sent)
    {
        $this->added = $sent->integer('added');
        $this->updated = $sent->integer('updated');
        $this->deleted = $sent->has('deleted') ? $sent->integer('deleted') : null;
        Hidden::keep($this, [
            'unknownFields' => $sent->others([
                'added',
                'updated',
                'deleted',
            ]),
        ]);
    }
}
