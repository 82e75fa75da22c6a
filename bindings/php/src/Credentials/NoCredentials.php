<?php

declare(strict_types=1);

namespace Nango\Credentials;

/** The external API needs none, and Nango says so (auth mode NONE). */
final class NoCredentials extends Credentials
{
}
