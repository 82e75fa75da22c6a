<?php

declare(strict_types=1);

namespace Nango\Tests;

/** What only a program of its own can show: how PHP ends, and how the library is found. */
final class ProgramTest extends EmulatorTestCase
{
    /**
     * Runs a program: what it prints, and its exit code.
     *
     * @param array<string, string> $environment
     * @return array{string, int}
     */
    private static function program(string $program, array $environment = [], string ...$options): array
    {
        $extension = getenv('NANGO_TEST_EXTENSION');
        array_push($options, '-d', 'display_errors=1', '-d', 'log_errors=0');
        if ($extension !== false) {
            array_push($options, '-d', "extension=$extension");
        }
        $process = proc_open(
            [PHP_BINARY, ...$options, '-r', 'require ' . var_export(__DIR__ . '/autoload.php', true) . ';' . $program],
            [['file', '/dev/null', 'r'], ['pipe', 'w'], ['redirect', 1]],
            $pipes,
            null,
            $environment + getenv()
        );
        assert($process !== false);
        $said = (string) stream_get_contents($pipes[1]);
        return [$said, proc_close($process)];
    }

    private static function call(): string
    {
        return '$client = new Nango\Client(' . var_export(self::$emulator->secretKey, true) . ', '
            . var_export(self::$emulator->baseUrl, true) . ', false);'
            . 'echo $client->getConnection("customer-oauth2", "github")->connectionId;';
    }

    public function testAProgramNeedsNoMore(): void
    {
        self::assertSame(['customer-oauth2', 0], self::program(self::call()));
    }

    public function testALibraryThatIsNotThereIsNamed(): void
    {
        [$said] = self::program(self::call(), ['NANGO_LIBRARY' => '/nowhere/libnango.so']);
        self::assertStringContainsString('/nowhere/libnango.so', $said);
        self::assertStringContainsString(
            getenv('NANGO_TEST_EXTENSION') === false ? 'set NANGO_LIBRARY' : 'set nango.library in php.ini',
            $said
        );
    }

    public function testALibraryWithAnotherAbiIsRefused(): void
    {
        $folder = sys_get_temp_dir() . '/nango-abi-' . bin2hex(random_bytes(6));
        mkdir($folder);
        $release = dirname(__DIR__, 3) . '/target/release';
        file_put_contents("$folder/other.c", 'unsigned nango_abi_version(void) { return 7; }');
        $cc = getenv('CC') ?: 'cc';
        exec("$cc -shared -fPIC $folder/other.c -o $folder/other.so -Wl,--no-as-needed -L$release -lnango "
            . "-Wl,-rpath,$release", $output, $code);
        self::assertSame(0, $code);
        [$said] = self::program(self::call(), ['NANGO_LIBRARY' => "$folder/other.so"]);
        array_map('unlink', glob("$folder/*") ?: []);
        rmdir($folder);
        self::assertStringContainsString('has ABI 7 and', $said);
    }

    public function testASettingOfPhpIniNamesTheLibrary(): void
    {
        if (getenv('NANGO_TEST_EXTENSION') === false) {
            [$said] = self::program('echo ini_get("nango.library") === false ? "no extension" : "";');
            self::assertSame('no extension', $said);
            return;
        }
        $library = dirname(__DIR__, 3) . '/target/release/libnango.so';
        [$said] = self::program(self::call(), ['NANGO_LIBRARY' => '/nowhere/libnango.so'], '-d', "nango.library=$library");
        self::assertSame('customer-oauth2', $said);
    }

    /** The server's process signals the program that waits for it. */
    private static function waiting(string $handling, string $signal): string
    {
        return 'pcntl_async_signals(true); $server = new Nango\Tests\SilentServer();'
            . 'register_shutdown_function(function () use ($server) { echo "shut down"; $server->close(); });'
            . "$handling \$server->signalOnRequest($signal);"
            . '$client = new Nango\Client("00000000-0000-4000-8000-00000000cafe", $server->url, false);'
            . '$client->getConnection("c", "github"); echo "not reached";';
    }

    public function testAHandlerMayEndTheProgram(): void
    {
        [$said, $code] = self::program(self::waiting('pcntl_signal(SIGTERM, function () { exit(7); });', 'SIGTERM'));
        self::assertStringContainsString('shut down', $said);
        self::assertStringNotContainsString('not reached', $said);
        if (getenv('NANGO_TEST_EXTENSION') === false) {
            // PHP lets nothing out of a callback of FFI: docs/reference/php.md says so.
            self::assertStringContainsString('Throwing from FFI callbacks is not allowed', $said);
            self::assertSame(255, $code);
        } else {
            self::assertSame(['shut down', 7], [$said, $code]);
        }
    }

    public function testTheTimeLimitOfAScriptEndsACall(): void
    {
        // SIGPROF is how PHP learns that the time is up: a call that waits uses none of it.
        [$said, $code] = self::program(self::waiting('set_time_limit(60);', 'SIGPROF'));
        self::assertStringContainsString('Maximum execution time of 60 seconds exceeded', $said);
        self::assertStringContainsString('shut down', $said);
        self::assertStringNotContainsString('not reached', $said);
        self::assertSame(255, $code);
    }

    public function testAFatalErrorAmidACallLeavesTheClientWhole(): void
    {
        // The connection of the call is closed, and the next call makes one.
        $client = '$client = new Nango\Client(' . var_export(self::$emulator->secretKey, true) . ', '
            . var_export(self::$emulator->baseUrl, true) . ', false);';
        $call = 'echo $client->getConnection("customer-oauth2", "github", timeout: 5)->connectionId;';
        // Through FFI the library is left within the call: docs/reference/php.md says so.
        $count = 'echo " ", count(array_filter(glob("/proc/self/fd/*"), '
            . 'fn ($one) => str_starts_with((string) @readlink($one), "socket:"))) - $before;';
        $after = getenv('NANGO_TEST_EXTENSION') === false ? 'echo "customer-oauth2 1";' : $call . $count;
        [$said, $code] = self::program(
            'ini_set("memory_limit", "16M"); $before = count(array_filter(glob("/proc/self/fd/*"), '
            . 'fn ($one) => str_starts_with((string) @readlink($one), "socket:")));'
            . $client . 'register_shutdown_function(function () use ($client, $before) {'
            . 'ini_set("memory_limit", "-1"); echo "after: "; ' . $after . ' });'
            . '$body = (function () { yield "a"; yield str_repeat("x", 100_000_000); })();'
            . '$client->proxy("customer-oauth2", "github", "POST", "/upload", body: $body); echo "not reached";'
        );
        self::assertStringContainsString('Allowed memory size of 16777216 bytes exhausted', $said);
        self::assertStringEndsWith('after: customer-oauth2 1', $said);
        self::assertSame(255, $code);
    }

    public function testTheExamplesRun(): void
    {
        $environment = [
            'NANGO_SECRET_KEY' => self::$emulator->secretKey,
            'NANGO_BASE_URL' => self::$emulator->baseUrl,
            'NANGO_CONNECTION_ID' => 'customer-oauth2',
            'NANGO_PROVIDER_CONFIG_KEY' => 'github',
        ];
        foreach (
            [
            'get_connection' => '/^github\/customer-oauth2: OAUTH2 gho_inve\.\.\. expires /',
            'proxy' => '/^200: /',
            'read_records' => '/^2 changes$/m',
            ] as $name => $expected
        ) {
            $program = 'require ' . var_export(dirname(__DIR__) . "/examples/$name.php", true) . ';';
            [$said, $code] = self::program($program, $environment);
            self::assertSame(0, $code, $said);
            self::assertMatchesRegularExpression($expected, $said);
        }
    }
}
