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
 * A function of an integration, or a template of one.
 *
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class NangoFunction extends Model
{
    /** Its name. */
    public readonly string $name;
    /** Its type: "sync", "action" or "on-event". */
    public readonly string $type;
    /** What it does. */
    public readonly ?string $description;
    /**
     * The scopes of the external API that it needs.
     *
     * @var list<string>|null
     */
    public readonly ?array $scopes;
    /** The name of the model of its input. */
    public readonly ?string $input;
    /**
     * The names of the models that it returns.
     *
     * @var list<string>
     */
    public readonly array $returns;
    /**
     * The models as JSON Schema.
     *
     * @var array<string, mixed>|NumberedObject|null
     */
    public readonly array|NumberedObject|null $jsonSchema;
    /** How often a sync runs: "every 1h". */
    public readonly ?string $runs;
    /** Whether a sync starts with a new connection. */
    public readonly ?bool $autoStart;
    /** Whether a sync marks records that have gone as deleted. */
    public readonly ?bool $trackDeletes;
    /** The event that an on-event function runs at. */
    public readonly ?string $event;
    /** The number of the row in Nango's database; a template has none. */
    public readonly ?int $id;
    /** Whether it may run. */
    public readonly ?bool $enabled;
    /** When it was last deployed. */
    public readonly ?DateTimeImmutable $lastDeployed;
    /** Where its code comes from: "repo", "catalog" or another word. */
    public readonly ?string $source;


    /** @internal */
    public function __construct(Members $sent)
    {
        $this->name = $sent->string('name');
        $this->type = $sent->string('type');
        $this->description = $sent->has('description') ? $sent->string('description') : null;
        $this->scopes = $sent->has('scopes') ? $sent->strings('scopes') : null;
        $this->input = $sent->has('input') ? $sent->string('input') : null;
        $this->returns = $sent->strings('returns');
        $this->jsonSchema = $sent->has('json_schema') ? $sent->object('json_schema') : null;
        $this->runs = $sent->has('runs') ? $sent->string('runs') : null;
        $this->autoStart = $sent->has('auto_start') ? $sent->boolean('auto_start') : null;
        $this->trackDeletes = $sent->has('track_deletes') ? $sent->boolean('track_deletes') : null;
        $this->event = $sent->has('event') ? $sent->string('event') : null;
        $this->id = $sent->has('id') ? $sent->integer('id') : null;
        $this->enabled = $sent->has('enabled') ? $sent->boolean('enabled') : null;
        $this->lastDeployed = $sent->timestamp('last_deployed');
        $this->source = $sent->has('source') ? $sent->string('source') : null;
        Hidden::keep($this, [
            'unknownFields' => $sent->others([
                'name',
                'type',
                'description',
                'scopes',
                'input',
                'returns',
                'json_schema',
                'runs',
                'auto_start',
                'track_deletes',
                'event',
                'id',
                'enabled',
                'last_deployed',
                'source',
            ]),
        ]);
    }
}
