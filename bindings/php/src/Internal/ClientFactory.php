<?php

declare(strict_types=1);

namespace Nango\Internal;

use Nango\Route;

/**
 * Makes clients of the library, or finds one that was kept for the same settings.
 *
 * @internal
 */
final class ClientFactory
{
    /** How many are kept: a program may have settings without end, such as one secret key for each of its customers. */
    private const MOST = 64;
    /** What the library reads of the environment, in which kept clients may differ. */
    private const VARIABLES = [
        'NANGO_SECRET_KEY', 'NANGO_API_KEY', 'NANGO_BASE_URL', 'NANGO_HOSTPORT', 'NANGO_ALLOW_PLAINTEXT_HTTP',
        'https_proxy', 'HTTPS_PROXY', 'http_proxy', 'all_proxy', 'ALL_PROXY', 'no_proxy', 'NO_PROXY',
        'SSL_CERT_FILE', 'SSL_CERT_DIR',
    ];

    /** @var array<string, ClientHandle> the one that was used last is the last */
    private static array $kept = [];

    /** @param array<string, mixed> $settings */
    public static function handle(
        #[\SensitiveParameter] array $settings,
        ?Observers $observers,
        bool $persistent
    ): ClientHandle {
        $native = Library::native();
        $settings = self::checked($settings);
        if (!$persistent) {
            return new ClientHandle($native, self::client($native, $settings, $observers));
        }
        $key = self::key($native, $settings, $observers);
        $handle = self::$kept[$key] ?? null;
        if ($handle === null) {
            $pointer = $native->keptClient($key);
            if ($pointer === null) {
                $pointer = self::client($native, $settings, $observers);
                $native->keepClient($key, $pointer);
            }
            $handle = new ClientHandle($native, $pointer);
        }
        unset(self::$kept[$key]);
        self::$kept[$key] = $handle;
        if (count(self::$kept) > self::MOST) {
            array_shift(self::$kept);
        }
        return $handle;
    }

    /**
     * The settings, of which each has a form that can be compared: what serialize throws would have them in its trace.
     *
     * @param array<string, mixed> $settings
     * @return array<string, mixed>
     */
    private static function checked(#[\SensitiveParameter] array $settings): array
    {
        $headers = $settings['headers'];
        $settings['headers'] = Arguments::pairs('header', is_array($headers) ? $headers : []);
        $pair = $settings['client_certificate'];
        $isPair = is_array($pair) && count($pair) === 2 && is_string($pair[0] ?? null) && is_string($pair[1] ?? null);
        if ($pair !== [] && !$isPair) {
            throw new \TypeError('clientCertificate must be a pair: the texts of the certificate and of its key, in PEM');
        }
        return $settings;
    }

    /**
     * What a client is kept for: a hash, with a key that no other process has, so that it tells nothing of the settings.
     *
     * @param array<string, mixed> $settings
     */
    private static function key(
        Native $native,
        #[\SensitiveParameter] array $settings,
        ?Observers $observers
    ): string {
        $environment = $settings['read_env'] === true
            ? array_map(static fn (string $name) => getenv($name, true), self::VARIABLES)
            : [];
        $caFile = $settings['ca_file'];
        $file = is_string($caFile) && is_file($caFile) ? stat($caFile) : null;
        $certificates = $file === null || $file === false ? null : [$file['ino'], $file['size'], $file['mtime']];
        $of = [$settings, $environment, $certificates, $observers?->level, $observers?->onCall !== null];
        return hash_hmac('sha256', serialize($of), $native->processKey(), true);
    }

    /** @param array<string, mixed> $settings */
    private static function client(
        Native $native,
        #[\SensitiveParameter] array $settings,
        ?Observers $observers
    ): object {
        $options = $native->clientOptionsNew();
        assert($options !== null);
        try {
            self::fill($native, $options, $settings);
            if ($observers !== null && $observers->level > 0) {
                $native->clientOptionsSetLogRecord($options, $observers->level);
            }
            if ($observers?->onCall !== null) {
                $native->clientOptionsSetCallHook($options);
            }
            $error = null;
            return $native->clientNew($options, $error) ?? throw Failure::take($native, $error);
        } finally {
            $native->clientOptionsFree($options);
        }
    }

    /** @param array<string, mixed> $settings */
    private static function fill(Native $native, object $options, #[\SensitiveParameter] array $settings): void
    {
        foreach (PlainSettings::SETTERS as $name => [$setter, $kind]) {
            $value = $settings[$name];
            $name = Names::inPhp($name);
            if ($value !== null) {
                $native->$setter($options, match (true) {
                    is_string($value) => Arguments::text($name, $value),
                    is_float($value) => Arguments::milliseconds($name, $value),
                    is_int($value) => Arguments::count($name, $value, $kind === 'count' ? 2 ** 31 - 1 : PHP_INT_MAX),
                    default => $value,
                });
            }
        }
        if ($settings['route'] instanceof Route) {
            $native->clientOptionsSetRoute($options, $settings['route']->value);
        }
        /** @var array{}|array{string, string} $pair */
        $pair = $settings['client_certificate'];
        if ($pair !== []) {
            $native->clientOptionsSetClientCertificate(
                $options,
                Arguments::text('clientCertificate: the certificate', $pair[0]),
                Arguments::text('clientCertificate: the key', $pair[1])
            );
        }
        /** @var list<array{string, string}> $headers */
        $headers = $settings['headers'];
        foreach ($headers as [$name, $value]) {
            $native->clientOptionsAddHeader($options, $name, $value);
        }
    }
}
