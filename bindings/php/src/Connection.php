<?php

declare(strict_types=1);

namespace Nango;

use DateTimeImmutable;
use Nango\Credentials\Credentials;
use Nango\Exception\InvalidArgumentException;
use Nango\Internal\ConnectionHandle;
use Nango\Internal\Json;
use Nango\Internal\Library;
use Nango\Internal\ReadsLater;
use Nango\Internal\Times;
use Nango\Internal\Unserializable;

/**
 * A connection with fresh credentials. Get it just before use; keep a token for 5 minutes at most.
 *
 * Its properties are read from the library's memory, which is wiped when the last of the connection and its credentials is
 * gone. None can be written. var_dump, print_r, var_export and json_encode show the ids, the provider, the auth mode and
 * the times, and no secret. A property that has a secret is plain itself, so treat it as what it is.
 *
 * @property-read int $id Nango's own number of the connection; 0 if the answer has none
 * @property-read string $connectionId the id of the connection, as Nango's dashboard shows it
 * @property-read string $providerConfigKey the integration that the connection belongs to
 * @property-read string|null $provider the external API, such as "github"
 * @property-read AuthMode $authMode how the external API authenticates
 * @property-read string|null $authModeName the auth mode as sent, also where it is unknown
 * @property-read DateTimeImmutable|null $expiresAt when the credentials expire; null if they do not
 * @property-read DateTimeImmutable|null $createdAt when the connection was made
 * @property-read DateTimeImmutable|null $updatedAt when the connection was last changed
 * @property-read DateTimeImmutable|null $lastFetchedAt when the connection was last asked for
 * @property-read string|null $token what authenticates a request, where one string does; null for all other auth modes
 * @property-read Credentials $credentials all credentials: the class tells the auth mode
 * @property-read array<string, mixed>|NumberedObject|null $metadata what your product stored with the connection
 * @property-read array<string, mixed>|NumberedObject|null $connectionConfig what the connection was configured with, such as a
 *     subdomain
 * @property-read array<string, mixed>|NumberedObject|null $tags what the product sorts its connections by
 * @property-read array<string, mixed>|NumberedObject|null $endUser the customer's user who made the connection
 * @property-read list<mixed>|null $errors what is wrong with the connection
 * @property-read string|null $metadataJson the metadata as sent, in JSON; so of those below
 * @property-read string|null $connectionConfigJson
 * @property-read string|null $tagsJson
 * @property-read string|null $endUserJson
 * @property-read string|null $errorsJson
 * @property-read string|null $webhookUrlOverride where Nango sends this connection's webhooks instead
 * @property-read int|null $accountId the account, which only Nango Cloud of 2023 sends
 * @property-read string $json the whole document, as sent
 * @property-read array<string, mixed> $data the whole document. Members that have no property are here
 */
final class Connection implements \JsonSerializable
{
    use ReadsLater;
    use Unserializable;

    private const SHOWN = [
        'id', 'connectionId', 'providerConfigKey', 'provider', 'authMode', 'authModeName', 'expiresAt', 'createdAt',
        'updatedAt', 'lastFetchedAt',
    ];
    private const OTHERS = [
        'token', 'credentials', 'metadata', 'connectionConfig', 'tags', 'endUser', 'errors', 'metadataJson',
        'connectionConfigJson', 'tagsJson', 'endUserJson', 'errorsJson', 'webhookUrlOverride', 'accountId', 'json', 'data',
    ];

    /** Frees a pointer of FFI; null for a handle of the extension, which frees itself. */
    private ?ConnectionHandle $handle = null;

    /**
     * The extension makes objects without this.
     *
     * @internal
     */
    public function __construct(private readonly object $pointer, ConnectionHandle $handle)
    {
        $this->handle = $handle;
    }

    /**
     * A connection as the JSON that Nango sent, such as `json` of another one.
     *
     * @throws Exception\DecodeException it is not what Nango sends
     */
    public static function fromJson(#[\SensitiveParameter] string $json): self
    {
        $native = Library::native();
        $error = null;
        $pointer = $native->connectionFromJson(Internal\Arguments::text('json', $json), $error);
        return $native->connectionOf($pointer ?? throw Internal\Failure::take($native, $error));
    }

    /** The extension reads most of these itself, and leaves the rest to this: see connection.h there. */
    public function __get(string $name): mixed
    {
        $native = Library::native();
        $pointer = $this->pointer;
        return match ($name) {
            'token' => $native->connectionToken($pointer),
            'connectionId' => $native->connectionConnectionId($pointer) ?? '',
            'providerConfigKey' => $native->connectionProviderConfigKey($pointer) ?? '',
            'provider' => $native->connectionProvider($pointer),
            'authMode' => AuthMode::tryFrom($native->connectionAuthMode($pointer)) ?? AuthMode::Unknown,
            'authModeName' => $native->connectionAuthModeName($pointer),
            'id' => $native->connectionId($pointer),
            'credentials' => Credentials::of($pointer, $this->handle),
            'expiresAt' => $this->expiresAt(),
            'createdAt' => self::time($native->connectionCreatedAt($pointer)),
            'updatedAt' => self::time($native->connectionUpdatedAt($pointer)),
            'lastFetchedAt' => self::time($native->connectionLastFetchedAt($pointer)),
            'metadataJson' => $native->connectionMetadataJson($pointer),
            'connectionConfigJson' => $native->connectionConnectionConfigJson($pointer),
            'tagsJson' => $native->connectionTagsJson($pointer),
            'endUserJson' => $native->connectionEndUserJson($pointer),
            'errorsJson' => $native->connectionErrorsJson($pointer),
            'metadata', 'connectionConfig', 'tags', 'endUser', 'errors' => self::parsed($this->__get($name . 'Json')),
            'webhookUrlOverride' => $native->connectionWebhookUrlOverride($pointer),
            'accountId' => $native->connectionAccountId($pointer),
            'json' => $native->connectionJson($pointer) ?? '',
            'data' => self::parsed($native->connectionJson($pointer)),
            default => throw $this->unknown($name),
        };
    }

    /** Whether the credentials have expired, by the clock of this machine; false if they do not expire. */
    public function isExpired(): bool
    {
        $milliseconds = Library::native()->connectionExpiresAtMs($this->pointer);
        return $milliseconds !== null && $milliseconds <= (int) (microtime(true) * 1000);
    }

    /**
     * The value of the Authorization header that authenticates a request as this connection: "Bearer" and the token or key,
     * or "Basic" and what stands for username and password. It is a secret.
     *
     * @throws InvalidArgumentException these credentials make no such header
     */
    public function authorization(): string
    {
        $value = Library::native()->connectionAuthorization($this->pointer);
        if ($value !== null) {
            return $value;
        }
        if ($this->authMode === AuthMode::Absent) {
            throw new InvalidArgumentException(
                'Nango sent no credentials for this connection, so there is no Authorization header: give the secret key '
                . 'the scope environment:connections:read_credentials if the integration has any'
            );
        }
        throw new InvalidArgumentException(
            'the credentials of this connection, of auth mode ' . ($this->authModeName ?? $this->authMode->label())
            . ', make no Authorization header: call the external API with Client::proxy, which authenticates with every '
            . 'auth mode, or make what the API wants of the connection\'s credentials'
        );
    }

    /** The string that a JSON pointer (RFC 6901) names, such as "/connection_config/subdomain"; null if there is none. */
    public function getString(string $pointer): ?string
    {
        return str_contains($pointer, "\0")
            ? null
            : Library::native()->connectionGetString($this->pointer, $pointer);
    }

    /** The value that a JSON pointer names, in JSON as sent; null if there is none. */
    public function getJson(string $pointer): ?string
    {
        return str_contains($pointer, "\0")
            ? null
            : Library::native()->connectionGetJson($this->pointer, $pointer);
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        $shown = [];
        foreach (self::SHOWN as $name) {
            $shown[$name] = $this->__get($name);
        }
        return $shown;
    }

    /** @return array<string, mixed> */
    public function jsonSerialize(): array
    {
        return array_map(
            static fn (#[\SensitiveParameter] mixed $value): mixed => match (true) {
                $value instanceof AuthMode => $value->label(),
                $value instanceof DateTimeImmutable => Times::write($value),
                default => $value,
            },
            $this->__debugInfo()
        );
    }

    /** @return list<string> */
    private static function names(): array
    {
        return [...self::SHOWN, ...self::OTHERS];
    }

    private function expiresAt(): ?DateTimeImmutable
    {
        $milliseconds = Library::native()->connectionExpiresAtMs($this->pointer);
        return $milliseconds === null ? null : Times::ofMilliseconds($milliseconds);
    }

    private static function time(?string $text): ?DateTimeImmutable
    {
        return $text === null ? null : Times::read($text);
    }

    private static function parsed(#[\SensitiveParameter] ?string $json): mixed
    {
        return $json === null ? null : Json::read($json);
    }
}
