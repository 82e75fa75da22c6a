<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * How often a sync runs.
 *
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class SyncFrequency extends Model
{
    /** The interval, as Nango shortens it: "2h". */
    public readonly string $frequency;


    /** @internal */
    public function __construct(Members $sent)
    {
        $this->frequency = $sent->string('frequency');
        Hidden::keep($this, [
            'unknownFields' => $sent->others([
                'frequency',
            ]),
        ]);
    }
}
