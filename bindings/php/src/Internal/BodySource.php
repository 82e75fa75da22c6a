<?php

declare(strict_types=1);

namespace Nango\Internal;

/**
 * A body that is read while it is sent.
 *
 * @internal
 */
interface BodySource
{
    /** At most so many bytes; none at the end. */
    public function read(int $capacity): string;
}
