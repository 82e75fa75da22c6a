<?php

declare(strict_types=1);

namespace Nango\Exception;

use Nango\ErrorKind;
use Nango\Finding;
use Nango\Internal\Hidden;
use Nango\Internal\Json;

/**
 * A call that failed.
 *
 * The message says what was wrong and what would be right, in the library's own words. It holds no secret and nothing that
 * the server said. What the server said may hold customer data: serverMessage, body, details and findings are methods, which
 * no printer calls.
 */
class NangoException extends \RuntimeException
{
    /** What went wrong. For a kind that is newer than this package: kindNumber. */
    public readonly ErrorKind $kind;
    /** The number of the kind in nango.h. */
    public readonly int $kindNumber;

    /**
     * @param int|null $httpStatus the HTTP status of the answer; null if there was none
     * @param string|null $errorCode Nango's own code for the error, such as "unknown_provider_config"
     * @param float|null $retryAfter how many seconds the server asks to wait before the next try; null if it does not say
     * @param int $attempts how often the call was tried; 0 if nothing left the machine
     * @param bool $isRetryable whether the same call may succeed later and repeating it can do no harm
     * @param string|null $requestId Nango's own id of the request, which its support can look up; null if it sent none
     */
    public function __construct(
        string $message,
        ErrorKind|int|null $kind = null,
        public readonly ?int $httpStatus = null,
        public readonly ?string $errorCode = null,
        #[\SensitiveParameter] ?string $serverMessage = null,
        #[\SensitiveParameter] ?string $body = null,
        public readonly ?float $retryAfter = null,
        public readonly int $attempts = 0,
        public readonly bool $isRetryable = false,
        public readonly ?string $requestId = null,
    ) {
        parent::__construct($message);
        $kind ??= static::defaultKind();
        $this->kindNumber = is_int($kind) ? $kind : $kind->value;
        $this->kind = is_int($kind) ? ErrorKind::tryFrom($kind) ?? ErrorKind::Internal : $kind;
        if ($serverMessage !== null || $body !== null) {
            Hidden::keep($this, ['serverMessage' => $serverMessage, 'body' => $body]);
        }
        $this->forgetArguments();
    }

    /** The server's message, for people. May contain customer data: do not log it by default. */
    public function serverMessage(): ?string
    {
        /** @var string|null */
        return Hidden::of($this)['serverMessage'] ?? null;
    }

    /** The response body, truncated to 64 KiB. May contain customer data: do not log it by default. */
    public function body(): ?string
    {
        /** @var string|null */
        return Hidden::of($this)['body'] ?? null;
    }

    /** What the body says as JSON; null if it is none. May contain customer data: do not log it by default. */
    public function details(): mixed
    {
        return json_decode(Json::withoutMark($this->body() ?? 'null'), true);
    }

    /**
     * What Nango found wrong with each field of the request; empty if it says nothing of fields.
     *
     * @return list<Finding>
     */
    public function findings(): array
    {
        return Finding::all($this->details());
    }

    protected static function defaultKind(): ErrorKind
    {
        return ErrorKind::Internal;
    }

    /** Unless php.ini says otherwise, the trace has the arguments of each function, and they may be secrets. */
    private function forgetArguments(): void
    {
        if (isset($this->getTrace()[0]['args'])) {
            $trace = new \ReflectionProperty(\Exception::class, 'trace');
            $trace->setValue($this, array_map(
                static fn (array $frame): array => array_diff_key($frame, ['args' => true]),
                $this->getTrace()
            ));
        }
    }
}
