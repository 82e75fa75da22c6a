<?php

declare(strict_types=1);

namespace Nango\Internal;

/**
 * The library's connection where its pointer is one of FFI. A Connection and its credentials have it: wiped and freed with the
 * last of them.
 *
 * @internal
 */
final class ConnectionHandle
{
    use Unserializable;

    public function __construct(public readonly object $pointer)
    {
    }

    public function __destruct()
    {
        Library::native()->connectionFree($this->pointer);
    }
}
