<?php

/*
 * Generated from api/webhooks.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use DateTimeImmutable;
use Nango\Internal\Hidden;
use Nango\Internal\Members;
use Nango\NumberedObject;

/**
 * A run of a sync ended.
 *
 * @property-read array<string, mixed>|NumberedObject|null $checkpoints the checkpoints from which and to which the run
 *     went, in its members from and to. Never printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class SyncWebhook extends Model
{
    /** The type of the webhook: "sync". */
    public readonly string $type;
    /** Who sent it: "nango". */
    public readonly string $sender;
    /** Whether the run succeeded. */
    public readonly bool $success;
    /** Why it failed. */
    public readonly ?WebhookProblem $error;
    /** The id of the connection. */
    public readonly string $connectionId;
    /** The id of the integration. */
    public readonly string $providerConfigKey;
    /** The name of the sync. */
    public readonly string $syncName;
    /** The variant of the sync: "base" unless others were created. */
    public readonly ?string $syncVariant;
    /** The model of the records. */
    public readonly string $model;
    /** The kind of run: "INITIAL", "INCREMENTAL", "WEBHOOK" or another word. Nango deprecated it. */
    public readonly ?string $syncType;
    /** When the run began: list the records that were modified after it. */
    public readonly ?DateTimeImmutable $modifiedAfter;
    /** How many records the run changed. */
    public readonly ?SyncResults $responseResults;
    /** When a run that failed began. */
    public readonly ?DateTimeImmutable $startedAt;
    /** When it failed. */
    public readonly ?DateTimeImmutable $failedAt;

    protected const LATER = ['checkpoints', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->type = $sent->string('type');
        $this->sender = $sent->string('from');
        $this->success = $sent->boolean('success');
        $this->error = $sent->model('error', WebhookProblem::class);
        $this->connectionId = $sent->string('connectionId');
        $this->providerConfigKey = $sent->string('providerConfigKey');
        $this->syncName = $sent->string('syncName');
        $this->syncVariant = $sent->has('syncVariant') ? $sent->string('syncVariant') : null;
        $this->model = $sent->string('model');
        $this->syncType = $sent->has('syncType') ? $sent->string('syncType') : null;
        $this->modifiedAfter = $sent->timestamp('modifiedAfter');
        $this->responseResults = $sent->model('responseResults', SyncResults::class);
        $this->startedAt = $sent->timestamp('startedAt');
        $this->failedAt = $sent->timestamp('failedAt');
        Hidden::keep($this, [
            'checkpoints' => $sent->has('checkpoints') ? $sent->object('checkpoints') : null,
            'unknownFields' => $sent->others([
                'type',
                'from',
                'success',
                'error',
                'connectionId',
                'providerConfigKey',
                'syncName',
                'syncVariant',
                'model',
                'syncType',
                'modifiedAfter',
                'responseResults',
                'checkpoints',
                'startedAt',
                'failedAt',
            ]),
        ]);
    }
}
