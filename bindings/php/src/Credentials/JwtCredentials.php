<?php

declare(strict_types=1);

namespace Nango\Credentials;

/**
 * A signed JSON web token. What it was signed with is in the data.
 *
 * @property-read string|null $token
 */
final class JwtCredentials extends Credentials
{
    protected const TEXTS = ['token' => 'token'];
}
