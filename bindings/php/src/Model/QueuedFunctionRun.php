<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use DateTimeImmutable;
use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * A dry run or a deployment that has begun.
 *
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class QueuedFunctionRun extends Model
{
    /** The id to get its state with: a UUID. */
    public readonly string $id;
    /** Its state: "waiting" or "running". */
    public readonly string $status;
    /** When it was made. */
    public readonly ?DateTimeImmutable $createdAt;


    /** @internal */
    public function __construct(Members $sent)
    {
        $this->id = $sent->string('id');
        $this->status = $sent->string('status');
        $this->createdAt = $sent->timestamp('created_at');
        Hidden::keep($this, [
            'unknownFields' => $sent->others([
                'id',
                'status',
                'created_at',
            ]),
        ]);
    }
}
