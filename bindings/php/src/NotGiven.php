<?php

declare(strict_types=1);

namespace Nango;

/** The default of an argument for which null is a value. */
enum NotGiven
{
    case Value;
}
