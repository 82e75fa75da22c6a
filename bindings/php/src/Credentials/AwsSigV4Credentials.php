<?php

declare(strict_types=1);

namespace Nango\Credentials;

/**
 * AWS Signature Version 4.
 *
 * @property-read string|null $accessKeyId
 * @property-read string|null $secretAccessKey
 * @property-read string|null $sessionToken
 * @property-read string|null $roleArn
 * @property-read string|null $region
 * @property-read string|null $service
 * @property-read string|null $externalId
 */
final class AwsSigV4Credentials extends Credentials
{
    protected const TEXTS = [
        'accessKeyId' => 'access_key_id',
        'secretAccessKey' => 'secret_access_key',
        'sessionToken' => 'session_token',
        'roleArn' => 'role_arn',
        'region' => 'region',
        'service' => 'service',
        'externalId' => 'external_id',
    ];
}
