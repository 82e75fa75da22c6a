<?php

declare(strict_types=1);

namespace Nango\Internal;

use Nango\EmptyObject;
use Nango\Exception\DecodeException;
use Nango\Exception\InvalidArgumentException;
use Nango\JsonText;
use Nango\NumberedObject;

/**
 * JSON as PHP has it: objects are arrays, but for those of which an array would be written back as a list: {} within a document,
 * and those whose names are 0, 1 and so on.
 *
 * @internal
 */
final class Json
{
    private const DEPTH = 512;
    /** An integer beyond PHP's is a text: as a float it would lose digits. */
    private const FLAGS = JSON_BIGINT_AS_STRING;
    /** U+FEFF in UTF-8, which some servers send before a text, and json_decode refuses. */
    private const MARK = "\u{FEFF}";
    /** What a text with such an object has. */
    private const LIKE_A_LIST = '/\{\s*(?:\}|"(?:0|\\\\u0030)"\s*:)/';

    /**
     * What a JSON text says, with a byte order mark or without. {} at the top is an array.
     *
     * @throws \JsonException it is not JSON
     */
    public static function decode(#[\SensitiveParameter] string $json): mixed
    {
        $json = self::withoutMark($json);
        try {
            return self::decoded($json);
        } catch (\JsonException $problem) {
            if ($problem->getCode() !== JSON_ERROR_UTF16) {
                throw $problem;
            }
        }
        return self::decoded(self::withoutLoneSurrogates($json));
    }

    /**
     * What a text says that the library knows to be JSON.
     *
     * @throws DecodeException PHP cannot read it
     */
    public static function read(#[\SensitiveParameter] string $json): mixed
    {
        try {
            return self::decode($json);
        } catch (\JsonException $problem) {
            throw new DecodeException("PHP does not read what is JSON ({$problem->getMessage()}): please report it");
        }
    }

    /** A JSON text without the byte order mark before it. */
    public static function withoutMark(#[\SensitiveParameter] string $json): string
    {
        return str_starts_with($json, self::MARK) ? substr($json, strlen(self::MARK)) : $json;
    }

    /** The JSON text of a value. An array is an object if its keys say so. */
    public static function encode(string $name, #[\SensitiveParameter] mixed $value): string
    {
        $flags = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION;
        $json = json_encode($value, $flags);
        if ($json === false) {
            throw new InvalidArgumentException("$name cannot be written as JSON: " . json_last_error_msg());
        }
        return JsonText::putInto($json);
    }

    /**
     * What json_decode gives. It throws nothing itself: the trace would have the text.
     *
     * @throws \JsonException it is not JSON
     */
    public static function parsed(#[\SensitiveParameter] string $json, bool $associative, int $flags = self::FLAGS): mixed
    {
        $value = json_decode($json, $associative, self::DEPTH, $flags);
        if ($value === null && json_last_error() !== JSON_ERROR_NONE) {
            throw new \JsonException(json_last_error_msg(), json_last_error());
        }
        return $value;
    }

    private static function decoded(#[\SensitiveParameter] string $json): mixed
    {
        if (preg_match(self::LIKE_A_LIST, $json) === 1) {
            try {
                $value = self::arrays(self::parsed($json, false));
                return $value instanceof EmptyObject ? [] : $value;
            } catch (\JsonException $problem) {
                if ($problem->getCode() !== JSON_ERROR_INVALID_PROPERTY_NAME) { // one that begins with U+0000
                    throw $problem;
                }
            }
        }
        return self::parsed($json, true);
    }

    /** The text with U+FFFD for each half of a surrogate pair, which is no text in PHP. */
    private static function withoutLoneSurrogates(#[\SensitiveParameter] string $json): string
    {
        $isEscape = '/\\\\(?:u[dD][89abAB]..\\\\u[dD][c-fC-F]..|u[dD][89a-fA-F]..|.)/';
        return (string) preg_replace_callback(
            $isEscape,
            static fn (#[\SensitiveParameter] array $found): string =>
                strlen($found[0]) === 6 && stripos($found[0], '\ud') === 0 ? '\ufffd' : $found[0],
            $json
        );
    }

    private static function arrays(#[\SensitiveParameter] mixed $value): mixed
    {
        if (!$value instanceof \stdClass) {
            return is_array($value) ? array_map(self::arrays(...), $value) : $value;
        }
        $members = array_map(self::arrays(...), (array) $value);
        return match (true) {
            $members === [] => new EmptyObject(),
            array_is_list($members) => new NumberedObject($members),
            default => $members,
        };
    }
}
