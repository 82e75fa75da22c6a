<?php

declare(strict_types=1);

namespace Nango\Internal;

use DateTimeImmutable;
use DateTimeInterface;
use DateTimeZone;

/**
 * Times of RFC 3339.
 *
 * @internal
 */
final class Times
{
    private const FORM = '/\A\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)\z/';

    /** The time that a text names; null if it is none. */
    public static function read(string $text): ?DateTimeImmutable
    {
        if (preg_match(self::FORM, $text) !== 1) {
            return null;
        }
        try {
            return new DateTimeImmutable($text);
        } catch (\Exception) {
            return null;
        }
    }

    public static function ofMilliseconds(int $milliseconds): DateTimeImmutable
    {
        $time = $milliseconds < 0 // of which the fraction would count backwards
            ? (new DateTimeImmutable('@0'))->modify("$milliseconds milliseconds")
            : DateTimeImmutable::createFromFormat('U.v', substr_replace(sprintf('%04d', $milliseconds), '.', -3, 0));
        assert($time instanceof DateTimeImmutable);
        return $time;
    }

    /** A time as Nango takes it, with milliseconds if that is all that it has. */
    public static function write(DateTimeInterface $time): string
    {
        $utc = DateTimeImmutable::createFromInterface($time)->setTimezone(new DateTimeZone('UTC'));
        $micro = (int) $utc->format('u');
        $fraction = $micro === 0 ? '' : ($micro % 1000 === 0 ? '.v' : '.u');
        return $utc->format("Y-m-d\\TH:i:s$fraction\\Z");
    }
}
