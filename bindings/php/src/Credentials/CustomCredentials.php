<?php

declare(strict_types=1);

namespace Nango\Credentials;

/**
 * A GitHub App together with a user's token, each as Nango sent it.
 *
 * @property-read array<string, mixed>|null $app
 * @property-read array<string, mixed>|null $user
 */
final class CustomCredentials extends Credentials
{
    protected const OBJECTS = ['app' => 'app', 'user' => 'user'];
}
