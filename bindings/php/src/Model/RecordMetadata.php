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
 * What Nango knows about a record.
 *
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class RecordMetadata extends Model
{
    /** When a sync first stored it. */
    public readonly ?DateTimeImmutable $firstSeenAt;
    /** When a sync last changed it. */
    public readonly ?DateTimeImmutable $lastModifiedAt;
    /** What a sync did last: "ADDED", "UPDATED" or "DELETED". */
    public readonly string $lastAction;
    /** When the external API no longer had it. */
    public readonly ?DateTimeImmutable $deletedAt;
    /** When its content was pruned. */
    public readonly ?DateTimeImmutable $prunedAt;
    /** The cursor of this record: a list that starts at it has the records behind it. */
    public readonly string $cursor;


    /** @internal */
    public function __construct(Members $sent)
    {
        $this->firstSeenAt = $sent->timestamp('first_seen_at');
        $this->lastModifiedAt = $sent->timestamp('last_modified_at');
        $this->lastAction = $sent->string('last_action');
        $this->deletedAt = $sent->timestamp('deleted_at');
        $this->prunedAt = $sent->timestamp('pruned_at');
        $this->cursor = $sent->string('cursor');
        Hidden::keep($this, [
            'unknownFields' => $sent->others([
                'first_seen_at',
                'last_modified_at',
                'last_action',
                'deleted_at',
                'pruned_at',
                'cursor',
            ]),
        ]);
    }
}
