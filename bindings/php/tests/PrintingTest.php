<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\Client;
use Nango\Internal\PartsSource;
use Nango\Psr18\Client as Psr18Client;
use Nango\Psr18\NetworkException;
use Nango\Psr18\RequestException;
use Nyholm\Psr7\Factory\Psr17Factory;
use Nyholm\Psr7\Request;
use PHPUnit\Framework\TestCase;

/** What printers show of what a server sent and a program gave. */
final class PrintingTest extends TestCase
{
    private const SECRET = 'invented-secret';

    private static function printed(object $object): string
    {
        ob_start();
        var_dump($object);
        debug_zval_dump($object);
        return ob_get_clean() . print_r($object, true) . var_export($object, true) . json_encode($object)
            . print_r((array) $object, true) . print_r(get_mangled_object_vars($object), true);
    }

    private static function assertHidden(object $object): void
    {
        $printed = self::printed($object);
        self::assertTrue(str_contains($printed, $object::class));
        self::assertFalse(str_contains($printed, self::SECRET));
    }

    public function testHeadersAreNotShown(): void
    {
        $server = new AnsweringServer('{"a":"' . self::SECRET . '"}', headers: ['Set-Cookie: session=' . self::SECRET]);
        try {
            $client = new Client('00000000-0000-4000-8000-00000000cafe', $server->url, false, persistent: false);
            foreach ([$client->request('GET', '/x'), $client->proxy('c', 'p', 'GET', '/x')] as $response) {
                self::assertHidden($response);
                self::assertSame('session=' . self::SECRET, $response->header('set-cookie'));
                self::assertContains('session=' . self::SECRET, array_column($response->headers(), 1));
                self::assertSame(['a' => self::SECRET], $response->json());
                self::assertHidden($response);
            }
        } finally {
            $server->close();
        }
    }

    public function testThePartOfABodyThatIsNotSentYetIsNotShown(): void
    {
        $source = new PartsSource((static fn (): \Generator => yield 'an ' . self::SECRET)());
        self::assertSame('an', $source->read(2));
        self::assertHidden($source);
        self::assertSame(' ' . self::SECRET, $source->read(100));
        self::assertSame('', $source->read(100));
    }

    public function testTheRequestOfAnExceptionIsNotShown(): void
    {
        $nango = new Client('00000000-0000-4000-8000-00000000cafe', 'http://127.0.0.1:1', false, maxRetries: 0);
        $client = new Psr18Client($nango, 'c', 'p', new Psr17Factory());
        foreach ([['NO METHOD', RequestException::class], ['GET', NetworkException::class]] as [$method, $class]) {
            $request = new Request($method, '/', ['Cookie' => self::SECRET]);
            try {
                $client->sendRequest($request);
                self::fail('it cannot be sent');
            } catch (RequestException | NetworkException $failure) {
                self::assertInstanceOf($class, $failure);
                self::assertSame($request, $failure->getRequest());
                self::assertNotContains($request, (array) $failure);
            }
        }
    }
}
