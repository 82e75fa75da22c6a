<?php

declare(strict_types=1);

namespace Nango\Internal;

use Nango\Response;

/**
 * The body of a response as a stream of PHP's.
 *
 * @internal
 */
final class ResponseStream
{
    private const PROTOCOL = 'nango-response';

    /** @var resource|null set by PHP */
    public $context;
    private Response $response;
    private bool $isAtEnd = false;

    /** @return resource */
    public static function open(Response $response)
    {
        if (!in_array(self::PROTOCOL, stream_get_wrappers(), true)) {
            stream_wrapper_register(self::PROTOCOL, self::class);
        }
        $context = stream_context_create([self::PROTOCOL => ['response' => $response]]);
        $stream = fopen(self::PROTOCOL . '://body', 'rb', false, $context);
        return is_resource($stream) ? $stream : throw new \RuntimeException('PHP opens no stream for the response');
    }

    public function stream_open(string $path, string $mode): bool // phpcs:ignore
    {
        $response = is_resource($this->context)
            ? stream_context_get_options($this->context)[self::PROTOCOL]['response'] ?? null
            : null;
        if (!$response instanceof Response) {
            return false;
        }
        $this->response = $response;
        return true;
    }

    public function stream_read(int $count): string // phpcs:ignore
    {
        $part = $this->response->read($count);
        $this->isAtEnd = $part === '';
        return $part;
    }

    public function stream_seek(int $offset, int $whence): bool // phpcs:ignore
    {
        return false;
    }

    public function stream_eof(): bool // phpcs:ignore
    {
        return $this->isAtEnd;
    }

    /** @return array<string, int> */
    public function stream_stat(): array // phpcs:ignore
    {
        return [];
    }

    public function stream_close(): void // phpcs:ignore
    {
        $this->response->close();
    }
}
