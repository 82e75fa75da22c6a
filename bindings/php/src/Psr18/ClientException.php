<?php

declare(strict_types=1);

namespace Nango\Psr18;

use Nango\Exception\NangoException;
use Psr\Http\Client\ClientExceptionInterface;

/** A call through the proxy that failed. The previous exception tells how. */
class ClientException extends \RuntimeException implements ClientExceptionInterface
{
    public function __construct(NangoException $failure)
    {
        parent::__construct($failure->getMessage(), 0, $failure);
    }
}
