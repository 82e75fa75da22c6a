<?php

declare(strict_types=1);

namespace Nango\Tests;

use Psr\Log\AbstractLogger;

/** A logger that keeps what it gets. */
final class Recorder extends AbstractLogger
{
    /** @var list<array{mixed, string, array<mixed>}> */
    public array $records = [];

    /**
     * @param mixed $level
     * @param string|\Stringable $message
     * @param array<mixed> $context
     */
    public function log($level, $message, array $context = []): void
    {
        $this->records[] = [$level, (string) $message, $context];
    }
}
