<?php

declare(strict_types=1);

namespace Nango\Tests;

use PHPUnit\Framework\Attributes\DataProvider;

/** The programs in the documents print what the documents say. */
final class GuideTest extends EmulatorTestCase
{
    /** @return array<string, array{string, int}> */
    public static function pages(): array
    {
        return [
            'getting started' => ['docs/getting-started-php.md', 4],
            'the reference' => ['docs/reference/php.md', 3],
            'testing' => ['docs/testing.md', 1],
            'webhooks' => ['docs/webhooks.md', 1],
            'the README' => ['bindings/php/README.md', 0],
        ];
    }

    /** @dataProvider pages */
    #[DataProvider('pages')]
    public function testAPageIsRight(string $page, int $prints): void
    {
        $text = (string) file_get_contents(dirname(__DIR__, 3) . "/$page");
        preg_match_all('/^```php\n(.*?)^```$(?:\n\nIt prints\n\n<!-- .*? -->\n```text\n(.*?)^```$)?/ms', $text, $found);
        self::assertNotSame([], $found[1]);
        self::assertCount($prints, array_filter($found[2]));
        $uses = '';
        $program = '';
        foreach ($found[1] as $i => $code) {
            $code = str_replace(['<?php', "require 'vendor/autoload.php';"], '', $code);
            $uses .= preg_match_all('/^use .*;$/m', $code, $lines) > 0 ? implode("\n", $lines[0]) : '';
            $program .= preg_replace('/^use .*;$/m', '', $code) . "\necho '--$i--';\n";
        }
        $file = (string) tempnam(sys_get_temp_dir(), 'nango-guide-');
        $autoload = var_export(__DIR__ . '/autoload.php', true);
        file_put_contents($file, "<?php\ndeclare(strict_types=1);\n$uses\nrequire $autoload;\n$program");
        $options = getenv('NANGO_TEST_EXTENSION') === false ? [] : ['-d', 'extension=' . getenv('NANGO_TEST_EXTENSION')];
        $process = proc_open(
            [PHP_BINARY, '-d', 'display_errors=1', '-d', 'error_reporting=-1', ...$options, $file],
            [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]],
            $pipes,
            null,
            ['NANGO_SECRET_KEY' => self::$emulator->secretKey, 'NANGO_BASE_URL' => self::$emulator->baseUrl] + getenv()
        );
        assert($process !== false);
        $said = (string) stream_get_contents($pipes[1]);
        $code = proc_close($process);
        unlink($file);
        self::assertSame(0, $code, $said);
        foreach ($found[2] as $i => $expected) {
            [$printed, $said] = explode("--$i--", $said, 2) + [1 => ''];
            self::assertSame($expected, $printed);
        }
    }
}
