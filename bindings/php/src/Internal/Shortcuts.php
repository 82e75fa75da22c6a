<?php

declare(strict_types=1);

namespace Nango\Internal;

use Nango\AuthMode;
use Nango\Connection;
use Nango\Exception\InvalidArgumentException;
use Nango\Exception\NangoException;
use Nango\NumberedObject;

/**
 * What a client gives of a connection without the rest of it.
 *
 * @internal
 */
trait Shortcuts
{
    /**
     * Gets the token of a connection alone: the access token of OAUTH2, the key of API_KEY and so on. It comes from the cache
     * if there is one.
     *
     * @param bool|float|null ...$options those of getConnection, by their names
     * @throws InvalidArgumentException the credentials are not one token
     * @throws NangoException the call failed; the subclass tells how
     */
    public function getToken(string $connectionId, string $providerConfigKey, bool|float|null ...$options): string
    {
        $connection = $this->getConnection($connectionId, $providerConfigKey, ...$options);
        return $connection->token ?? throw self::without($connection, 'token that stands alone');
    }

    /**
     * Gets what the external API said when it gave the token: `credentials->raw` of a connection.
     *
     * @param bool|float|null ...$options those of getConnection, by their names
     * @throws InvalidArgumentException Nango has nothing of the kind, as with API_KEY and BASIC
     * @throws NangoException the call failed; the subclass tells how
     */
    public function getRawTokenResponse(
        string $connectionId,
        string $providerConfigKey,
        bool|float|null ...$options
    ): mixed {
        $connection = $this->getConnection($connectionId, $providerConfigKey, ...$options);
        return $connection->credentials->raw ?? throw self::without($connection, 'raw token response');
    }

    /**
     * Gets what your product stored with a connection: its `metadata`. Null if there is nothing.
     *
     * @param bool|float|null ...$options those of getConnection, by their names
     * @return array<string, mixed>|NumberedObject|null
     * @throws NangoException the call failed; the subclass tells how
     */
    public function getMetadata(
        string $connectionId,
        string $providerConfigKey,
        bool|float|null ...$options
    ): array|NumberedObject|null {
        return $this->getConnection($connectionId, $providerConfigKey, ...$options)->metadata;
    }

    private static function without(Connection $connection, string $what): InvalidArgumentException
    {
        if ($connection->authMode === AuthMode::Absent) {
            return new InvalidArgumentException(
                "Nango sent no credentials for this connection, so there is no $what: give the secret key the scope "
                . 'environment:connections:read_credentials if the integration has any'
            );
        }
        $mode = $connection->authModeName ?? $connection->authMode->label();
        $own = implode(', ', [...$connection->credentials::own(), 'data']);
        return new InvalidArgumentException(
            "the credentials of this connection, of auth mode $mode, have no $what: call getConnection, whose "
            . "credentials have $own"
        );
    }
}
