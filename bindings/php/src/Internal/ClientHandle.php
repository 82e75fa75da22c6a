<?php

declare(strict_types=1);

namespace Nango\Internal;

/**
 * The library's client. Freed when the last object that uses it is gone.
 *
 * @internal
 */
final class ClientHandle
{
    use Unserializable;

    public function __construct(public readonly Native $native, public readonly object $pointer)
    {
    }

    public function __destruct()
    {
        $this->native->clientFree($this->pointer);
    }
}
