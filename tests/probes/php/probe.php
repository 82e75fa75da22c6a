<?php

/*
 * The PHP probe: makes calls as instructed, and reports the results. See ../README.md.
 */

declare(strict_types=1);

use Nango\Client;
use Nango\Connection;
use Nango\Exception\NangoException;
use Nango\Response;

require __DIR__ . '/../../../bindings/php/tests/autoload.php';
require __DIR__ . '/operations.php';
require __DIR__ . '/accessors.php';
require __DIR__ . '/calls.php';

error_reporting(E_ALL);
set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
    throw new ErrorException($message, 0, $level, $file, $line);
});
pcntl_async_signals(true);

/** A client, and its operations. */
final class Probe
{
    private ?Client $client = null;
    private int $start = 0;

    /** @return array<string, mixed> */
    public function answer(stdClass $told): array
    {
        if (isset($told->client) || $told->operation === 'close') {
            $this->close();
        }
        $at = 'client';
        $this->start = hrtime(true);
        try {
            if (isset($told->client)) {
                $this->client = makeClient($told->client);
            }
            if ($this->client === null || $told->operation === 'close') {
                return ['outcome' => 'closed', 'ms' => $this->ms()];
            }
            $at = 'call';
            $call = prepare($told);
            $this->start = hrtime(true);
            $ender = new Ender($this->client, $told);
            try {
                $result = $call($this->client);
                if ($result instanceof Response) {
                    $ender->response = $result;
                    return $this->response($result, $told);
                }
            } finally {
                $ender->end();
            }
            if ($result instanceof Connection) {
                return $this->connection($result, $told);
            }
            return ['outcome' => 'result', 'ms' => $this->ms(), 'result' => shown($result)];
        } catch (NangoException $error) {
            return $this->error($error, $at);
        }
    }

    public function close(): void
    {
        $this->client?->close();
        $this->client = null;
    }

    private function ms(): int
    {
        return intdiv(hrtime(true) - $this->start, 1_000_000);
    }

    /** @return array<string, mixed> */
    private function connection(Connection $connection, stdClass $told): array
    {
        return [
            'outcome' => 'connection',
            'ms' => $this->ms(),
            'fields' => ofConnection($connection),
            'look_ups' => array_map(
                static fn (array $pair): ?string => lookUpInConnection($connection, ...$pair),
                $told->look_ups
            ),
        ];
    }

    /** @return array<string, mixed> */
    private function response(Response $response, stdClass $told): array
    {
        $body = new Download($told->keep_body);
        try {
            read($response, $told, $body);
            $answer = [
                'outcome' => 'response',
                'ms' => $this->ms(),
                'fields' => ofResponse($response, $body),
                'look_ups' => array_map(
                    static fn (array $pair): ?string => lookUpInResponse($response, ...$pair),
                    $told->look_ups
                ),
            ];
        } catch (NangoException $error) {
            $answer = $this->error($error, 'reading');
        }
        $response->close();
        return $answer + ['read' => ['length' => $body->length, 'sum' => $body->sum()]];
    }

    /** @return array<string, mixed> */
    private function error(NangoException $error, string $at): array
    {
        return ['outcome' => 'error', 'at' => $at, 'ms' => $this->ms(), 'fields' => ofError($error)];
    }
}

$probe = new Probe();
while (($line = fgets(STDIN)) !== false) {
    $told = json_decode($line, false, 512, JSON_THROW_ON_ERROR);
    $told->line = $line;
    $answer = json_encode($probe->answer($told), JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION);
    // What is beyond PHP's integers is text there, with all its digits.
    echo isset($told->call) ? preg_replace('/"(\d{19,})"/', '$1', $answer) : $answer, "\n";
}
$probe->close();
