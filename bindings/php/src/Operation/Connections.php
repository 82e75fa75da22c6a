<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Operation;

use Nango\Exception\NangoException;
use Nango\Internal\Caller;
use Nango\Internal\Listing;
use Nango\Model\ImportedConnection;
use Nango\Model\ListedConnection;
use Nango\Pages;

/** Connections of customers: list, import, change and delete them. */
final class Connections extends Group
{
    /**
     * Lists connections, without their credentials, the newest first.
     *
     * Pages are fetched as the items are read. Nango counts pages by offset, so a connection that is made meanwhile
     * moves the last item of a page to the next one: items of the page before are left out. One that is deleted
     * meanwhile can make another be missed.
     *
     * The secret key needs the scope environment:connections:list. An argument that is null is not sent.
     *
     * @param string|null $connectionId Only the connections with this id.
     * @param string|null $search Only those with this text in the connection's id or in the end user's name or email
     *     address.
     * @param list<string>|null $integrationIds Only those of these integrations.
     * @param array<string, string>|null $tags Only those that have all of these tags.
     * @param string|null $endUserId Only those of this end user. Deprecated: use the tag end_user_id.
     * @param string|null $endUserOrganizationId Only those of this organization. Deprecated: use the tag
     *     organization_id.
     * @param int $limit How many a page has, from 1 to 2000.
     * @param float|null $timeout how many seconds the call for each page may take; what the client says by default
     * @return Pages<ListedConnection>
     * @throws NangoException an argument is wrong; while the pages are read: a call failed
     */
    public function list(
        ?string $connectionId = null,
        ?string $search = null,
        #[\SensitiveParameter] ?array $integrationIds = null,
        #[\SensitiveParameter] ?array $tags = null,
        ?string $endUserId = null,
        ?string $endUserOrganizationId = null,
        int $limit = 1000,
        ?float $timeout = null
    ): Pages {
        $request = $this->request('GET', '/connections');
        $request->query('connectionId', 'connectionId', $connectionId);
        $request->query('search', 'search', $search);
        $request->queryCsv('integrationIds', 'integrationId', $integrationIds);
        $request->queryBrackets('tags', 'tags', $tags);
        $request->query('endUserId', 'endUserId', $endUserId);
        $request->query('endUserOrganizationId', 'endUserOrganizationId', $endUserOrganizationId);
        $request->query('limit', 'limit', $limit);
        $list = new Listing($request, Listing::BY_NUMBER, 'connections', ListedConnection::class, $timeout);
        $list->key = 'id';
        return new Pages($this->caller, $list);
    }

    /**
     * Creates a connection with credentials from elsewhere, or replaces one that has the same id.
     *
     * Nango tries credentials of the types API_KEY, BASIC and TBA at the external API first, so the call can take long.
     * Nango does not take JWT, BILL, TWO_STEP, SIGNATURE, AWS_SIGV4 and MCP credentials.
     *
     * The secret key needs the scope environment:connections:create. An argument that is null is not sent.
     *
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param array<string, mixed>|object $credentials The credentials, with their type: {"type": "OAUTH2",
     *     "access_token": ..., "refresh_token": ...}, {"type": "API_KEY", "apiKey": ...}, {"type": "BASIC", "username":
     *     ..., "password": ...} and so on.
     * @param string|null $connectionId The id that the connection gets. Nango makes one up without it.
     * @param array<string, mixed>|object|null $metadata Metadata to store with it.
     * @param array<string, mixed>|object|null $connectionConfig What the external API needs beside the credentials,
     *     such as a subdomain.
     * @param string|null $webhookUrlOverride The URL that webhooks of this connection go to.
     * @param array<string, string>|null $tags Its tags. At most 10. A key begins with a letter and has at most 64
     *     letters, digits, _ - . and /; Nango makes it lower case. A value has 1 to 255 characters.
     * @param array<string, mixed>|object|null $endUser Whom it belongs to: {"id": ..., "email": ..., "display_name":
     *     ..., "tags": {...}}, of which only the id must be there.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function import(
        string $providerConfigKey,
        #[\SensitiveParameter] array|object $credentials,
        ?string $connectionId = null,
        #[\SensitiveParameter] array|object|null $metadata = null,
        #[\SensitiveParameter] array|object|null $connectionConfig = null,
        #[\SensitiveParameter] ?string $webhookUrlOverride = null,
        #[\SensitiveParameter] ?array $tags = null,
        #[\SensitiveParameter] array|object|null $endUser = null,
        ?float $timeout = null
    ): ImportedConnection {
        $request = $this->request('POST', '/connections');
        $request->body('providerConfigKey', 'provider_config_key', $providerConfigKey);
        $request->object('credentials', 'credentials', $credentials);
        $request->body('connectionId', 'connection_id', $connectionId);
        $request->object('metadata', 'metadata', $metadata);
        $request->object('connectionConfig', 'connection_config', $connectionConfig);
        $request->body('webhookUrlOverride', 'webhook_url_override', $webhookUrlOverride);
        $request->object('tags', 'tags', $tags);
        $request->object('endUser', 'end_user', $endUser);
        $request->endBody();
        return $this->model($request, $timeout, ImportedConnection::class, []);
    }

    /**
     * Changes the tags, the end user or the webhook URL of a connection.
     *
     * The secret key needs the scope environment:connections:update. An argument that is null is not sent.
     *
     * @param string $connectionId The id of the connection, as the dashboard shows it.
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param array<string, string>|null $tags The tags, in place of all that it has, those of its end user included. At
     *     most 10. A key begins with a letter and has at most 64 letters, digits, _ - . and /; Nango makes it lower
     *     case. A value has 1 to 255 characters.
     * @param array<string, mixed>|object|null $endUser Whom it belongs to: {"id": ..., "email": ..., "display_name":
     *     ..., "tags": {...}}.
     * @param string|null $webhookUrlOverride The URL that webhooks of this connection go to; empty for none.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function update(
        string $connectionId,
        string $providerConfigKey,
        #[\SensitiveParameter] ?array $tags = null,
        #[\SensitiveParameter] array|object|null $endUser = null,
        #[\SensitiveParameter] ?string $webhookUrlOverride = null,
        ?float $timeout = null
    ): void {
        $request = $this->request('PATCH', '/connections/{connectionId}', true);
        $request->path('connectionId', 'connectionId', $connectionId);
        $request->query('providerConfigKey', 'provider_config_key', $providerConfigKey);
        $request->object('tags', 'tags', $tags);
        $request->object('endUser', 'end_user', $endUser);
        $request->body('webhookUrlOverride', 'webhook_url_override', $webhookUrlOverride);
        $request->endBody();
        $this->send($request, $timeout);
    }

    /**
     * Deletes a connection with its credentials, records and metadata.
     *
     * Nango runs the functions that are to run before a deletion first. A connection that does not exist is the error
     * kind not_found.
     *
     * The secret key needs the scope environment:connections:delete.
     *
     * @param string $connectionId The id of the connection, as the dashboard shows it.
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function delete(string $connectionId, string $providerConfigKey, ?float $timeout = null): void
    {
        $request = $this->request('DELETE', '/connections/{connectionId}', true);
        $request->path('connectionId', 'connectionId', $connectionId);
        $request->query('providerConfigKey', 'provider_config_key', $providerConfigKey);
        $this->send($request, $timeout);
    }

    /**
     * Replaces the metadata of one or several connections of an integration.
     *
     * If one of the connections does not exist, none is changed.
     *
     * The secret key needs the scope environment:connections:update.
     *
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param list<string> $connectionIds The ids of the connections, at least one.
     * @param array<string, mixed>|object $metadata The metadata, in place of what they have.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function setMetadata(
        string $providerConfigKey,
        #[\SensitiveParameter] array $connectionIds,
        #[\SensitiveParameter] array|object $metadata,
        ?float $timeout = null
    ): void {
        $request = $this->request('POST', '/connections/metadata', true);
        $request->body('providerConfigKey', 'provider_config_key', $providerConfigKey);
        $request->strings('connectionIds', 'connection_id', $connectionIds);
        $request->object('metadata', 'metadata', $metadata);
        $request->endBody();
        $this->send($request, $timeout);
    }

    /**
     * Merges metadata into that of one or several connections of an integration.
     *
     * Members at the top replace those of the same name; others stay. If one of the connections does not exist, none is
     * changed. Of two updates at once Nango can lose one.
     *
     * The secret key needs the scope environment:connections:update.
     *
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param list<string> $connectionIds The ids of the connections, at least one.
     * @param array<string, mixed>|object $metadata The members to set.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function updateMetadata(
        string $providerConfigKey,
        #[\SensitiveParameter] array $connectionIds,
        #[\SensitiveParameter] array|object $metadata,
        ?float $timeout = null
    ): void {
        $request = $this->request('PATCH', '/connections/metadata', true);
        $request->body('providerConfigKey', 'provider_config_key', $providerConfigKey);
        $request->strings('connectionIds', 'connection_id', $connectionIds);
        $request->object('metadata', 'metadata', $metadata);
        $request->endBody();
        $this->send($request, $timeout);
    }

    /**
     * Waits until an integration has a connection of an end user or with a tag, and returns the newest.
     *
     * It asks at once, after half a second, and then every second or two, until the timeout of the call has passed;
     * then the error kind is timeout. A connection that was there before ends it at once: give the connect session a
     * tag of its own, and wait for that.
     *
     * The secret key needs the scope environment:connections:list. An argument that is null is not sent.
     *
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param string|null $connectionId Only the connection with this id.
     * @param array<string, string>|null $tags Only a connection that has all of these tags.
     * @param string|null $endUserId Only a connection of this end user. Deprecated: use the tag end_user_id.
     * @param float|null $timeout how many seconds the whole wait may take; what the client says for a call by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function waitFor(
        string $providerConfigKey,
        ?string $connectionId = null,
        #[\SensitiveParameter] ?array $tags = null,
        ?string $endUserId = null,
        ?float $timeout = null
    ): ListedConnection {
        $request = $this->request('GET', '/connections');
        $request->query('limit', 'limit', 1);
        $request->query('providerConfigKey', 'integrationId', $providerConfigKey);
        $request->query('connectionId', 'connectionId', $connectionId);
        $request->queryBrackets('tags', 'tags', $tags);
        $request->query('endUserId', 'endUserId', $endUserId);
        return $this->model($request, $timeout, ListedConnection::class, ['connections', 0], Caller::UNTIL_NOT_EMPTY);
    }
}
