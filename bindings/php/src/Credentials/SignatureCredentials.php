<?php

declare(strict_types=1);

namespace Nango\Credentials;

/**
 * A signature.
 *
 * @property-read string|null $username
 * @property-read string|null $password
 * @property-read string|null $token
 */
final class SignatureCredentials extends Credentials
{
    protected const TEXTS = ['username' => 'username', 'password' => 'password', 'token' => 'token'];
}
