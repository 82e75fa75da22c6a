<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * An action that was queued.
 *
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class QueuedAction extends Model
{
    /** The id to get the result with: a UUID. */
    public readonly string $id;
    /** The path of the result. */
    public readonly string $statusUrl;


    /** @internal */
    public function __construct(Members $sent)
    {
        $this->id = $sent->string('id');
        $this->statusUrl = $sent->string('statusUrl');
        Hidden::keep($this, [
            'unknownFields' => $sent->others([
                'id',
                'statusUrl',
            ]),
        ]);
    }
}
