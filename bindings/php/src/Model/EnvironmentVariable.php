<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * A variable that was set in the dashboard.
 *
 * @property-read string $value its value. Never printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class EnvironmentVariable extends Model
{
    /** Its name. */
    public readonly string $name;

    protected const LATER = ['value', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->name = $sent->string('name');
        Hidden::keep($this, [
            'value' => $sent->string('value'),
            'unknownFields' => $sent->others([
                'name',
                'value',
            ]),
        ]);
    }
}
