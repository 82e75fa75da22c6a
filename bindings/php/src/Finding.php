<?php

declare(strict_types=1);

namespace Nango;

use Nango\Internal\Hidden;
use Nango\Internal\ReadsLater;
use Nango\Internal\Unserializable;

/**
 * What Nango found wrong with one field of a request: see NangoException::findings.
 *
 * The message, and a path that has more than names and indices, may quote what was sent: do not log them by default. var_dump,
 * print_r, var_export and json_encode do not show them.
 *
 * @property-read string $path the field, such as "credentials.type" or "connection_id.0"; "" for the request as a whole
 * @property-read string $message what is wrong with it, for people
 * @property-read string $code the code of the finding, such as "invalid_type"
 */
final class Finding implements \JsonSerializable
{
    use ReadsLater;
    use Unserializable;

    private function __construct(
        #[\SensitiveParameter] string $path,
        #[\SensitiveParameter] string $message,
        #[\SensitiveParameter] string $code
    ) {
        Hidden::keep($this, ['path' => $path, 'message' => $message, 'code' => $code]);
    }

    public function __get(string $name): mixed
    {
        return Hidden::of($this)[$name] ?? throw $this->unknown($name);
    }

    /**
     * All that the body of an error has.
     *
     * @internal
     * @return list<self>
     */
    public static function all(#[\SensitiveParameter] mixed $details): array
    {
        $error = is_array($details) ? $details['error'] ?? null : null;
        $errors = is_array($error) ? $error['errors'] ?? null : null;
        if (!is_array($errors) || !array_is_list($errors)) {
            return [];
        }
        return array_map(self::one(...), $errors);
    }

    private static function one(#[\SensitiveParameter] mixed $found): self
    {
        $text = static fn (string $name): string =>
            is_array($found) && is_string($found[$name] ?? null) ? $found[$name] : '';
        $steps = is_array($found) && is_array($found['path'] ?? null) ? $found['path'] : [];
        return new self(implode('.', array_filter($steps, 'is_scalar')), $text('message'), $text('code'));
    }

    /** @return array{path: string, code: string} */
    public function jsonSerialize(): array
    {
        return $this->__debugInfo();
    }

    /** @return array{path: string, code: string} */
    public function __debugInfo(): array
    {
        $shown = static fn (#[\SensitiveParameter] string $text): string =>
            preg_match('/\A(?:(?:[A-Za-z_-]{0,48}|[0-9]{1,4})(?:\.|\z))*\z/', $text) === 1 ? $text : '[hidden]';
        return ['path' => $shown($this->path), 'code' => $shown($this->code)];
    }

    /** @return list<string> */
    private static function names(): array
    {
        return ['path', 'message', 'code'];
    }
}
