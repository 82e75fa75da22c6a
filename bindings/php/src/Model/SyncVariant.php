<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * A variant of a sync.
 *
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class SyncVariant extends Model
{
    /** The id of the sync: a UUID. */
    public readonly string $id;
    /** The name of the sync. */
    public readonly string $name;
    /** The name of the variant. */
    public readonly string $variant;


    /** @internal */
    public function __construct(Members $sent)
    {
        $this->id = $sent->string('id');
        $this->name = $sent->string('name');
        $this->variant = $sent->string('variant');
        Hidden::keep($this, [
            'unknownFields' => $sent->others([
                'id',
                'name',
                'variant',
            ]),
        ]);
    }
}
