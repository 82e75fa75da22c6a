<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\Testing\Emulator;
use Nango\Testing\EmulatorException;

/** What a test can give a running emulator. */
final class TestingTest extends EmulatorTestCase
{
    public function testACustomerConnects(): void
    {
        $client = self::$emulator->client();
        $session = $client->connectSessions->create(tags: ['order' => '7'], allowedIntegrations: ['github', 'hubspot']);
        $made = self::$emulator->finishConnectSession($session->token, 'github', 'ada');
        self::assertSame('ada', $made);
        self::assertSame(['order' => '7'], $client->getConnection('ada', 'github')->tags);
    }

    public function testWhatASeedMayHaveIsAdded(): void
    {
        self::$emulator->add(['variables' => ['INVENTED_REGION' => 'eu']]);
        $found = [];
        foreach (self::$emulator->client()->environment->listVariables() as $variable) {
            $found[$variable->name] = $variable->value;
        }
        self::assertSame('eu', $found['INVENTED_REGION'] ?? null);
        $this->expectException(EmulatorException::class);
        $this->expectExceptionMessage('the emulator rejected the request: ');
        self::$emulator->add(['nothing' => 1]);
    }

    public function testAWebhookThatNobodyReceivesIsAFailure(): void
    {
        $this->expectException(EmulatorException::class);
        $this->expectExceptionMessage('the emulator rejected the request: ');
        self::$emulator->sendWebhook(['type' => 'forward', 'payload' => []]);
    }

    public function testAnotherProgramIsNotTakenForTheEmulator(): void
    {
        $former = (string) getenv('NANGO_EMULATOR');
        putenv('NANGO_EMULATOR=/bin/echo');
        $this->expectException(EmulatorException::class);
        $this->expectExceptionMessage('is not the nango-emulator of this version');
        try {
            new Emulator();
        } finally {
            putenv($former === '' ? 'NANGO_EMULATOR' : "NANGO_EMULATOR=$former");
        }
    }

    public function testTheEnvironmentLeadsAProgramToIt(): void
    {
        $environment = self::$emulator->environment();
        self::assertSame(self::$emulator->baseUrl, $environment['NANGO_BASE_URL']);
        self::assertSame(self::$emulator->secretKey, $environment['NANGO_SECRET_KEY']);
        self::assertStringEndsWith('127.0.0.1', $environment['no_proxy']);
    }
}
