<?php

/*
 * Reads the records that have changed since the last run, and keeps the cursor of the last one in a file.
 *
 * The cursor is stored after each page, so the program can be killed at any time and started again. The argument is the file of
 * the cursor; without one everything is read. NANGO_CONNECTION_ID and NANGO_PROVIDER_CONFIG_KEY say whose records.
 */

declare(strict_types=1);

use Nango\Client;
use Nango\Exception\NangoException;

// vendor/autoload.php in a project; without one, what the tests of this checkout use.
require is_file(__DIR__ . '/../vendor/autoload.php') ? __DIR__ . '/../vendor/autoload.php' : __DIR__ . '/../tests/autoload.php';

$file = $argv[1] ?? null;
$cursor = $file !== null && is_file($file) ? (string) file_get_contents($file) : null;
try {
    $records = (new Client())->records->list(
        getenv('NANGO_CONNECTION_ID') ?: 'customer-oauth2',
        getenv('NANGO_PROVIDER_CONFIG_KEY') ?: 'github',
        'GithubIssue',
        cursor: $cursor,
        limit: 100
    );
    $changes = 0;
    foreach ($records->pages() as $page) {
        foreach ($page as $record) {
            echo "{$record->metadata?->lastAction} {$record->id}: {$record->data['title']}\n";
        }
        $changes += count($page);
        if ($file !== null) {
            file_put_contents($file, $records->cursor());
        }
    }
    echo "$changes changes\n";
} catch (NangoException $failure) {
    fwrite(STDERR, $failure->kind->label() . ": {$failure->getMessage()}\n");
    exit(1);
}
