<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * Something that is wrong with a connection.
 *
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class ConnectionProblem extends Model
{
    /** What failed: "auth" for its credentials, "sync" for a sync, or another word. */
    public readonly string $type;
    /** The id of the operation in Nango's logs. */
    public readonly string $logId;


    /** @internal */
    public function __construct(Members $sent)
    {
        $this->type = $sent->string('type');
        $this->logId = $sent->string('log_id');
        Hidden::keep($this, [
            'unknownFields' => $sent->others([
                'type',
                'log_id',
            ]),
        ]);
    }
}
