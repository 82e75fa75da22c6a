<?php

declare(strict_types=1);

namespace Nango\Credentials;

use Nango\NumberedObject;

/**
 * OAuth 2. The refresh token is here if getConnection was asked for it.
 *
 * @property-read string|null $accessToken
 * @property-read string|null $refreshToken
 * @property-read array<string, mixed>|NumberedObject|null $configOverride
 */
class OAuth2Credentials extends Credentials
{
    protected const TEXTS = ['accessToken' => 'access_token', 'refreshToken' => 'refresh_token'];
    protected const OBJECTS = ['configOverride' => 'config_override'];
}
