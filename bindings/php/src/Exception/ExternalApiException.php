<?php

declare(strict_types=1);

namespace Nango\Exception;

use Nango\Response;

/** Response::throw was called on a status of 400 or above: what the external API said, which is no failure of Nango. */
final class ExternalApiException extends \RuntimeException
{
    public function __construct(public readonly Response $response)
    {
        parent::__construct("the external API answered with status $response->status");
    }
}
