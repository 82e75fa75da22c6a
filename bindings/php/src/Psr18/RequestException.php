<?php

declare(strict_types=1);

namespace Nango\Psr18;

use Nango\Exception\NangoException;
use Nango\Internal\Hidden;
use Psr\Http\Client\RequestExceptionInterface;
use Psr\Http\Message\RequestInterface;

/** The request cannot be sent: an argument is wrong. */
final class RequestException extends ClientException implements RequestExceptionInterface
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
