<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use DateTimeImmutable;
use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * A connect session, which ends after 30 minutes.
 *
 * @property-read string $token the token for Nango's frontend SDK. Never printed.
 * @property-read string $connectLink the URL at which the customer connects. It holds the token. Never printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class ConnectSession extends Model
{
    /** When it ends. */
    public readonly ?DateTimeImmutable $expiresAt;

    protected const LATER = ['token', 'connectLink', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->expiresAt = $sent->timestamp('expires_at');
        Hidden::keep($this, [
            'token' => $sent->string('token'),
            'connectLink' => $sent->string('connect_link'),
            'unknownFields' => $sent->others([
                'token',
                'connect_link',
                'expires_at',
            ]),
        ]);
    }
}
