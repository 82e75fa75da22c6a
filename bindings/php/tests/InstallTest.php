<?php

declare(strict_types=1);

namespace Nango\Tests;

use PHPUnit\Framework\Attributes\Group;

/**
 * The archive of the package, installed by Composer into an empty project without a network.
 *
 * @group slow
 */
#[Group('slow')]
final class InstallTest extends EmulatorTestCase
{
    private static string $project;

    public static function setUpBeforeClass(): void
    {
        parent::setUpBeforeClass();
        $root = dirname(__DIR__, 3);
        self::$project = sys_get_temp_dir() . '/nango-install-' . bin2hex(random_bytes(6));
        mkdir(self::$project);
        $target = php_uname('m') . '-unknown-linux-gnu';
        self::succeed([
            'sh', "$root/bindings/php/dist.sh", self::$project . '/archives', "$target=$root/target/release/libnango.so",
        ]);
        [$archive] = glob(self::$project . '/archives/*.tar.gz') ?: [];
        $name = basename($archive, '.tar.gz');
        $package = json_decode((string) file_get_contents("phar://$archive/$name/composer.json"), true);
        $package['dist'] = ['type' => 'tar', 'url' => "file://$archive"];
        // Elsewhere psr/log comes from Packagist.
        file_put_contents(self::$project . '/composer.json', json_encode([
            'repositories' => [['type' => 'package', 'package' => $package], ['packagist.org' => false]],
            'require' => ['nango/libnango' => '*'],
            'provide' => ['psr/log' => '3.0.0'],
            'autoload' => ['psr-4' => ['Psr\\Log\\' => '/usr/share/php/Psr/Log/']],
        ]));
        self::succeed(['composer', 'install', '--no-interaction', '--no-plugins', '--no-progress'], [
            'COMPOSER_HOME' => self::$project . '/home',
            'COMPOSER_DISABLE_NETWORK' => '1',
            'COMPOSER_ALLOW_SUPERUSER' => '1',
        ]);
        file_put_contents(self::$project . '/program.php', <<<'PHP'
            <?php
            require 'vendor/autoload.php';
            $client = new Nango\Client(logger: new Psr\Log\NullLogger());
            echo $client->getConnection('customer-oauth2', 'github')->connectionId;
            preg_match('/\S+libnango\.so\S*/', file_get_contents('/proc/self/maps'), $found);
            echo ' ', $found[0], ' ', (new ReflectionClass(Nango\Internal\Library::native()))->getShortName();
            PHP);
    }

    public static function tearDownAfterClass(): void
    {
        parent::tearDownAfterClass();
        self::succeed(['rm', '-rf', self::$project]);
    }

    /**
     * Runs a command in the project, and gives what it prints.
     *
     * @param list<string> $command
     * @param array<string, string> $environment
     */
    private static function succeed(array $command, array $environment = [], ?string $folder = null): string
    {
        $null = ['file', '/dev/null', 'r'];
        $folder ??= self::$project;
        $process = proc_open($command, [$null, ['pipe', 'w'], ['redirect', 1]], $pipes, $folder, $environment + getenv());
        assert($process !== false);
        $said = (string) stream_get_contents($pipes[1]);
        return proc_close($process) === 0 ? $said : throw new \RuntimeException("$command[0] failed: $said");
    }

    private static function program(string ...$options): string
    {
        return self::succeed([PHP_BINARY, '-n', ...$options, 'program.php'], [
            'NANGO_SECRET_KEY' => self::$emulator->secretKey,
            'NANGO_BASE_URL' => self::$emulator->baseUrl,
        ]);
    }

    private static function library(): string
    {
        $target = php_uname('m') . '-unknown-linux-gnu';
        return realpath(self::$project) . "/vendor/nango/libnango/lib/$target/libnango.so";
    }

    public function testAProgramUsesTheLibraryOfThePackage(): void
    {
        self::assertSame('customer-oauth2 ' . self::library() . ' FfiNative', self::program('-d', 'extension=ffi'));
    }

    public function testTheExtensionIsBuiltFromThePackage(): void
    {
        $source = self::$project . '/vendor/nango/libnango/ext';
        self::succeed(['sh', '-c', 'phpize && ./configure --quiet && make --quiet'], [], $source);
        self::assertSame(
            'customer-oauth2 ' . self::library() . ' ExtensionNative',
            self::program('-d', "extension=$source/modules/nango.so", '-d', 'nango.library=' . self::library())
        );
    }

    public function testThePackageHasItsLicencesAndNotices(): void
    {
        foreach (['LICENSE-MIT', 'LICENSE-APACHE', 'THIRD-PARTY-NOTICES', 'README.md'] as $file) {
            self::assertFileExists(self::$project . "/vendor/nango/libnango/$file");
        }
        self::assertDirectoryDoesNotExist(self::$project . '/vendor/nango/libnango/tests');
    }

    public function testComposerHasNothingToSayAboutThePackage(): void
    {
        $said = self::succeed(
            ['composer', 'validate', '--strict', '--no-interaction', '--no-plugins'],
            ['COMPOSER_ALLOW_SUPERUSER' => '1', 'COMPOSER_HOME' => self::$project . '/home', 'COMPOSER_DISABLE_NETWORK' => '1'],
            dirname(__DIR__)
        );
        self::assertStringContainsString('is valid', $said);
    }

    public function testTheSameInputMakesTheSameArchive(): void
    {
        $root = dirname(__DIR__, 3);
        $again = self::$project . '/again';
        self::succeed([
            'sh', "$root/bindings/php/dist.sh", $again,
            php_uname('m') . "-unknown-linux-gnu=$root/target/release/libnango.so",
        ]);
        $hashes = array_map('sha1_file', glob(self::$project . '/{archives,again}/*.tar.gz', GLOB_BRACE) ?: []);
        self::assertCount(2, $hashes);
        self::assertCount(1, array_unique($hashes));
    }
}
