<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Operation;

use DateTimeInterface;
use Nango\Exception\NangoException;
use Nango\Internal\Listing;
use Nango\Model\CompiledFunction;
use Nango\Model\NangoFunction;
use Nango\Model\FunctionCode;
use Nango\Model\FunctionDeployment;
use Nango\Model\FunctionDryRun;
use Nango\Model\QueuedFunctionRun;
use Nango\NotGiven;
use Nango\Pages;

/** Functions: the code of syncs and actions that an integration has. */
final class Functions extends Group
{
    /**
     * Lists the functions that are deployed for an integration.
     *
     * Pages are fetched as the functions are read.
     *
     * The secret key needs the scope environment:functions:list. An argument that is null is not sent.
     *
     * @param string $uniqueKey The id of the integration.
     * @param string|null $functionType Only those of this type: "sync", "action" or "on-event".
     * @param string|null $search Only those with this text in their name.
     * @param int $limit How many a page has, from 1 to 100.
     * @param float|null $timeout how many seconds the call for each page may take; what the client says by default
     * @return Pages<NangoFunction>
     * @throws NangoException an argument is wrong; while the pages are read: a call failed
     */
    public function list(
        string $uniqueKey,
        ?string $functionType = null,
        ?string $search = null,
        int $limit = 100,
        ?float $timeout = null
    ): Pages {
        $request = $this->request('GET', '/integrations/{uniqueKey}/functions');
        $request->path('uniqueKey', 'uniqueKey', $uniqueKey);
        $request->query('functionType', 'type', $functionType);
        $request->query('search', 'search', $search);
        $request->query('limit', 'limit', $limit);
        $list = new Listing($request, Listing::BY_NUMBER, 'data', NangoFunction::class, $timeout);
        $list->key = 'id';
        return new Pages($this->caller, $list);
    }

    /**
     * Returns a function that is deployed for an integration.
     *
     * The secret key needs the scope environment:functions:read. An argument that is null is not sent.
     *
     * @param string $uniqueKey The id of the integration.
     * @param string $name The name of the function.
     * @param string|null $functionType Its type: "sync", "action" or "on-event"; needed if several functions have the
     *     name.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function get(
        string $uniqueKey,
        string $name,
        ?string $functionType = null,
        ?float $timeout = null
    ): NangoFunction {
        $request = $this->request('GET', '/integrations/{uniqueKey}/functions/{name}');
        $request->path('uniqueKey', 'uniqueKey', $uniqueKey);
        $request->path('name', 'name', $name);
        $request->query('functionType', 'type', $functionType);
        return $this->model($request, $timeout, NangoFunction::class, ['data']);
    }

    /**
     * Returns the code of a function that is deployed for an integration.
     *
     * The secret key needs the scope environment:functions:read. An argument that is null is not sent.
     *
     * @param string $uniqueKey The id of the integration.
     * @param string $name The name of the function.
     * @param string|null $functionType Its type: "sync", "action" or "on-event"; needed if several functions have the
     *     name.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function getCode(
        string $uniqueKey,
        string $name,
        ?string $functionType = null,
        ?float $timeout = null
    ): FunctionCode {
        $request = $this->request('GET', '/integrations/{uniqueKey}/functions/{name}/code');
        $request->path('uniqueKey', 'uniqueKey', $uniqueKey);
        $request->path('name', 'name', $name);
        $request->query('functionType', 'type', $functionType);
        return $this->model($request, $timeout, FunctionCode::class, []);
    }

    /**
     * Deletes a function of an integration.
     *
     * Nango refuses to delete one that was deployed by its command line program.
     *
     * The secret key needs the scope environment:functions:delete.
     *
     * @param string $uniqueKey The id of the integration.
     * @param string $name The name of the function.
     * @param string $functionType Its type: "sync" or "action".
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function delete(string $uniqueKey, string $name, string $functionType, ?float $timeout = null): void
    {
        $request = $this->request('DELETE', '/integrations/{uniqueKey}/functions/{name}', true);
        $request->path('uniqueKey', 'uniqueKey', $uniqueKey);
        $request->path('name', 'name', $name);
        $request->query('functionType', 'type', $functionType);
        $this->send($request, $timeout);
    }

    /**
     * Returns the syncs, actions and on-event functions of all integrations.
     *
     * The secret key needs the scope environment:integrations:list_functions. An argument that is null is not sent.
     *
     * @param string $format The form: "nango" for an array with an object for each integration, "openai" for an object
     *     with tools of a language model in "data".
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function scriptsConfig(string $format = 'nango', ?float $timeout = null): mixed
    {
        $request = $this->request('GET', '/scripts/config');
        $request->query('format', 'format', $format);
        return $this->json($request, $timeout, []);
    }

    /**
     * Compiles the code of a function.
     *
     * The secret key needs the scope environment:functions:compile.
     *
     * @param string $code The code, in TypeScript.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function compile(#[\SensitiveParameter] string $code, ?float $timeout = null): CompiledFunction
    {
        $request = $this->request('POST', '/functions/compile', true);
        $request->body('code', 'code', $code);
        $request->endBody();
        return $this->model($request, $timeout, CompiledFunction::class, []);
    }

    /**
     * Runs the code of a function on a connection without storing anything.
     *
     * The secret key needs the scope environment:functions:dryrun. An argument that is null is not sent.
     *
     * @param string $integrationId The id of the integration.
     * @param string $functionType Its type: "action" or "sync".
     * @param string $code The code, in TypeScript.
     * @param string $connectionId The id of the connection, as the dashboard shows it.
     * @param mixed $input The input of an action.
     * @param array<string, mixed>|object|null $metadata Metadata in place of the connection's.
     * @param array<string, mixed>|object|null $checkpoint The checkpoint that a sync starts at.
     * @param DateTimeInterface|null $lastSyncDate When the sync ran last.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function startDryRun(
        string $integrationId,
        string $functionType,
        #[\SensitiveParameter] string $code,
        string $connectionId,
        #[\SensitiveParameter] mixed $input = NotGiven::Value,
        #[\SensitiveParameter] array|object|null $metadata = null,
        #[\SensitiveParameter] array|object|null $checkpoint = null,
        ?DateTimeInterface $lastSyncDate = null,
        ?float $timeout = null
    ): QueuedFunctionRun {
        $request = $this->request('POST', '/functions/dryruns');
        $request->body('integrationId', 'integration_id', $integrationId);
        $request->body('functionType', 'function_type', $functionType);
        $request->body('code', 'code', $code);
        $request->body('connectionId', 'connection_id', $connectionId);
        $request->json('input', 'input', $input);
        $request->object('metadata', 'metadata', $metadata);
        $request->object('checkpoint', 'checkpoint', $checkpoint);
        $request->body('lastSyncDate', 'last_sync_date', $lastSyncDate);
        $request->endBody();
        return $this->model($request, $timeout, QueuedFunctionRun::class, []);
    }

    /**
     * Returns the state of a dry run.
     *
     * The secret key needs the scope environment:functions:dryrun.
     *
     * @param string $id The id of the dry run.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function getDryRun(string $id, ?float $timeout = null): FunctionDryRun
    {
        $request = $this->request('GET', '/functions/dryruns/{id}');
        $request->path('id', 'id', $id);
        return $this->model($request, $timeout, FunctionDryRun::class, []);
    }

    /**
     * Deploys the code of a function.
     *
     * The secret key needs the scope environment:deploy. An argument that is null is not sent.
     *
     * @param string $integrationId The id of the integration.
     * @param string $functionName The name of the function.
     * @param string $functionType Its type: "action" or "sync".
     * @param string $code The code, in TypeScript.
     * @param string|null $version Its version.
     * @param bool|null $allowDestructive Whether changes that delete records are allowed.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function deploy(
        string $integrationId,
        string $functionName,
        string $functionType,
        #[\SensitiveParameter] string $code,
        ?string $version = null,
        ?bool $allowDestructive = null,
        ?float $timeout = null
    ): QueuedFunctionRun {
        $request = $this->request('POST', '/functions/deployments');
        $request->constant('type', 'function');
        $request->body('integrationId', 'integration_id', $integrationId);
        $request->body('functionName', 'function_name', $functionName);
        $request->body('functionType', 'function_type', $functionType);
        $request->body('code', 'code', $code);
        $request->body('version', 'version', $version);
        $request->body('allowDestructive', 'allow_destructive', $allowDestructive);
        $request->endBody();
        return $this->model($request, $timeout, QueuedFunctionRun::class, []);
    }

    /**
     * Deploys a template of a function.
     *
     * The secret key needs the scope environment:deploy. An argument that is null is not sent.
     *
     * @param string $integrationId The id of the integration.
     * @param string $template The name of the template.
     * @param string|null $functionType Its type: "action" or "sync".
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function deployTemplate(
        string $integrationId,
        string $template,
        ?string $functionType = null,
        ?float $timeout = null
    ): QueuedFunctionRun {
        $request = $this->request('POST', '/functions/deployments');
        $request->constant('type', 'template');
        $request->body('integrationId', 'integration_id', $integrationId);
        $request->body('template', 'template', $template);
        $request->body('functionType', 'function_type', $functionType);
        $request->endBody();
        return $this->model($request, $timeout, QueuedFunctionRun::class, []);
    }

    /**
     * Returns the state of a deployment.
     *
     * The secret key needs the scope environment:deploy.
     *
     * @param string $id The id of the deployment.
     * @param float|null $timeout how many seconds this call may take; what the client says by default
     * @throws NangoException the call failed; the subclass tells how
     */
    public function getDeployment(string $id, ?float $timeout = null): FunctionDeployment
    {
        $request = $this->request('GET', '/functions/deployments/{id}');
        $request->path('id', 'id', $id);
        return $this->model($request, $timeout, FunctionDeployment::class, []);
    }
}
