<?php

declare(strict_types=1);

namespace Nango\Psr18;

use Nango\Client as NangoClient;
use Nango\Exception\ConnectionException;
use Nango\Exception\InvalidArgumentException;
use Nango\Exception\NangoException;
use Nango\Internal\CredentialHeaders;
use Psr\Http\Client\ClientInterface;
use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\ResponseFactoryInterface;
use Psr\Http\Message\ResponseInterface;
use Psr\Http\Message\StreamFactoryInterface;
use Psr\Http\Message\UriInterface;

/**
 * A PSR-18 client that calls the external API of one connection through Nango's proxy, which adds the credentials: for SDKs
 * that take a client.
 *
 * The path and query of a request's URI are below the external API's base URL. With $keepsHost the scheme and host of the
 * URI are sent as baseUrlOverride; without it they are ignored. Needs psr/http-client, and a factory such as nyholm/psr7 has.
 *
 * A header with other credentials (Authorization, X-Api-Key and those in docs/proxy.md) would replace the customer's, so the
 * request is refused before anything is sent, unless $authorization says otherwise.
 */
final class Client implements ClientInterface
{
    /** Headers that belong to one connection between two hosts. */
    private const OF_THE_CONNECTION = ['host', 'connection', 'content-length', 'proxy-authorization', 'transfer-encoding'];

    /**
     * @param float|null $timeout how many seconds it may take until the head of the answer has come
     * @param Authorization $authorization what to do with credentials in the headers of a request
     */
    public function __construct(
        private readonly NangoClient $client,
        private readonly string $connectionId,
        private readonly string $providerConfigKey,
        private readonly ResponseFactoryInterface&StreamFactoryInterface $factory,
        private readonly bool $keepsHost = false,
        private readonly ?float $timeout = null,
        #[\SensitiveParameter] private readonly Authorization $authorization = Authorization::Refuse
    ) {
    }

    /**
     * Sends a request. The body of the response is read as it is asked for.
     *
     * @throws NetworkException Nango could not be reached
     * @throws RequestException the request cannot be sent, or has credentials
     * @throws ClientException any other failure of Nango; its previous exception is the NangoException
     */
    public function sendRequest(#[\SensitiveParameter] RequestInterface $request): ResponseInterface
    {
        $uri = $request->getUri();
        $endpoint = ($uri->getPath() === '' ? '/' : $uri->getPath()) . ($uri->getQuery() === '' ? '' : "?{$uri->getQuery()}");
        $headers = [];
        foreach ($request->getHeaders() as $name => $values) {
            $name = (string) $name;
            if (!in_array(strtolower($name), self::OF_THE_CONNECTION, true) && !$this->leavesOut($name, $request)) {
                $headers[] = [$name, implode(', ', $values)];
            }
        }
        try {
            $response = $this->client->proxy(
                $this->connectionId,
                $this->providerConfigKey,
                $request->getMethod(),
                $endpoint,
                headers: $headers,
                body: self::body($request),
                baseUrlOverride: $this->keepsHost ? self::host($uri) : null,
                timeout: $this->timeout
            );
        } catch (NangoException $failure) {
            throw match (true) {
                $failure instanceof ConnectionException => new NetworkException($request, $failure),
                $failure instanceof InvalidArgumentException => new RequestException($request, $failure),
                default => new ClientException($failure),
            };
        }
        $answer = $this->factory->createResponse($response->status);
        foreach ($response->headers() as [$name, $value]) {
            $answer = $answer->withAddedHeader($name, $value);
        }
        return $answer->withBody($this->factory->createStreamFromResource($response->stream()));
    }

    /** Whether a header has credentials that are not to be sent. */
    private function leavesOut(string $name, #[\SensitiveParameter] RequestInterface $request): bool
    {
        if (
            $this->authorization === Authorization::Send
            || !in_array(strtolower($name), CredentialHeaders::NAMES, true)
        ) {
            return false;
        }
        if ($this->authorization === Authorization::Drop) {
            return true;
        }
        throw new RequestException($request, new InvalidArgumentException(
            "the request has a header $name, which may replace the customer's credentials: remove it, or make the client with "
            . 'authorization: Authorization::Drop to leave it out (for a library that insists on a key) or with '
            . 'authorization: Authorization::Send to authenticate with it instead'
        ));
    }

    /** Scheme, host and port: user information would be credentials too. */
    private static function host(UriInterface $uri): string
    {
        $port = $uri->getPort();
        return "{$uri->getScheme()}://{$uri->getHost()}" . ($port === null ? '' : ":$port");
    }

    /** The body, in parts unless it is short; null if there is none. */
    private static function body(#[\SensitiveParameter] RequestInterface $request): string|\Generator|null
    {
        $body = $request->getBody();
        $size = $body->getSize();
        if ($size === 0) {
            return null;
        }
        if ($body->isSeekable()) {
            $body->rewind();
        }
        if ($size !== null && $size <= 65536) {
            return $body->getContents();
        }
        return (static function () use ($body): \Generator {
            while (!$body->eof()) {
                yield $body->read(65536);
            }
        })();
    }
}
