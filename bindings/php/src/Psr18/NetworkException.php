<?php

declare(strict_types=1);

namespace Nango\Psr18;

use Nango\Exception\NangoException;
use Psr\Http\Client\NetworkExceptionInterface;
use Psr\Http\Message\RequestInterface;

/** Nango could not be reached, or the connection was lost. */
final class NetworkException extends ClientException implements NetworkExceptionInterface
{
    public function __construct(private readonly RequestInterface $request, NangoException $failure)
    {
        parent::__construct($failure);
    }

    public function getRequest(): RequestInterface
    {
        return $this->request;
    }
}
