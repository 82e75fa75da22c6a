<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Operation;

use Nango\Exception\NangoException;
use Nango\Model\EnvironmentVariable;
use Nango\Model\WebhookSigningKey;

/** The Nango environment of the secret key. */
final class Environment extends Group
{
    /**
     * Returns the variables that were set in the dashboard.
     *
     * The secret key needs the scope environment:variables:read.
     *
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @return list<EnvironmentVariable>
     * @throws NangoException the call failed; the subclass tells how
     */
    public function listVariables(?float $timeout = null): array
    {
        $request = $this->request('GET', '/environment-variables');
        return $this->models($request, $timeout, EnvironmentVariable::class, []);
    }

    /**
     * Replaces the key that Nango signs webhooks with.
     *
     * It counts at once: webhooks that are signed with the former key no longer come.
     *
     * The secret key needs the scope environment:webhook_signing_key:rotate.
     *
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function rotateWebhookSigningKey(?float $timeout = null): WebhookSigningKey
    {
        $request = $this->request('POST', '/environment/webhook-signing-key/rotate');
        return $this->model($request, $timeout, WebhookSigningKey::class, ['data']);
    }
}
