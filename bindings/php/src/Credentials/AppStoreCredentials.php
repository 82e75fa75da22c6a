<?php

declare(strict_types=1);

namespace Nango\Credentials;

/**
 * The App Store, from old Nango servers.
 *
 * @property-read string|null $accessToken
 * @property-read string|null $privateKey
 */
final class AppStoreCredentials extends Credentials
{
    protected const TEXTS = ['accessToken' => 'access_token', 'privateKey' => 'private_key'];
}
