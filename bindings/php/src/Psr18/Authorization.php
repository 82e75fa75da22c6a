<?php

declare(strict_types=1);

namespace Nango\Psr18;

/** What a client does with credentials in the headers of a request, which would replace those of the customer. */
enum Authorization
{
    /** The request is refused before anything is sent. */
    case Refuse;
    /** They are left out: for a library that insists on a key. */
    case Drop;
    /** They are sent, and authenticate instead of the customer's. */
    case Send;
}
