<?php

declare(strict_types=1);

namespace Nango\Internal;

use Nango\Exception\LibraryException;

/**
 * Finds the library, and chooses how it is called: through the extension if that is loaded, else through FFI.
 *
 * @internal
 */
final class Library
{
    /** NANGO_ABI_VERSION of the header that this package is made for. */
    private const ABI_VERSION = 0;
    private const FILE_NAME = 'libnango.so';

    private static ?Native $native = null;

    public static function native(): Native
    {
        return self::$native ??= self::load();
    }

    private static function load(): Native
    {
        $native = extension_loaded('nango') ? new ExtensionNative() : self::throughFfi();
        if ($native->abiVersion() !== self::ABI_VERSION) {
            throw new LibraryException(
                'the library has ABI ' . $native->abiVersion() . ' and this package needs ABI ' . self::ABI_VERSION
                . ': install a library and a package of the same version'
            );
        }
        return $native;
    }

    private static function throughFfi(): Native
    {
        if (!class_exists(\FFI::class)) {
            throw new LibraryException(
                'libnango needs the extension nango or PHP\'s FFI, and neither is there: install one of them, such as '
                . 'php-ffi, or build bindings/php/ext'
            );
        }
        $path = self::path();
        $header = file_get_contents(self::header());
        try {
            return new FfiNative(\FFI::cdef((string) $header, $path));
        } catch (\FFI\Exception $problem) {
            throw new LibraryException(self::advice($problem->getMessage(), $path));
        }
    }

    private static function advice(string $problem, string $path): string
    {
        if (str_contains($problem, 'ffi.enable')) {
            return 'PHP refuses FFI here, as it does by default on servers: load the extension nango '
                . '(extension=nango.so in php.ini), or set ffi.enable=true in php.ini if all code on this server is trusted';
        }
        return "cannot load libnango from $path ($problem): set NANGO_LIBRARY to the path of " . self::FILE_NAME
            . ', or unset it and install a package that brings the library';
    }

    /** The path of the library, or its bare name for the system to look for. */
    private static function path(): string
    {
        $named = getenv('NANGO_LIBRARY', true);
        if (is_string($named) && $named !== '') {
            // Without a slash the loader would look in its own directories instead of this one.
            return str_contains($named, '/') ? $named : getcwd() . "/$named";
        }
        $root = dirname(__DIR__, 2);
        // Of this process: a machine may have both.
        $libc = str_contains((string) @file_get_contents('/proc/self/maps'), '/ld-musl-') ? 'musl' : 'gnu';
        $candidates = [
            $root . '/lib/' . php_uname('m') . "-unknown-linux-$libc/" . self::FILE_NAME,
            dirname($root, 2) . '/target/release/' . self::FILE_NAME,
        ];
        foreach ($candidates as $candidate) {
            if (is_file($candidate)) {
                return $candidate;
            }
        }
        return self::FILE_NAME . '.' . self::ABI_VERSION;
    }

    private static function header(): string
    {
        $packaged = dirname(__DIR__, 2) . '/include/nango.ffi.h';
        return is_file($packaged) ? $packaged : dirname(__DIR__, 4) . '/include/nango.ffi.h';
    }
}
