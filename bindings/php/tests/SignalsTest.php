<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\Client;
use Nango\Exception\CallCancelledException;
use Nango\Exception\InvalidArgumentException;
use Nango\Exception\TimeoutException;
use PHPUnit\Framework\TestCase;

/** What ends a call that waits: each test would wait for its 30 seconds if nothing did. */
final class SignalsTest extends TestCase
{
    private SilentServer $server;
    private Client $client;

    protected function setUp(): void
    {
        pcntl_async_signals(true);
        $this->server = new SilentServer();
        $this->client = new Client('00000000-0000-4000-8000-00000000cafe', $this->server->url, false, timeout: 30);
    }

    protected function tearDown(): void
    {
        pcntl_signal(SIGUSR1, SIG_DFL);
        $this->server->close();
    }

    public function testAHandlerThatThrowsEndsTheCallWithWhatItThrows(): void
    {
        pcntl_signal(SIGUSR1, static fn () => throw new \DomainException('stop'));
        $this->server->signalOnRequest(SIGUSR1);
        $this->expectExceptionObject(new \DomainException('stop'));
        $this->client->getConnection('c', 'github');
    }

    public function testAnErrorOfAHandlerIsNoFatalErrorEither(): void
    {
        pcntl_signal(SIGUSR1, static fn () => throw new \TypeError('wrong'));
        $this->server->signalOnRequest(SIGUSR1);
        $this->expectException(\TypeError::class);
        $this->expectExceptionMessage('wrong');
        $this->client->connections->list()->all();
    }

    public function testAHandlerThatClosesTheClientEndsTheCall(): void
    {
        pcntl_signal(SIGUSR1, fn () => $this->client->close());
        $this->server->signalOnRequest(SIGUSR1);
        $this->expectException(CallCancelledException::class);
        $this->client->proxy('c', 'github', 'GET', '/');
    }

    public function testAHandlerThatClosesTheClientEndsAPlainCall(): void
    {
        pcntl_signal(SIGUSR1, fn () => $this->client->close());
        $this->server->signalOnRequest(SIGUSR1);
        $this->expectException(CallCancelledException::class);
        $this->client->getConnection('c', 'github');
    }

    public function testAHandlerMayCloseTheClientAfterACallOfItsOwn(): void
    {
        pcntl_signal(SIGUSR1, function (): void {
            try {
                $this->client->getConnection("c\0", 'github');
            } catch (InvalidArgumentException) {
                $this->client->close();
            }
        });
        $this->server->signalOnRequest(SIGUSR1);
        $this->expectException(CallCancelledException::class);
        $this->client->getConnection('c', 'github');
    }

    public function testWhatAHandlerHasThrownIsNotOfTheNextCall(): void
    {
        pcntl_signal(SIGUSR1, static fn () => throw new \DomainException('stop'));
        $this->server->signalOnRequest(SIGUSR1);
        try {
            $this->client->getConnection('c', 'github');
            self::fail('the handler throws');
        } catch (\DomainException) {
            pcntl_signal(SIGUSR1, fn () => $this->client->close());
        }
        $this->server->signalOnRequest(SIGUSR1);
        $this->expectException(CallCancelledException::class);
        $this->client->getConnection('c', 'github');
    }

    public function testAHandlerThatReturnsLetsTheCallGoOn(): void
    {
        $handled = 0;
        pcntl_signal(SIGUSR1, static function () use (&$handled): void {
            $handled++;
        });
        $this->server->signalOnRequest(SIGUSR1);
        try {
            $this->client->getConnection('c', 'github', timeout: 0.5);
            self::fail('nothing answers');
        } catch (TimeoutException $failure) {
            self::assertSame(1, $handled);
            self::assertSame(1, $failure->attempts);
        }
    }

    public function testAHandlerMayMakeCallsItself(): void
    {
        $emulator = new \Nango\Testing\Emulator();
        $other = $emulator->client();
        $found = null;
        pcntl_signal(SIGUSR1, static function () use ($other, &$found): void {
            try {
                $other->getConnection('nobody', 'github');
            } catch (\Nango\Exception\NotFoundException) {
                $found = $other->getConnection('customer-oauth2', 'github')->connectionId;
            }
        });
        $this->server->signalOnRequest(SIGUSR1);
        try {
            $this->client->getConnection('c', 'github', timeout: 0.5);
            self::fail('nothing answers');
        } catch (TimeoutException $failure) {
            self::assertSame('customer-oauth2', $found);
            self::assertSame(1, $failure->attempts);
        }
        $emulator->close();
    }

    public function testAHandlerThatRunsWhileABodyIsMadeEndsTheCallToo(): void
    {
        pcntl_signal(SIGUSR1, fn () => $this->client->close());
        $body = (static function (): \Generator {
            posix_kill((int) getmypid(), SIGUSR1);
            for ($i = 0; $i < 1000; $i++) { // PHP runs the handler here
                yield str_repeat('x', 65536);
            }
        })();
        $this->expectException(CallCancelledException::class);
        $this->client->proxy('c', 'github', 'POST', '/', body: $body);
    }

    public function testAHandlerMayCloseTheResponseThatIsRead(): void
    {
        $emulator = new \Nango\Testing\Emulator();
        $response = $emulator->client()->proxy('customer-oauth2', 'github', 'GET', '/stall');
        $parent = (int) getmypid();
        $isRead = false;
        pcntl_signal(SIGUSR1, static function () use ($response): void {
            $response->close();
        });
        try {
            while ($response->read() !== '') {
                if (!$isRead && pcntl_fork() === 0) {
                    posix_kill($parent, SIGUSR1);
                    posix_kill((int) getmypid(), SIGKILL);
                }
                $isRead = true;
            }
            self::fail('the body does not end');
        } catch (\Nango\Exception\NangoException $failure) {
            // The handler may run just before the next read.
            self::assertContains($failure::class, [
                CallCancelledException::class,
                \Nango\Exception\InvalidArgumentException::class,
            ]);
        }
        pcntl_wait($status);
        $emulator->close();
    }

    public function testAHandlerMayCloseAResponseAtAnyMoment(): void
    {
        $emulator = new \Nango\Testing\Emulator(rateLimit: 0);
        $client = $emulator->client();
        $parent = (int) getmypid();
        for ($i = 0; $i < 200; $i++) {
            $response = $client->proxy('customer-oauth2', 'github', 'GET', '/stall');
            pcntl_signal(SIGUSR1, static fn () => $response->close());
            self::assertNotSame('', $response->read());
            $child = pcntl_fork();
            if ($child === 0) {
                posix_kill($parent, SIGUSR1);
                posix_kill((int) getmypid(), SIGKILL);
            }
            // So that the signal comes at one place or another.
            for ($until = hrtime(true) + 10_000 * $i; hrtime(true) < $until;) {
            }
            try {
                while (($part = $response->read()) !== '') {
                    self::assertNotSame('', $part);
                }
                self::fail('a response that was closed has no end');
            } catch (CallCancelledException | InvalidArgumentException) {
                pcntl_waitpid($child, $status);
            }
        }
        $emulator->close();
    }

    /** A handler that runs between the look at the pointer and the call of the library is too rare for a test. */
    public function testWhatIsClosedIsNeitherFreedNorReadBySomebodyWhoHasBegunToUseIt(): void
    {
        $emulator = new \Nango\Testing\Emulator();
        $response = $emulator->client()->proxy('customer-oauth2', 'github', 'GET', '/stall');
        $seen = (function (): array {
            $this->users++;
            $pointer = $this->pointer;
            $this->close();
            $seen = [$this->pointer === $pointer];
            try {
                $this->receive($pointer, static fn () => 'read');
            } catch (InvalidArgumentException $closed) {
                $seen[] = $closed->getMessage();
            }
            $this->leave();
            return [...$seen, $this->pointer];
        })->call($response);
        self::assertSame([true, 'response is closed: read it before you close it', null], $seen);
        $emulator->close();
    }

    public function testAHandlerDoesNotUseAResponseThatIsInUse(): void
    {
        $emulator = new \Nango\Testing\Emulator();
        $response = $emulator->client()->proxy('customer-oauth2', 'github', 'GET', '/stall');
        (function (): void {
            $this->users++; // as what a handler interrupts
        })->call($response);
        $uses = ['read' => [], 'body' => [], 'getString' => ['/a'], 'getJson' => ['/a']];
        $refused = [];
        foreach ($uses as $use => $arguments) {
            try {
                (fn () => $this->hasBegun = false)->call($response);
                $response->$use(...$arguments);
            } catch (InvalidArgumentException $refusal) {
                $refused[$use] = $refusal->getMessage();
            }
        }
        $already = 'response is being read already: read it outside of handlers of signals';
        self::assertSame(array_fill_keys(array_keys($uses), $already), $refused);
        $emulator->close();
    }
}
