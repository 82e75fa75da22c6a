<?php

/*
 * Generated from abi/wrappers.json: do not edit.
 */

declare(strict_types=1);

namespace Nango;

/** What went wrong. The values are the numbers of nango.h. */
enum ErrorKind: int
{
    /** An argument or a setting is wrong; nothing was sent. */
    case InvalidArgument = 1;
    /** The host name cannot be resolved. */
    case Resolve = 2;
    /** No address of the host accepts the connection. */
    case Connect = 3;
    /** The handshake failed or the certificate is not trusted. */
    case Tls = 4;
    /** The HTTP proxy cannot be reached, rejects the request or times out. */
    case HttpProxy = 5;
    /** The call timed out. */
    case Timeout = 6;
    /** A cancel, an interrupt, or a client that was shut down. */
    case Cancelled = 7;
    /** The connection was lost before the response was complete. */
    case Io = 8;
    /** Nango's response does not match its documentation. */
    case Decode = 9;
    /** The response is larger than `max_response_bytes`, or the body of the request than Nango takes (75 MiB). */
    case TooLarge = 10;
    /** 401: the secret key is not accepted. */
    case Unauthorized = 11;
    /** 403: the secret key lacks a scope. */
    case Forbidden = 12;
    /** Nango reports that this environment has no such connection for this integration. */
    case NotFound = 13;
    /** The external API refused to refresh. */
    case RefreshFailed = 14;
    /** 429. */
    case RateLimited = 15;
    /** Any other error in Nango's format. */
    case Api = 16;
    /** 5xx, or a Nango server that cannot reach its database. */
    case Server = 17;
    /** No such integration in the environment of this key. */
    case UnknownIntegration = 18;
    /** A web page, a redirect or a bare 404: the response is not from Nango. */
    case NotNango = 19;
    /** A webhook is not signed with this key. */
    case WebhookSignature = 20;
    /** An internal error of this library. */
    case Internal = 99;

    /** The name that nango.h has for it, such as "NOT_FOUND". */
    public function label(): string
    {
        return match ($this) {
            self::InvalidArgument => 'INVALID_ARGUMENT',
            self::Resolve => 'RESOLVE',
            self::Connect => 'CONNECT',
            self::Tls => 'TLS',
            self::HttpProxy => 'HTTP_PROXY',
            self::Timeout => 'TIMEOUT',
            self::Cancelled => 'CANCELLED',
            self::Io => 'IO',
            self::Decode => 'DECODE',
            self::TooLarge => 'TOO_LARGE',
            self::Unauthorized => 'UNAUTHORIZED',
            self::Forbidden => 'FORBIDDEN',
            self::NotFound => 'NOT_FOUND',
            self::RefreshFailed => 'REFRESH_FAILED',
            self::RateLimited => 'RATE_LIMITED',
            self::Api => 'API',
            self::Server => 'SERVER',
            self::UnknownIntegration => 'UNKNOWN_INTEGRATION',
            self::NotNango => 'NOT_NANGO',
            self::WebhookSignature => 'WEBHOOK_SIGNATURE',
            self::Internal => 'INTERNAL',
        };
    }
}
