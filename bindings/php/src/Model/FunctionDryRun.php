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
 * A dry run of a function.
 *
 * @property-read string|null $output what the code printed. Never printed.
 * @property-read mixed $result what the code returned. Never printed.
 * @property-read array<string, mixed>|NumberedObject|null $error why it failed: code, message and payload. Never
 *     printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class FunctionDryRun extends Model
{
    /** Its id: a UUID. */
    public readonly string $id;
    /** Its state: "waiting", "running", "success" or "failed". */
    public readonly string $status;
    /** The id of the integration. */
    public readonly string $integrationId;
    /** Its type: "action" or "sync". */
    public readonly string $functionType;
    /** When it was made. */
    public readonly ?DateTimeImmutable $createdAt;
    /** When it last changed. */
    public readonly ?DateTimeImmutable $updatedAt;
    /** When it started. */
    public readonly ?DateTimeImmutable $startedAt;
    /** When it ended. */
    public readonly ?DateTimeImmutable $completedAt;
    /** How many milliseconds it took. */
    public readonly ?int $durationMs;

    protected const LATER = ['output', 'result', 'error', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->id = $sent->string('id');
        $this->status = $sent->string('status');
        $this->integrationId = $sent->string('integration_id');
        $this->functionType = $sent->string('function_type');
        $this->createdAt = $sent->timestamp('created_at');
        $this->updatedAt = $sent->timestamp('updated_at');
        $this->startedAt = $sent->timestamp('started_at');
        $this->completedAt = $sent->timestamp('completed_at');
        $this->durationMs = $sent->has('duration_ms') ? $sent->integer('duration_ms') : null;
        Hidden::keep($this, [
            'output' => $sent->has('output') ? $sent->string('output') : null,
            'result' => $sent->json('result'),
            'error' => $sent->has('error') ? $sent->object('error') : null,
            'unknownFields' => $sent->others([
                'id',
                'status',
                'integration_id',
                'function_type',
                'created_at',
                'updated_at',
                'started_at',
                'completed_at',
                'duration_ms',
                'output',
                'result',
                'error',
            ]),
        ]);
    }
}
