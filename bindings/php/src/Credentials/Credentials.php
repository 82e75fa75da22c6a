<?php

declare(strict_types=1);

namespace Nango\Credentials;

use DateTimeImmutable;
use Nango\AuthMode;
use Nango\Internal\ConnectionHandle;
use Nango\Internal\Json;
use Nango\Internal\Library;
use Nango\Internal\ReadsLater;
use Nango\Internal\Times;
use Nango\Internal\Unserializable;
use Nango\NumberedObject;

/**
 * What the credentials of every auth mode have. A property is null where Nango did not send it, and none is ever printed.
 *
 * @property-read DateTimeImmutable|null $expiresAt when they expire; null if they do not
 * @property-read mixed $raw what the external API said when it gave the credentials, usually an array
 * @property-read array<string, mixed>|NumberedObject $data all of the credentials, the user's own fields of JWT and TWO_STEP
 *     among them
 * @property-read string|null $json all of the credentials as sent; null if Nango sent none
 * @property-read string|null $rawJson what the external API said, in JSON as sent
 */
abstract class Credentials implements \JsonSerializable
{
    use ReadsLater;
    use Unserializable;

    /** The texts, by the names of their properties: what Nango calls them. */
    protected const TEXTS = [];
    /** The objects, in the same way. */
    protected const OBJECTS = [];

    private const CLASSES = [
        AbsentCredentials::class, UnknownCredentials::class, NoCredentials::class, OAuth1Credentials::class,
        OAuth2Credentials::class, OAuth2ClientCredentials::class, BasicCredentials::class, ApiKeyCredentials::class,
        AppCredentials::class, AppStoreCredentials::class, CustomCredentials::class, TbaCredentials::class,
        TableauCredentials::class, JwtCredentials::class, BillCredentials::class, TwoStepCredentials::class,
        SignatureCredentials::class, McpOAuth2Credentials::class, McpOAuth2GenericCredentials::class,
        InstallPluginCredentials::class, AwsSigV4Credentials::class,
    ];

    final private function __construct(private readonly object $pointer, private readonly ?ConnectionHandle $handle)
    {
    }

    /** @internal */
    public static function of(object $pointer, ?ConnectionHandle $handle): self
    {
        // In the order of the numbers; a newer library may have more.
        $mode = Library::native()->connectionAuthMode($pointer);
        $class = self::CLASSES[$mode] ?? self::CLASSES[AuthMode::Unknown->value];
        return new $class($pointer, $handle);
    }

    public function __get(string $name): mixed
    {
        $native = Library::native();
        $pointer = $this->pointer;
        if (isset(static::TEXTS[$name])) {
            return $native->connectionCredential($pointer, static::TEXTS[$name]);
        }
        if (isset(static::OBJECTS[$name])) {
            $json = $native->connectionGetJson($pointer, '/credentials/' . static::OBJECTS[$name]);
            $value = $json === null ? null : Json::read($json);
            return is_array($value) || $value instanceof NumberedObject ? $value : null;
        }
        return match ($name) {
            'expiresAt' => $this->expiresAt(),
            'json' => $native->connectionCredentialsJson($pointer),
            'rawJson' => $native->connectionRawJson($pointer),
            'data' => Json::read($native->connectionCredentialsJson($pointer) ?? '{}'),
            'raw' => Json::read($native->connectionRawJson($pointer) ?? 'null'),
            default => throw $this->unknown($name),
        };
    }

    /** A text among the credentials, by the name that Nango has for it, such as "apiKey"; null if there is none. */
    public function get(string $name): ?string
    {
        return str_contains($name, "\0")
            ? null
            : Library::native()->connectionCredential($this->pointer, $name);
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['expiresAt' => $this->expiresAt()];
    }

    /** @return array<string, mixed> */
    public function jsonSerialize(): array
    {
        $expiresAt = $this->expiresAt();
        return ['expiresAt' => $expiresAt === null ? null : Times::write($expiresAt)];
    }

    /**
     * The properties that this class has and others have not.
     *
     * @internal
     * @return list<string>
     */
    public static function own(): array
    {
        return array_keys(static::TEXTS + static::OBJECTS);
    }

    /** @return list<string> */
    private static function names(): array
    {
        return [...static::own(), 'expiresAt', 'json', 'rawJson', 'data', 'raw'];
    }

    private function expiresAt(): ?DateTimeImmutable
    {
        $milliseconds = Library::native()->connectionExpiresAtMs($this->pointer);
        return $milliseconds === null ? null : Times::ofMilliseconds($milliseconds);
    }
}
