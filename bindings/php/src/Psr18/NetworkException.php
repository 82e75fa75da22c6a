<?php

declare(strict_types=1);

namespace Nango\Psr18;

use Nango\Exception\NangoException;
use Nango\Internal\Hidden;
use Psr\Http\Client\NetworkExceptionInterface;
use Psr\Http\Message\RequestInterface;

/** Nango could not be reached, or the connection was lost. */
final class NetworkException extends ClientException implements NetworkExceptionInterface
{
    public function __construct(#[\SensitiveParameter] RequestInterface $request, NangoException $failure)
    {
        Hidden::keep($this, ['request' => $request]);
        parent::__construct($failure);
    }

    public function getRequest(): RequestInterface
    {
        /** @var RequestInterface */
        return Hidden::of($this)['request'];
    }
}
