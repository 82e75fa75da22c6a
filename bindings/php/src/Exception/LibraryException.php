<?php

declare(strict_types=1);

namespace Nango\Exception;

/** The library cannot be loaded: the message says what to do. */
final class LibraryException extends \RuntimeException
{
}
