<?php

declare(strict_types=1);

namespace Nango\Tests;

/** PHP-FPM with two workers on a socket of its own, asked by the FastCGI client of libfcgi. */
final class Fpm
{
    private readonly string $folder;
    /** @var resource */
    private $process;
    private readonly int $pid;

    /** @param array<string, string> $settings of php.ini */
    public function __construct(array $settings)
    {
        $this->folder = sys_get_temp_dir() . '/nango-fpm-' . bin2hex(random_bytes(6));
        mkdir($this->folder);
        file_put_contents("$this->folder/fpm.conf", <<<CONF
            [global]
            error_log = $this->folder/log
            daemonize = no
            process_control_timeout = 10
            [www]
            listen = $this->folder/socket
            pm = static
            pm.max_children = 2
            clear_env = no
            user = root
            CONF);
        $program = self::program();
        $command = [$program, '-n', '-F', '-R', '-y', "$this->folder/fpm.conf"];
        foreach ($settings as $name => $value) {
            array_push($command, '-d', "$name=$value");
        }
        $null = ['file', '/dev/null', 'w'];
        $process = proc_open($command, [['file', '/dev/null', 'r'], $null, $null], $pipes);
        assert($process !== false);
        $this->process = $process;
        $this->pid = proc_get_status($process)['pid'];
        for ($i = 0; !file_exists("$this->folder/socket"); $i++) {
            if ($i > 1000 || !proc_get_status($process)['running']) {
                throw new \RuntimeException("$program did not start: " . @file_get_contents("$this->folder/log"));
            }
            usleep(10_000); // until it has started: it says nothing of it
        }
    }

    /**
     * What fpm/request.php says.
     *
     * @param array<string, string> $query
     * @return array<string, mixed>
     */
    public function ask(array $query): array
    {
        return $this->begin($query)();
    }

    /**
     * Begins a request; the result waits for its end.
     *
     * @param array<string, string> $query
     * @return \Closure(): array<string, mixed>
     */
    public function begin(array $query): \Closure
    {
        $process = proc_open(
            ['cgi-fcgi', '-bind', '-connect', "$this->folder/socket"],
            [['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']],
            $pipes,
            null,
            [
                'SCRIPT_FILENAME' => __DIR__ . '/fpm/request.php',
                'REQUEST_METHOD' => 'GET',
                'QUERY_STRING' => http_build_query($query),
                'PATH' => (string) getenv('PATH'),
            ]
        );
        assert($process !== false);
        return static function () use ($process, $pipes): array {
            $said = (string) stream_get_contents($pipes[1]);
            proc_close($process);
            $answer = json_decode(explode("\r\n\r\n", $said, 2)[1] ?? '', true);
            return is_array($answer) ? $answer : throw new \RuntimeException("no answer, but: $said");
        };
    }

    public function reload(): void
    {
        posix_kill($this->pid, SIGUSR2);
    }

    public function close(): void
    {
        posix_kill($this->pid, SIGTERM);
        proc_close($this->process);
        array_map('unlink', glob("$this->folder/*") ?: []);
        rmdir($this->folder);
    }

    private static function program(): string
    {
        $own = PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION;
        foreach (["/usr/sbin/php-fpm$own", dirname(PHP_BINARY, 2) . '/sbin/php-fpm'] as $program) {
            if (is_executable($program)) {
                return $program;
            }
        }
        throw new \RuntimeException("php-fpm $own is missing: install php-fpm");
    }
}
