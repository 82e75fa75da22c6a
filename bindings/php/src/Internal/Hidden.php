<?php

declare(strict_types=1);

namespace Nango\Internal;

use WeakMap;

/**
 * What objects have that is a secret or a customer's data. Outside of them, since var_export, print_r and the like show all
 * properties of an object, private ones too.
 *
 * @internal
 */
final class Hidden
{
    /** @var WeakMap<object, array<string, mixed>>|null */
    private static ?WeakMap $values = null;

    /** @param array<string, mixed> $values */
    public static function keep(object $of, #[\SensitiveParameter] array $values): void
    {
        self::$values ??= new WeakMap();
        self::$values[$of] = $values;
    }

    /** @return array<string, mixed> */
    public static function of(object $of): array
    {
        return self::$values[$of] ?? [];
    }
}
