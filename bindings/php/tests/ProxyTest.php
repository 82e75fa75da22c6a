<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\Exception\ClientClosedException;
use Nango\Exception\ExternalApiException;
use Nango\Exception\InvalidArgumentException;
use Nango\Exception\TimeoutException;
use Nango\Exception\TooLargeException;
use Nango\Response;

final class ProxyTest extends EmulatorTestCase
{
    private const SIZE = 1_000_000;

    /** @param mixed ...$arguments */
    private function proxy(string $method, string $endpoint, ...$arguments): Response
    {
        return self::$emulator->client()->proxy('customer-oauth2', 'github', $method, $endpoint, ...$arguments);
    }

    private static function content(): string
    {
        return substr(str_repeat(implode('', array_map('chr', range(33, 121))), intdiv(self::SIZE, 89) + 1), 0, self::SIZE);
    }

    public function testACallHasQueryHeadersAndBody(): void
    {
        $echo = $this->proxy(
            'POST',
            '/items?a=1',
            query: ['b' => ['x y', true], 'c' => null, 'd' => 1.5],
            headers: ['X-Own' => 'yes'],
            body: 'text',
            contentType: 'text/plain'
        )->json();
        self::assertSame('?a=1&b=x%20y&b=true&d=1.5', str_replace('+', '%20', $echo['query']));
        self::assertSame('yes', $echo['headers']['x-own']);
        self::assertSame('text', $echo['body']);
    }

    public function testHeadersAndQueriesMayBePairs(): void
    {
        $echo = $this->proxy('GET', '/items', query: [['a', '1'], ['a', '2']], headers: [['X-Own', 'yes']])->json();
        self::assertSame(['?a=1&a=2', 'yes'], [$echo['query'], $echo['headers']['x-own']]);
    }

    public function testJsonIsSentAsJson(): void
    {
        $echo = $this->proxy('POST', '/items', json: ['a' => [1, 2.0, null], 'empty' => new \stdClass()])->json();
        self::assertSame('application/json', $echo['headers']['content-type']);
        self::assertSame('{"a":[1,2.0,null],"empty":{}}', $echo['body']);
    }

    public function testABodyIsReadFromAStream(): void
    {
        $stream = tmpfile();
        assert($stream !== false);
        fwrite($stream, self::content());
        rewind($stream);
        $told = $this->proxy('POST', '/upload', body: $stream)->json();
        self::assertSame(['bytes' => self::SIZE, 'sha1' => sha1(self::content())], $told);
    }

    public function testAStreamIsReadFromWhereItIs(): void
    {
        $stream = fopen('php://memory', 'w+b');
        assert($stream !== false);
        fwrite($stream, 'abcdef');
        fseek($stream, 4);
        self::assertSame(2, $this->proxy('POST', '/upload', body: $stream)->json()['bytes']);
    }

    public function testABodyIsReadFromAGenerator(): void
    {
        $parts = (static fn (): \Generator => yield from str_split(self::content(), 70_001))();
        $told = $this->proxy('POST', '/upload', body: $parts)->json();
        self::assertSame(['bytes' => self::SIZE, 'sha1' => sha1(self::content())], $told);
    }

    public function testWhatAGeneratorThrowsEndsTheCall(): void
    {
        $parts = (static function (): \Generator {
            yield 'begun';
            throw new \DomainException('no more');
        })();
        $this->expectExceptionObject(new \DomainException('no more'));
        $this->proxy('POST', '/upload', body: $parts);
    }

    public function testAGeneratorOfSomethingElseIsATypeError(): void
    {
        $this->expectException(\TypeError::class);
        $this->expectExceptionMessage('body must give strings, not int');
        $this->proxy('POST', '/upload', body: new \ArrayIterator([1]));
    }

    public function testABodyOfAnotherTypeIsATypeError(): void
    {
        $this->expectException(\TypeError::class);
        $this->expectExceptionMessage('pass an array as json');
        $this->proxy('POST', '/upload', body: ['a' => 1]);
    }

    public function testTheBodyIsReadInParts(): void
    {
        $response = $this->proxy('GET', '/large?bytes=' . self::SIZE);
        $read = $response->read(10);
        self::assertSame('!"#$%&\'()*', $read);
        foreach ($response->parts() as $part) {
            $read .= $part;
        }
        self::assertSame(self::content(), $read);
        self::assertSame('', $response->read());
        $this->expectExceptionMessage('response was read in part already');
        $response->body();
    }

    public function testTheBodyIsAStream(): void
    {
        $stream = $this->proxy('GET', '/large?bytes=' . self::SIZE)->stream();
        self::assertSame('!"#', fread($stream, 3));
        self::assertSame(substr(self::content(), 3), stream_get_contents($stream));
        self::assertTrue(feof($stream));
        fclose($stream);
    }

    public function testTheBodyIsReadAsAWholeAsOftenAsAsked(): void
    {
        $response = $this->proxy('GET', '/error?code=x&message=y&status=418');
        self::assertSame(418, $response->status);
        self::assertFalse($response->isOk());
        self::assertSame($response->body(), $response->body());
        self::assertSame('x', $response->getString('/error/code'));
        self::assertSame('"y"', $response->getJson('/error/message'));
        self::assertNotNull($response->header('CONTENT-type'));
        self::assertNull($response->header('x-none'));
        $this->expectException(ExternalApiException::class);
        $this->expectExceptionMessage('status 418');
        $response->throw();
    }

    public function testABodyBeyondTheLimitIsAnException(): void
    {
        $client = self::$emulator->client(maxResponseBytes: 1000);
        $this->expectException(TooLargeException::class);
        $client->proxy('customer-oauth2', 'github', 'GET', '/large?bytes=1001')->body();
    }

    public function testAResponseThatIsClosedIsNotRead(): void
    {
        $response = $this->proxy('GET', '/large');
        $response->close();
        $response->close();
        $this->expectException(InvalidArgumentException::class);
        $this->expectExceptionMessage('response is closed');
        $response->read();
    }

    public function testAResponseIsNotReadOnceItsClientIsClosed(): void
    {
        $client = self::$emulator->client();
        $response = $client->proxy('customer-oauth2', 'github', 'GET', '/large');
        $client->close();
        $this->expectException(ClientClosedException::class);
        $response->read();
    }

    public function testNothingMayStandStillForLongerThanTheIdleTimeout(): void
    {
        $response = $this->proxy('GET', '/stall', idleTimeout: 0.1);
        $this->expectException(TimeoutException::class);
        foreach ($response->parts() as $part) {
            self::assertNotSame('', $part);
        }
    }

    public function testBothBodiesAreRefused(): void
    {
        $this->expectExceptionMessage('body and json are both given');
        $this->proxy('POST', '/', body: 'a', json: 'b');
    }

    public function testAContentTypeWithoutABodyIsRefused(): void
    {
        $this->expectExceptionMessage('contentType is given without a body');
        $this->proxy('POST', '/', contentType: 'text/plain');
    }

    public function testARequestHasNoSecretInItsMessages(): void
    {
        try {
            $this->proxy('GET', '/', headers: ["bad\nname" => 'invented-secret']);
            self::fail('this is no header');
        } catch (InvalidArgumentException $failure) {
            self::assertStringNotContainsString('invented-secret', (string) $failure);
        }
    }
}
