<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\Exception\NotFoundException;
use Nango\Psr18\Client;
use Nango\Psr18\ClientException;
use Nango\Psr18\NetworkException;
use Nango\Psr18\RequestException;
use Nyholm\Psr7\Factory\Psr17Factory;
use Nyholm\Psr7\Request;
use Nyholm\Psr7\Stream;

final class Psr18Test extends EmulatorTestCase
{
    private static function client(string $connectionId = 'customer-oauth2', bool $keepsHost = false): Client
    {
        return new Client(self::$emulator->client(), $connectionId, 'github', new Psr17Factory(), $keepsHost);
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
