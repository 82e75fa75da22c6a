<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\EmptyObject;
use Nango\Exception\APIException;
use Nango\Exception\DecodeException;
use Nango\Exception\InvalidArgumentException;
use Nango\Exception\NangoException;
use Nango\Exception\TimeoutException;
use Nango\JsonText;
use Nango\Model\ListedConnection;
use PHPUnit\Framework\Attributes\DataProvider;

final class OperationsTest extends EmulatorTestCase
{
    public function testAListFetchesItsPagesAsItIsRead(): void
    {
        self::$emulator->reset();
        $list = self::$emulator->client()->connections->list(limit: 10);
        $ids = [];
        foreach ($list as $i => $connection) {
            self::assertInstanceOf(ListedConnection::class, $connection);
            self::assertSame(count($ids), $i);
            $ids[] = $connection->connectionId;
            self::assertCount(intdiv($i, 10) + 1, self::$emulator->requests(), 'a page is fetched when it is due');
        }
        self::assertCount(25, array_unique($ids));
        self::assertSame([10, 10, 5], array_map('count', iterator_to_array($list->pages())));
        self::assertNull($list->cursor());
    }

    public function testACursorIsThereAfterEachRecord(): void
    {
        $client = self::$emulator->client();
        $records = $client->records->list('customer-oauth2', 'github', 'GithubIssue', limit: 1);
        self::assertNull($records->cursor());
        $cursors = [];
        foreach ($records as $record) {
            self::assertSame($record->metadata?->cursor, $records->cursor());
            $cursors[] = $records->cursor();
        }
        self::assertCount(2, array_unique($cursors));
        $rest = $client->records->list('customer-oauth2', 'github', 'GithubIssue', cursor: $cursors[0]);
        self::assertSame($cursors[0], $rest->cursor());
        self::assertCount(count($cursors) - 1, $rest->all());
    }

    public function testNextPageAsksForTheSamePageAgainAfterAnException(): void
    {
        $emulator = new \Nango\Testing\Emulator(rateLimit: 2);
        $list = $emulator->client(maxRetries: 0)->connections->list(limit: 10);
        $pages = [$list->nextPage(), $list->nextPage()];
        try {
            $list->nextPage();
            self::fail('the limit is reached');
        } catch (\Nango\Exception\RateLimitException $failure) {
            self::assertGreaterThan(0, $failure->retryAfter);
        }
        $emulator->advanceClock(61);
        $pages[] = $list->nextPage();
        self::assertSame([10, 10, 5], array_map('count', $pages));
        self::assertNull($list->nextPage());
        $emulator->close();
    }

    public function testFreeFormJsonKeepsItsObjects(): void
    {
        $client = self::$emulator->client();
        $client->connections->setMetadata('github', ['customer-oauth2'], ['list' => [], 'object' => new \stdClass()]);
        $metadata = $client->getConnection('customer-oauth2', 'github')->metadata;
        self::assertSame('{"list":[],"object":{}}', json_encode($metadata));
        self::assertInstanceOf(EmptyObject::class, $metadata['object']);
        self::assertNull($metadata['object']['nothing'] ?? null);
        self::assertCount(0, $metadata['object']);
        // And back again.
        $client->connections->setMetadata('github', ['customer-oauth2'], $metadata);
        self::assertSame('{"list":[],"object":{}}', $client->getConnection('customer-oauth2', 'github')->metadataJson);
        // An empty array is an object where Nango wants one.
        $client->connections->setMetadata('github', ['customer-oauth2'], []);
        self::assertSame('{}', $client->getConnection('customer-oauth2', 'github')->metadataJson);
    }

    public function testATimeIsSentInUtcWithTheDigitsThatItHas(): void
    {
        self::$emulator->reset();
        $client = self::$emulator->client();
        foreach (['', '.120', '.123456'] as $fraction) {
            $after = new \DateTimeImmutable("2026-11-30T02:00:00$fraction+01:00");
            $client->records->list('customer-oauth2', 'github', 'GithubIssue', modifiedAfter: $after)->nextPage();
            $target = rawurldecode(self::$emulator->requests()[0]['target']);
            self::assertStringContainsString("modified_after=2026-11-30T01:00:00{$fraction}Z", $target);
            self::$emulator->reset();
        }
    }

    public function testAnEmptyObjectIsNotChanged(): void
    {
        $object = new EmptyObject();
        self::assertSame([], iterator_to_array($object));
        $this->expectException(\LogicException::class);
        $object['a'] = 1; // @phpstan-ignore-line
    }

    public function testJsonIsSentAsItStands(): void
    {
        $client = self::$emulator->client();
        $response = $client->request(
            'POST',
            '/connections/metadata',
            json: [
                'provider_config_key' => 'github',
                'connection_id' => 'customer-oauth2',
                'metadata' => new JsonText('{"n": 1e2, "o": {}}'),
            ]
        );
        self::assertSame(201, $response->status);
        self::assertSame(['n', 'o'], array_keys($client->getConnection('customer-oauth2', 'github')->metadata ?? []));
        $this->expectException(InvalidArgumentException::class);
        new JsonText('{');
    }

    public function testARawRequestGivesTheWholeAnswer(): void
    {
        $response = self::$emulator->client()->request(
            'GET',
            '/connections/{connectionId}',
            ['connectionId' => 'customer-oauth2'],
            ['provider_config_key' => 'github']
        );
        self::assertSame('github', $response->json()['provider']);
        self::assertStringStartsWith('application/json', (string) $response->header('content-type'));
        self::assertStringNotContainsString('gho_', print_r($response, true) . var_export($response, true));
        self::assertStringContainsString('gho_', $response->body());
    }

    public function testWhatNangoFoundIsInTheException(): void
    {
        try {
            self::$emulator->client()->request('POST', '/connections', json: ['credentials' => ['type' => 'NO_SUCH']]);
            self::fail('the request is wrong');
        } catch (APIException $failure) {
            self::assertSame(400, $failure->httpStatus);
            self::assertNotSame([], $failure->findings());
            self::assertSame('provider_config_key', $failure->findings()[0]->path);
            self::assertNotSame('', $failure->findings()[0]->message);
        }
    }

    public function testAWaitEndsWithItsTimeout(): void
    {
        $this->expectException(TimeoutException::class);
        self::$emulator->client()->connections->waitFor('github', connectionId: 'nobody', timeout: 0.2);
    }

    public function testAWaitGivesWhatIsThere(): void
    {
        $found = self::$emulator->client()->connections->waitFor('github', connectionId: 'customer-oauth2');
        self::assertSame('customer-oauth2', $found->connectionId);
    }

    /** @return array<string, array{\Closure(\Nango\Client): mixed, class-string<\Throwable>, string}> */
    public static function wrongArguments(): array
    {
        return [
            'an empty list' => [
                static fn ($client) => $client->connections->list(integrationIds: []),
                InvalidArgumentException::class,
                'integrationIds is empty',
            ],
            'no tags' => [
                static fn ($client) => $client->connections->waitFor('github', tags: []),
                InvalidArgumentException::class,
                'tags is empty',
            ],
            'a comma in a list' => [
                static fn ($client) => $client->connections->list(integrationIds: ['a,b']),
                InvalidArgumentException::class,
                'an item with a comma',
            ],
            'a list of numbers' => [
                static fn ($client) => $client->connections->list(integrationIds: [1]),
                \TypeError::class,
                'an item of integrationIds must be a string, not int',
            ],
            'a list for an object' => [
                static fn ($client) => $client->connections->setMetadata('github', ['a'], ['a', 'b']),
                \TypeError::class,
                'metadata must have names for its members',
            ],
            'U+0000' => [
                static fn ($client) => $client->integrations->get("a\0"),
                InvalidArgumentException::class,
                'uniqueKey contains U+0000',
            ],
            'no UTF-8' => [
                static fn ($client) => $client->connections->setMetadata('github', ['a'], ['a' => "\xff"]),
                InvalidArgumentException::class,
                'metadata cannot be written as JSON: Malformed UTF-8',
            ],
            'no UTF-8 in a text' => [
                static fn ($client) => $client->connections->setMetadata("\xff", ['a'], ['a' => 1]),
                InvalidArgumentException::class,
                'providerConfigKey cannot be written as JSON',
            ],
            'no UTF-8 in a list' => [
                static fn ($client) => $client->connections->setMetadata('github', ['a', "\xff"], ['a' => 1]),
                InvalidArgumentException::class,
                'connectionIds cannot be written as JSON',
            ],
            'NAN in an input' => [
                static fn ($client) => $client->actions->trigger('c', 'p', 'a', NAN),
                InvalidArgumentException::class,
                'input cannot be written as JSON: Inf and NaN',
            ],
            'NAN in a query' => [
                static fn ($client) => $client->request('GET', '/x', query: ['a' => NAN]),
                InvalidArgumentException::class,
                'a value in query is infinite or NAN',
            ],
            'INF in a header' => [
                static fn ($client) => $client->proxy('c', 'p', 'GET', '/', headers: [['A', INF]]),
                InvalidArgumentException::class,
                'a value in header is infinite or NAN',
            ],
            'a number in a path' => [
                static fn ($client) => $client->request('GET', '/x/{id}', ['id' => 5]),
                \TypeError::class,
                'the value of id in pathParameters must be a string, not int',
            ],
            'a path parameter without a name' => [
                static fn ($client) => $client->request('GET', '/x/{id}', ['a']),
                InvalidArgumentException::class,
                'path parameter id is missing',
            ],
            'U+0000 in a path' => [
                static fn ($client) => $client->request('GET', '/x/{id}', ['id' => "a\0"]),
                InvalidArgumentException::class,
                'the value of id in pathParameters contains U+0000',
            ],
            'a status that is none' => [
                static fn ($client) => $client->proxy('c', 'p', 'GET', '/', retryOn: ['abc']),
                \TypeError::class,
                'an item of retryOn must be an int, not string',
            ],
            'a status in a text' => [
                static fn ($client) => $client->proxy('c', 'p', 'GET', '/', retryOn: [500, '503']),
                \TypeError::class,
                'an item of retryOn must be an int, not string',
            ],
            'a negative timeout' => [
                static fn ($client) => $client->connections->list(timeout: -1),
                InvalidArgumentException::class,
                'timeout must be 0 or more seconds',
            ],
        ];
    }

    /**
     * @dataProvider wrongArguments
     * @param class-string<\Throwable> $class
     */
    #[DataProvider('wrongArguments')]
    public function testAWrongArgumentIsNamed(\Closure $call, string $class, string $message): void
    {
        $this->expectException($class);
        $this->expectExceptionMessage($message);
        $call(self::$emulator->client());
    }

    public function testAnAnswerOfAnotherShapeIsAnException(): void
    {
        $server = new AnsweringServer('{"data":{"unique_key":5}}');
        try {
            $client = new \Nango\Client('00000000-0000-4000-8000-00000000cafe', $server->url, false, persistent: false);
            $client->integrations->get('github');
            self::fail('unique_key is no text');
        } catch (DecodeException $failure) {
            self::assertStringContainsString('data/unique_key is not a string', $failure->getMessage());
            self::assertSame('{"data":{"unique_key":5}}', $failure->body());
        } finally {
            $server->close();
        }
    }

    public function testWhatAnOlderNangoLeavesOutIsEmptyAndWhatANewerSendsIsKept(): void
    {
        $server = new AnsweringServer('{"data":{"unique_key":"github","new":{"a":1}}}');
        $client = new \Nango\Client('00000000-0000-4000-8000-00000000cafe', $server->url, false, persistent: false);
        $integration = $client->integrations->get('github');
        $server->close();
        self::assertSame(['github', '', null], [$integration->uniqueKey, $integration->logo, $integration->createdAt]);
        self::assertSame(['new' => ['a' => 1]], $integration->unknownFields);
    }

    public function testAModelShowsNoSecretAndIsReadOnly(): void
    {
        $session = self::$emulator->client()->connectSessions->create(tags: ['end_user_id' => 'invented-customer']);
        self::assertTrue(isset($session->token, $session->expiresAt));
        $printed = print_r($session, true) . var_export($session, true) . json_encode($session)
            . print_r((array) $session, true);
        self::assertStringContainsString('expiresAt', $printed);
        self::assertStringNotContainsString(substr($session->token, -20), $printed);
        try {
            $session->token = 'x'; // @phpstan-ignore-line
            self::fail('it is read-only');
        } catch (\Error $error) {
            self::assertStringContainsString('read-only', $error->getMessage());
        }
        $this->expectExceptionMessage('cannot be serialized');
        serialize($session);
    }
}
