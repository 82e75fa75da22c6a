<?php

declare(strict_types=1);

namespace Nango\Credentials;

/**
 * OAuth 1.0a.
 *
 * @property-read string|null $oauthToken
 * @property-read string|null $oauthTokenSecret
 */
final class OAuth1Credentials extends Credentials
{
    protected const TEXTS = ['oauthToken' => 'oauth_token', 'oauthTokenSecret' => 'oauth_token_secret'];
}
