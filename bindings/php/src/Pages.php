<?php

declare(strict_types=1);

namespace Nango;

use Generator;
use Nango\Exception\DecodeException;
use Nango\Internal\Caller;
use Nango\Internal\Listing;
use Nango\Internal\PageReader;
use Nango\Internal\Unserializable;
use Nango\Model\Model;

/**
 * A list of Nango's API, whose pages are fetched while its items are read:
 *
 *     foreach ($client->connections->list() as $connection) { ... }
 *
 * Each foreach begins anew. After an exception its generator has ended; nextPage asks for the same page again.
 *
 * @template-covariant T of Model
 * @implements \IteratorAggregate<int, T>
 */
final class Pages implements \IteratorAggregate
{
    use Unserializable;

    /** @var PageReader<T>|null */
    private ?PageReader $reader = null;
    private ?Model $last = null;

    /**
     * @internal
     * @param Listing<T> $list
     */
    public function __construct(private readonly Caller $caller, private readonly Listing $list)
    {
    }

    /**
     * The items. The next page is fetched when those of one have been read.
     *
     * @return Generator<int, T>
     */
    public function getIterator(): Generator
    {
        $reader = $this->begin();
        $count = 0;
        while (($page = $reader->next()) !== null) {
            foreach ($page as $item) {
                $this->last = $item;
                yield $count++ => $item;
            }
        }
    }

    /**
     * The items page by page.
     *
     * @return Generator<int, list<T>>
     */
    public function pages(): Generator
    {
        $reader = $this->begin();
        $count = 0;
        while (($page = $reader->next()) !== null) {
            $this->last = $page === [] ? $this->last : end($page);
            yield $count++ => $page;
        }
    }

    /**
     * The first page, and the next one each time; after an exception the same again.
     *
     * @return list<T>|null null at the end
     * @throws Exception\NangoException the call failed
     */
    public function nextPage(): ?array
    {
        $this->reader ??= new PageReader($this->caller, $this->list);
        $page = $this->reader->next();
        $this->last = $page === null || $page === [] ? $this->last : end($page);
        return $page;
    }

    /**
     * All items of all pages.
     *
     * @return list<T>
     */
    public function all(): array
    {
        return iterator_to_array($this, false);
    }

    /**
     * The cursor of the item that was read last; of pages, that of the last item of the page that was read last.
     *
     * A list that starts at it goes on behind that item: a program that stores it can go on there another time, also after
     * an error. Before the first item it is the cursor that the list starts at. It is null if the items have no cursors.
     */
    public function cursor(): ?string
    {
        if ($this->last === null) {
            return $this->list->start;
        }
        if ($this->list->cursor === null) {
            return null;
        }
        $cursor = $this->last->{$this->list->cursor}?->cursor;
        if (!is_string($cursor) || $cursor === '') { // which would be the beginning of the list
            throw new DecodeException(
                'the item that was read last has no cursor, so the list cannot be read on from there: update libnango'
            );
        }
        return $cursor;
    }

    /** @return array<string, never> */
    public function __debugInfo(): array
    {
        return [];
    }

    /** @return PageReader<T> */
    private function begin(): PageReader
    {
        $this->last = null;
        return new PageReader($this->caller, $this->list);
    }
}
