<?php

declare(strict_types=1);

namespace Nango\Internal;

/**
 * Properties that are read when they are asked for, and that nobody can write.
 *
 * @internal
 */
trait ReadsLater
{
    public function __isset(string $name): bool
    {
        return in_array($name, static::names(), true) && $this->__get($name) !== null;
    }

    public function __set(string $name, #[\SensitiveParameter] mixed $value): void
    {
        throw new \Error('Cannot modify property ' . static::class . "::\$$name: it is read-only");
    }

    public function __unset(string $name): void
    {
        throw new \Error('Cannot unset property ' . static::class . "::\$$name: it is read-only");
    }

    private function unknown(string $name): \Error
    {
        return new \Error('Undefined property: ' . static::class . "::\$$name");
    }
}
