<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\Client;
use Nango\Connection;
use Nango\Exception\APIException;
use Nango\Exception\DecodeException;
use Nango\Internal\Json;
use Nango\Model\AuthWebhook;
use Nango\Webhooks;
use PHPUnit\Framework\TestCase;

/** JSON that the library reads and PHP's own parser does not. */
final class JsonTest extends TestCase
{
    private const KEY = 'invented-webhook-signing-key';
    private const MARK = "\u{FEFF}";

    /** Calls a function with a client of a server that answers this. */
    private static function answered(string $body, \Closure $use): mixed
    {
        $server = new AnsweringServer($body);
        try {
            return $use(new Client('invented-key', baseUrl: $server->url, readEnv: false));
        } finally {
            $server->close();
        }
    }

    public function testAByteOrderMarkBeforeAnAnswerIsSkipped(): void
    {
        $body = self::MARK . '[{"name":"A","value":"é"}]';
        self::answered($body, static function (Client $client) use ($body): void {
            self::assertSame('é', $client->environment->listVariables()[0]->value);
            $response = $client->request('GET', '/x');
            self::assertSame([[['name' => 'A', 'value' => 'é']], $body], [$response->json(), $response->body()]);
            $proxied = $client->proxy('c', 'github', 'GET', '/x');
            self::assertSame('é', $proxied->json()[0]['value']);
            self::assertSame('é', $proxied->json(false)[0]->value);
        });
        $page = self::MARK . ' {"records":[{"id":"1","_nango_metadata":{}}]}';
        self::answered($page, static function (Client $client): void {
            self::assertSame('1', $client->records->list('c', 'github', 'Issue')->nextPage()[0]->id ?? null);
        });
    }

    public function testAByteOrderMarkBeforeAConnectionIsSkipped(): void
    {
        $json = '{"id":7,"connection_id":"c","provider_config_key":"k","credentials":{"type":"OAUTH2","access_token":"a"},'
            . '"metadata":{"plan":"pro"}}';
        $connection = Connection::fromJson(self::MARK . $json);
        self::assertSame([7, ['plan' => 'pro']], [$connection->data['id'] ?? null, $connection->metadata]);
        self::assertSame('a', $connection->credentials->data['access_token'] ?? null);
    }

    public function testAByteOrderMarkBeforeAWebhookIsSkipped(): void
    {
        $body = self::MARK . '{"type":"auth","from":"nango","connectionId":"c"}';
        $headers = ['X-Nango-Hmac-Sha256' => hash_hmac('sha256', $body, self::KEY)];
        $webhook = Webhooks::parse($body, $headers, self::KEY);
        self::assertInstanceOf(AuthWebhook::class, $webhook);
        self::assertSame('c', $webhook->connectionId);
    }

    public function testAByteOrderMarkBeforeTheDetailsOfAnErrorIsSkipped(): void
    {
        self::assertSame(['a' => 1], (new APIException('x', body: self::MARK . '{"a":1}'))->details());
    }

    public function testWhatOnlyPhpRefusesIsAnExceptionOfTheLibrary(): void
    {
        try {
            Json::read('{"invented-secret');
            self::fail('it is no JSON');
        } catch (DecodeException $failure) {
            self::assertNull($failure->getPrevious());
            $shown = $failure . print_r($failure->getTrace()[0] ?? null, true);
            self::assertStringNotContainsString('invented-secret', $shown);
        }
    }
}
