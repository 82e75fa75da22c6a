<?php

declare(strict_types=1);

namespace Nango\Credentials;

/** An auth mode that this version does not know, or none named: everything is in the data. */
final class UnknownCredentials extends Credentials
{
}
