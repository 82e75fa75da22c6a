<?php

// A page: makes a client, and what the query says with it. Answers with JSON.

declare(strict_types=1);

require __DIR__ . '/../autoload.php';

$cpu = static function (): float {
    $usage = getrusage();
    return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1e3
        + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e3;
};
parse_str($_SERVER['QUERY_STRING'] ?? '', $query);
try {
    class_exists(Nango\Client::class);
    $begun = $cpu();
    $client = new Nango\Client(
        $query['key'],
        $query['url'],
        caFile: $query['ca'] ?? null,
        cacheTtl: (float) ($query['ttl'] ?? 0)
    );
    $made = $cpu() - $begun;
    $found = isset($query['made']) ? '' : (isset($query['slow'])
        ? strlen($client->proxy('customer-oauth2', 'github', 'GET', '/slow?bytes=5&pause_ms=100')->body())
        : $client->getConnection('customer-oauth2', 'github')->connectionId);
    $answer = ['found' => $found, 'cpu' => $made];
} catch (Throwable $failure) {
    $answer = ['failure' => $failure::class, 'message' => $failure->getMessage()];
}
header('Content-Type: application/json');
ob_start();
phpinfo(INFO_MODULES);
$info = (string) ob_get_clean();
echo json_encode($answer + ['pid' => getmypid(), 'shows_key' => str_contains($info, $query['key'])]);
