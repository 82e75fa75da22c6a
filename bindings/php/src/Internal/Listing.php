<?php

declare(strict_types=1);

namespace Nango\Internal;

use Nango\Model\Model;

/**
 * A list of Nango's API: the request, and how its pages are read.
 *
 * @internal
 * @template-covariant T of Model
 */
final class Listing
{
    /** How the next page is requested: the numbers of nango.h. */
    public const BY_NUMBER = 1;
    public const BY_CURSOR = 2;

    /** The property that tells two items apart, if items can come twice. */
    public ?string $key = null;
    /** The property whose own property `cursor` is an item's cursor, if the items have one. */
    public ?string $cursor = null;
    /** The cursor that the list starts at. */
    public ?string $start = null;

    /** @param class-string<T> $class */
    public function __construct(
        public readonly ApiRequest $request,
        public readonly int $style,
        public readonly string $items,
        public readonly string $class,
        public readonly ?float $timeout
    ) {
        if ($timeout !== null) {
            Arguments::milliseconds('timeout', $timeout);
        }
    }
}
