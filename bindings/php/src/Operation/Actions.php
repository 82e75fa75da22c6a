<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Operation;

use Nango\Exception\NangoException;
use Nango\Internal\Caller;
use Nango\Model\QueuedAction;
use Nango\NotGiven;

/** Actions: functions that Nango runs on a connection. */
final class Actions extends Group
{
    /**
     * Runs an action on a connection and waits for its output.
     *
     * An action can run for minutes: pass a timeout that is long enough. The output is any JSON value; an action that
     * returns nothing gives null.
     *
     * The secret key needs the scope environment:actions:execute. An argument that is null is not sent.
     *
     * @param string $connectionId The id of the connection, as the dashboard shows it.
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param string $actionName The name of the action.
     * @param mixed $input The input of the action.
     * @param int|null $maxRetries How often Nango runs the action again if it fails, from 0 to 5.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function trigger(
        string $connectionId,
        string $providerConfigKey,
        string $actionName,
        #[\SensitiveParameter] mixed $input = NotGiven::Value,
        ?int $maxRetries = null,
        ?float $timeout = null
    ): mixed {
        $request = $this->request('POST', '/action/trigger');
        $request->header('connectionId', 'Connection-Id', $connectionId);
        $request->header('providerConfigKey', 'Provider-Config-Key', $providerConfigKey);
        $request->body('actionName', 'action_name', $actionName);
        $request->json('input', 'input', $input);
        $request->header('maxRetries', 'X-Max-Retries', $maxRetries);
        $request->endBody();
        return $this->json($request, $timeout, []);
    }

    /**
     * Queues an action on a connection, and returns the id of its result.
     *
     * Nango runs the queued actions of an environment one after another.
     *
     * The secret key needs the scope environment:actions:execute. An argument that is null is not sent.
     *
     * @param string $connectionId The id of the connection, as the dashboard shows it.
     * @param string $providerConfigKey The id of the integration, as the dashboard shows it.
     * @param string $actionName The name of the action.
     * @param mixed $input The input of the action.
     * @param int|null $maxRetries How often Nango runs the action again if it fails, from 0 to 5.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function triggerAsync(
        string $connectionId,
        string $providerConfigKey,
        string $actionName,
        #[\SensitiveParameter] mixed $input = NotGiven::Value,
        ?int $maxRetries = null,
        ?float $timeout = null
    ): QueuedAction {
        $request = $this->request('POST', '/action/trigger');
        $request->header('X-Async', 'X-Async', 'true');
        $request->header('connectionId', 'Connection-Id', $connectionId);
        $request->header('providerConfigKey', 'Provider-Config-Key', $providerConfigKey);
        $request->body('actionName', 'action_name', $actionName);
        $request->json('input', 'input', $input);
        $request->header('maxRetries', 'X-Max-Retries', $maxRetries);
        $request->endBody();
        return $this->model($request, $timeout, QueuedAction::class, []);
    }

    /**
     * Returns the output of a queued action.
     *
     * An action that still runs, one that does not exist and one whose output is null are the error kind api with the
     * status 404: Nango does not tell them apart.
     *
     * The secret key needs the scope environment:actions:execute.
     *
     * @param string $id The id of the queued action.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function result(string $id, ?float $timeout = null): mixed
    {
        $request = $this->request('GET', '/action/{id}');
        $request->path('id', 'id', $id);
        return $this->json($request, $timeout, []);
    }

    /**
     * Waits for the output of a queued action.
     *
     * It asks at once, after half a second, and then every second or two, until the timeout of the call has passed;
     * then the error kind is timeout. Nango answers for an id that does not exist, and for an output that is null, as
     * it does while the action runs: such a wait ends by its timeout.
     *
     * The secret key needs the scope environment:actions:execute.
     *
     * @param string $id The id of the queued action.
     * @param float|null $timeout how many seconds the whole wait may take; what the client says for a call by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function waitForResult(string $id, ?float $timeout = null): mixed
    {
        $request = $this->request('GET', '/action/{id}');
        $request->path('id', 'id', $id);
        return $this->json($request, $timeout, [], Caller::UNTIL_FOUND);
    }
}
