<?php

declare(strict_types=1);

namespace Nango\Credentials;

/**
 * An API key.
 *
 * @property-read string|null $apiKey
 */
final class ApiKeyCredentials extends Credentials
{
    protected const TEXTS = ['apiKey' => 'apiKey'];
}
