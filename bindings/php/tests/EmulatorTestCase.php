<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\Testing\Emulator;
use PHPUnit\Framework\TestCase;

/** Tests with an emulator, which each class has one of. */
abstract class EmulatorTestCase extends TestCase
{
    protected static Emulator $emulator;

    public static function setUpBeforeClass(): void
    {
        self::$emulator = new Emulator(rateLimit: 0);
    }

    public static function tearDownAfterClass(): void
    {
        self::$emulator->close();
    }
}
