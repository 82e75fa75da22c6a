<?php

declare(strict_types=1);

namespace Nango\Psr18;

use Nango\Exception\NangoException;
use Psr\Http\Client\RequestExceptionInterface;
use Psr\Http\Message\RequestInterface;

/** The request cannot be sent: an argument is wrong. */
final class RequestException extends ClientException implements RequestExceptionInterface
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
