<?php

declare(strict_types=1);

namespace Nango\Credentials;

/**
 * A plugin that the customer installs.
 *
 * @property-read string|null $username
 * @property-read string|null $password
 */
final class InstallPluginCredentials extends Credentials
{
    protected const TEXTS = ['username' => 'username', 'password' => 'password'];
}
