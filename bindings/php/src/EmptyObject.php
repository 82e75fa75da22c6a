<?php

declare(strict_types=1);

namespace Nango;

/**
 * The JSON object {} within a document that is otherwise arrays, where [] would be written back as a list.
 *
 * It may be read like an empty array: isset, ??, count and foreach find nothing in it. It cannot be changed.
 *
 * @implements \ArrayAccess<array-key, never>
 * @implements \IteratorAggregate<array-key, never>
 */
final class EmptyObject implements \ArrayAccess, \Countable, \IteratorAggregate, \JsonSerializable
{
    public function offsetExists(mixed $offset): bool
    {
        return false;
    }

    public function offsetGet(mixed $offset): mixed
    {
        return null;
    }

    public function offsetSet(mixed $offset, #[\SensitiveParameter] mixed $value): void
    {
        throw new \LogicException('this is the JSON object {}, which cannot be changed: put an array in its place');
    }

    public function offsetUnset(mixed $offset): void
    {
    }

    public function count(): int
    {
        return 0;
    }

    public function getIterator(): \Iterator
    {
        return new \EmptyIterator();
    }

    public function jsonSerialize(): object
    {
        return new \stdClass();
    }
}
