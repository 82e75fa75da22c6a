<?php

declare(strict_types=1);

namespace Nango\Exception;

/** The client was closed before the call began. */
final class ClientClosedException extends InvalidArgumentException
{
}
