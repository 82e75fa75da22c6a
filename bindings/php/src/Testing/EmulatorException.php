<?php

declare(strict_types=1);

namespace Nango\Testing;

/** The emulator is not there, does not start, or refuses what it was asked. The message says what to do. */
final class EmulatorException extends \RuntimeException
{
}
