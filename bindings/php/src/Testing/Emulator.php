<?php

declare(strict_types=1);

namespace Nango\Testing;

use Nango\Client;

/**
 * A running emulator of Nango, on a port of its own: for tests. Ends with close, and with this process.
 *
 * The program is nango-emulator: the path in NANGO_EMULATOR, else the first on PATH.
 */
final class Emulator
{
    /** The address to give to a client. */
    public readonly string $baseUrl;
    /** The first key of the seed. */
    public readonly string $secretKey;
    /** @var resource|null */
    private $process;
    /** @var array<int, resource> */
    private array $pipes = [];
    private readonly int $owner;

    /**
     * @param array<string, mixed>|string|null $seed a seed, or the path of a file with one; by default the demo connections
     * @param int|null $rateLimit how many requests a minute are answered; 0 lifts the limit; by default the seed says it
     */
    public function __construct(#[\SensitiveParameter] array|string|null $seed = null, ?int $rateLimit = null)
    {
        $this->owner = (int) getmypid();
        $command = [getenv('NANGO_EMULATOR') ?: 'nango-emulator', '--json', '--exit-with-stdin'];
        $file = null;
        if (is_array($seed)) {
            $file = tempnam(sys_get_temp_dir(), 'nango-emulator-');
            file_put_contents((string) $file, json_encode($seed, JSON_THROW_ON_ERROR));
            $seed = $file;
        }
        if (is_string($seed)) {
            array_push($command, '--seed', $seed);
        }
        if ($rateLimit !== null) {
            array_push($command, '--rate-limit', (string) $rateLimit);
        }
        try {
            $announced = $this->start($command);
        } finally {
            if ($file !== null) {
                unlink((string) $file);
            }
        }
        $this->baseUrl = $announced['base_url'];
        $this->secretKey = $announced['secret_key'] ?? '';
    }

    public function __destruct()
    {
        $this->close();
    }

    /** Ends the emulator, and waits until it has ended. Closing twice is fine; a forked process does not close it. */
    public function close(): void
    {
        if ($this->process === null || $this->owner !== getmypid()) {
            return;
        }
        proc_terminate($this->process);
        array_map('fclose', $this->pipes);
        proc_close($this->process);
        $this->process = null;
    }

    /** A client of the emulator. The settings are those of Client. */
    public function client(#[\SensitiveParameter] mixed ...$settings): Client
    {
        $own = ['secretKey' => $this->secretKey, 'baseUrl' => $this->baseUrl, 'readEnv' => false];
        return new Client(...[...$own, ...$settings]); // @phpstan-ignore-line: the types are those of Client
    }

    /** Moves the emulator's clock forward: tokens end, back-off and rate limit pass. */
    public function advanceClock(int $seconds): void
    {
        $this->ask('POST', 'clock', ['advance_seconds' => $seconds]);
    }

    /** Goes back to the seed: all that was added or changed, clock, rate limit and the list of requests. */
    public function reset(): void
    {
        $this->ask('POST', 'reset', null);
    }

    /**
     * What the emulator was asked since its start or the last reset, the oldest first.
     *
     * @return list<array{method: string, target: string, status: int|null}>
     */
    public function requests(): array
    {
        /** @var array{requests: list<array{method: string, target: string, status: int|null}>} $told */
        $told = $this->ask('GET', 'requests', null);
        return $told['requests'];
    }

    /**
     * Adds what a seed may have, except keys and limits, in place of what has the same name: ['records' => [...]].
     *
     * @param array<string, mixed> $seed
     */
    public function add(#[\SensitiveParameter] array $seed): void
    {
        $this->ask('POST', 'seed', $seed);
    }

    /**
     * Does what a customer does with a connect session, and returns the id of the connection that it makes.
     *
     * @param string|null $integration the one that the customer chooses, needed only if the session offers several
     * @param string|null $connectionId the id of the connection; invented by default
     * @param array<string, mixed>|null $credentials its credentials; invented by default
     */
    public function finishConnectSession(
        #[\SensitiveParameter] string $token,
        ?string $integration = null,
        ?string $connectionId = null,
        #[\SensitiveParameter] ?array $credentials = null
    ): string {
        $chosen = ['integration' => $integration, 'connection_id' => $connectionId, 'credentials' => $credentials];
        $given = array_filter($chosen, static fn (#[\SensitiveParameter] mixed $value): bool => $value !== null);
        /** @var array{connection_id: string} $made */
        $made = $this->ask('POST', 'connect', ['token' => $token, ...$given]);
        return $made['connection_id'];
    }

    /** Sends any webhook, signed, and returns the status of the receiver's response. */
    public function sendWebhook(#[\SensitiveParameter] mixed $body): int
    {
        /** @var array{status: int} $sent */
        $sent = $this->ask('POST', 'webhooks', $body);
        return $sent['status'];
    }

    /**
     * What to put into the environment of a program whose Nango is to be the emulator.
     *
     * @return array<string, string>
     */
    public function environment(): array
    {
        $known = getenv('no_proxy') ?: (getenv('NO_PROXY') ?: '');
        $exempt = array_filter([$known, (string) parse_url($this->baseUrl, PHP_URL_HOST)]);
        return [
            'NANGO_BASE_URL' => $this->baseUrl,
            'NANGO_SECRET_KEY' => $this->secretKey,
            'NANGO_API_KEY' => $this->secretKey,
            'no_proxy' => implode(',', $exempt),
        ];
    }

    /** Uses one of the emulator's own routes, which tests/emulator/README.md of libnango lists. */
    public function ask(string $method, string $route, #[\SensitiveParameter] mixed $body): mixed
    {
        $answer = file_get_contents("$this->baseUrl/__emulator/$route", false, stream_context_create(['http' => [
            'method' => $method,
            'header' => 'Content-Type: application/json',
            'content' => json_encode($body, JSON_THROW_ON_ERROR),
            'ignore_errors' => true,
            'timeout' => 30,
        ]]));
        $told = json_decode((string) $answer, true);
        if (!is_array($told) || isset($told['error'])) {
            $problem = is_array($told) && is_array($told['error']) ? $told['error']['message'] ?? '' : 'it does not respond';
            throw new EmulatorException('the emulator rejected the request: ' . (is_string($problem) ? $problem : ''));
        }
        return $told;
    }

    /**
     * @param list<string> $command
     * @return array{base_url: string, secret_key: string|null}
     */
    private function start(array $command): array
    {
        $pipes = [];
        $process = @proc_open($command, [['pipe', 'r'], ['pipe', 'w'], ['pipe', 'w']], $pipes);
        if ($process === false) {
            throw self::notRun($command[0]);
        }
        $this->process = $process;
        $this->pipes = $pipes;
        $line = fgets($pipes[1]);
        if ($line === false) {
            $problem = trim((string) stream_get_contents($pipes[2]));
            throw $problem === '' ? self::notRun($command[0]) : new EmulatorException("the emulator did not start: $problem");
        }
        $announced = json_decode($line, true);
        if (!is_array($announced) || !is_string($announced['base_url'] ?? null)) {
            $this->close();
            throw new EmulatorException("$command[0] is not the nango-emulator of this version: install that");
        }
        $secretKey = $announced['secret_key'] ?? null;
        return ['base_url' => $announced['base_url'], 'secret_key' => is_string($secretKey) ? $secretKey : null];
    }

    private static function notRun(string $program): EmulatorException
    {
        return new EmulatorException("$program cannot be run: install nango-emulator, or set NANGO_EMULATOR to its path");
    }
}
