<?php

declare(strict_types=1);

namespace Nango\Credentials;

/**
 * Tableau, from old Nango servers.
 *
 * @property-read string|null $token
 * @property-read string|null $patName
 * @property-read string|null $patSecret
 * @property-read string|null $contentUrl
 */
final class TableauCredentials extends Credentials
{
    protected const TEXTS = [
        'token' => 'token',
        'patName' => 'pat_name',
        'patSecret' => 'pat_secret',
        'contentUrl' => 'content_url',
    ];
}
