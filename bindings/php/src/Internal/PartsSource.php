<?php

declare(strict_types=1);

namespace Nango\Internal;

/**
 * A body from a program's generator, or anything else that gives strings one by one.
 *
 * @internal
 */
final class PartsSource implements BodySource
{
    /** The part that was taken and not yet read. */
    private string $rest = '';
    private bool $hasBegun = false;

    /** @param \Iterator<mixed> $parts */
    public function __construct(private readonly \Iterator $parts)
    {
    }

    public function read(int $capacity): string
    {
        while ($this->rest === '') {
            if ($this->hasBegun) {
                $this->parts->next();
            } else {
                $this->parts->rewind();
                $this->hasBegun = true;
            }
            if (!$this->parts->valid()) {
                return '';
            }
            $part = $this->parts->current();
            if (!is_string($part)) {
                throw new \TypeError('body must give strings, not ' . get_debug_type($part));
            }
            $this->rest = $part;
        }
        $part = substr($this->rest, 0, $capacity);
        $this->rest = substr($this->rest, $capacity);
        return $part;
    }
}
