<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\Exception\DecodeException;
use Nango\Exception\InvalidArgumentException;
use Nango\Exception\WebhookSignatureException;
use Nango\Model\AuthWebhook;
use Nango\Model\ForwardWebhook;
use Nango\Model\SyncWebhook;
use Nango\Model\UnknownWebhook;
use Nango\Webhooks;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class WebhooksTest extends TestCase
{
    private const KEY = 'invented-webhook-signing-key';
    private const AUTH = '{"type":"auth","from":"nango","operation":"creation","success":true,"connectionId":"c",'
        . '"providerConfigKey":"github","provider":"github","authMode":"OAUTH2","environment":"dev",'
        . '"endUser":{"endUserId":"invented-user"},"more":1}';

    /** @return array<string, string> */
    private static function signed(string $body): array
    {
        return ['X-Nango-Hmac-Sha256' => hash_hmac('sha256', $body, self::KEY)];
    }

    public function testAWebhookIsReadAsItsType(): void
    {
        $webhook = Webhooks::parse(self::AUTH, self::signed(self::AUTH), self::KEY);
        self::assertInstanceOf(AuthWebhook::class, $webhook);
        self::assertSame(['c', true, 'nango'], [$webhook->connectionId, $webhook->success, $webhook->sender]);
        self::assertSame('invented-user', $webhook->endUser?->id);
        self::assertSame(['more' => 1], $webhook->unknownFields);
        self::assertStringNotContainsString('invented-user', print_r($webhook, true) . json_encode($webhook));
    }

    public function testHeadersMayBeThoseOfServersAndOfPsr7(): void
    {
        $signature = hash_hmac('sha256', self::AUTH, self::KEY);
        foreach (
            [
            ['HTTP_X_NANGO_HMAC_SHA256' => $signature, 'REQUEST_METHOD' => 'POST'],
            ['x-nango-hmac-sha256' => [$signature]],
            [" X-NANGO-HMAC-SHA256\t" => $signature, "\xff" => 'junk'],
            ] as $headers
        ) {
            self::assertTrue(Webhooks::isSigned(self::AUTH, $headers, self::KEY));
        }
    }

    /** @return array<string, array{array<string, mixed>}> */
    public static function unsigned(): array
    {
        $right = hash_hmac('sha256', self::AUTH, self::KEY);
        return [
            'none' => [[]],
            'of another key' => [['X-Nango-Hmac-Sha256' => hash_hmac('sha256', self::AUTH, 'other')]],
            'another header' => [['X-Nango-Signature' => $right]],
            'two' => [['X-Nango-Hmac-Sha256' => [$right, $right]]],
            'two that differ' => [['X-Nango-Hmac-Sha256' => [$right, 'junk']]],
            'two names' => [['X-Nango-Hmac-Sha256' => $right, 'HTTP_X_NANGO_HMAC_SHA256' => 'junk']],
            'no text' => [['X-Nango-Hmac-Sha256' => "\xff"]],
            'with U+0000' => [['X-Nango-Hmac-Sha256' => "$right\0"]],
        ];
    }

    /**
     * @dataProvider unsigned
     * @param array<string, mixed> $headers
     */
    #[DataProvider('unsigned')]
    public function testOneThatIsNotSignedIsRefused(array $headers): void
    {
        self::assertFalse(Webhooks::isSigned(self::AUTH, $headers, self::KEY));
        $this->expectException(WebhookSignatureException::class);
        Webhooks::parse(self::AUTH, $headers, self::KEY);
    }

    public function testAWebhookOfAnotherTypeIsUnknown(): void
    {
        foreach (['{"type":"new","from":"nango"}', '{"type":"auth","from":"github"}', '[1]', '{}'] as $body) {
            $webhook = Webhooks::parse($body, self::signed($body), self::KEY);
            self::assertInstanceOf(UnknownWebhook::class, $webhook);
            self::assertSame(json_decode($body, true), $webhook->payload);
        }
    }

    public function testWhatNangoForwardsIsPassedOn(): void
    {
        $body = '{"type":"forward","from":"github","providerConfigKey":"github","payload":{"a":{}}}';
        $webhook = Webhooks::parse($body, self::signed($body), self::KEY);
        self::assertInstanceOf(ForwardWebhook::class, $webhook);
        self::assertNull($webhook->connectionId);
        self::assertSame('{"a":{}}', json_encode($webhook->payload));
    }

    public function testTimesOfASync(): void
    {
        $body = '{"type":"sync","from":"nango","success":true,"model":"Issue","modifiedAfter":"2026-11-30T01:02:03.456Z",'
            . '"responseResults":{"added":1,"updated":2}}';
        $webhook = Webhooks::parse($body, self::signed($body), self::KEY);
        self::assertInstanceOf(SyncWebhook::class, $webhook);
        self::assertSame('2026-11-30 01:02:03.456', $webhook->modifiedAfter?->format('Y-m-d H:i:s.v'));
        self::assertSame([1, 2, null], [
            $webhook->responseResults?->added,
            $webhook->responseResults?->updated,
            $webhook->responseResults?->deleted,
        ]);
    }

    public function testOneOfAnotherShapeIsAnException(): void
    {
        $body = '{"type":"auth","from":"nango","success":"invented-text"}';
        try {
            Webhooks::parse($body, self::signed($body), self::KEY);
            self::fail('success is no boolean');
        } catch (DecodeException $failure) {
            self::assertStringContainsString('success is not a boolean', $failure->getMessage());
            self::assertStringNotContainsString('invented-text', (string) $failure);
        }
    }

    public function testAnEmptyKeyIsRefused(): void
    {
        $this->expectException(InvalidArgumentException::class);
        Webhooks::isSigned(self::AUTH, self::signed(self::AUTH), '');
    }
}
