<?php

/*
 * Every accessor by its name, as JSON.
 */

declare(strict_types=1);

use Nango\Connection;
use Nango\EmptyObject;
use Nango\Exception\NangoException;
use Nango\Model\Model;
use Nango\NumberedObject;
use Nango\Pages;
use Nango\Response;

/** The properties of a connection with the names of C. */
const OF_CONNECTION = [
    'id' => 'id', 'connection_id' => 'connectionId', 'provider_config_key' => 'providerConfigKey',
    'provider' => 'provider', 'account_id' => 'accountId', 'webhook_url_override' => 'webhookUrlOverride',
    'json' => 'json', 'auth_mode_name' => 'authModeName', 'token' => 'token', 'metadata_json' => 'metadataJson',
    'connection_config_json' => 'connectionConfigJson', 'tags_json' => 'tagsJson', 'end_user_json' => 'endUserJson',
    'errors_json' => 'errorsJson',
];
const TIMES_OF_CONNECTION = ['created_at' => 'createdAt', 'updated_at' => 'updatedAt', 'last_fetched_at' => 'lastFetchedAt'];
/** Credentials with an accessor of their own in C, and the names under which they are sent. */
const CREDENTIALS = [
    'api_key' => 'apiKey', 'access_token' => 'access_token', 'refresh_token' => 'refresh_token',
    'oauth_token' => 'oauth_token', 'oauth_token_secret' => 'oauth_token_secret', 'username' => 'username',
    'password' => 'password',
];

/** @return array<string, mixed> */
function ofConnection(Connection $connection): array
{
    $fields = [];
    foreach (OF_CONNECTION as $name => $property) {
        $fields[$name] = $connection->$property;
    }
    foreach (TIMES_OF_CONNECTION as $name => $property) {
        $fields[$name] = $connection->getString("/$name");
        $time = $connection->$property;
        if ($time !== null && (new DateTimeImmutable($fields[$name]))->getTimestamp() !== $time->getTimestamp()) {
            throw new LogicException("$property is another time than what was sent");
        }
    }
    $credentials = $connection->credentials;
    foreach (CREDENTIALS as $name => $sentAs) {
        $property = lcfirst(str_replace('_', '', ucwords($name, '_')));
        $isOwn = in_array($property, $credentials::own(), true);
        $fields[$name] = $isOwn ? $credentials->$property : $credentials->get($sentAs);
    }
    foreach (['metadata', 'connectionConfig', 'tags', 'endUser', 'errors'] as $property) {
        // Null if it has half a surrogate pair.
        $sent = json_decode($connection->{$property . 'Json'} ?? 'null', true, 512, JSON_BIGINT_AS_STRING);
        if ($sent !== null && $sent != plain($connection->$property)) {
            throw new LogicException("$property is not what its JSON says");
        }
    }
    $expiresAt = $connection->expiresAt;
    return $fields + [
        'auth_mode' => $connection->authMode->value,
        'credentials_json' => $credentials->json,
        'raw_json' => $credentials->rawJson,
        'expires_at' => $credentials->get('expires_at'),
        'expires_at_ms' => $expiresAt === null ? null : $expiresAt->getTimestamp() * 1000 + (int) $expiresAt->format('v'),
    ];
}

/** A value as json_decode gives it. */
function plain(mixed $value): mixed
{
    return match (true) {
        $value instanceof EmptyObject => [],
        $value instanceof NumberedObject => array_map(plain(...), $value->toArray()),
        is_array($value) => array_map(plain(...), $value),
        default => $value,
    };
}

function lookUpInConnection(Connection $connection, string $function, string $argument): ?string
{
    return match ($function) {
        'get_string' => $connection->getString($argument),
        'get_json' => $connection->getJson($argument),
        'credential' => $connection->credentials->get($argument),
    };
}

/** @return array<string, mixed> */
function ofResponse(Response $response, Download $body): array
{
    $fields = ['status' => $response->status, 'header_count' => count($response->headers())];
    return $body->kept === null ? $fields : $fields + ['body' => bin2hex($body->kept)];
}

function lookUpInResponse(Response $response, string $function, string $argument): ?string
{
    return match ($function) {
        'header' => $response->header($argument),
        'get_string' => $response->getString($argument),
        'get_json' => $response->getJson($argument),
    };
}

/** @return array<string, mixed> */
function ofError(NangoException $error): array
{
    $wait = $error->retryAfter === null ? -1 : round($error->retryAfter * 1000);
    return [
        'kind' => $error->kindNumber,
        'kind_name' => $error->kind->label(),
        'http_status' => $error->httpStatus ?? 0,
        'code' => $error->errorCode,
        'server_message' => $error->serverMessage(),
        'body' => $error->body(),
        'retry_after_ms' => $wait >= PHP_INT_MAX ? PHP_INT_MAX : (int) $wait,
        'attempts' => $error->attempts,
        'is_retryable' => (int) $error->isRetryable,
        'message' => $error->getMessage(),
    ];
}

/** The result of an operation, with all items of a list, under the names of the description. */
function shown(mixed $value, string $kind = ''): mixed
{
    if ($value instanceof Pages) {
        return array_map(shown(...), $value->all());
    }
    if ($value instanceof Model) {
        $fields = [];
        foreach (FIELDS[substr(strrchr($value::class, '\\'), 1)] as $property => [$name, $kindOfField]) {
            $fields[$name] = shown($value->$property, $kindOfField);
        }
        $isWhole = !in_array('unknownFields', (new ReflectionClassConstant($value, 'LATER'))->getValue(), true);
        return $isWhole || $value->unknownFields === [] ? $fields : $fields + ['unknown' => shown($value->unknownFields)];
    }
    if ($value instanceof DateTimeInterface) {
        return $value->format('Y-m-d\TH:i:s.uP');
    }
    if ($value instanceof EmptyObject || $value instanceof NumberedObject) {
        return $value;
    }
    if (is_array($value)) {
        $shown = array_map(static fn (mixed $item): mixed => shown($item), $value);
        return $shown === [] && ($kind === 'object' || $kind === 'map') ? new stdClass() : $shown;
    }
    return $value;
}
