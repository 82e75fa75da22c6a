<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * A function that a deployment has deployed.
 *
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class DeployedFunction extends Model
{
    /** Its name. */
    public readonly string $name;
    /** Its version. */
    public readonly ?string $version;


    /** @internal */
    public function __construct(Members $sent)
    {
        $this->name = $sent->string('name');
        $this->version = $sent->has('version') ? $sent->string('version') : null;
        Hidden::keep($this, [
            'unknownFields' => $sent->others([
                'name',
                'version',
            ]),
        ]);
    }
}
