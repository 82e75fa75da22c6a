<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\ApiResponse;
use Nango\Client;
use Nango\Connection;
use Nango\EmptyObject;
use Nango\Internal\Json;
use Nango\Model\ForwardWebhook;
use Nango\Model\UnknownWebhook;
use Nango\NumberedObject;
use Nango\Webhooks;
use PHPUnit\Framework\Attributes\DataProvider;

/** JSON objects that PHP's arrays would take for lists. */
final class NumberedObjectTest extends EmulatorTestCase
{
    /** @return list<array{string}> */
    public static function documents(): array
    {
        return array_map(static fn (string $json): array => [$json], [
            '{"0":"a"}', '{"0":"a","1":"b"}', '{"0":{"0":{"0":[]}}}', '[{"0":"a"},["a"]]', '{"a":{"0":{}},"b":{}}', '{"1":"b"}',
            '{"0":"a","2":"c"}', '{"1":"b","0":"a"}', '{"0":"a","x":"b"}', '{"00":"a"}', '{"a":"{\"0\":1}"}', '[[],{}]',
            '{"":1,"0":2}', '{"0":12345,"1":null}', '{"0":1.0}', '["{}",{"0":""}]',
        ]);
    }

    /** @dataProvider documents */
    #[DataProvider('documents')]
    public function testAnObjectIsWrittenAsTheObjectThatItWas(string $json): void
    {
        self::assertSame($json, Json::encode('json', Json::decode($json)));
        $spaced = str_replace(['{', ':'], ['{ ', ' :'], $json);
        self::assertSame($json, str_replace(['{ ', ' :'], ['{', ':'], Json::encode('json', Json::decode($spaced))));
        self::assertSame($json, Json::encode('json', Json::decode(str_replace('"0":', '"\u0030":', $json))));
    }

    public function testWhatIsNoNameInPhpIsReadToo(): void
    {
        $read = Json::decode('{"a":{"0":"\u0000b"},"b":{}}');
        self::assertSame('{"a":{"0":"\u0000b"},"b":{}}', json_encode($read));
        self::assertSame(['a' => ["\0b" => 1], 'b' => []], Json::decode('{"a":{"\u0000b":1},"b":{}}'));
    }

    public function testANumberedObjectReadsLikeAnArray(): void
    {
        $object = Json::decode('{"0":"a","1":{"0":{}},"2":null}');
        self::assertInstanceOf(NumberedObject::class, $object);
        self::assertSame('a', $object[0]);
        self::assertSame('a', $object['0']);
        self::assertInstanceOf(EmptyObject::class, $object[1][0]);
        self::assertSame([true, true, false], [isset($object[0]), isset($object['1']), isset($object[2])]);
        self::assertSame('none', $object['x'] ?? 'none');
        self::assertNull($object[5]);
        self::assertCount(3, $object);
        self::assertSame([0, 1, 2], array_keys(iterator_to_array($object)));
        self::assertSame('{"0":"a","1":"b"}', json_encode((object) ['a', 'b']));
        self::assertSame('a', $object->toArray()[0]);
    }

    /** @return array<string, array{\Closure(NumberedObject): mixed}> */
    public static function changes(): array
    {
        return [
            'one is set' => [static fn (NumberedObject $object) => $object[0] = 'b'],
            'one is added' => [static fn (NumberedObject $object) => $object[] = 'b'],
            'one is unset' => [static function (NumberedObject $object): void {
                unset($object[0]);
            }],
        ];
    }

    /** @dataProvider changes */
    #[DataProvider('changes')]
    public function testANumberedObjectIsNotChanged(\Closure $change): void
    {
        $this->expectException(\LogicException::class);
        $change(new NumberedObject(['a']));
    }

    public function testMetadataIsReadAndSentBack(): void
    {
        $client = self::$emulator->client();
        $metadata = '{"0":"a","1":{"0":[]}}';
        $client->connections->setMetadata('github', ['customer-oauth2'], json_decode($metadata, false));
        $connection = $client->getConnection('customer-oauth2', 'github');
        self::assertSame($metadata, $connection->metadataJson);
        self::assertSame($metadata, json_encode($connection->data['metadata']));
        self::assertEquals($connection->metadata, $client->getMetadata('customer-oauth2', 'github'));
        foreach ($client->connections->list(connectionId: 'customer-oauth2') as $listed) {
            self::assertEquals($connection->metadata, $listed->metadata);
        }
        $client->connections->setMetadata('github', ['customer-oauth2'], ['changed' => true]);
        $client->connections->setMetadata('github', ['customer-oauth2'], $connection->metadata);
        self::assertSame($metadata, $client->getConnection('customer-oauth2', 'github')->metadataJson);
        $client->connections->updateMetadata('github', ['customer-oauth2'], (object) ['b']);
        self::assertSame('b', $client->getMetadata('customer-oauth2', 'github')[0]);
        self::$emulator->reset();
    }

    public function testEachPartOfAConnectionIsRead(): void
    {
        $connection = Connection::fromJson('{"connection_id":"c","provider_config_key":"p","connection_config":{"0":"a"},'
            . '"tags":{"0":"a"},"end_user":{"0":"a"},"metadata":{"0":"a"},"credentials":{"type":"CUSTOM","app":{"0":"a"},'
            . '"user":{"0":"a"},"raw":{"0":"a"}}}');
        $credentials = $connection->credentials;
        $parts = [
            $connection->connectionConfig, $connection->tags, $connection->endUser, $connection->metadata,
            $credentials->app, $credentials->user, $credentials->raw, $credentials->data['raw'], // @phpstan-ignore-line
        ];
        foreach ($parts as $part) {
            self::assertSame('{"0":"a"}', json_encode($part));
        }
    }

    /** @param \Closure(Client): mixed $call */
    private static function answered(string $json, \Closure $call): mixed
    {
        $server = new AnsweringServer($json);
        try {
            return $call(new Client('00000000-0000-4000-8000-00000000cafe', $server->url, false, persistent: false));
        } finally {
            $server->close();
        }
    }

    public function testModelsAreRead(): void
    {
        [$connection] = self::answered(
            '{"connections":[{"metadata":{"0":"a"},"tags":{"0":"a"},"end_user":{"id":"e","tags":{"0":"a"}}}]}',
            static fn (Client $client) => $client->connections->list()->nextPage()
        );
        self::assertSame('{"0":"a"}', json_encode($connection->metadata));
        self::assertSame([['a'], ['a']], [$connection->tags, $connection->endUser->tags]);
        [$record] = self::answered(
            '{"records":[{"0":"a","1":{"0":"b"}}],"next_cursor":null}',
            static fn (Client $client) => $client->records->list('c', 'p', 'm')->nextPage()
        );
        self::assertSame('{"0":"a","1":{"0":"b"}}', json_encode($record->data));
        self::assertNull($record->id);
        $response = self::answered('{"0":"a"}', static fn (Client $client) => $client->request('GET', '/x'));
        self::assertInstanceOf(ApiResponse::class, $response);
        self::assertSame('{"0":"a"}', json_encode($response->json()));
    }

    public function testTheOutputOfAnActionIsWhatItWas(): void
    {
        $output = self::answered('{"0":"a"}', static fn (Client $client) => $client->actions->trigger('c', 'p', 'a'));
        self::assertSame('{"0":"a"}', json_encode($output));
    }

    public function testWhatAnExternalApiSendsIsWhatItWas(): void
    {
        $sent = self::answered('{"0":"a"}', static fn (Client $client) => $client->proxy('c', 'p', 'GET', '/')->json());
        self::assertSame('{"0":"a"}', json_encode($sent));
    }

    public function testWebhooksAreRead(): void
    {
        foreach (
            [
            '{"0":"a"}' => UnknownWebhook::class,
            '{"type":"forward","from":"github","payload":{"0":"a"}}' => ForwardWebhook::class,
            ] as $body => $class
        ) {
            $webhook = Webhooks::parse(
                $body,
                [Webhooks::SIGNATURE_HEADER => hash_hmac('sha256', $body, 'an-invented-signing-key')],
                'an-invented-signing-key'
            );
            self::assertInstanceOf($class, $webhook);
            self::assertSame('{"0":"a"}', json_encode($webhook->payload)); // @phpstan-ignore-line
        }
    }
}
