<?php

declare(strict_types=1);

namespace Nango\Internal;

use DateTimeInterface;
use Nango\Exception\InvalidArgumentException;
use Nango\NotGiven;

/**
 * A request for Nango's own API, which the library has: what is set is not kept here.
 *
 * Arguments have a name for messages and one for Nango. One that is null is not sent.
 *
 * @internal
 */
final class ApiRequest
{
    use Unserializable;

    public readonly object $pointer;
    private readonly Native $native;
    /** @var \ArrayObject<string, mixed> the body until it is whole */
    private \ArrayObject $body;
    /** @var array<string, string> what messages call its members */
    private array $names = [];

    public function __construct(string $method, string $path, bool $isRepeatable = false)
    {
        $this->native = Library::native();
        $pointer = $this->native->requestNew(Arguments::text('method', $method), Arguments::text('path', $path));
        assert($pointer !== null);
        $this->pointer = $pointer;
        $this->body = new \ArrayObject();
        $this->native->requestSetRepeatable($pointer, $isRepeatable);
    }

    public function __destruct()
    {
        if (isset($this->pointer)) {
            $this->native->requestFree($this->pointer);
        }
    }

    public function path(string $name, string $wire, #[\SensitiveParameter] mixed $value): void
    {
        $this->native->requestSetPathParameter($this->pointer, $wire, Arguments::text($name, self::item($name, $value)));
    }

    public function query(string $name, string $wire, #[\SensitiveParameter] mixed $value): void
    {
        if ($value !== null) {
            $value = $value instanceof DateTimeInterface ? Times::write($value) : Arguments::plain($name, $value);
            $this->native->requestAddQuery($this->pointer, $wire, Arguments::text($name, $value));
        }
    }

    public function header(string $name, string $wire, #[\SensitiveParameter] mixed $value): void
    {
        if ($value !== null) {
            $value = Arguments::text($name, Arguments::plain($name, $value));
            $this->native->requestAddHeader($this->pointer, $wire, $value);
        }
    }

    /** @param array<mixed>|null $items */
    public function queryCsv(string $name, string $wire, #[\SensitiveParameter] ?array $items): void
    {
        if ($items !== null) {
            $items = self::listed($name, $items);
            foreach ($items as $item) {
                if (str_contains($item, ',')) {
                    throw new InvalidArgumentException(
                        "$name has an item with a comma, which Nango would take for two items"
                    );
                }
            }
            $this->query($name, $wire, implode(',', $items));
        }
    }

    /** @param array<mixed>|null $items */
    public function queryRepeated(string $name, string $wire, #[\SensitiveParameter] ?array $items): void
    {
        foreach ($items === null ? [] : self::listed($name, $items) as $item) {
            $this->query($name, $wire, $item);
        }
    }

    /** @param array<mixed>|null $items */
    public function queryBrackets(string $name, string $wire, #[\SensitiveParameter] ?array $items): void
    {
        if ($items === null) {
            return;
        }
        self::refuseEmpty($name, $items);
        ksort($items, SORT_STRING); // as every language sends them
        foreach ($items as $key => $item) {
            $this->query($name, Arguments::text("a key of $name", "{$wire}[$key]"), self::item("a value of $name", $item));
        }
    }

    /** A value of the body. */
    public function body(string $name, string $wire, #[\SensitiveParameter] mixed $value): void
    {
        if ($value !== null) {
            $this->names[$wire] = $name;
            $this->body[$wire] = $value instanceof DateTimeInterface ? Times::write($value) : $value;
        }
    }

    /** Any JSON, null too. */
    public function json(string $name, string $wire, #[\SensitiveParameter] mixed $value): void
    {
        if ($value !== NotGiven::Value) {
            $this->names[$wire] = $name;
            $this->body[$wire] = $value;
        }
    }

    /** @param array<mixed>|object|null $value */
    public function object(string $name, string $wire, #[\SensitiveParameter] array|object|null $value): void
    {
        if (is_array($value) && $value !== [] && array_is_list($value)) {
            throw new \TypeError("$name must have names for its members, and not be a list");
        }
        if ($value !== null) {
            $this->names[$wire] = $name;
            $this->body[$wire] = is_array($value) ? (object) $value : $value;
        }
    }

    /** @param array<mixed>|null $items */
    public function strings(string $name, string $wire, #[\SensitiveParameter] ?array $items): void
    {
        if ($items !== null) {
            $this->names[$wire] = $name;
            $this->body[$wire] = self::texts($name, $items);
        }
    }

    public function constant(string $wire, string|int|null $value): void
    {
        $this->body[$wire] = $value;
    }

    /** Hands the body over, when all of it is there. */
    public function endBody(): void
    {
        try {
            $this->wholeBody('the body', $this->body);
        } catch (InvalidArgumentException $refused) {
            foreach ($this->names as $wire => $name) { // which of them is it?
                Json::encode($name, $this->body[$wire]);
            }
            throw $refused;
        }
        $this->body = new \ArrayObject();
    }

    public function wholeBody(string $name, #[\SensitiveParameter] mixed $value): void
    {
        $this->native->requestSetJson($this->pointer, Json::encode($name, $value));
    }

    /**
     * @param array<mixed> $items
     * @return list<string>
     */
    private static function listed(string $name, #[\SensitiveParameter] array $items): array
    {
        self::refuseEmpty($name, $items);
        return self::texts($name, $items);
    }

    /**
     * Not by array_map, which would have the items in the trace of what is thrown.
     *
     * @param array<mixed> $items
     * @return list<string>
     */
    private static function texts(string $name, #[\SensitiveParameter] array $items): array
    {
        $texts = [];
        foreach ($items as $item) {
            $texts[] = self::item("an item of $name", $item);
        }
        return $texts;
    }

    /**
     * Nothing is no filter for Nango, but nothing at all for a program.
     *
     * @param array<mixed> $items
     */
    private static function refuseEmpty(string $name, #[\SensitiveParameter] array $items): void
    {
        if ($items === []) {
            throw new InvalidArgumentException("$name is empty: pass at least one item, or leave it out");
        }
    }

    private static function item(string $name, #[\SensitiveParameter] mixed $item): string
    {
        return is_string($item) ? $item : throw new \TypeError("$name must be a string, not " . get_debug_type($item));
    }
}
