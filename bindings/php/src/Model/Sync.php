<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use DateTimeImmutable;
use Nango\Internal\Hidden;
use Nango\Internal\Members;
use Nango\NumberedObject;

/**
 * The state of a sync of a connection.
 *
 * @property-read array<string, mixed>|NumberedObject|null $checkpoint the checkpoint that its code has stored. Never
 *     printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class Sync extends Model
{
    /** Its id: a UUID. */
    public readonly string $id;
    /** Its name. */
    public readonly string $name;
    /** Its variant: "base" unless another was made. */
    public readonly string $variant;
    /** The id of the connection. */
    public readonly string $connectionId;
    /** Its state: "RUNNING", "PAUSED", "STOPPED", "SUCCESS" or "ERROR". */
    public readonly string $status;
    /** Its kind of run: "INITIAL" or "INCREMENTAL". */
    public readonly ?string $type;
    /** How often it runs: "every 1h". */
    public readonly ?string $frequency;
    /** When its last run ended. */
    public readonly ?DateTimeImmutable $finishedAt;
    /** When it runs next; null if it is paused. */
    public readonly ?DateTimeImmutable $nextScheduledAt;
    /** How its last run ended: "SUCCESS", "STOPPED" or another word. */
    public readonly ?string $latestExecutionStatus;
    /**
     * What its last run did, by model.
     *
     * @var array<string, SyncResult>|null
     */
    public readonly ?array $latestResult;
    /**
     * How many records are stored, by model.
     *
     * @var array<string, int>|null
     */
    public readonly ?array $recordCount;

    protected const LATER = ['checkpoint', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->id = $sent->string('id');
        $this->name = $sent->string('name');
        $this->variant = $sent->string('variant');
        $this->connectionId = $sent->string('connection_id');
        $this->status = $sent->string('status');
        $this->type = $sent->has('type') ? $sent->string('type') : null;
        $this->frequency = $sent->has('frequency') ? $sent->string('frequency') : null;
        $this->finishedAt = $sent->timestamp('finishedAt');
        $this->nextScheduledAt = $sent->timestamp('nextScheduledSyncAt');
        $this->latestExecutionStatus = $sent->has('latestExecutionStatus')
            ? $sent->string('latestExecutionStatus')
            : null;
        $this->latestResult = $sent->has('latestResult') ? $sent->modelMap('latestResult', SyncResult::class) : null;
        $this->recordCount = $sent->has('recordCount') ? $sent->integerMap('recordCount') : null;
        Hidden::keep($this, [
            'checkpoint' => $sent->has('checkpoint') ? $sent->object('checkpoint') : null,
            'unknownFields' => $sent->others([
                'id',
                'name',
                'variant',
                'connection_id',
                'status',
                'type',
                'frequency',
                'finishedAt',
                'nextScheduledSyncAt',
                'latestExecutionStatus',
                'latestResult',
                'recordCount',
                'checkpoint',
            ]),
        ]);
    }
}
