<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;
use Nango\NumberedObject;

/**
 * A record.
 *
 * @property-read mixed $id the id that the sync gave it: a string or a number.
 * @property-read RecordMetadata|null $metadata what Nango knows about it.
 * @property-read array<string, mixed>|NumberedObject $data the whole record as sent. A pruned one has only its id and
 *     _nango_metadata. Never printed.
 */
final class Record extends Model
{
    protected const LATER = ['id', 'metadata', 'data'];

    /** @internal */
    public function __construct(Members $sent)
    {
        Hidden::keep($this, ['sent' => $sent->all()]);
    }

    public function __get(string $name): mixed
    {
        return $this->part(fn (Members $sent): mixed => match ($name) {
            'id' => $sent->json('id'),
            'metadata' => $sent->model('_nango_metadata', RecordMetadata::class),
            'data' => $sent->all(),
            default => throw $this->unknown($name),
        });
    }

    /** @return array<string, mixed> */
    protected function shown(): array
    {
        return ['id' => $this->id, 'metadata' => $this->metadata];
    }
}
