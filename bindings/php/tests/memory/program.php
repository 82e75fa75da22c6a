<?php

// Every way in and out of the library, for valgrind: MemoryTest runs it.

declare(strict_types=1);

use Nango\Exception\NangoException;
use Nango\Tests\SilentServer;

require __DIR__ . '/../autoload.php';

$emulator = new Nango\Testing\Emulator(rateLimit: 0);
for ($i = 0; $i < 70; $i++) { // more than are kept
    $emulator->client(userAgent: "program/$i");
}
$client = $emulator->client(logger: new Psr\Log\NullLogger(), logLevel: 'debug', onCall: static fn () => null);
$connection = $client->getConnection('customer-oauth2', 'github');
json_encode([$connection, $connection->credentials->data, $connection->metadata, $connection->getJson('/tags')]);
try {
    $client->getConnection('nobody', 'github', timeout: 5.0);
} catch (NangoException $failure) {
    $failure->findings();
}
$response = $client->proxy('customer-oauth2', 'github', 'POST', '/upload', body: new ArrayIterator(['a', 'b']));
$response->body();
$response->getString('/sha1');
$response = $client->proxy('customer-oauth2', 'github', 'GET', '/large?bytes=100000', retryOn: [500]);
$response->read(7);
fread($response->stream(), 100);
$throwing = (static function (): Generator {
    yield 'a';
    throw new DomainException('the body');
})();
try {
    $client->proxy('customer-oauth2', 'github', 'POST', '/upload', body: $throwing);
} catch (DomainException $thrown) {
    echo $thrown->getMessage(), "\n";
}
echo count($client->connections->list(limit: 10)->all()), "\n";

pcntl_async_signals(true);
pcntl_signal(SIGUSR1, static fn () => throw new DomainException('the signal'));
$server = new SilentServer();
$server->signalOnRequest(SIGUSR1);
try {
    (new Nango\Client('00000000-0000-4000-8000-00000000cafe', $server->url, false, persistent: false))->getConnection('c', 'p');
} catch (DomainException $thrown) {
    echo $thrown->getMessage(), "\n";
}
$server->close();
$emulator->close();
