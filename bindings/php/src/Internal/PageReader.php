<?php

declare(strict_types=1);

namespace Nango\Internal;

use Nango\ApiResponse;
use Nango\Model\Model;

/**
 * Fetches the pages of a list, one after the other. After an error the same page can be asked for again.
 *
 * @internal
 * @template T of Model
 */
final class PageReader
{
    use Unserializable;

    private readonly Native $native;
    private readonly object $pointer;
    /** A response that is not read yet: one that cannot be read stays, so that no page is missed. */
    private ?ApiResponse $response = null;
    /** @var array<array-key, true> the keys of the items of the previous page */
    private array $before = [];

    /** @param Listing<T> $list */
    public function __construct(private readonly Caller $caller, private readonly Listing $list)
    {
        $this->native = $caller->native;
        $pointer = $this->native->pagesNew($list->request->pointer, $list->style);
        assert($pointer !== null);
        $this->pointer = $pointer;
    }

    public function __destruct()
    {
        $this->native->pagesFree($this->pointer);
    }

    /** @return list<T>|null null at the end */
    public function next(): ?array
    {
        $this->response ??= $this->caller->page($this->pointer, $this->list->timeout);
        if ($this->response === null) {
            return null;
        }
        $items = $this->read($this->response);
        $this->response = null;
        return $this->withoutRepeated($items);
    }

    /** @return list<T> */
    private function read(ApiResponse $response): array
    {
        try {
            return Members::of($response->json())->models($this->list->items, $this->list->class);
        } catch (MismatchException $mismatch) {
            throw $response->mismatch($mismatch);
        }
    }

    /**
     * Leaves out the items that were on the page before, which moved while they were being read.
     *
     * @param list<T> $items
     * @return list<T>
     */
    private function withoutRepeated(array $items): array
    {
        $name = $this->list->key;
        if ($name === null) {
            return $items;
        }
        $before = $this->before;
        $this->before = [];
        $new = [];
        foreach ($items as $item) {
            $key = $item->$name;
            if ($key === null || !isset($before[$key])) {
                $new[] = $item;
            }
            if ($key !== null) {
                $this->before[$key] = true;
            }
        }
        return $new;
    }
}
