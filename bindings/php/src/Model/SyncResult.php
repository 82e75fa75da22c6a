<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * What a run of a sync did with the records of a model.
 *
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class SyncResult extends Model
{
    /** How many it added. */
    public readonly int $added;
    /** How many it changed. */
    public readonly ?int $updated;
    /** How many it deleted. */
    public readonly ?int $deleted;


    /** @internal */
    public function __construct(Members $sent)
    {
        $this->added = $sent->integer('added');
        $this->updated = $sent->has('updated') ? $sent->integer('updated') : null;
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
