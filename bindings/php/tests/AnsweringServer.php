<?php

declare(strict_types=1);

namespace Nango\Tests;

/** A server that gives every request the same answer, in a process of its own. */
final class AnsweringServer
{
    public readonly string $url;
    /** The server's own certificate, of TLS. */
    public readonly string $caFile;
    private readonly int $child;

    /** @param list<string> $headers more of them */
    public function __construct(string $json, bool $isTls = false, array $headers = [])
    {
        $this->caFile = $isTls ? self::certificate() : '';
        $context = stream_context_create(['ssl' => ['local_cert' => $this->caFile]]);
        $flags = STREAM_SERVER_BIND | STREAM_SERVER_LISTEN;
        $socket = stream_socket_server(($isTls ? 'tls' : 'tcp') . '://127.0.0.1:0', $code, $error, $flags, $context);
        assert($socket !== false);
        $this->url = ($isTls ? 'https' : 'http') . '://' . stream_socket_get_name($socket, false);
        $child = pcntl_fork();
        if ($child === 0) {
            while (true) {
                $connection = @stream_socket_accept($socket, 30);
                if ($connection === false) { // also one whose handshake fails
                    continue;
                }
                while (!in_array(fgets($connection), ["\r\n", false], true)) {
                    continue;
                }
                fwrite($connection, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                    . implode('', array_map(static fn (string $header): string => "$header\r\n", $headers))
                    . 'Content-Length: ' . strlen($json) . "\r\n\r\n$json");
                fclose($connection);
            }
            posix_kill((int) getmypid(), SIGKILL);
        }
        $this->child = $child;
        fclose($socket);
    }

    public function close(): void
    {
        posix_kill($this->child, SIGKILL);
        pcntl_waitpid($this->child, $status);
        if ($this->caFile !== '') {
            unlink($this->caFile);
        }
    }

    /** A file with a certificate for 127.0.0.1 and its key. */
    private static function certificate(): string
    {
        $file = (string) tempnam(sys_get_temp_dir(), 'nango-certificate-');
        $process = proc_open(
            ['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
                '-subj', '/CN=test', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', "$file.key", '-out', $file],
            [['file', '/dev/null', 'r'], ['file', '/dev/null', 'w'], ['file', '/dev/null', 'w']],
            $pipes
        );
        if ($process === false || proc_close($process) !== 0) {
            throw new \RuntimeException('openssl makes no certificate');
        }
        file_put_contents($file, file_get_contents("$file.key"), FILE_APPEND);
        unlink("$file.key");
        return $file;
    }
}
