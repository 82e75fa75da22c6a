<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * What was pruned.
 *
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class PrunedRecords extends Model
{
    /** How many records. */
    public readonly int $count;
    /** Whether there is more to prune. It can be true once too often. */
    public readonly bool $hasMore;


    /** @internal */
    public function __construct(Members $sent)
    {
        $this->count = $sent->integer('count');
        $this->hasMore = $sent->boolean('has_more');
        Hidden::keep($this, [
            'unknownFields' => $sent->others([
                'count',
                'has_more',
            ]),
        ]);
    }
}
