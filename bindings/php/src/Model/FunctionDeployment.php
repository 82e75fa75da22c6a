<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;
use Nango\NumberedObject;

/**
 * A deployment of a function.
 *
 * @property-read string|null $output what the compiler printed. Never printed.
 * @property-read array<string, mixed>|NumberedObject|null $error why it failed. Never printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class FunctionDeployment extends Model
{
    /** Its id: a UUID. */
    public readonly string $id;
    /** Its state: "waiting", "running", "success" or "failed". */
    public readonly string $status;
    /** The id of the integration. */
    public readonly string $integrationId;
    /** The name of the function. */
    public readonly ?string $functionName;
    /** Its type: "action" or "sync". */
    public readonly ?string $functionType;
    /** Whether the function is deployed. */
    public readonly ?bool $deployed;
    /**
     * What was deployed.
     *
     * @var list<DeployedFunction>|null
     */
    public readonly ?array $deployedFunctions;

    protected const LATER = ['output', 'error', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->id = $sent->string('id');
        $this->status = $sent->string('status');
        $this->integrationId = $sent->string('integration_id');
        $this->functionName = $sent->has('function_name') ? $sent->string('function_name') : null;
        $this->functionType = $sent->has('function_type') ? $sent->string('function_type') : null;
        $this->deployed = $sent->has('deployed') ? $sent->boolean('deployed') : null;
        $this->deployedFunctions = $sent->has('deployed_functions')
            ? $sent->models('deployed_functions', DeployedFunction::class)
            : null;
        Hidden::keep($this, [
            'output' => $sent->has('output') ? $sent->string('output') : null,
            'error' => $sent->has('error') ? $sent->object('error') : null,
            'unknownFields' => $sent->others([
                'id',
                'status',
                'integration_id',
                'function_name',
                'function_type',
                'deployed',
                'deployed_functions',
                'output',
                'error',
            ]),
        ]);
    }
}
