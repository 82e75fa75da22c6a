<?php

declare(strict_types=1);

namespace Nango\Internal;

/**
 * Objects that may hold secrets, or a handle of the library: they are neither serialized nor cloned.
 *
 * @internal
 */
trait Unserializable
{
    /** @return never */
    public function __serialize(): array
    {
        throw new \LogicException(
            static::class . ' may hold secrets and cannot be serialized: keep only the fields that you need'
        );
    }

    /** @param array<mixed> $data */
    public function __unserialize(#[\SensitiveParameter] array $data): void
    {
        throw new \LogicException(static::class . ' cannot be unserialized');
    }

    private function __clone()
    {
    }
}
