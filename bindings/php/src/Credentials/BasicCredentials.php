<?php

declare(strict_types=1);

namespace Nango\Credentials;

/**
 * HTTP basic authentication. Either may be empty.
 *
 * @property-read string|null $username
 * @property-read string|null $password
 */
final class BasicCredentials extends Credentials
{
    protected const TEXTS = ['username' => 'username', 'password' => 'password'];
}
