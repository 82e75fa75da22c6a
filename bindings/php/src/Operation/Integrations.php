<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Operation;

use Nango\Exception\NangoException;
use Nango\Model\Integration;

/** Integrations: what the environment has set up for an external API each. */
final class Integrations extends Group
{
    /**
     * Returns all integrations of the environment, without credentials.
     *
     * The secret key needs the scope environment:integrations:list.
     *
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @return list<Integration>
     * @throws NangoException the call failed; the subclass tells how
     */
    public function list(?float $timeout = null): array
    {
        $request = $this->request('GET', '/integrations');
        return $this->models($request, $timeout, Integration::class, ['data']);
    }

    /**
     * Returns an integration.
     *
     * Credentials need the scope environment:integrations:read_credentials; without it Nango leaves them out.
     *
     * The secret key needs the scope environment:integrations:read. An argument that is null is not sent.
     *
     * @param string $uniqueKey The id of the integration.
     * @param list<string>|null $include What else to return: "webhook" for its webhook URL, "credentials" for its
     *     developer app.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function get(
        string $uniqueKey,
        #[\SensitiveParameter] ?array $include = null,
        ?float $timeout = null
    ): Integration {
        $request = $this->request('GET', '/integrations/{uniqueKey}');
        $request->path('uniqueKey', 'uniqueKey', $uniqueKey);
        $request->queryRepeated('include', 'include', $include);
        return $this->model($request, $timeout, Integration::class, ['data']);
    }

    /**
     * Creates an integration.
     *
     * The secret key needs the scope environment:integrations:create. An argument that is null is not sent.
     *
     * @param string $provider The external API, as Nango names it: "github".
     * @param string $uniqueKey The id that it gets.
     * @param string|null $displayName Its name for humans.
     * @param array<string, mixed>|object|null $credentials The developer app, with its type: {"type": "OAUTH2",
     *     "client_id": ..., "client_secret": ..., "scopes": "a,b"}, also for OAUTH1 and TBA; {"type": "APP", "app_id":
     *     ..., "app_link": ..., "private_key": ...}; CUSTOM has the members of both.
     * @param bool|null $forwardWebhooks Whether Nango forwards webhooks of the external API.
     * @param array<string, string>|null $integrationConfig What the external API needs besides. A value has at most
     *     8192 characters.
     * @param array<string, string>|null $custom Values for functions of the integration.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function create(
        string $provider,
        string $uniqueKey,
        ?string $displayName = null,
        #[\SensitiveParameter] array|object|null $credentials = null,
        ?bool $forwardWebhooks = null,
        #[\SensitiveParameter] ?array $integrationConfig = null,
        #[\SensitiveParameter] ?array $custom = null,
        ?float $timeout = null
    ): Integration {
        $request = $this->request('POST', '/integrations');
        $request->body('provider', 'provider', $provider);
        $request->body('uniqueKey', 'unique_key', $uniqueKey);
        $request->body('displayName', 'display_name', $displayName);
        $request->object('credentials', 'credentials', $credentials);
        $request->body('forwardWebhooks', 'forward_webhooks', $forwardWebhooks);
        $request->object('integrationConfig', 'integration_config', $integrationConfig);
        $request->object('custom', 'custom', $custom);
        $request->endBody();
        return $this->model($request, $timeout, Integration::class, ['data']);
    }

    /**
     * Creates an integration that uses Nango's own developer app.
     *
     * The secret key needs the scope environment:integrations:create. An argument that is null is not sent.
     *
     * @param string $provider The external API, as Nango names it: "github".
     * @param string $uniqueKey The id that it gets.
     * @param string|null $displayName Its name for humans.
     * @param bool|null $forwardWebhooks Whether Nango forwards webhooks of the external API.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function createQuickstart(
        string $provider,
        string $uniqueKey,
        ?string $displayName = null,
        ?bool $forwardWebhooks = null,
        ?float $timeout = null
    ): Integration {
        $request = $this->request('POST', '/integrations/quickstart');
        $request->body('provider', 'provider', $provider);
        $request->body('uniqueKey', 'unique_key', $uniqueKey);
        $request->body('displayName', 'display_name', $displayName);
        $request->body('forwardWebhooks', 'forward_webhooks', $forwardWebhooks);
        $request->endBody();
        return $this->model($request, $timeout, Integration::class, ['data']);
    }

    /**
     * Changes an integration.
     *
     * The secret key needs the scope environment:integrations:update. An argument that is null is not sent.
     *
     * @param string $uniqueKey The id of the integration.
     * @param string|null $newUniqueKey A new id. Nango refuses it while the integration has connections.
     * @param string|null $displayName Its name for humans.
     * @param array<string, mixed>|object|null $credentials The developer app, with its type: {"type": "OAUTH2",
     *     "client_id": ..., "client_secret": ..., "scopes": "a,b"}, also for OAUTH1 and TBA; {"type": "APP", "app_id":
     *     ..., "app_link": ..., "private_key": ...}; CUSTOM has the members of both.
     * @param bool|null $forwardWebhooks Whether Nango forwards webhooks of the external API.
     * @param array<string, string>|null $integrationConfig What the external API needs besides. A value has at most
     *     8192 characters.
     * @param array<string, string>|null $custom Values for functions of the integration.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function update(
        string $uniqueKey,
        ?string $newUniqueKey = null,
        ?string $displayName = null,
        #[\SensitiveParameter] array|object|null $credentials = null,
        ?bool $forwardWebhooks = null,
        #[\SensitiveParameter] ?array $integrationConfig = null,
        #[\SensitiveParameter] ?array $custom = null,
        ?float $timeout = null
    ): Integration {
        $request = $this->request('PATCH', '/integrations/{uniqueKey}');
        $request->path('uniqueKey', 'uniqueKey', $uniqueKey);
        $request->body('newUniqueKey', 'unique_key', $newUniqueKey);
        $request->body('displayName', 'display_name', $displayName);
        $request->object('credentials', 'credentials', $credentials);
        $request->body('forwardWebhooks', 'forward_webhooks', $forwardWebhooks);
        $request->object('integrationConfig', 'integration_config', $integrationConfig);
        $request->object('custom', 'custom', $custom);
        $request->endBody();
        return $this->model($request, $timeout, Integration::class, ['data']);
    }

    /**
     * Deletes an integration and all of its connections.
     *
     * The secret key needs the scope environment:integrations:delete.
     *
     * @param string $uniqueKey The id of the integration.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function delete(string $uniqueKey, ?float $timeout = null): void
    {
        $request = $this->request('DELETE', '/integrations/{uniqueKey}', true);
        $request->path('uniqueKey', 'uniqueKey', $uniqueKey);
        $this->send($request, $timeout);
    }
}
