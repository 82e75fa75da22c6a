<?php

declare(strict_types=1);

namespace Nango\Internal;

use Nango\Exception\InvalidArgumentException;

/**
 * Checks a program's arguments. No message repeats a value: it may be a secret.
 *
 * @internal
 */
final class Arguments
{
    /** A text: one that C would cut at U+0000 would name something else. */
    public static function text(string $name, #[\SensitiveParameter] string $value): string
    {
        if (str_contains($value, "\0")) {
            throw new InvalidArgumentException("$name contains U+0000, which cannot be sent: remove it");
        }
        return $value;
    }

    /** Seconds as milliseconds, rounded up, so that a short time is not 0. */
    public static function milliseconds(string $name, float $seconds): int
    {
        if (!($seconds >= 0)) { // so that NAN is refused too
            throw new InvalidArgumentException("$name must be 0 or more seconds");
        }
        return $seconds >= PHP_INT_MAX / 1000 ? PHP_INT_MAX : (int) ceil(round($seconds * 1000, 6));
    }

    /** How often, or how large; as much as C can count if more. */
    public static function count(string $name, int $value, int $most = PHP_INT_MAX): int
    {
        if ($value < 0) {
            throw new InvalidArgumentException("$name must be 0 or more" . ($most === PHP_INT_MAX ? ' bytes' : ''));
        }
        return min($value, $most);
    }

    /**
     * Headers, or the parameters of a query: a map of names to values, of which there may be several, or a list of pairs.
     *
     * @param array<mixed> $pairs
     * @return list<array{string, string}>
     */
    public static function pairs(string $what, #[\SensitiveParameter] array $pairs): array
    {
        $found = [];
        foreach ($pairs as $name => $values) {
            if (is_int($name) && is_array($values) && array_is_list($values) && count($values) === 2) {
                [$name, $values] = $values;
                if (!is_string($name) && !is_int($name)) {
                    throw new \TypeError("a name in $what must be a string, not " . get_debug_type($name));
                }
            }
            foreach (is_array($values) ? $values : [$values] as $value) {
                if ($value !== null) {
                    $found[] = [
                        self::text("$what name", (string) $name),
                        self::text("$what value", self::plain("a value in $what", $value)),
                    ];
                }
            }
        }
        return $found;
    }

    /** A number or a boolean as APIs expect it. */
    public static function plain(string $name, #[\SensitiveParameter] mixed $value): string
    {
        return match (true) {
            is_string($value) => $value,
            is_bool($value) => $value ? 'true' : 'false',
            is_int($value) => (string) $value,
            is_float($value) => is_finite($value)
                ? (string) json_encode($value, JSON_PRESERVE_ZERO_FRACTION)
                : throw new InvalidArgumentException("$name is infinite or NAN, which cannot be sent: pass a number"),
            default => throw new \TypeError("$name must be a string, number or bool, not " . get_debug_type($value)),
        };
    }
}
