<?php

declare(strict_types=1);

namespace Nango;

/**
 * What Nango found wrong with one field of a request: see NangoException::findings.
 *
 * The message, and a path that has more than names and indices, may quote what was sent: do not log them by default.
 */
final class Finding
{
    /**
     * @param string $path the field, such as "credentials.type" or "connection_id.0"; "" for the request as a whole
     * @param string $message what is wrong with it, for people
     * @param string $code the code of the finding, such as "invalid_type"
     */
    private function __construct(
        public readonly string $path,
        public readonly string $message,
        public readonly string $code
    ) {
    }

    /**
     * All that the body of an error has.
     *
     * @internal
     * @return list<self>
     */
    public static function all(mixed $details): array
    {
        $error = is_array($details) ? $details['error'] ?? null : null;
        $errors = is_array($error) ? $error['errors'] ?? null : null;
        if (!is_array($errors) || !array_is_list($errors)) {
            return [];
        }
        return array_map(self::one(...), $errors);
    }

    private static function one(mixed $found): self
    {
        $text = static fn (string $name): string =>
            is_array($found) && is_string($found[$name] ?? null) ? $found[$name] : '';
        $steps = is_array($found) && is_array($found['path'] ?? null) ? $found['path'] : [];
        return new self(implode('.', array_filter($steps, 'is_scalar')), $text('message'), $text('code'));
    }

    /** @return array{path: string, code: string} */
    public function __debugInfo(): array
    {
        $shown = static fn (string $text): string =>
            preg_match('/\A(?:(?:[A-Za-z_-]{0,48}|[0-9]{1,4})(?:\.|\z))*\z/', $text) === 1 ? $text : '[hidden]';
        return ['path' => $shown($this->path), 'code' => $shown($this->code)];
    }
}
