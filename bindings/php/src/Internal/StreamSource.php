<?php

declare(strict_types=1);

namespace Nango\Internal;

/**
 * A body from a stream of PHP's.
 *
 * @internal
 */
final class StreamSource implements BodySource
{
    /** @param resource $stream */
    public function __construct(private $stream)
    {
    }

    /** How many bytes are left; -1 if that is not certain. */
    public function length(): int
    {
        $meta = stream_get_meta_data($this->stream);
        $isSized = $meta['stream_type'] === 'STDIO' || in_array($meta['stream_type'], ['MEMORY', 'TEMP'], true);
        $status = $isSized && $meta['seekable'] ? fstat($this->stream) : false;
        $at = ftell($this->stream);
        // The size of a special file, as those in /proc, is 0.
        return $status === false || $at === false || $status['size'] === 0 ? -1 : max(0, $status['size'] - $at);
    }

    public function read(int $capacity): string
    {
        while (!feof($this->stream)) {
            $part = fread($this->stream, $capacity);
            if ($part === false) {
                throw new \RuntimeException('the stream of the body cannot be read');
            }
            if ($part !== '') {
                return $part;
            }
        }
        return '';
    }
}
