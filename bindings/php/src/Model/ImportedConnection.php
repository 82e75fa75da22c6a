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
 * A connection that was imported.
 *
 * @property-read EndUser|null $endUser who connected it; absent for a connection that was imported without one. Never
 *     printed.
 * @property-read array<string, string> $tags tags, with keys in lower case. Never printed.
 * @property-read array<string, mixed>|NumberedObject|null $metadata what the product stored with the connection. Never
 *     printed.
 * @property-read array<string, mixed>|NumberedObject $connectionConfig what the external API needs beside the
 *     credentials. Never printed.
 * @property-read string|null $webhookUrlOverride the URL that webhooks of this connection go to. Never printed.
 * @property-read array<string, mixed>|NumberedObject $credentials the credentials that were imported; empty if the key
 *     may not read credentials. Never printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class ImportedConnection extends Model
{
    /** The number of the row in Nango's database. */
    public readonly int $id;
    /** The id of the connection. */
    public readonly string $connectionId;
    /** The id of the integration. */
    public readonly string $providerConfigKey;
    /** The external API, as Nango names it: "github". */
    public readonly string $provider;
    /**
     * What is wrong with the connection now: empty if nothing is.
     *
     * @var list<ConnectionProblem>
     */
    public readonly array $errors;
    /** When it was made. */
    public readonly ?DateTimeImmutable $createdAt;
    /** When it was last changed. */
    public readonly ?DateTimeImmutable $updatedAt;
    /** When its credentials were last asked for. */
    public readonly ?DateTimeImmutable $lastFetchedAt;

    protected const LATER = [
        'connectionConfig',
        'credentials',
        'endUser',
        'tags',
        'metadata',
        'webhookUrlOverride',
        'unknownFields',
    ];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->id = $sent->integer('id');
        $this->connectionId = $sent->string('connection_id');
        $this->providerConfigKey = $sent->string('provider_config_key');
        $this->provider = $sent->string('provider');
        $this->errors = $sent->models('errors', ConnectionProblem::class);
        $this->createdAt = $sent->timestamp('created_at');
        $this->updatedAt = $sent->timestamp('updated_at');
        $this->lastFetchedAt = $sent->timestamp('last_fetched_at');
        Hidden::keep($this, [
            'endUser' => $sent->model('end_user', EndUser::class),
            'tags' => $sent->stringMap('tags'),
            'metadata' => $sent->has('metadata') ? $sent->object('metadata') : null,
            'connectionConfig' => $sent->object('connection_config'),
            'webhookUrlOverride' => $sent->has('webhook_url_override') ? $sent->string('webhook_url_override') : null,
            'credentials' => $sent->object('credentials'),
            'unknownFields' => $sent->others([
                'id',
                'connection_id',
                'provider_config_key',
                'provider',
                'errors',
                'end_user',
                'tags',
                'metadata',
                'connection_config',
                'webhook_url_override',
                'created_at',
                'updated_at',
                'last_fetched_at',
                'credentials',
            ]),
        ]);
    }
}
