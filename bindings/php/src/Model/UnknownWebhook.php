<?php

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * A webhook without a class of its own: of a type that is newer than this package, or of an external API that Nango forwards
 * as it came, because it knows no connection that it is about.
 *
 * @property-read mixed $payload all of it: any JSON. Never printed.
 */
final class UnknownWebhook extends Model
{
    /** The type that it names; null if it is not an object that has one. */
    public readonly ?string $type;

    protected const LATER = ['payload'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->type = $sent->has('type') ? $sent->string('type') : null;
        Hidden::keep($this, ['payload' => $sent->json('payload')]);
    }
}
