<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\Client;

final class ForkTest extends EmulatorTestCase
{
    /** What a child says of a call: it ends without what PHP does at the end, which belongs to its parent. */
    private static function inChild(\Closure $call): string
    {
        $pair = stream_socket_pair(STREAM_PF_UNIX, STREAM_SOCK_STREAM, 0);
        assert($pair !== false);
        $child = pcntl_fork();
        if ($child === 0) {
            fclose($pair[0]);
            try {
                $said = $call();
            } catch (\Throwable $failure) {
                $said = $failure::class;
            }
            fwrite($pair[1], $said);
            fclose($pair[1]);
            posix_kill((int) getmypid(), SIGKILL);
        }
        fclose($pair[1]);
        $said = (string) stream_get_contents($pair[0]);
        pcntl_waitpid($child, $status);
        return $said;
    }

    private static function id(Client $client): string
    {
        return $client->getConnection('customer-oauth2', 'github')->connectionId;
    }

    public function testAClientIsUsedBeforeAndAfterAForkAndInTheChild(): void
    {
        $client = self::$emulator->client();
        self::assertSame('customer-oauth2', self::id($client));
        self::assertSame('customer-oauth2', self::inChild(static fn (): string => self::id($client)));
        self::assertSame('customer-oauth2', self::id($client));
    }

    public function testAChildMakesAClientOfItsOwnWithTheSameSettings(): void
    {
        self::assertSame('customer-oauth2', self::id(self::$emulator->client()));
        self::assertSame('customer-oauth2', self::inChild(static fn (): string => self::id(self::$emulator->client())));
    }

    public function testAConnectionIsReadInAChild(): void
    {
        $connection = self::$emulator->client()->getConnection('customer-oauth2', 'github');
        self::assertSame('gho_invented_demo_token', self::inChild(static fn (): string => (string) $connection->token));
    }

    public function testAResponseIsNotReadInAChild(): void
    {
        $response = self::$emulator->client()->proxy('customer-oauth2', 'github', 'GET', '/large?bytes=1000000');
        self::assertSame(
            \Nango\Exception\ConnectionException::class,
            self::inChild(static fn (): string => $response->read())
        );
        self::assertSame(1_000_000, strlen($response->body()));
    }
}
