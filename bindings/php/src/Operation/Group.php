<?php

declare(strict_types=1);

namespace Nango\Operation;

use Nango\Internal\ApiRequest;
use Nango\Internal\Caller;
use Nango\Internal\Members;
use Nango\Internal\MismatchException;
use Nango\Internal\Unserializable;
use Nango\Model\Model;
use Nango\NumberedObject;

/** Operations of a client. */
abstract class Group
{
    use Unserializable;

    /** @internal */
    final public function __construct(protected readonly Caller $caller)
    {
    }

    /** @return array<string, never> */
    public function __debugInfo(): array
    {
        return [];
    }

    /** @internal */
    protected function request(string $method, string $path, bool $isRepeatable = false): ApiRequest
    {
        return new ApiRequest($method, $path, $isRepeatable);
    }

    /** @internal */
    protected function send(ApiRequest $request, ?float $timeout): void
    {
        $this->caller->send($request, $timeout);
    }

    /**
     * @internal
     * @param list<string|int> $at
     */
    protected function json(ApiRequest $request, ?float $timeout, array $at, ?int $until = null): mixed
    {
        return $this->read(
            $request,
            $timeout,
            $until,
            static fn (#[\SensitiveParameter] mixed $sent): mixed => self::at($sent, $at)
        );
    }

    /**
     * @internal
     * @template T of Model
     * @param class-string<T> $class
     * @param list<string|int> $at
     * @return T
     */
    protected function model(
        ApiRequest $request,
        ?float $timeout,
        string $class,
        array $at,
        ?int $until = null
    ): Model {
        return $this->read(
            $request,
            $timeout,
            $until,
            static fn (#[\SensitiveParameter] mixed $sent): Model => Members::read($class, self::at($sent, $at), ...$at)
        );
    }

    /**
     * @internal
     * @template T of Model
     * @param class-string<T> $class
     * @param list<string|int> $at
     * @return list<T>
     */
    protected function models(ApiRequest $request, ?float $timeout, string $class, array $at): array
    {
        $read = static function (#[\SensitiveParameter] mixed $sent) use ($class, $at): array {
            $found = self::at($sent, $at);
            if (!is_array($found) || !array_is_list($found)) {
                throw new MismatchException('an array', ...$at);
            }
            $models = [];
            foreach ($found as $i => $item) {
                $models[] = Members::read($class, $item, ...[...$at, $i]);
            }
            return $models;
        };
        return $this->read($request, $timeout, null, $read);
    }

    /**
     * @template T
     * @param \Closure(mixed): T $read
     * @return T
     */
    private function read(ApiRequest $request, ?float $timeout, ?int $until, \Closure $read): mixed
    {
        $response = $this->caller->send($request, $timeout, $until, true);
        try {
            return $read($response->json());
        } catch (MismatchException $mismatch) {
            throw $response->mismatch($mismatch);
        }
    }

    /** @param list<string|int> $at */
    private static function at(#[\SensitiveParameter] mixed $sent, array $at): mixed
    {
        $passed = [];
        foreach ($at as $step) {
            $sent = $sent instanceof NumberedObject && is_string($step) ? [$step => $sent[$step]] : $sent;
            if (!is_array($sent) || is_string($step) === ($sent !== [] && array_is_list($sent))) {
                throw new MismatchException(is_string($step) ? 'an object' : 'an array', ...$passed);
            }
            $passed[] = $step;
            $sent = $sent[$step] ?? null;
        }
        return $sent;
    }
}
