<?php

declare(strict_types=1);

namespace Nango\Internal;

/**
 * What Nango sent is of another kind than described. No message repeats a value: it may be a secret.
 *
 * @internal
 */
final class MismatchException extends \Exception
{
    /** @var list<string|int> the keys and indices that lead there */
    public array $path = [];

    public function __construct(private readonly string $wanted, string|int ...$path)
    {
        parent::__construct();
        $this->path = array_values($path);
    }

    public function problem(): string
    {
        return ($this->path === [] ? 'the whole' : implode('/', $this->path)) . " is not $this->wanted";
    }
}
