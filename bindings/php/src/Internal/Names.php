<?php

// Generated from abi/wrappers.json by make generate: do not edit.

declare(strict_types=1);

namespace Nango\Internal;

/**
 * What the library's messages call settings, arguments and results, and what they are called in PHP.
 *
 * @internal
 */
final class Names
{
    private const IN_PHP = [
        'secret_key' => 'secretKey',
        'base_url' => 'baseUrl',
        'allow_plaintext_http' => 'allowPlaintextHttp',
        'connect_timeout' => 'connectTimeout',
        'max_retries' => 'maxRetries',
        'max_response_bytes' => 'maxResponseBytes',
        'http_proxy' => 'httpProxy',
        'ca_file' => 'caFile',
        'client_certificate' => 'clientCertificate',
        'cache_ttl' => 'cacheTtl',
        'user_agent' => 'userAgent',
        'read_env' => 'readEnv',
        'connection_id' => 'connectionId',
        'provider_config_key' => 'providerConfigKey',
        'cert_pem' => 'certPem',
        'key_pem' => 'keyPem',
        'max_age' => 'maxAge',
        'force_refresh' => 'forceRefresh',
        'refresh_token' => 'refreshToken',
        'refresh_github_app_jwt_token' => 'refreshGithubAppJwtToken',
        'path_parameter' => 'pathParameter',
        'content_type' => 'contentType',
        'body_reader' => 'bodyReader',
        'signing_key' => 'signingKey',
        'base_url_override' => 'baseUrlOverride',
        'retry_on' => 'retryOn',
        'nango_parses_body' => 'nangoParsesBody',
        'forward_headers_on_redirect' => 'forwardHeadersOnRedirect',
        'idle_timeout' => 'idleTimeout',
        'server_message' => 'serverMessage',
        'retry_after' => 'retryAfter',
    ];
    private const SNAKE_CASE = '/(?<=^|[ (])(?<!environment variable )[a-z]+(?:_[a-z]+)+(?![\w\/=-]|\.\w)/';

    /** A message with the names of PHP, for what is a word of its own: not a part of a JSON pointer, nor a variable. */
    public static function inPhp(string $message): string
    {
        // A function, which has no other place in a message.
        $message = str_replace('Client::proxy, in C nango_proxy,', 'Client::proxy,', $message);
        $named = static fn (#[\SensitiveParameter] array $found): string => self::IN_PHP[$found[0]] ?? $found[0];
        return preg_replace_callback(self::SNAKE_CASE, $named, $message) ?? $message;
    }
}
