<?php

declare(strict_types=1);

namespace Nango\Credentials;

/**
 * A GitHub App.
 *
 * @property-read string|null $accessToken
 * @property-read string|null $jwtToken
 */
final class AppCredentials extends Credentials
{
    protected const TEXTS = ['accessToken' => 'access_token', 'jwtToken' => 'jwtToken'];
}
