<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\CallSummary;
use Nango\ErrorKind;
use Nango\Exception\NotFoundException;
use Psr\Log\AbstractLogger;
use Psr\Log\LogLevel;

final class ObserversTest extends EmulatorTestCase
{
    public function testALoggerGetsWhatItsLevelLetsThrough(): void
    {
        $count = static function (string $level): int {
            $recorder = new Recorder();
            self::$emulator->client(logger: $recorder, logLevel: $level)->getConnection('customer-oauth2', 'github');
            return count($recorder->records);
        };
        self::assertSame(0, $count(LogLevel::ERROR));
        self::assertGreaterThan($count(LogLevel::INFO), $count(LogLevel::DEBUG));
    }

    public function testRecordsHaveAttributesAndNoSecret(): void
    {
        $recorder = new Recorder();
        $client = self::$emulator->client(logger: $recorder, logLevel: LogLevel::DEBUG);
        $client->getConnection('customer-oauth2', 'github');
        $client->proxy('customer-oauth2', 'github', 'POST', '/x', headers: ['X-Own' => 'invented-secret'])->body();
        self::assertContains(LogLevel::DEBUG, array_column($recorder->records, 0));
        self::assertNotSame([], array_filter(array_column($recorder->records, 2)));
        $all = print_r($recorder->records, true);
        foreach (['gho_invented', self::$emulator->secretKey, 'invented-secret'] as $secret) {
            self::assertStringNotContainsString($secret, $all);
        }
    }

    public function testEachClientHasItsOwnLogger(): void
    {
        [$one, $other] = [new Recorder(), new Recorder()];
        $clients = [
            self::$emulator->client(logger: $one, logLevel: LogLevel::DEBUG),
            self::$emulator->client(logger: $other, logLevel: LogLevel::DEBUG),
        ];
        $clients[0]->getConnection('customer-oauth2', 'github');
        self::assertNotSame([], $one->records);
        self::assertSame([], $other->records);
    }

    public function testAnUnknownLevelIsRefused(): void
    {
        $this->expectException(\TypeError::class);
        self::$emulator->client(logger: new Recorder(), logLevel: 'loud');
    }

    public function testTheFailureOfALoggerOrAHookDoesNotAffectTheCall(): void
    {
        $log = tempnam(sys_get_temp_dir(), 'nango-log-');
        $before = ini_set('error_log', (string) $log);
        $logger = new class () extends AbstractLogger {
            /** @param mixed $level */
            public function log($level, $message, array $context = []): void
            {
                throw new \DomainException('the logger is broken');
            }
        };
        $client = self::$emulator->client(
            logger: $logger,
            logLevel: LogLevel::DEBUG,
            onCall: static fn () => throw new \TypeError('the hook is broken')
        );
        self::assertSame('customer-oauth2', $client->getConnection('customer-oauth2', 'github')->connectionId);
        ini_set('error_log', (string) $before);
        $said = (string) file_get_contents((string) $log);
        unlink((string) $log);
        self::assertStringContainsString('the logger is broken', $said);
        self::assertStringContainsString('the hook is broken', $said);
    }

    public function testAHookGetsTheEndOfEachCall(): void
    {
        /** @var list<CallSummary> $ends */
        $ends = [];
        $client = self::$emulator->client(cacheTtl: 60, onCall: static function (CallSummary $end) use (&$ends): void {
            $ends[] = $end;
        });
        $client->getConnection('customer-oauth2', 'github');
        $client->getConnection('customer-oauth2', 'github');
        try {
            $client->getConnection('nobody', 'github');
            self::fail('there is no such connection');
        } catch (NotFoundException) {
        }
        $client->connections->list()->nextPage();
        self::assertSame(
            ['get_connection', 'get_connection', 'get_connection', 'request'],
            array_map(static fn (CallSummary $end): string => $end->operation, $ends)
        );
        self::assertSame([null, 'hit', null, null], array_column($ends, 'cache'));
        self::assertSame([1, 0, 1, 1], array_column($ends, 'attempts'));
        self::assertSame([200, null, 404, 200], array_column($ends, 'status'));
        self::assertSame([null, null, ErrorKind::NotFound, null], array_column($ends, 'error'));
        self::assertCount(4, array_unique(array_column($ends, 'callId')));
    }

    public function testNoFiberIsSuspendedAmidACall(): void
    {
        $client = self::$emulator->client();
        $fiber = new \Fiber(static fn (): int => $client->proxy(
            'customer-oauth2',
            'github',
            'POST',
            '/upload',
            body: (static function (): \Generator {
                yield 'begun';
                \Fiber::suspend();
            })()
        )->status);
        $this->expectException(\Throwable::class);
        $this->expectExceptionMessageMatches('/fiber/');
        $fiber->start();
    }

    public function testCallsAreMadeInFibers(): void
    {
        $recorder = new Recorder();
        $client = self::$emulator->client(logger: $recorder);
        $fiber = new \Fiber(static fn (): string => $client->getConnection('customer-oauth2', 'github')->connectionId);
        $fiber->start();
        self::assertSame('customer-oauth2', $fiber->getReturn());
        self::assertNotSame([], $recorder->records);
    }
}
