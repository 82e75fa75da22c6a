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
 * An integration.
 *
 * @property-read array<string, mixed>|NumberedObject|null $credentials the developer app: client_id, client_secret,
 *     scopes and webhook_secret, or app_id, app_link and private_key; only if it was asked for and the key may read it.
 *     Never printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class Integration extends Model
{
    /** Its id: the provider config key of its connections. */
    public readonly string $uniqueKey;
    /** The external API, as Nango names it: "github". */
    public readonly string $provider;
    /** Its name for humans. */
    public readonly string $displayName;
    /** The URL of the external API's logo. */
    public readonly string $logo;
    /** Whether Nango forwards webhooks of the external API. */
    public readonly ?bool $forwardWebhooks;
    /** When it was made. */
    public readonly ?DateTimeImmutable $createdAt;
    /** When it was last changed. */
    public readonly ?DateTimeImmutable $updatedAt;
    /** The URL for webhooks of the external API, if it was asked for and the external API has webhooks. */
    public readonly ?string $webhookUrl;
    /**
     * Names of the credentials' fields for humans.
     *
     * @var array<string, string>|null
     */
    public readonly ?array $credentialsLabel;
    /**
     * The credentials that Nango sets itself.
     *
     * @var list<string>|null
     */
    public readonly ?array $preconfiguredCredentials;
    /**
     * The members of connection_config that Nango sets itself.
     *
     * @var list<string>|null
     */
    public readonly ?array $preconfiguredConnectionConfig;

    protected const LATER = ['credentials', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->uniqueKey = $sent->string('unique_key');
        $this->provider = $sent->string('provider');
        $this->displayName = $sent->string('display_name');
        $this->logo = $sent->string('logo');
        $this->forwardWebhooks = $sent->has('forward_webhooks') ? $sent->boolean('forward_webhooks') : null;
        $this->createdAt = $sent->timestamp('created_at');
        $this->updatedAt = $sent->timestamp('updated_at');
        $this->webhookUrl = $sent->has('webhook_url') ? $sent->string('webhook_url') : null;
        $this->credentialsLabel = $sent->has('credentials_label') ? $sent->stringMap('credentials_label') : null;
        $this->preconfiguredCredentials = $sent->has('preconfigured_credentials')
            ? $sent->strings('preconfigured_credentials')
            : null;
        $this->preconfiguredConnectionConfig = $sent->has('preconfigured_connection_config')
            ? $sent->strings('preconfigured_connection_config')
            : null;
        Hidden::keep($this, [
            'credentials' => $sent->has('credentials') ? $sent->object('credentials') : null,
            'unknownFields' => $sent->others([
                'unique_key',
                'provider',
                'display_name',
                'logo',
                'forward_webhooks',
                'created_at',
                'updated_at',
                'webhook_url',
                'credentials',
                'credentials_label',
                'preconfigured_credentials',
                'preconfigured_connection_config',
            ]),
        ]);
    }
}
