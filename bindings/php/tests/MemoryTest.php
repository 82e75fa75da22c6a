<?php

declare(strict_types=1);

namespace Nango\Tests;

use Nango\Internal\Library;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\TestCase;

/** Handles that are used wrongly, and what valgrind finds. */
final class MemoryTest extends TestCase
{
    /** @group slow */
    #[Group('slow')]
    public function testValgrindFindsNothingWrongWithTheExtension(): void
    {
        $extension = getenv('NANGO_TEST_EXTENSION');
        // Code that PCRE writes at run time reads a few bytes at once, of which valgrind thinks that they matter.
        $program = [PHP_BINARY, '-n', '-d', 'pcre.jit=0', '-d', 'extension=posix'];
        if ($extension === false) {
            // FFI calls what valgrind cannot follow: libffi writes code. There it is the program alone that is tried.
            $command = [...$program, '-d', 'extension=ffi'];
        } else {
            $command = [
                'valgrind', '--quiet', '--error-exitcode=9', '--leak-check=full', '--show-leak-kinds=definite',
                '--errors-for-leak-kinds=definite', '--child-silent-after-fork=yes', ...$program, '-d', "extension=$extension",
            ];
        }
        $process = proc_open(
            [...$command, __DIR__ . '/memory/program.php'],
            [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]],
            $pipes,
            null,
            ['USE_ZEND_ALLOC' => '0'] + getenv()
        );
        assert($process !== false);
        $said = (string) stream_get_contents($pipes[1]);
        self::assertSame(["the body\n25\nthe signal\n", 0], [$said, proc_close($process)]);
    }

    public function testAHandleThatIsFreedOrOfAnotherKindIsAnErrorInTheExtension(): void
    {
        $native = Library::native();
        $handle = $native->cancelNew();
        self::assertNotNull($handle);
        if (getenv('NANGO_TEST_EXTENSION') === false) {
            // FFI knows the kind; that a handle is freed it does not, so nothing outside of Internal has one.
            try {
                $native->clientShutdown($handle);
                self::fail('the handle is of another kind');
            } catch (\FFI\Exception $problem) {
                self::assertStringContainsString('incompatible argument', $problem->getMessage());
            }
            $native->cancelFree($handle);
            return;
        }
        try {
            $native->clientShutdown($handle);
            self::fail('the handle is of another kind');
        } catch (\Error $error) {
            self::assertSame('the handle is of another kind', $error->getMessage());
        }
        $native->cancelFree($handle);
        $native->cancelFree($handle);
        $this->expectExceptionMessage('the handle is freed');
        $native->cancelTrigger($handle);
    }
}
