<?php

declare(strict_types=1);

namespace Nango\Credentials;

/**
 * Bill.com.
 *
 * @property-read string|null $username
 * @property-read string|null $password
 * @property-read string|null $organizationId
 * @property-read string|null $devKey
 * @property-read string|null $sessionId
 * @property-read string|null $userId
 */
final class BillCredentials extends Credentials
{
    protected const TEXTS = [
        'username' => 'username',
        'password' => 'password',
        'organizationId' => 'organization_id',
        'devKey' => 'dev_key',
        'sessionId' => 'session_id',
        'userId' => 'user_id',
    ];
}
