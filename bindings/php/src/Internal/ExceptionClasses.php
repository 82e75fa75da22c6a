<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Internal;

use Nango\Exception;

/**
 * The class of each kind of error.
 *
 * @internal
 */
final class ExceptionClasses
{
    /** @var array<int, class-string<Exception\NangoException>> */
    public const BY_KIND = [
        1 => Exception\InvalidArgumentException::class,
        2 => Exception\ConnectionException::class,
        3 => Exception\ConnectionException::class,
        4 => Exception\TLSException::class,
        5 => Exception\ProxyException::class,
        6 => Exception\TimeoutException::class,
        7 => Exception\CallCancelledException::class,
        8 => Exception\ConnectionException::class,
        9 => Exception\DecodeException::class,
        10 => Exception\TooLargeException::class,
        11 => Exception\AuthenticationException::class,
        12 => Exception\PermissionDeniedException::class,
        13 => Exception\NotFoundException::class,
        14 => Exception\RefreshFailedException::class,
        15 => Exception\RateLimitException::class,
        16 => Exception\APIException::class,
        17 => Exception\ServerException::class,
        18 => Exception\UnknownIntegrationException::class,
        19 => Exception\NotNangoException::class,
        20 => Exception\WebhookSignatureException::class,
        99 => Exception\InternalException::class,
    ];
}
