<?php

declare(strict_types=1);

namespace Nango\Credentials;

use Nango\NumberedObject;

/**
 * A GitHub App together with a user's token, each as Nango sent it.
 *
 * @property-read array<string, mixed>|NumberedObject|null $app
 * @property-read array<string, mixed>|NumberedObject|null $user
 */
final class CustomCredentials extends Credentials
{
    protected const OBJECTS = ['app' => 'app', 'user' => 'user'];
}
