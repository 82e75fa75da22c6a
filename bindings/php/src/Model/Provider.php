<?php

/*
 * Generated from api/operations.json: do not edit.
 */

declare(strict_types=1);

namespace Nango\Model;

use Nango\Internal\Hidden;
use Nango\Internal\Members;

/**
 * An external API that Nango knows. What else Nango's template of it says is among the unknown fields.
 *
 * @property-read array<string, mixed> $unknownFields what this package does not know, by the names that Nango has for it
 */
final class Provider extends Model
{
    /** Its name: "github". */
    public readonly string $name;
    /** Its name for humans. */
    public readonly ?string $displayName;
    /** How it authenticates: "OAUTH2", "API_KEY" and so on. */
    public readonly string $authMode;
    /**
     * What it is for.
     *
     * @var list<string>|null
     */
    public readonly ?array $categories;
    /** The URL of Nango's documentation of it. */
    public readonly ?string $docs;
    /** The URL of its logo. */
    public readonly ?string $logoUrl;


    /** @internal */
    public function __construct(Members $sent)
    {
        $this->name = $sent->string('name');
        $this->displayName = $sent->has('display_name') ? $sent->string('display_name') : null;
        $this->authMode = $sent->string('auth_mode');
        $this->categories = $sent->has('categories') ? $sent->strings('categories') : null;
        $this->docs = $sent->has('docs') ? $sent->string('docs') : null;
        $this->logoUrl = $sent->has('logo_url') ? $sent->string('logo_url') : null;
        Hidden::keep($this, [
            'unknownFields' => $sent->others([
                'name',
                'display_name',
                'auth_mode',
                'categories',
                'docs',
                'logo_url',
            ]),
        ]);
    }
}
