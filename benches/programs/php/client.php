<?php

/*
 * PHP's clients: each gets a connection again and again, reads the same fields and checks the token.
 *
 * usage: client.php nango|curl BASE_URL CALLS|- CONNECTION_ID
 */

declare(strict_types=1);

// Invented, as is the token.
const SECRET_KEY = '00000000-0000-4000-8000-00000000beef';
const TOKEN = 'invented_0123456789abcdef0123456789abcdef';

/** @param list<mixed> $fields */
function check(array $fields): void
{
    if (in_array(null, $fields, true) || $fields[6] !== TOKEN) {
        fwrite(STDERR, "the answer is not the expected one\n");
        exit(1);
    }
}

/** This project's package. */
function withNango(string $baseUrl, string $connectionId): Closure
{
    require __DIR__ . '/../../../bindings/php/tests/autoload.php';
    $client = new Nango\Client(SECRET_KEY, $baseUrl);
    return static function () use ($client, $connectionId): void {
        $connection = $client->getConnection($connectionId, 'github');
        check([
            $connection->connectionId,
            $connection->providerConfigKey,
            $connection->provider,
            $connection->createdAt,
            $connection->updatedAt,
            $connection->authMode,
            $connection->token,
            $connection->expiresAt,
        ]);
    };
}

/** One handle of PHP's curl, which is kept, and json_decode. */
function withCurl(string $baseUrl, string $connectionId): Closure
{
    $curl = curl_init();
    curl_setopt_array($curl, [
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . SECRET_KEY],
        CURLOPT_CONNECTTIMEOUT => 10,
        CURLOPT_TIMEOUT => 30,
        CURLOPT_CAINFO => getenv('SSL_CERT_FILE') ?: null,
    ]);
    return static function () use ($curl, $baseUrl, $connectionId): void {
        curl_setopt($curl, CURLOPT_URL, "$baseUrl/connection/" . rawurlencode($connectionId) . '?'
            . http_build_query(['provider_config_key' => 'github']));
        $body = curl_exec($curl);
        if (!is_string($body) || curl_getinfo($curl, CURLINFO_RESPONSE_CODE) !== 200) {
            throw new RuntimeException('the call failed: ' . curl_error($curl));
        }
        $connection = json_decode($body, true, 512, JSON_THROW_ON_ERROR);
        $credentials = $connection['credentials'];
        check([
            $connection['connection_id'],
            $connection['provider_config_key'],
            $connection['provider'],
            $connection['created_at'],
            $connection['updated_at'],
            $credentials['type'],
            $credentials['access_token'],
            $credentials['expires_at'],
        ]);
    };
}

/**
 * The calls of each turn. Of "-" they come from standard input, a line each; the end of one is an empty line.
 *
 * @return iterable<int>
 */
function turns(string $calls): iterable
{
    if ($calls !== '-') {
        yield (int) $calls;
        return;
    }
    while (($line = fgets(STDIN)) !== false) {
        yield (int) $line;
        fwrite(STDOUT, "\n");
    }
}

[, $which, $baseUrl, $calls, $connectionId] = $argv;
$call = $which === 'nango' ? withNango($baseUrl, $connectionId) : withCurl($baseUrl, $connectionId);
foreach (turns($calls) as $count) {
    for ($i = 0; $i < $count; $i++) {
        $call();
    }
}
