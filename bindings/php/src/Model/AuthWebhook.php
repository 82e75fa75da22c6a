<?php

/*
 * Generated from api/webhooks.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * A connection was created, was authorized again, or could not be refreshed.
 *
 * @property-read array<string, string>|null $tags tags of the connection, with keys in lower case, such as the
 *     end_user_id of its connect session. Never printed.
 * @property-read WebhookEndUser|null $endUser who connected it. Never printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class AuthWebhook extends Model
{
    /** The type of the webhook: "auth". */
    public readonly string $type;
    /** Who sent it: "nango". */
    public readonly string $sender;
    /** What was done: "creation", "override" if the connection existed, "refresh", or another word. */
    public readonly string $operation;
    /** Whether it succeeded. Nango reports a refresh only if it failed. */
    public readonly bool $success;
    /** Why it failed. */
    public readonly ?WebhookProblem $error;
    /** The id of the connection. */
    public readonly string $connectionId;
    /** The id of the integration. */
    public readonly string $providerConfigKey;
    /** The external API, as Nango names it: "github". */
    public readonly string $provider;
    /** The auth mode of the integration: "OAUTH2". */
    public readonly string $authMode;
    /** The name of the environment: "dev". */
    public readonly string $environment;

    protected const LATER = ['tags', 'endUser', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->type = $sent->string('type');
        $this->sender = $sent->string('from');
        $this->operation = $sent->string('operation');
        $this->success = $sent->boolean('success');
        $this->error = $sent->model('error', WebhookProblem::class);
        $this->connectionId = $sent->string('connectionId');
        $this->providerConfigKey = $sent->string('providerConfigKey');
        $this->provider = $sent->string('provider');
        $this->authMode = $sent->string('authMode');
        $this->environment = $sent->string('environment');
        Hidden::keep($this, [
            'tags' => $sent->has('tags') ? $sent->stringMap('tags') : null,
            'endUser' => $sent->model('endUser', WebhookEndUser::class),
            'unknownFields' => $sent->others([
                'type',
                'from',
                'operation',
                'success',
                'error',
                'connectionId',
                'providerConfigKey',
                'provider',
                'authMode',
                'environment',
                'tags',
                'endUser',
            ]),
        ]);
    }
}
