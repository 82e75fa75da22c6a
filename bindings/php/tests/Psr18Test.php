<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\Exception\InvalidArgumentException;
use Nango\Exception\NotFoundException;
use Nango\Internal\CredentialHeaders;
use Nango\Psr18\Authorization;
use Nango\Psr18\Client;
use Nango\Psr18\ClientException;
use Nango\Psr18\NetworkException;
use Nango\Psr18\RequestException;
use Nyholm\Psr7\Factory\Psr17Factory;
use Nyholm\Psr7\Request;
use Nyholm\Psr7\Stream;
use PHPUnit\Framework\Attributes\DataProvider;

final class Psr18Test extends EmulatorTestCase
{
    private static function client(
        string $connectionId = 'customer-oauth2',
        bool $keepsHost = false,
        Authorization $authorization = Authorization::Refuse
    ): Client {
        $nango = self::$emulator->client();
        return new Client($nango, $connectionId, 'github', new Psr17Factory(), $keepsHost, authorization: $authorization);
    }

    /** @return array<string, string> the headers that the external API got */
    private static function headers(Client $client, Request $request): array
    {
        return json_decode($client->sendRequest($request)->getBody()->getContents(), true)['headers'];
    }

    public function testARequestGoesToTheExternalApi(): void
    {
        $request = new Request('POST', 'https://ignored.test/items?a=1', [
            'X-Own' => ['a', 'b'],
            'Content-Type' => 'text/plain',
        ], 'hello');
        $response = self::client()->sendRequest($request);
        self::assertSame(200, $response->getStatusCode());
        self::assertNotSame('', $response->getHeaderLine('content-type'));
        $echo = json_decode((string) $response->getBody()->getContents(), true);
        self::assertSame(['POST', '?a=1', 'hello'], [$echo['method'], $echo['query'], $echo['body']]);
        self::assertSame('a, b', $echo['headers']['x-own']);
        self::assertSame('Bearer gho_invented_demo_token', $echo['headers']['authorization']);
    }

    public function testALongBodyIsSentInParts(): void
    {
        $content = str_repeat('0123456789', 100_000);
        $stream = fopen('php://temp', 'w+b');
        assert($stream !== false);
        fwrite($stream, $content);
        $response = self::client()->sendRequest(new Request('POST', '/upload', [], Stream::create($stream)));
        self::assertSame(sha1($content), json_decode($response->getBody()->getContents(), true)['sha1']);
    }

    public function testTheBodyIsReadAsItIsAskedFor(): void
    {
        $body = self::client()->sendRequest(new Request('GET', '/large?bytes=200000'))->getBody();
        self::assertSame('!"#', $body->read(3));
        self::assertSame(199_997, strlen($body->getContents()));
        self::assertTrue($body->eof());
    }

    public function testAnErrorOfTheExternalApiIsAResponse(): void
    {
        self::assertSame(503, self::client()->sendRequest(new Request('GET', '/status/503'))->getStatusCode());
    }

    public function testAFailureOfNangoIsAnException(): void
    {
        try {
            self::client('nobody')->sendRequest(new Request('GET', '/'));
            self::fail('there is no such connection');
        } catch (ClientException $failure) {
            self::assertInstanceOf(NotFoundException::class, $failure->getPrevious());
        }
    }

    public function testARequestThatCannotBeSentHasItsRequest(): void
    {
        $request = new Request('NO METHOD', '/');
        try {
            self::client()->sendRequest($request);
            self::fail('that is no method');
        } catch (RequestException $failure) {
            self::assertSame($request, $failure->getRequest());
        }
    }

    public function testANangoThatIsNotThereIsANetworkException(): void
    {
        $nango = new \Nango\Client('00000000-0000-4000-8000-00000000cafe', 'http://127.0.0.1:1', false, maxRetries: 0);
        $request = new Request('GET', '/');
        try {
            (new Client($nango, 'c', 'github', new Psr17Factory()))->sendRequest($request);
            self::fail('nobody listens there');
        } catch (NetworkException $failure) {
            self::assertSame($request, $failure->getRequest());
        }
    }

    /** @return array<string, array{string}> */
    public static function credentialHeaders(): array
    {
        $names = [...CredentialHeaders::NAMES, 'AUTHORIZATION', 'X-Api-Key'];
        return array_combine($names, array_map(static fn (string $name): array => [$name], $names));
    }

    /** @dataProvider credentialHeaders */
    #[DataProvider('credentialHeaders')]
    public function testCredentialsOfTheRequest(string $name): void
    {
        $request = new Request('GET', '/', [$name => 'invented-secret']);
        self::$emulator->reset();
        try {
            self::client()->sendRequest($request);
            self::fail('it has credentials');
        } catch (RequestException $refused) {
            self::assertSame($request, $refused->getRequest());
            self::assertInstanceOf(InvalidArgumentException::class, $refused->getPrevious());
            self::assertStringContainsString("has a header $name", $refused->getMessage());
            self::assertStringContainsString('Authorization::Drop', $refused->getMessage());
            self::assertStringNotContainsString('invented-secret', (string) $refused);
        }
        self::assertSame([], self::$emulator->requests());
        $dropped = self::headers(self::client(authorization: Authorization::Drop), $request);
        self::assertNotContains('invented-secret', $dropped);
        self::assertSame('Bearer gho_invented_demo_token', $dropped['authorization']);
        $sent = self::headers(self::client(authorization: Authorization::Send), $request);
        self::assertSame('invented-secret', $sent[strtolower($name)]);
    }

    public function testProxyAuthorizationIsNotSent(): void
    {
        $request = new Request('GET', '/', ['Proxy-Authorization' => 'invented-secret', 'Cookie' => 'a=b']);
        foreach (Authorization::cases() as $authorization) {
            $sent = self::headers(self::client(authorization: $authorization), $request);
            self::assertNotContains('invented-secret', $sent);
            self::assertSame('a=b', $sent['cookie']);
        }
    }

    public function testTheGuideListsTheCredentialHeaders(): void
    {
        $page = (string) file_get_contents(dirname(__DIR__, 3) . '/docs/proxy.md');
        preg_match('/Credential headers are(.*?)Headers with any other name/s', $page, $listed);
        preg_match_all('/`(.+?)`/', $listed[1] ?? '', $names);
        self::assertEqualsCanonicalizing(array_map('strtolower', $names[1]), CredentialHeaders::NAMES);
    }

    public function testUserInformationIsNotPartOfTheHost(): void
    {
        $server = new AnsweringServer('{"own":true}');
        $url = str_replace('http://', 'http://invented:secret@', $server->url);
        try {
            $own = self::client(keepsHost: true)->sendRequest(new Request('GET', "$url/items"))->getBody()->getContents();
        } finally {
            $server->close();
        }
        self::assertSame('{"own":true}', $own);
    }

    public function testTheHostIsKeptIfThatIsAskedFor(): void
    {
        $server = new AnsweringServer('{"own":true}');
        $request = new Request('GET', "$server->url/items");
        $own = self::client(keepsHost: true)->sendRequest($request)->getBody()->getContents();
        $server->close();
        self::assertSame('{"own":true}', $own);
        $echo = json_decode(self::client()->sendRequest($request)->getBody()->getContents(), true);
        self::assertSame('provider.test', $echo['headers']['host']);
    }
}
