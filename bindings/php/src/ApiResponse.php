<?php

declare(strict_types=1);

namespace Nango;

use Nango\Exception\DecodeException;
use Nango\Internal\Headers;
use Nango\Internal\Hidden;
use Nango\Internal\Json;
use Nango\Internal\MismatchException;
use Nango\Internal\Unserializable;

/** What Nango answers to Client::request. Headers and body may have secrets: they are methods, which no printer calls. */
final class ApiResponse
{
    use Unserializable;

    /**
     * @internal
     * @param list<array{string, string}> $headers
     */
    public function __construct(
        public readonly int $status,
        #[\SensitiveParameter] array $headers,
        #[\SensitiveParameter] string $body
    ) {
        Hidden::keep($this, ['headers' => $headers, 'body' => $body]);
    }

    /** The value of a header, by its name in whatever case; null if there is none. The first, if there are several. */
    public function header(string $name): ?string
    {
        return Headers::first($this->headers(), $name);
    }

    /** @return list<array{string, string}> all headers, as pairs of a name and a value */
    public function headers(): array
    {
        /** @var list<array{string, string}> */
        return Hidden::of($this)['headers'];
    }

    /** The body as it came. */
    public function body(): string
    {
        /** @var string */
        return Hidden::of($this)['body'];
    }

    /**
     * What the body says as JSON. Objects are arrays; {} within it is an EmptyObject, and one whose
     * names are 0, 1 and so on a NumberedObject.
     *
     * @throws DecodeException it is not JSON
     */
    public function json(): mixed
    {
        try {
            return Json::decode($this->body());
        } catch (\JsonException $problem) {
            throw $this->undecoded("the response is not JSON that PHP reads ({$problem->getMessage()})");
        }
    }

    /** @internal */
    public function mismatch(MismatchException $mismatch): DecodeException
    {
        return $this->undecoded(
            "the response is not as Nango's API describes it: {$mismatch->problem()}: update libnango, or make the call "
            . 'with $client->request'
        );
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['status' => $this->status];
    }

    private function undecoded(string $message): DecodeException
    {
        return new DecodeException($message, httpStatus: $this->status, body: $this->body(), attempts: 1);
    }
}
