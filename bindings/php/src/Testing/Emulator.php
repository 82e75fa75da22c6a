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
    public function __construct(array|string|null $seed = null, ?int $rateLimit = null)
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
    public function client(mixed ...$settings): Client
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

    /** Has the emulator wait before it answers a kind of requests, or fail: see docs/testing.md. */
    public function ask(string $method, string $route, mixed $body): mixed
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
        /** @var array{base_url: string, secret_key: string|null} */
        return json_decode($line, true, 512, JSON_THROW_ON_ERROR);
    }

    private static function notRun(string $program): EmulatorException
    {
        return new EmulatorException("$program cannot be run: install nango-emulator, or set NANGO_EMULATOR to its path");
    }
}
