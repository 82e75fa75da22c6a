<?php

declare(strict_types=1);

namespace Nango\Internal;

/**
 * The headers of responses.
 *
 * @internal
 */
final class Headers
{
    /** @return list<array{string, string}> */
    public static function read(Native $native, object $response): array
    {
        $headers = [];
        $count = $native->responseHeaderCount($response);
        for ($i = 0; $i < $count; $i++) {
            $name = $native->responseHeaderName($response, $i) ?? '';
            $headers[] = [$name, $native->responseHeaderValue($response, $i) ?? ''];
        }
        return $headers;
    }

    /** @param list<array{string, string}> $headers */
    public static function first(#[\SensitiveParameter] array $headers, string $name): ?string
    {
        foreach ($headers as [$known, $value]) {
            if (strcasecmp($known, $name) === 0) {
                return $value;
            }
        }
        return null;
    }
}
