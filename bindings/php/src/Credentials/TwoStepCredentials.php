<?php

declare(strict_types=1);

namespace Nango\Credentials;

/**
 * Two steps, the second of which yields the token. What the customer entered is in the data.
 *
 * @property-read string|null $token
 * @property-read string|null $refreshToken
 */
final class TwoStepCredentials extends Credentials
{
    protected const TEXTS = ['token' => 'token', 'refreshToken' => 'refresh_token'];
}
