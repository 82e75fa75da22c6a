<?php

/*
 * Calls the external API of a connection, and copies its answer to the standard output as it comes.
 *
 * NANGO_CONNECTION_ID and NANGO_PROVIDER_CONFIG_KEY say whose, NANGO_SECRET_KEY and NANGO_BASE_URL through which Nango.
 */

declare(strict_types=1);

use Nango\Client;
use Nango\Exception\NangoException;

// vendor/autoload.php in a project; without one, what the tests of this checkout use.
require is_file(__DIR__ . '/../vendor/autoload.php') ? __DIR__ . '/../vendor/autoload.php' : __DIR__ . '/../tests/autoload.php';

try {
    $response = (new Client())->proxy(
        getenv('NANGO_CONNECTION_ID') ?: 'customer-1',
        getenv('NANGO_PROVIDER_CONFIG_KEY') ?: 'github',
        'GET',
        '/user/repos',
        query: ['per_page' => 5]
    );
    echo "$response->status: ";
    foreach ($response->parts() as $part) {
        echo $part;
    }
    echo "\n";
} catch (NangoException $failure) {
    fwrite(STDERR, $failure->kind->label() . ": {$failure->getMessage()}\n");
    exit(1);
}
