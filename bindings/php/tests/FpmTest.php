<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\Exception\LibraryException;

final class FpmTest extends EmulatorTestCase
{
    private Fpm $fpm;

    protected function tearDown(): void
    {
        $this->fpm->close();
    }

    /** @return array<string, string> */
    private static function settings(): array
    {
        $extension = getenv('NANGO_TEST_EXTENSION');
        // As servers have it: without opcache each request compiles the classes anew, which takes longer than the library.
        $opcache = ['zend_extension' => 'opcache', 'opcache.enable' => '1'];
        return ['error_reporting' => '32767', 'display_errors' => '0'] + $opcache + (
            $extension === false ? ['extension' => 'ffi', 'ffi.enable' => 'true'] : ['extension' => $extension]
        );
    }

    /** @return array<string, string> */
    private static function query(string ...$more): array
    {
        return ['key' => self::$emulator->secretKey, 'url' => self::$emulator->baseUrl] + $more;
    }

    public function testSeveralWorkersGetConnectionsRequestAfterRequest(): void
    {
        $this->fpm = new Fpm(self::settings());
        $pids = [];
        for ($i = 0; $i < 10; $i++) {
            $both = [$this->fpm->begin(self::query()), $this->fpm->begin(self::query())];
            foreach ($both as $answer) {
                $told = $answer();
                self::assertSame('customer-oauth2', $told['found'] ?? $told['message']);
                self::assertFalse($told['shows_key'], 'phpinfo shows the secret key');
                $pids[$told['pid']] = true;
            }
        }
        self::assertCount(2, $pids);
    }

    public function testAReloadLetsCallsEndAndStartsNewWorkers(): void
    {
        $this->fpm = new Fpm(self::settings());
        $before = $this->fpm->ask(self::query())['pid'];
        $slow = $this->fpm->begin(self::query(slow: '1'));
        while (!str_contains((string) json_encode(self::$emulator->requests()), 'slow')) {
            continue; // until the call has begun
        }
        $this->fpm->reload();
        self::assertSame(5, $slow()['found'] ?? null);
        do { // the old worker that is idle takes requests until it has got the signal
            $told = $this->fpm->ask(self::query());
            self::assertSame('customer-oauth2', $told['found']);
        } while ($told['pid'] === $before);
        self::assertSame('customer-oauth2', $this->fpm->ask(self::query())['found']);
    }

    public function testAClientIsKeptFromOneRequestToTheNextByTheExtensionAlone(): void
    {
        $this->fpm = new Fpm(self::settings());
        self::$emulator->reset();
        $pids = [];
        for ($i = 0; $i < 20; $i++) {
            $pids[$this->fpm->ask(self::query(ttl: '60'))['pid']] = true;
        }
        // Each worker has a cache of its own.
        $asked = getenv('NANGO_TEST_EXTENSION') === false ? 20 : count($pids);
        self::assertCount($asked, self::$emulator->requests());
    }

    public function testAClientOverTlsIsMadeAtNoCostFromTheSecondRequestOn(): void
    {
        $this->fpm = new Fpm(self::settings());
        $server = new AnsweringServer('{}', isTls: true);
        $times = [];
        for ($i = 0; $i < 20; $i++) {
            // The server's answer is no connection: it is the client that counts, and that it was reached.
            $told = $this->fpm->ask(['key' => self::$emulator->secretKey, 'url' => $server->url, 'ca' => $server->caFile]);
            self::assertSame(\Nango\Exception\DecodeException::class, $told['failure'] ?? '', $told['message'] ?? '');
        }
        for ($i = 0; $i < 20; $i++) {
            $query = ['key' => self::$emulator->secretKey, 'url' => 'https://127.0.0.1:1', 'ca' => $server->caFile];
            $times[] = $this->fpm->ask($query + ['made' => '1'])['cpu'];
        }
        $server->close();
        if (getenv('NANGO_TEST_EXTENSION') !== false) {
            self::assertLessThan(0.3, min($times), 'milliseconds of CPU');
        }
    }

    public function testTheRefusalOfFfiSaysWhatToDo(): void
    {
        $this->fpm = new Fpm(['extension' => 'ffi', 'ffi.enable' => 'preload']);
        $told = $this->fpm->ask(self::query());
        self::assertSame(LibraryException::class, $told['failure'] ?? null);
        self::assertStringContainsString('load the extension nango', $told['message']);
        self::assertStringContainsString('ffi.enable=true', $told['message']);
    }
}
