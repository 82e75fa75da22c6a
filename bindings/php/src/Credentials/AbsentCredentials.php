<?php

declare(strict_types=1);

namespace Nango\Credentials;

/** Nango sent none: none are needed, or the secret key may not read them. Nango does not say which. */
final class AbsentCredentials extends Credentials
{
}
