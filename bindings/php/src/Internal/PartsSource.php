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
    private bool $hasBegun = false;

    /** @param \Iterator<mixed> $parts */
    public function __construct(private readonly \Iterator $parts)
    {
    }

    public function read(int $capacity): string
    {
        // What was taken and not yet read is hidden: a program's own code, such as a logger, runs amid the call.
        /** @var string $rest */
        $rest = Hidden::of($this)['rest'] ?? '';
        while ($rest === '') {
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
            $rest = $part;
        }
        Hidden::keep($this, ['rest' => substr($rest, $capacity)]);
        return substr($rest, 0, $capacity);
    }
}
