<?php

declare(strict_types=1);

namespace Nango\Tests;

use DateTimeImmutable;
use Nango\AuthMode;
use Nango\Connection;
use Nango\Credentials\BasicCredentials;
use Nango\Credentials\OAuth2Credentials;
use Nango\EmptyObject;
use Nango\Exception\DecodeException;
use Nango\Exception\InvalidArgumentException;
use Nango\Exception\NotFoundException;
use PHPUnit\Framework\Attributes\DataProvider;

final class ConnectionTest extends EmulatorTestCase
{
    private const SECRET = 'gho_invented_demo_token';

    private function connection(): Connection
    {
        return self::$emulator->client()->getConnection('customer-oauth2', 'github');
    }

    public function testAConnectionHasItsCredentials(): void
    {
        $connection = $this->connection();
        self::assertSame('customer-oauth2', $connection->connectionId);
        self::assertSame('github', $connection->providerConfigKey);
        self::assertSame(AuthMode::Oauth2, $connection->authMode);
        self::assertSame(self::SECRET, $connection->token);
        self::assertSame('Bearer ' . self::SECRET, $connection->authorization());
        self::assertInstanceOf(OAuth2Credentials::class, $connection->credentials);
        self::assertSame(self::SECRET, $connection->credentials->accessToken);
        self::assertInstanceOf(DateTimeImmutable::class, $connection->expiresAt);
        self::assertFalse($connection->isExpired());
        self::assertSame('github', $connection->data['provider']);
        self::assertInstanceOf(EmptyObject::class, $connection->data['tags']);
        self::assertJsonStringEqualsJsonString($connection->json, (string) json_encode($connection->data));
    }

    public function testItOutlivesItsClientAndItsCredentialsOutliveIt(): void
    {
        $credentials = $this->connection()->credentials;
        gc_collect_cycles();
        self::assertSame(self::SECRET, $credentials->accessToken);
    }

    public function testMembersWithoutAPropertyAreFoundByAPointer(): void
    {
        $connection = $this->connection();
        self::assertSame('OAUTH2', $connection->getString('/credentials/type'));
        self::assertSame('"github"', $connection->getJson('/provider'));
        self::assertNull($connection->getString("/provider\0"));
    }

    public function testAConnectionThatDoesNotExistIsAnException(): void
    {
        try {
            self::$emulator->client()->getConnection('nobody', 'github');
            self::fail('there is no such connection');
        } catch (NotFoundException $failure) {
            self::assertSame(404, $failure->httpStatus);
            self::assertSame(1, $failure->attempts);
            self::assertIsString($failure->body());
        }
    }

    public function testTextThatCWouldCutIsRefused(): void
    {
        $this->expectException(InvalidArgumentException::class);
        $this->expectExceptionMessage('connectionId contains U+0000');
        self::$emulator->client()->getConnection("customer-oauth2\0x", 'github');
    }

    public function testJsonThatIsNoConnectionIsAnException(): void
    {
        self::assertSame('customer-oauth2', Connection::fromJson($this->connection()->json)->connectionId);
        $this->expectException(DecodeException::class);
        Connection::fromJson('[]');
    }

    /** @return array<string, array{\Closure(Connection): string}> */
    public static function printers(): array
    {
        return [
            'var_dump' => [static function (Connection $connection): string {
                ob_start();
                var_dump($connection, $connection->credentials);
                return (string) ob_get_clean();
            }],
            'debug_zval_dump' => [static function (Connection $connection): string {
                ob_start();
                debug_zval_dump($connection, $connection->credentials);
                return (string) ob_get_clean();
            }],
            'print_r' => [static fn (Connection $connection): string =>
                print_r($connection, true) . print_r($connection->credentials, true)],
            'var_export' => [static fn (Connection $connection): string =>
                var_export($connection, true) . var_export($connection->credentials, true)],
            'json_encode' => [static fn (Connection $connection): string =>
                json_encode([$connection, $connection->credentials], JSON_THROW_ON_ERROR)],
            'a cast to an array' => [static fn (Connection $connection): string =>
                print_r((array) $connection, true) . print_r((array) $connection->credentials, true)],
        ];
    }

    /**
     * @dataProvider printers
     * @param \Closure(Connection): string $print
     */
    #[DataProvider('printers')]
    public function testNoPrinterShowsASecret(\Closure $print): void
    {
        $connection = $this->connection();
        self::assertSame(self::SECRET, $connection->token);
        $printed = $print($connection);
        self::assertNotSame('', $printed);
        self::assertStringNotContainsString('gho_invented', $printed);
    }

    public function testWhatIsPrintedHasTheIds(): void
    {
        $printed = json_encode($this->connection(), JSON_THROW_ON_ERROR) . print_r($this->connection(), true);
        self::assertSame(2, substr_count($printed, 'customer-oauth2'));
    }

    public function testItIsNotSerialized(): void
    {
        $this->expectExceptionMessage('may hold secrets and cannot be serialized');
        serialize($this->connection());
    }

    public function testItIsNotCloned(): void
    {
        $this->expectException(\Error::class);
        $this->expectExceptionMessage('clone');
        $connection = $this->connection();
        clone $connection;
    }

    public function testItsPropertiesAreReadOnly(): void
    {
        $connection = $this->connection();
        self::assertTrue(isset($connection->token));
        self::assertFalse(isset($connection->accountId), 'this server sends none');
        $this->expectExceptionMessage('it is read-only');
        $connection->token = 'another'; // @phpstan-ignore-line
    }

    public function testAnUnknownPropertyIsAnError(): void
    {
        $this->expectExceptionMessage('Undefined property: Nango\Connection::$tocken');
        $this->connection()->tocken; // @phpstan-ignore-line
    }

    public function testEachAuthModeHasItsClass(): void
    {
        $connection = self::$emulator->client()->getConnection('customer-basic', 'freshdesk');
        self::assertInstanceOf(BasicCredentials::class, $connection->credentials);
        self::assertNull($connection->token);
        self::assertSame(
            'Basic ' . base64_encode("{$connection->credentials->username}:{$connection->credentials->password}"),
            $connection->authorization()
        );
    }

    public function testAPartOfAConnectionIsGotAlone(): void
    {
        $client = self::$emulator->client();
        self::assertSame(self::SECRET, $client->getToken('customer-oauth2', 'github', timeout: 5.0));
        self::assertSame(self::SECRET, $client->getRawTokenResponse('customer-oauth2', 'github')['access_token']);
        self::assertNull($client->getMetadata('customer-oauth2', 'github'));
        try {
            $client->getToken('customer-basic', 'freshdesk');
            self::fail('there is no single token');
        } catch (InvalidArgumentException $failure) {
            self::assertStringContainsString('have username, password, data', $failure->getMessage());
        }
        $this->expectExceptionMessage('Nango sent no credentials');
        $client->getToken('customer-unauthenticated', 'unauthenticated');
    }
}
