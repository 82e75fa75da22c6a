<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\Client;
use Nango\Connection;
use Nango\Psr18\Client as Psr18Client;
use Nyholm\Psr7\Factory\Psr17Factory;
use Nyholm\Psr7\Request;
use PHPUnit\Framework\Attributes\DataProvider;

/** What traces show with zend.exception_ignore_args=0, as run.sh and PHP without a php.ini have it: no secret of a program. */
final class TracesTest extends EmulatorTestCase
{
    private const SECRET = 'invented-secret';
    /** Parameters that may be texts, arrays or anything, and that have no secret: by their names, whose they ever are. */
    private const NO_SECRET = [
        // What Nango has, and is asked for, by ids.
        'actionName', 'connectionId', 'cursor', 'displayName', 'endUserId', 'endUserOrganizationId',
        'format', 'frequency', 'functionName', 'functionType', 'id', 'integration', 'integrationId',
        'model', 'newUniqueKey', 'provider', 'providerConfigKey', 'requestId', 'search', 'syncMode', 'syncName', 'syncVariant',
        'template', 'uniqueKey', 'untilCursor', 'variant', 'version',
        // Requests and settings.
        'baseUrl', 'baseUrlOverride', 'caFile', 'contentType', 'logLevel', 'method', 'named', 'path', 'pemPath', 'product',
        'route', 'statuses', 'url', 'userAgent', 'usual',
        // Names, and what messages say.
        'advice', 'at', 'attributes', 'cache', 'class', 'code', 'command', 'errorCode', 'frame', 'jsonPointer', 'key', 'known',
        'message', 'name', 'offset', 'operation', 'pointer', 'problem', 'program', 'summary', 'wanted', 'what', 'wire',
        // Of PHP's streams; a resource; times.
        'mode', 'stream', 'text',
    ];
    private const NO_SECRET_THERE = [
        'CallSummary::read $json',
        'Internal\ApiRequest::constant $value',
        'Internal\Listing::__construct $items',
        'Internal\PageReader::withoutRepeated $items',
    ];

    /** @return list<string> the files of the package */
    private static function files(): array
    {
        $root = dirname(__DIR__) . '/src';
        $found = [];
        /** @var \SplFileInfo $file */
        foreach (new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator($root)) as $file) {
            if ($file->getExtension() === 'php') {
                $found[] = substr($file->getPathname(), strlen($root) + 1);
            }
        }
        return $found;
    }

    /** Whether a parameter of this type can be a text, or have one. */
    private static function mayBeText(string $type): bool
    {
        return preg_match('/^$|\b(string|array|mixed|iterable|RequestInterface)\b/', $type) === 1;
    }

    public function testParametersThatMayBeSecretsAreMarked(): void
    {
        $unmarked = [];
        foreach (self::files() as $file) {
            /** @var class-string $class */
            $class = 'Nango\\' . str_replace('/', '\\', substr($file, 0, -4));
            foreach ((new \ReflectionClass($class))->getMethods() as $method) {
                foreach (str_ends_with((string) $method->getFileName(), "/src/$file") ? $method->getParameters() : [] as $one) {
                    $name = substr($class, strlen('Nango\\')) . "::$method->name \$$one->name";
                    if (
                        self::mayBeText((string) $one->getType())
                        && $one->getAttributes(\SensitiveParameter::class) === []
                        && !in_array($one->name, self::NO_SECRET, true)
                        && !in_array($name, self::NO_SECRET_THERE, true)
                    ) {
                        $unmarked[] = $name;
                    }
                }
            }
        }
        self::assertSame([], $unmarked);
    }

    public function testParametersOfClosuresAreMarked(): void
    {
        $unmarked = [];
        $count = 0;
        foreach (self::files() as $file) {
            $source = (string) file_get_contents(dirname(__DIR__) . "/src/$file");
            preg_match_all('/\b(?:fn|function) \(((?:#\[[^]]*\]|[^()])*)\)/', $source, $closures);
            foreach ($closures[1] as $parameters) {
                foreach (preg_split('/,\s*/', trim($parameters), 0, PREG_SPLIT_NO_EMPTY) ?: [] as $parameter) {
                    $count++;
                    preg_match('/^(#\[\\\\SensitiveParameter\] )?(?:([\w\\\\?|]+) )?[&.]*\$(\w+)/', $parameter, $parts);
                    [, $mark, $type, $name] = $parts + ['', '', '', $parameter];
                    if ($mark === '' && self::mayBeText($type) && !in_array($name, self::NO_SECRET, true)) {
                        $unmarked[] = "$file: $parameter";
                    }
                }
            }
        }
        self::assertSame([], $unmarked);
        self::assertGreaterThan(20, $count);
    }

    /** @return array<string, array{\Closure(Client): mixed}> */
    public static function failures(): array
    {
        $secret = self::SECRET;
        return [
            'a certificate' => [static fn () => new Client($secret, readEnv: false, clientCertificate: [$secret])],
            'headers of a client' => [static fn () => new Client($secret, readEnv: false, headers: [[5.5, $secret]])],
            'a closure in headers' => [
                static fn () => new Client($secret, readEnv: false, headers: ['X' => [static fn () => 1]]),
            ],
            'an object in a certificate' => [
                static fn () => new Client($secret, readEnv: false, clientCertificate: [$secret, static fn () => 1]),
            ],
            'a path parameter' => [static fn (Client $c) => $c->request('GET', '/x/{id}', ['id' => 5, 'k' => $secret])],
            'a query' => [static fn (Client $c) => $c->request('GET', '/x', query: ['a' => [$secret, new \stdClass()]])],
            'a header' => [static fn (Client $c) => $c->request('GET', '/x', headers: ['a' => [$secret, new \stdClass()]])],
            'NAN in a query' => [static fn (Client $c) => $c->request('GET', '/x', query: ['a' => [$secret, NAN]])],
            'JSON that cannot be' => [static fn (Client $c) => $c->request('POST', '/x', json: [$secret, "\xff"])],
            'a body' => [static fn (Client $c) => $c->proxy('c', 'p', 'POST', '/', body: [$secret])],
            'an endpoint' => [static fn (Client $c) => $c->proxy('c', 'p', 'POST', "/?key=$secret", body: 5)],
            'retryOn' => [static fn (Client $c) => $c->proxy('c', 'p', 'GET', '/', retryOn: [$secret])],
            'a list of texts' => [static fn (Client $c) => $c->integrations->get('p', include: [$secret, 5])],
            'a list for metadata' => [static fn (Client $c) => $c->connections->setMetadata('p', ['c'], [$secret])],
            'overrides' => [static fn (Client $c) => $c->connectSessions->create(overrides: [$secret])],
            'a body that is no JSON' => [static fn (Client $c) => self::answer('{"a":"' . $secret . '"', $c, true)],
            'a body that is no JSON, as objects' => [static fn (Client $c) => self::answer('{"a":"' . $secret . '"', $c, false)],
            'a document that is too deep' => [static fn () => Connection::fromJson('{"connection_id":"c",'
                . '"provider_config_key":"p","credentials":{"access_token":"' . $secret . '"},"metadata":'
                . str_repeat('[', 600) . str_repeat(']', 600) . '}')->data],
            'a property that is set' => [static function () use ($secret): void {
                $connection = Connection::fromJson('{"connection_id":"c","provider_config_key":"p"}');
                $connection->token = $secret; // @phpstan-ignore-line
            }],
            'PSR-18' => [static fn (Client $c) => (new Psr18Client($c, 'c', 'p', new Psr17Factory()))
                ->sendRequest(new Request('NO METHOD', '/', ['Cookie' => $secret]))],
        ];
    }

    private static function answer(string $body, Client $client, bool $associative): void
    {
        $server = new AnsweringServer($body);
        try {
            $client = new Client('00000000-0000-4000-8000-00000000cafe', $server->url, false, persistent: false);
            $client->proxy('c', 'p', 'GET', '/')->json($associative);
        } finally {
            $server->close();
        }
    }

    /** @dataProvider failures */
    #[DataProvider('failures')]
    public function testNoFrameHasASecret(\Closure $fail): void
    {
        self::assertSame('0', (string) ini_get('zend.exception_ignore_args'));
        $client = self::$emulator->client();
        $thrown = null;
        try {
            $fail($client);
        } catch (\Throwable $thrown) {
        }
        self::assertNotNull($thrown);
        for (; $thrown !== null; $thrown = $thrown->getPrevious()) {
            self::assertFalse(str_contains($thrown->getMessage(), self::SECRET));
            foreach ($thrown->getTrace() as $frame) {
                if (($frame['class'] ?? '') === self::class) {
                    break;
                }
                $told = print_r($frame['args'] ?? [], true);
                self::assertFalse(str_contains($told, self::SECRET), ($frame['class'] ?? '') . "::{$frame['function']}");
            }
        }
    }
}
