<?php

declare(strict_types=1);

namespace Nango;

use Nango\Exception\InvalidArgumentException;
use Nango\Internal\Arguments;
use Nango\Internal\Failure;
use Nango\Internal\Json;
use Nango\Internal\Library;
use Nango\Internal\Members;
use Nango\Internal\MismatchException;
use Nango\Model\AsyncActionWebhook;
use Nango\Model\AuthWebhook;
use Nango\Model\ForwardWebhook;
use Nango\Model\SyncWebhook;
use Nango\Model\UnknownWebhook;

/**
 * Webhooks that Nango sends to a program: whether one is signed, and what it says.
 *
 *     $webhook = Webhooks::parse(file_get_contents('php://input'), $_SERVER, getenv('NANGO_WEBHOOK_SIGNING_KEY'));
 *
 * The key is the webhook signing key of the environment, which is not the API key. The body is what was received, byte by
 * byte. The signature is in the header X-Nango-Hmac-Sha256; X-Nango-Signature can be forged and is never looked at. A
 * signature does not say when the webhook was sent: a copy of it is signed too.
 */
final class Webhooks
{
    /** The header with the signature. */
    public const SIGNATURE_HEADER = 'X-Nango-Hmac-Sha256';

    /** Those that Nango makes. An external API chooses what is in a webhook that is forwarded as it came. */
    private const OF_NANGO = [
        'auth' => AuthWebhook::class,
        'sync' => SyncWebhook::class,
        'async_action' => AsyncActionWebhook::class,
    ];

    /**
     * Whether a webhook was signed with this key, compared in constant time.
     *
     * @param string $body the body as it was received
     * @param array<mixed> $headers the headers of the request, with names in any case, or $_SERVER; of one header there may be a
     *     list of values, as PSR-7 has
     * @param string $signingKey the webhook signing key of the environment
     * @throws InvalidArgumentException the key is empty
     */
    public static function isSigned(
        #[\SensitiveParameter] string $body,
        #[\SensitiveParameter] array $headers,
        #[\SensitiveParameter] string $signingKey
    ): bool {
        return Library::native()->webhookIsSigned($body, self::signature($headers), self::key($signingKey));
    }

    /**
     * Reads a webhook that is signed.
     *
     * @param string $body the body as it was received
     * @param array<mixed> $headers see isSigned
     * @param string $signingKey see isSigned
     * @throws Exception\WebhookSignatureException it is not signed with this key: answer 401
     * @throws Exception\DecodeException it is not JSON, or not as Nango describes its type
     * @throws InvalidArgumentException the key is empty
     */
    public static function parse(
        #[\SensitiveParameter] string $body,
        #[\SensitiveParameter] array $headers,
        #[\SensitiveParameter] string $signingKey
    ): AuthWebhook|SyncWebhook|ForwardWebhook|AsyncActionWebhook|UnknownWebhook {
        $native = Library::native();
        $error = null;
        $webhook = $native->webhookParse($body, self::signature($headers), self::key($signingKey), $error);
        if ($webhook === null) {
            throw Failure::take($native, $error);
        }
        $native->webhookFree($webhook);
        try {
            return self::read(Json::read($body));
        } catch (MismatchException $mismatch) {
            throw Members::mismatch(
                $mismatch,
                'the webhook',
                'update libnango, or read its JSON yourself after Webhooks::isSigned'
            );
        }
    }

    private static function read(
        #[\SensitiveParameter] mixed $sent
    ): AuthWebhook|SyncWebhook|ForwardWebhook|AsyncActionWebhook|UnknownWebhook {
        $named = is_array($sent) && is_string($sent['type'] ?? null) ? $sent['type'] : null;
        $isOfNango = is_array($sent) && ($sent['from'] ?? null) === 'nango';
        $class = match (true) {
            $named === 'forward' => ForwardWebhook::class,
            $isOfNango && $named !== null => self::OF_NANGO[$named] ?? null,
            default => null,
        };
        return $class === null
            ? Members::read(UnknownWebhook::class, ['type' => $named, 'payload' => $sent])
            : Members::read($class, $sent);
    }

    /**
     * The value of the header; "" if there is none, or several.
     *
     * @param array<mixed> $headers
     */
    private static function signature(#[\SensitiveParameter] array $headers): string
    {
        $found = [];
        foreach ($headers as $name => $values) {
            $name = strtolower(trim(str_replace('_', '-', (string) $name)));
            if ($name === 'x-nango-hmac-sha256' || $name === 'http-x-nango-hmac-sha256') {
                array_push($found, ...(is_array($values) ? array_values($values) : [$values]));
            }
        }
        // C would see only what is before a NUL.
        return count($found) === 1 && is_string($found[0]) && !str_contains($found[0], "\0") ? $found[0] : '';
    }

    private static function key(#[\SensitiveParameter] string $signingKey): string
    {
        if ($signingKey === '') {
            throw new InvalidArgumentException(
                'signing_key is empty: pass the webhook signing key of the environment, which is not the API key'
            );
        }
        return Arguments::text('signingKey', $signingKey);
    }
}
