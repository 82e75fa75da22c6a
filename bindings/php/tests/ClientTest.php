<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\Client;
use Nango\ErrorKind;
use Nango\Exception\ClientClosedException;
use Nango\Exception\ConnectionException;
use Nango\Exception\InvalidArgumentException;
use Nango\Exception\NangoException;
use Nango\Exception\TimeoutException;
use Nango\Internal\ClientFactory;
use Nango\Internal\ExceptionClasses;
use Nango\Internal\Library;
use Nango\Route;
use PHPUnit\Framework\Attributes\DataProvider;

final class ClientTest extends EmulatorTestCase
{
    private const SECRET = '00000000-0000-4000-8000-5ec4e7000001';

    public function testAClosedClientMakesNoCall(): void
    {
        $client = self::$emulator->client();
        $pages = $client->connections->list();
        $client->close();
        $client->close();
        foreach (
            [
            static fn () => $client->getConnection('customer-oauth2', 'github'),
            static fn () => $client->providers->list(),
            static fn () => $client->proxy('customer-oauth2', 'github', 'GET', '/'),
            static fn () => $client->request('GET', '/providers'),
            static fn () => $client->invalidate('customer-oauth2', 'github'),
            static fn () => $client->clearCache(),
            static fn () => $pages->nextPage(),
            ] as $call
        ) {
            try {
                $call();
                self::fail('the client is closed');
            } catch (ClientClosedException $failure) {
                self::assertSame('client is closed: make a new one', $failure->getMessage());
            }
        }
    }

    public function testClosingOneClientLeavesAnotherWithTheSameSettings(): void
    {
        [$one, $other] = [self::$emulator->client(), self::$emulator->client()];
        $one->close();
        self::assertSame('customer-oauth2', $other->getConnection('customer-oauth2', 'github')->connectionId);
    }

    public function testClientsWithTheSameSettingsShareACacheUnlessTheyAreNotPersistent(): void
    {
        self::$emulator->reset();
        $get = static fn (mixed ...$settings): string =>
            self::$emulator->client(...$settings)->getConnection('customer-oauth2', 'github')->connectionId;
        $get(cacheTtl: 60);
        $get(cacheTtl: 60);
        self::assertCount(1, self::$emulator->requests());
        $get(cacheTtl: 61);
        self::assertCount(2, self::$emulator->requests());
        $get(cacheTtl: 60, persistent: false);
        self::assertCount(3, self::$emulator->requests());
    }

    public function testTheCacheIsAskedAndEmptied(): void
    {
        $client = self::$emulator->client(cacheTtl: 60, persistent: false);
        self::$emulator->reset();
        $get = static fn (mixed ...$options) => $client->getConnection('customer-oauth2', 'github', ...$options);
        $get();
        $get();
        self::assertCount(1, self::$emulator->requests());
        $client->invalidate('customer-oauth2', 'github');
        $get();
        self::assertCount(2, self::$emulator->requests());
        $client->clearCache();
        $get();
        self::assertCount(3, self::$emulator->requests());
        $get(maxAge: 0);
        self::assertCount(4, self::$emulator->requests());
        $get(forceRefresh: true);
        self::assertStringContainsString('force_refresh=true', self::$emulator->requests()[4]['target']);
    }

    public function testMoreSettingsThanAreKept(): void
    {
        for ($i = 0; $i < 200; $i++) {
            $client = self::$emulator->client(userAgent: "program/$i");
        }
        self::assertSame('customer-oauth2', $client->getConnection('customer-oauth2', 'github')->connectionId);
        self::assertCount(64, (array) (new \ReflectionProperty(ClientFactory::class, 'kept'))->getValue());
    }

    public function testATimeoutEndsACall(): void
    {
        $server = new SilentServer();
        $client = new Client(self::SECRET, $server->url, false, maxRetries: 0, timeout: 0.05);
        try {
            $client->getConnection('c', 'github');
            self::fail('nothing answers');
        } catch (TimeoutException $failure) {
            self::assertInstanceOf(ConnectionException::class, $failure);
            self::assertSame(ErrorKind::Timeout, $failure->kind);
            self::assertTrue($failure->isRetryable);
            self::assertSame([null, null], [$failure->httpStatus, $failure->body()]);
        } finally {
            $server->close();
        }
    }

    /** @return array<string, array{array<string, mixed>, string}> */
    public static function wrongSettings(): array
    {
        return [
            'no key' => [['secretKey' => null], 'secretKey'],
            'U+0000' => [['secretKey' => self::SECRET . "\0"], 'secretKey contains U+0000'],
            'a base URL without a scheme' => [['baseUrl' => 'nango.test'], 'baseUrl'],
            'plain http' => [['baseUrl' => 'http://nango.test'], 'allowPlaintextHttp'],
            'a negative time' => [['timeout' => -0.1], 'timeout must be 0 or more seconds'],
            'not a time' => [['cacheTtl' => NAN], 'cacheTtl must be 0 or more seconds'],
            'a negative number' => [['maxRetries' => -1], 'maxRetries must be 0 or more'],
            'a negative size' => [['maxResponseBytes' => -1], 'maxResponseBytes must be 0 or more bytes'],
            'a file that is not there' => [['caFile' => '/nowhere/ca.pem'], 'caFile'],
            'a certificate that is none' => [['clientCertificate' => ['a', 'b']], 'clientCertificate'],
            'a header that is none' => [['headers' => ["a\nb" => 'invented']], 'header'],
        ];
    }

    /**
     * @dataProvider wrongSettings
     * @param array<string, mixed> $settings
     */
    #[DataProvider('wrongSettings')]
    public function testAWrongSettingIsNamedAndNoSecretRepeated(array $settings, string $message): void
    {
        try {
            new Client(...($settings + ['secretKey' => self::SECRET, 'baseUrl' => 'https://nango.test', 'readEnv' => false]));
            self::fail('the setting is wrong');
        } catch (InvalidArgumentException $failure) {
            self::assertStringContainsString($message, $failure->getMessage());
            self::assertStringNotContainsString('5ec4e7', $failure . print_r($failure, true));
            self::assertArrayNotHasKey('args', $failure->getTrace()[0]);
        }
    }

    public function testSettingsComeFromTheEnvironment(): void
    {
        putenv('NANGO_SECRET_KEY=' . self::$emulator->secretKey);
        putenv('NANGO_BASE_URL=' . self::$emulator->baseUrl);
        try {
            $connection = (new Client(route: Route::Connections))->getConnection('customer-oauth2', 'github');
            self::assertSame('customer-oauth2', $connection->connectionId);
            // Another environment makes another client.
            putenv('NANGO_SECRET_KEY=' . self::SECRET);
            $this->expectException(\Nango\Exception\AuthenticationException::class);
            (new Client(route: Route::Connections))->getConnection('customer-oauth2', 'github');
        } finally {
            putenv('NANGO_SECRET_KEY');
            putenv('NANGO_BASE_URL');
        }
    }

    public function testAClientShowsNothing(): void
    {
        $client = self::$emulator->client(headers: ['X-Gateway' => 'invented-secret']);
        $printed = print_r($client, true) . var_export($client, true) . json_encode($client) . print_r((array) $client, true);
        self::assertStringContainsString('Nango\Client', $printed);
        self::assertStringNotContainsString(self::$emulator->secretKey, $printed);
        self::assertStringNotContainsString('invented-secret', $printed);
        $this->expectExceptionMessage('cannot be serialized');
        serialize($client);
    }

    public function testWhatIsNoLongerOursCannotBeMadeBySerializing(): void
    {
        $this->expectExceptionMessage('cannot be unserialized');
        unserialize('O:12:"Nango\Client":0:{}');
    }

    public function testAnExceptionShowsNothingOfTheServer(): void
    {
        $said = new NangoException('it failed', serverMessage: 'invented-customer', body: '{"a":"invented-customer"}');
        self::assertSame(['a' => 'invented-customer'], $said->details());
        self::assertStringNotContainsString('invented-customer', $said . print_r($said, true) . var_export($said, true));
    }

    public function testAFindingShowsNamesAndNoData(): void
    {
        $error = ['errors' => [
            ['path' => ['credentials', 0], 'code' => 'invalid_type', 'message' => 'invented-customer'],
            ['path' => ['ada@example.test'], 'code' => 'custom', 'message' => ''],
        ]];
        $found = (new NangoException('it failed', body: (string) json_encode(['error' => $error])))->findings();
        self::assertSame(['credentials.0', 'ada@example.test'], array_column($found, 'path'));
        self::assertSame('invented-customer', $found[0]->message);
        $printed = print_r($found, true) . var_export($found, true) . json_encode($found) . print_r((array) $found[0], true);
        self::assertStringContainsString('credentials.0', $printed);
        self::assertStringNotContainsString('ada@', $printed);
        self::assertStringNotContainsString('invented', $printed);
    }

    public function testEachKindHasItsException(): void
    {
        foreach (ErrorKind::cases() as $kind) {
            $class = ExceptionClasses::BY_KIND[$kind->value];
            self::assertSame($kind->label(), Library::native()->errorKindName($kind->value));
            self::assertInstanceOf(NangoException::class, new $class('it failed', $kind));
        }
        self::assertCount(count(ErrorKind::cases()), ExceptionClasses::BY_KIND);
        $newer = new NangoException('it failed', 98);
        self::assertSame([98, ErrorKind::Internal], [$newer->kindNumber, $newer->kind]);
    }

    public function testCallsLeaveNothingBehind(): void
    {
        $client = self::$emulator->client(logger: new \Psr\Log\NullLogger(), logLevel: 'debug', persistent: false);
        $work = static function () use ($client): void {
            $client->getConnection('customer-oauth2', 'github')->credentials->accessToken; // @phpstan-ignore-line
            $client->proxy('customer-oauth2', 'github', 'POST', '/x', body: new \ArrayIterator(['a']))->read(1);
            $client->connections->list(limit: 10)->nextPage();
            try {
                $client->getConnection('nobody', 'github', timeout: 10);
            } catch (NangoException) {
            }
            self::$emulator->client(persistent: false);
        };
        $resident = static fn (): int => (int) explode(' ', (string) file_get_contents('/proc/self/statm'))[1] * 4096;
        for ($i = 0; $i < 50; $i++) {
            $work();
        }
        $before = $resident();
        $descriptors = count(scandir('/proc/self/fd') ?: []);
        for ($i = 0; $i < 300; $i++) {
            $work();
        }
        self::assertLessThan(2_000_000, $resident() - $before);
        self::assertLessThanOrEqual($descriptors + 2, count(scandir('/proc/self/fd') ?: []));
    }
}
