<?php

/*
 * Clients and calls, made through the PHP package.
 */

declare(strict_types=1);

use Nango\Client;
use Nango\JsonText;
use Nango\Response;
use Nango\Route;

function camel(string $name): string
{
    return lcfirst(str_replace('_', '', ucwords($name, '_')));
}

/**
 * Settings as PHP takes them: times in seconds.
 *
 * @return array<string, mixed>
 */
function settings(object $told): array
{
    $settings = [];
    foreach (get_object_vars($told) as $name => $value) {
        $isTime = str_ends_with($name, '_ms');
        $settings[camel($isTime ? substr($name, 0, -3) : $name)] = $isTime ? $value / 1000 : $value;
    }
    return $settings;
}

function makeClient(object $told): Client
{
    $settings = settings($told);
    if (isset($settings['clientCertificate'])) {
        $settings['clientCertificate'] = [$settings['clientCertificate'], $settings['clientCertificate']];
    }
    if (isset($settings['route'])) {
        $settings['route'] = constant(Route::class . '::' . ucfirst($settings['route']));
    }
    return new Client(...$settings, persistent: false);
}

/** What was read of a body: its length, its Adler-32, and the bytes if they are requested. */
final class Download
{
    public int $length = 0;
    public ?string $kept;
    private HashContext $sum;

    public function __construct(bool $isKept)
    {
        $this->kept = $isKept ? '' : null;
        $this->sum = hash_init('adler32');
    }

    public function add(string $part): void
    {
        $this->length += strlen($part);
        hash_update($this->sum, $part);
        if ($this->kept !== null) {
            $this->kept .= $part;
        }
    }

    public function sum(): int
    {
        return (int) hexdec(hash_final(hash_copy($this->sum)));
    }
}

/** The body of a request. */
function upload(object $body): mixed
{
    $unit = (string) hex2bin($body->unit);
    $piece = $body->piece ?? max($body->length, 1);
    if ($body->from === 'reader') {
        return (static function () use ($unit, $body, $piece): Generator {
            $left = $body->length;
            $at = 0;
            $size = max(strlen($unit), 1);
            $most = min($piece, 1 << 20);
            while ($left > 0) {
                $count = min($left, $most);
                yield substr(str_repeat($unit, intdiv($count, $size) + 2), $at, $count);
                $left -= $count;
                $at = ($at + $count) % $size;
            }
        })();
    }
    $content = substr(str_repeat($unit, intdiv($body->length, max(strlen($unit), 1)) + 1), 0, $body->length);
    if ($body->from === 'memory') {
        return $content;
    }
    $stream = fopen('php://memory', 'w+b');
    fwrite($stream, $content);
    rewind($stream);
    return $stream;
}

/** Ends a call, or the reading of its response: by a signal, whose handler closes what there is. */
final class Ender
{
    public ?Response $response = null;
    private ?int $child = null;

    public function __construct(Client $client, object $told)
    {
        $after = $told->cancel_after_ms ?? $told->shutdown_after_ms ?? null;
        if ($after === null) {
            return;
        }
        $cancels = isset($told->cancel_after_ms);
        pcntl_signal(SIGUSR1, function () use ($client, $cancels): void {
            if ($cancels && $this->response !== null) {
                $this->response->close();
            } else {
                $client->close();
            }
        });
        $parent = (int) getmypid();
        $child = pcntl_fork();
        if ($child === 0) {
            usleep($after * 1000);
            posix_kill($parent, SIGUSR1);
            posix_kill((int) getmypid(), SIGKILL); // without what PHP does at the end, which belongs to the parent
        }
        $this->child = $child;
    }

    public function end(): void
    {
        if ($this->child !== null) {
            do { // the signal ends the wait too
                $ended = pcntl_waitpid($this->child, $status);
            } while ($ended === -1 && pcntl_get_last_error() === PCNTL_EINTR);
            pcntl_signal_dispatch();
            $this->child = null;
        }
    }
}

/**
 * The call, with everything ready that it needs.
 *
 * @return Closure(Client): mixed
 */
function prepare(object $told): Closure
{
    $options = isset($told->timeout_ms) ? ['timeout' => $told->timeout_ms / 1000] : [];
    if ($told->operation === 'call') {
        [$group, $method] = METHODS[$told->call];
        $given = settings($told->arguments ?? new stdClass());
        foreach (TIMES[$told->call] ?? [] as $name) {
            if (isset($given[$name])) {
                $given[$name] = new DateTimeImmutable($given[$name]);
            }
        }
        if (is_object($given['input'] ?? null) && preg_match('/\d{19,}/', $told->line) === 1) { // beyond PHP's integers
            $exact = json_decode($told->line, false, 512, JSON_BIGINT_AS_STRING)->arguments->input;
            $given['input'] = new JsonText(preg_replace('/"(\d{19,})"/', '$1', json_encode($exact)));
        }
        return static fn (Client $client): mixed =>
            $client->$group->$method(...typed($client->$group, $method, $given), ...$options);
    }
    $ids = [$told->connection_id, $told->provider_config_key];
    if ($told->operation === 'get_connection') {
        foreach (['force_refresh', 'refresh_token', 'refresh_github_app_jwt_token'] as $name) {
            $options[camel($name)] = $told->$name;
        }
        return static fn (Client $client): mixed => $client->getConnection(...$ids, ...$options);
    }
    $request = clone $told->request;
    $where = [$request->method, $request->endpoint];
    $body = $request->body ?? null;
    unset($request->method, $request->endpoint, $request->body);
    $options += settings($request);
    if ($body !== null) {
        $options['body'] = upload($body);
        $options['contentType'] = $body->content_type ?? null;
    }
    return static fn (Client $client): mixed => $client->proxy(...$ids, ...$where, ...$options);
}

/**
 * Arguments of an operation as its method takes them: maps are arrays.
 *
 * @param array<string, mixed> $given
 * @return array<string, mixed>
 */
function typed(object $group, string $method, array $given): array
{
    foreach ((new ReflectionMethod($group, $method))->getParameters() as $parameter) {
        $name = $parameter->getName();
        if (ltrim((string) $parameter->getType(), '?') === 'array' && ($given[$name] ?? null) instanceof stdClass) {
            $given[$name] = (array) $given[$name];
        }
    }
    return $given;
}

/** Reads a body as a whole, as it comes, or the beginning of it. */
function read(Response $response, object $told, Download $body): void
{
    $size = $told->read_size ?? null;
    $most = $told->read_most ?? null;
    if ($told->read === 'collect') {
        $body->add($response->body());
    } elseif ($most !== null) {
        while ($body->length < $most && ($part = $response->read($most - $body->length)) !== '') {
            $body->add($part);
        }
    } elseif ($size === null) {
        foreach ($response->parts() as $part) {
            $body->add($part);
        }
    } else {
        while (($part = $response->read($size)) !== '') {
            if (strlen($part) > $size) {
                throw new LogicException('more was read than was asked for');
            }
            $body->add($part);
        }
    }
}
