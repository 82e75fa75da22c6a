<?php

declare(strict_types=1);

require __DIR__ . '/autoload.php';

// What a developer's own environment says is not for the tests.
foreach (['NANGO_SECRET_KEY', 'NANGO_API_KEY', 'NANGO_BASE_URL', 'NANGO_HOSTPORT'] as $name) {
    putenv($name);
}

// run.sh runs all tests through FFI and through the extension.
if ((getenv('NANGO_TEST_EXTENSION') !== false) !== extension_loaded('nango')) {
    throw new LogicException('the tests are not run with what they are to test: use tests/run.sh');
}
