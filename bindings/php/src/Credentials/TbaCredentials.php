<?php

declare(strict_types=1);

namespace Nango\Credentials;

use Nango\NumberedObject;

/**
 * NetSuite's token-based authentication. Connection::$connectionConfig has the account.
 *
 * @property-read string|null $tokenId
 * @property-read string|null $tokenSecret
 * @property-read array<string, mixed>|NumberedObject|null $configOverride
 */
final class TbaCredentials extends Credentials
{
    protected const TEXTS = ['tokenId' => 'token_id', 'tokenSecret' => 'token_secret'];
    protected const OBJECTS = ['configOverride' => 'config_override'];
}
