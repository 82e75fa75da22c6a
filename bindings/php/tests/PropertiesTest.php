<?php

declare(strict_types=1);

namespace Nango\Tests;

use DateTimeImmutable;
use DateTimeZone;
use Nango\Connection;
use Nango\Internal\Times;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The properties of a connection: the extension reads most of them itself, and gives what __get gives. */
final class PropertiesTest extends TestCase
{
    /** @param array<string, mixed> $sent */
    private static function connection(array $sent): Connection
    {
        return Connection::fromJson(json_encode($sent + [
            'id' => 7,
            'connection_id' => 'customer-1',
            'provider_config_key' => 'github',
            'credentials' => ['type' => 'OAUTH2', 'access_token' => 'invented', 'expires_at' => '2099-12-12T01:16:10.088Z'],
        ], JSON_THROW_ON_ERROR));
    }

    private static function ending(string $expiresAt): Connection
    {
        return self::connection(['credentials' => ['type' => 'OAUTH2', 'expires_at' => $expiresAt]]);
    }

    /** @return array<string, array{Connection}> */
    public static function connections(): array
    {
        return [
            'with little' => [self::connection([])],
            'with much' => [self::connection([
                'provider' => 'github',
                'created_at' => '2026-11-22T01:16:10.263+00:00',
                'updated_at' => '2026-11-22T01:16:10.263Z',
                'last_fetched_at' => '22 November',
                'metadata' => ['plan' => 'pro'],
                'connection_config' => ['subdomain' => 'acme'],
                'tags' => ['team' => 'growth'],
                'end_user' => ['id' => 'eu-1'],
                'errors' => [['type' => 'auth']],
                'webhook_url_override' => 'https://example.com',
                'account_id' => 3,
            ])],
            'of another auth mode' => [self::connection(['credentials' => ['type' => 'BASIC', 'username' => 'u']])],
            'of an unknown auth mode' => [self::connection(['credentials' => ['type' => 'NEWER']])],
            'without credentials' => [self::connection(['credentials' => new \stdClass()])],
        ];
    }

    /** @dataProvider connections */
    #[DataProvider('connections')]
    public function testEachPropertyIsWhatGetGives(Connection $connection): void
    {
        $documented = (string) (new \ReflectionClass(Connection::class))->getDocComment();
        self::assertGreaterThan(20, preg_match_all('/@property-read .*? \$(\w+)/', $documented, $found));
        foreach ($found[1] as $name) {
            self::assertEquals($connection->__get($name), $connection->$name, $name);
            self::assertSame(get_debug_type($connection->__get($name)), get_debug_type($connection->$name), $name);
            self::assertSame($connection->__get($name) !== null, isset($connection->$name), $name);
            self::assertEquals($connection->__get($name) ?? 'none', $connection->$name ?? 'none', $name);
        }
    }

    public function testAPropertyIsNotAppendedTo(): void
    {
        $connection = self::connection([]);
        $this->expectExceptionMessage('it is read-only');
        $connection->token .= ' changed'; // @phpstan-ignore-line
    }

    /** @return list<array{string}> */
    public static function times(): array
    {
        return array_map(static fn (string $text): array => [$text], [
            '2026-11-22T01:16:10.263+00:00', '2026-11-22T01:16:10.263Z', '2026-11-22T01:16:10Z', '2026-11-22T01:16:10.5Z',
            '2026-11-22T01:16:10.123456Z', '2026-11-22T01:16:10.1234567Z', '2026-11-22T01:16:10.999999999+00:00',
            '2026-11-22T01:16:10.Z', '2026-11-22t01:16:10z', '2026-11-22 01:16:10Z', '2026-11-22T01:16:10z',
            '2026-11-22T01:16:10.263+02:00', '2026-11-22T01:16:10.263-05:30', '2026-11-22T01:16:10-00:00',
            '2026-11-22T23:59:59+14:00', '2026-11-22T00:00:00-12:00', '2026-11-22T01:16:10+15:00', '2026-11-22T01:16:10+00:60',
            '2024-02-29T00:00:00Z', '2026-02-29T00:00:00Z', '2000-02-29T12:00:00Z', '1900-02-29T12:00:00Z',
            '2026-12-31T23:59:59.999Z', '2026-01-01T00:00:00.001Z', '1970-01-01T00:00:00Z', '1969-12-31T23:59:59.5Z',
            '0000-01-01T00:00:00Z', '0000-03-01T00:00:00Z', '0001-01-01T00:00:00+01:00', '1582-10-10T00:00:00Z',
            '9999-12-31T23:59:59.999999-14:00', '2026-11-31T00:00:00Z', '2026-13-01T00:00:00Z', '2026-00-10T00:00:00Z',
            '2026-10-00T00:00:00Z', '2026-10-10T24:00:00Z', '2026-10-10T25:00:00Z', '2026-10-10T10:60:00Z',
            '2026-12-31T23:59:60Z', '2026-11-22T01:16:10', '2026-11-22T01:16Z', '2026-11-22', '', 'yesterday',
            '2026-11-22T01:16:10Z ', '2026-11-22T01:16:10+0000', '2026-11-22T01:16:10+00:000', '-2026-11-22T01:16:10Z',
        ]);
    }

    /** @dataProvider times */
    #[DataProvider('times')]
    public function testATimeIsWhatPhpReads(string $text): void
    {
        self::assertAlike(Times::read($text), self::connection(['created_at' => $text])->createdAt);
    }

    public function testAnyDayIsWhatPhpReads(): void
    {
        for ($day = new DateTimeImmutable('0000-01-01T12:34:56Z'); $day->format('Y') < 2500; $day = $day->modify('+1741 days')) {
            $text = $day->format('Y-m-d\TH:i:s.v\Z');
            self::assertAlike(Times::read($text), self::connection(['created_at' => $text])->createdAt);
            $expiresAt = self::ending($text)->expiresAt;
            self::assertAlike(Times::ofMilliseconds(self::milliseconds($day)), $expiresAt);
        }
    }

    public function testAnExpiryIsWhatPhpMakesOfItsMilliseconds(): void
    {
        $texts = [
            '1970-01-01T00:00:00.000Z', '1969-12-31T23:59:59.999Z', '2000-02-29T23:59:59.001Z', '9999-12-31T23:59:59.999Z',
        ];
        foreach ($texts as $text) {
            $milliseconds = self::milliseconds(new DateTimeImmutable($text));
            self::assertAlike(Times::ofMilliseconds($milliseconds), self::ending($text)->expiresAt);
        }
    }

    public function testTimesAreObjectsOfTheirOwn(): void
    {
        $connection = self::connection(['created_at' => '2026-11-22T01:16:10Z', 'updated_at' => '2026-11-23T01:16:10Z']);
        $created = $connection->createdAt;
        self::assertNotSame($created, $connection->createdAt);
        self::assertNotNull($created);
        self::assertNotNull($connection->updatedAt);
        self::assertSame('2026-11-22', $created->format('Y-m-d'));
        self::assertSame(86400, $connection->updatedAt->getTimestamp() - $created->getTimestamp());
    }

    private static function milliseconds(DateTimeImmutable $time): int
    {
        return 1000 * $time->getTimestamp() + (int) $time->format('v');
    }

    /** In all that PHP tells of a time, and in what it makes of it. */
    private static function assertAlike(?DateTimeImmutable $expected, ?DateTimeImmutable $actual): void
    {
        $told = static fn (?DateTimeImmutable $time): ?array => $time === null ? null : [
            serialize($time),
            $time->format('Y-m-d H:i:s.u e T I Z U N z'),
            $time->modify('+1 month')->format('c'),
            $time->setTime(1, 2)->format('c'),
            $time->setTimezone(new DateTimeZone('Europe/Berlin'))->format('c'),
            $time->diff(new DateTimeImmutable('2026-01-01T00:00:00Z'))->format('%R %y %m %d %h %i %s %f %a'),
        ];
        self::assertSame($told($expected), $told($actual));
        self::assertEquals($expected, $actual);
    }
}
