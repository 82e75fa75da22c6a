<?php

declare(strict_types=1);

namespace Nango;

/** How the server is asked for a connection. */
enum Route: int
{
    /** `GET /connection/{id}` and, if the server does not have it, `GET /connections/{id}`; what works is remembered. */
    case Auto = 0;
    /** `GET /connection/{id}`, the documented original, which every Nango server ever released has. */
    case Connection = 1;
    /** `GET /connections/{id}`, its present name. */
    case Connections = 2;
}
