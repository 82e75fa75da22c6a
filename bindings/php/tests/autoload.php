<?php

// Loads the package of the checkout and, from where Debian has them, the packages that it and its tests need.

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    $folders = ['Nango\\Tests\\' => __DIR__ . '/', 'Nango\\' => dirname(__DIR__) . '/src/'];
    foreach ($folders as $prefix => $folder) {
        $path = $folder . str_replace('\\', '/', substr($class, strlen($prefix))) . '.php';
        if (str_starts_with($class, $prefix) && is_file($path)) {
            require $path;
            return;
        }
    }
});
foreach (['Psr/Log', 'Psr/Http/Message', 'Psr/Http/Client', 'Nyholm/Psr7'] as $package) {
    $autoload = "/usr/share/php/$package/autoload.php";
    if (is_file($autoload)) {
        require_once $autoload;
    }
}
