<?php

declare(strict_types=1);

namespace Nango\Internal;

use DateTimeImmutable;
use Nango\EmptyObject;
use Nango\Exception\DecodeException;
use Nango\Model\Model;
use Nango\NumberedObject;

/**
 * The members of a JSON object that Nango sent, by their names there, as values of the kinds that they are described as.
 *
 * What is missing is "", 0, false or empty, since older servers leave out what newer ones always send.
 *
 * @internal
 */
final class Members
{
    /** @var array<mixed> */
    private readonly array $sent;

    /** @param array<mixed>|NumberedObject $whole */
    private function __construct(#[\SensitiveParameter] private readonly array|NumberedObject $whole)
    {
        $this->sent = $whole instanceof NumberedObject ? $whole->toArray() : $whole;
    }

    /**
     * @throws MismatchException it is no object
     */
    public static function of(#[\SensitiveParameter] mixed $sent): self
    {
        return new self(self::asObject($sent) ?? throw new MismatchException('an object'));
    }

    public function has(string $name): bool
    {
        return isset($this->sent[$name]);
    }

    /** @return array<string, mixed>|NumberedObject */
    public function all(): array|NumberedObject
    {
        /** @var array<string, mixed>|NumberedObject */
        return $this->whole;
    }

    /**
     * The members that have none of these names.
     *
     * @param list<string> $known
     * @return array<string, mixed>
     */
    public function others(array $known): array
    {
        /** @var array<string, mixed> */
        return array_diff_key($this->sent, array_flip($known));
    }

    public function string(string $name): string
    {
        $value = $this->sent[$name] ?? '';
        return is_string($value) ? $value : throw new MismatchException('a string', $name);
    }

    public function integer(string $name): int
    {
        $value = $this->sent[$name] ?? 0;
        return is_int($value) ? $value : throw new MismatchException('an integer', $name);
    }

    public function number(string $name): float
    {
        $value = $this->sent[$name] ?? 0;
        return is_int($value) || is_float($value) ? (float) $value : throw new MismatchException('a number', $name);
    }

    public function boolean(string $name): bool
    {
        $value = $this->sent[$name] ?? false;
        return is_bool($value) ? $value : throw new MismatchException('a boolean', $name);
    }

    public function timestamp(string $name): ?DateTimeImmutable
    {
        $value = $this->sent[$name] ?? null;
        if ($value === null) {
            return null;
        }
        $time = is_string($value) ? Times::read($value) : null;
        return $time ?? throw new MismatchException('an RFC 3339 time', $name);
    }

    public function json(string $name): mixed
    {
        return $this->sent[$name] ?? null;
    }

    /** @return array<string, mixed>|NumberedObject */
    public function object(string $name): array|NumberedObject
    {
        /** @var array<string, mixed>|NumberedObject */
        return self::asObject($this->sent[$name] ?? []) ?? throw new MismatchException('an object', $name);
    }

    /**
     * @template T of Model
     * @param class-string<T> $class
     * @return T|null
     */
    public function model(string $name, string $class): ?Model
    {
        return isset($this->sent[$name]) ? self::read($class, $this->sent[$name], $name) : null;
    }

    /**
     * @template T of Model
     * @param class-string<T> $class
     * @return list<T>
     */
    public function models(string $name, string $class): array
    {
        $models = [];
        foreach ($this->list($name) as $i => $item) {
            $models[] = self::read($class, $item, $name, $i);
        }
        return $models;
    }

    /**
     * @template T of Model
     * @param class-string<T> $class
     * @return array<string, T>
     */
    public function modelMap(string $name, string $class): array
    {
        $models = [];
        foreach ($this->map($name) as $key => $item) {
            $models[$key] = self::read($class, $item, $name, $key);
        }
        return $models;
    }

    /** @return list<string> */
    public function strings(string $name): array
    {
        $list = $this->list($name);
        foreach ($list as $i => $item) {
            is_string($item) || throw new MismatchException('a string', $name, $i);
        }
        /** @var list<string> */
        return $list;
    }

    /** @return array<string, string> */
    public function stringMap(string $name): array
    {
        $map = $this->map($name);
        foreach ($map as $key => $item) {
            is_string($item) || throw new MismatchException('a string', $name, $key);
        }
        /** @var array<string, string> */
        return $map;
    }

    /** @return array<string, int> */
    public function integerMap(string $name): array
    {
        $map = $this->map($name);
        foreach ($map as $key => $item) {
            is_int($item) || throw new MismatchException('an integer', $name, $key);
        }
        /** @var array<string, int> */
        return $map;
    }

    /**
     * An object of a class, which a mismatch tells where it is.
     *
     * @template T of Model
     * @param class-string<T> $class
     * @return T
     */
    public static function read(
        string $class,
        #[\SensitiveParameter] mixed $sent,
        string|int ...$path
    ): Model {
        try {
            return new $class(self::of($sent));
        } catch (MismatchException $mismatch) {
            array_unshift($mismatch->path, ...array_values($path));
            throw $mismatch;
        }
    }

    /** What a mismatch is for a program. */
    public static function mismatch(MismatchException $mismatch, string $what, string $advice): DecodeException
    {
        return new DecodeException("$what is not as Nango's API describes it: {$mismatch->problem()}: $advice");
    }

    /**
     * An object that was sent; null if it is none.
     *
     * @return array<mixed>|NumberedObject|null
     */
    private static function asObject(#[\SensitiveParameter] mixed $sent): array|NumberedObject|null
    {
        return match (true) {
            $sent instanceof NumberedObject => $sent,
            $sent instanceof EmptyObject => [],
            is_array($sent) && ($sent === [] || !array_is_list($sent)) => $sent,
            default => null,
        };
    }

    /** @return array<string, mixed> */
    private function map(string $name): array
    {
        $map = $this->object($name);
        /** @var array<string, mixed> */
        return $map instanceof NumberedObject ? $map->toArray() : $map;
    }

    /** @return list<mixed> */
    private function list(string $name): array
    {
        $value = $this->sent[$name] ?? [];
        if (!is_array($value) || !array_is_list($value)) {
            throw new MismatchException('an array', $name);
        }
        return $value;
    }
}
