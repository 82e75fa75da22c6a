<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * The code of a function.
 *
 * @property-read string $code the code, in TypeScript. Never printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class FunctionCode extends Model
{
    /** Its type: "sync", "action" or "on-event". */
    public readonly string $type;

    protected const LATER = ['code', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->type = $sent->string('type');
        Hidden::keep($this, [
            'code' => $sent->string('code'),
            'unknownFields' => $sent->others([
                'type',
                'code',
            ]),
        ]);
    }
}
