<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Operation;

use Nango\Exception\NangoException;
use Nango\Model\ConnectSession;

/** Connect sessions: with one, a customer of the product connects an account in the browser. */
final class ConnectSessions extends Group
{
    /**
     * Creates a connect session, with which a customer connects an account.
     *
     * Give tags, or an end user. Connections that are made with the session get the tags: they tell whose a connection
     * is, and Connections.wait_for finds it by them. Sending it twice leaves one session unused.
     *
     * The secret key needs the scope environment:connect_sessions:write. An argument that is null is not sent.
     *
     * @param array<string, string>|null $tags Tags for the connection that is made. At most 10. A key begins with a
     *     letter and has at most 64 letters, digits, _ - . and /; Nango makes it lower case. A value has 1 to 255
     *     characters.
     * @param list<string>|null $allowedIntegrations The ids of the integrations that are offered; all without it.
     * @param array<string, mixed>|object|null $integrationsConfigDefaults By integration: {"user_scopes": ...,
     *     "authorization_params": {...}, "connection_config": {...}}.
     * @param array<string, mixed>|object|null $overrides By integration: {"docs_connect": URL}. Only some plans allow
     *     it.
     * @param string|null $webhookUrlOverride The URL that webhooks of the connection go to.
     * @param array<string, mixed>|object|null $endUser Whom it is for: {"id": ..., "email": ..., "display_name": ...,
     *     "tags": {...}}, of which only the id must be there. Deprecated: use tags.
     * @param array<string, mixed>|object|null $organization The organization of the end user: {"id": ...,
     *     "display_name": ...}. Deprecated: use tags.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function create(
        #[\SensitiveParameter] ?array $tags = null,
        #[\SensitiveParameter] ?array $allowedIntegrations = null,
        #[\SensitiveParameter] array|object|null $integrationsConfigDefaults = null,
        #[\SensitiveParameter] array|object|null $overrides = null,
        #[\SensitiveParameter] ?string $webhookUrlOverride = null,
        #[\SensitiveParameter] array|object|null $endUser = null,
        #[\SensitiveParameter] array|object|null $organization = null,
        ?float $timeout = null
    ): ConnectSession {
        $request = $this->request('POST', '/connect/sessions', true);
        $request->object('tags', 'tags', $tags);
        $request->strings('allowedIntegrations', 'allowed_integrations', $allowedIntegrations);
        $request->object('integrationsConfigDefaults', 'integrations_config_defaults', $integrationsConfigDefaults);
        $request->object('overrides', 'overrides', $overrides);
        $request->body('webhookUrlOverride', 'webhook_url_override', $webhookUrlOverride);
        $request->object('endUser', 'end_user', $endUser);
        $request->object('organization', 'organization', $organization);
        $request->endBody();
        return $this->model($request, $timeout, ConnectSession::class, ['data']);
    }

    /**
     * Creates a connect session for a connection that exists, with which the customer authorizes it again.
     *
     * The secret key needs the scope environment:connect_sessions:write. An argument that is null is not sent.
     *
     * @param string $connectionId The id of the connection, as the dashboard shows it.
     * @param string $integrationId The id of the integration.
     * @param array<string, string>|null $tags Tags for the connection that is made. At most 10. A key begins with a
     *     letter and has at most 64 letters, digits, _ - . and /; Nango makes it lower case. A value has 1 to 255
     *     characters.
     * @param array<string, mixed>|object|null $integrationsConfigDefaults By integration: {"user_scopes": ...,
     *     "authorization_params": {...}, "connection_config": {...}}.
     * @param array<string, mixed>|object|null $overrides By integration: {"docs_connect": URL}. Only some plans allow
     *     it.
     * @param string|null $webhookUrlOverride The URL that webhooks of the connection go to.
     * @param array<string, mixed>|object|null $endUser Whom it is for: {"id": ..., "email": ..., "display_name": ...,
     *     "tags": {...}}, of which only the id must be there. Deprecated: use tags.
     * @param array<string, mixed>|object|null $organization The organization of the end user: {"id": ...,
     *     "display_name": ...}. Deprecated: use tags.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function reconnect(
        string $connectionId,
        string $integrationId,
        #[\SensitiveParameter] ?array $tags = null,
        #[\SensitiveParameter] array|object|null $integrationsConfigDefaults = null,
        #[\SensitiveParameter] array|object|null $overrides = null,
        #[\SensitiveParameter] ?string $webhookUrlOverride = null,
        #[\SensitiveParameter] array|object|null $endUser = null,
        #[\SensitiveParameter] array|object|null $organization = null,
        ?float $timeout = null
    ): ConnectSession {
        $request = $this->request('POST', '/connect/sessions/reconnect', true);
        $request->body('connectionId', 'connection_id', $connectionId);
        $request->body('integrationId', 'integration_id', $integrationId);
        $request->object('tags', 'tags', $tags);
        $request->object('integrationsConfigDefaults', 'integrations_config_defaults', $integrationsConfigDefaults);
        $request->object('overrides', 'overrides', $overrides);
        $request->body('webhookUrlOverride', 'webhook_url_override', $webhookUrlOverride);
        $request->object('endUser', 'end_user', $endUser);
        $request->object('organization', 'organization', $organization);
        $request->endBody();
        return $this->model($request, $timeout, ConnectSession::class, ['data']);
    }
}
