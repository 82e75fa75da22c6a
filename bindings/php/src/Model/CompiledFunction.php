<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use DateTimeImmutable;
use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * A function that was compiled.
 *
 * @property-read string $bundledJs the JavaScript. Never printed.
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class CompiledFunction extends Model
{
    /** Its size. */
    public readonly int $bundleSizeBytes;
    /** When it was compiled. */
    public readonly ?DateTimeImmutable $compiledAt;

    protected const LATER = ['bundledJs', 'unknownFields'];

    /** @internal */
    public function __construct(Members $sent)
    {
        $this->bundleSizeBytes = $sent->integer('bundle_size_bytes');
        $this->compiledAt = $sent->timestamp('compiled_at');
        Hidden::keep($this, [
            'bundledJs' => $sent->string('bundled_js'),
            'unknownFields' => $sent->others([
                'bundled_js',
                'bundle_size_bytes',
                'compiled_at',
            ]),
        ]);
    }
}
