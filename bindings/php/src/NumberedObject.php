<?php

declare(strict_types=1);

namespace Nango;

/**
 * A JSON object whose names are 0, 1, 2 and so on, in a document that is otherwise arrays, where an array with these keys would
 * be written back as a list.
 *
 * It may be read like an array with these keys: by [], isset, ??, count and foreach. It cannot be changed. As an array does, it
 * shows what it has to whoever prints it.
 *
 * @implements \ArrayAccess<array-key, mixed>
 * @implements \IteratorAggregate<int, mixed>
 */
final class NumberedObject implements \ArrayAccess, \Countable, \IteratorAggregate, \JsonSerializable
{
    /** @param list<mixed> $members */
    public function __construct(#[\SensitiveParameter] private readonly array $members)
    {
    }

    /** @return list<mixed> the members, as an array that may be changed: send one as (object) $array */
    public function toArray(): array
    {
        return $this->members;
    }

    public function offsetExists(mixed $offset): bool
    {
        return isset($this->members[$offset]);
    }

    public function offsetGet(mixed $offset): mixed
    {
        return $this->members[$offset] ?? null;
    }

    public function offsetSet(mixed $offset, #[\SensitiveParameter] mixed $value): void
    {
        throw self::unchangeable();
    }

    public function offsetUnset(mixed $offset): void
    {
        throw self::unchangeable();
    }

    public function count(): int
    {
        return count($this->members);
    }

    public function getIterator(): \Iterator
    {
        return new \ArrayIterator($this->members);
    }

    public function jsonSerialize(): object
    {
        return (object) $this->members;
    }

    private static function unchangeable(): \LogicException
    {
        return new \LogicException(
            'this is a JSON object, which cannot be changed: change its toArray(), and send that as (object) $array'
        );
    }
}
