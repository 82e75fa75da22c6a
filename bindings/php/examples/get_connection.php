<?php

/*
 * Gets a connection and prints in one line what it authenticates with.
 *
 * NANGO_CONNECTION_ID and NANGO_PROVIDER_CONFIG_KEY say which, NANGO_SECRET_KEY and NANGO_BASE_URL from where.
 */

declare(strict_types=1);

use Nango\Client;
use Nango\Exception\NangoException;

// vendor/autoload.php in a project; without one, what the tests of this checkout use.
require is_file(__DIR__ . '/../vendor/autoload.php') ? __DIR__ . '/../vendor/autoload.php' : __DIR__ . '/../tests/autoload.php';

$connectionId = getenv('NANGO_CONNECTION_ID') ?: 'customer-1';
$providerConfigKey = getenv('NANGO_PROVIDER_CONFIG_KEY') ?: 'github';
try {
    $client = new Client(); // NANGO_SECRET_KEY, NANGO_BASE_URL
    $connection = $client->getConnection($connectionId, $providerConfigKey);
} catch (NangoException $failure) {
    fwrite(STDERR, $failure->kind->label() . ": {$failure->getMessage()}\n");
    exit(1);
}
$token = $connection->token === null ? '(no single token)' : substr($connection->token, 0, 8) . '...';
$expires = $connection->expiresAt?->format('Y-m-d\TH:i:sP') ?? 'never';
echo "$providerConfigKey/$connectionId: {$connection->authMode->label()} $token expires $expires\n";
