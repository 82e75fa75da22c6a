<?php

declare(strict_types=1);

namespace Nango\Model;

use DateTimeImmutable;
use Nango\Internal\Hidden;
use Nango\Internal\Members;
use Nango\Internal\MismatchException;
use Nango\Internal\ReadsLater;
use Nango\Internal\Times;
use Nango\Internal\Unserializable;

/**
 * What operations of Nango's API give, and what webhooks have.
 *
 * A property that Nango leaves out is null, or empty where its type has no null. What is a secret or a customer's data is
 * read-only in the same way, and var_dump, print_r, var_export and json_encode do not show it.
 */
abstract class Model implements \JsonSerializable
{
    use ReadsLater;
    use Unserializable;

    /** The properties that are not shown, or are read when they are asked for. */
    protected const LATER = ['unknownFields'];

    /** @internal */
    abstract public function __construct(Members $sent);

    public function __get(string $name): mixed
    {
        $hidden = Hidden::of($this);
        return array_key_exists($name, $hidden) ? $hidden[$name] : throw $this->unknown($name);
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return $this->shown();
    }

    /** @return array<string, mixed> */
    public function jsonSerialize(): array
    {
        return array_map(
            static fn (#[\SensitiveParameter] mixed $value): mixed =>
                $value instanceof DateTimeImmutable ? Times::write($value) : $value,
            $this->shown()
        );
    }

    /** @return array<string, mixed> */
    protected function shown(): array
    {
        return get_object_vars($this);
    }

    /**
     * A part of an object that is read when it is asked for.
     *
     * @param \Closure(Members): mixed $read
     */
    protected function part(\Closure $read): mixed
    {
        try {
            return $read(Members::of(Hidden::of($this)['sent']));
        } catch (MismatchException $mismatch) {
            throw Members::mismatch(
                $mismatch,
                'a part of the response',
                'update libnango, or take it from the object as sent'
            );
        }
    }

    /** @return list<string> */
    private static function names(): array
    {
        return static::LATER;
    }
}
