<?php

declare(strict_types=1);

namespace Nango\Credentials;

/**
 * OAuth 2 client credentials.
 *
 * @property-read string|null $token
 * @property-read string|null $clientId
 * @property-read string|null $clientSecret
 * @property-read string|null $clientCertificate
 * @property-read string|null $clientPrivateKey
 */
final class OAuth2ClientCredentials extends Credentials
{
    protected const TEXTS = [
        'token' => 'token',
        'clientId' => 'client_id',
        'clientSecret' => 'client_secret',
        'clientCertificate' => 'client_certificate',
        'clientPrivateKey' => 'client_private_key',
    ];
}
