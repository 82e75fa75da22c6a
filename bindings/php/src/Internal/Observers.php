<?php

declare(strict_types=1);

namespace Nango\Internal;

use Psr\Log\LoggerInterface;
use Psr\Log\LogLevel;

/**
 * Who follows the calls of a client.
 *
 * @internal
 */
final class Observers
{
    private const NUMBERS = [
        LogLevel::EMERGENCY => 1,
        LogLevel::ALERT => 1,
        LogLevel::CRITICAL => 1,
        LogLevel::ERROR => 1,
        LogLevel::WARNING => 2,
        LogLevel::NOTICE => 2,
        LogLevel::INFO => 3,
        LogLevel::DEBUG => 5,
    ];

    public readonly int $level;

    public function __construct(
        public readonly ?LoggerInterface $logger,
        string $logLevel,
        public readonly ?\Closure $onCall
    ) {
        $level = self::NUMBERS[$logLevel] ?? throw new \TypeError('logLevel must be a level of PSR-3, such as "info"');
        $this->level = $logger === null ? 0 : $level;
    }
}
