<?php

declare(strict_types=1);

namespace Nango\Tests;

/** A server that accepts connections and never answers. */
final class SilentServer
{
    public readonly string $url;
    /** @var resource */
    private $socket;
    /** @var list<int> */
    private array $children = [];

    public function __construct()
    {
        $socket = stream_socket_server('tcp://127.0.0.1:0');
        assert($socket !== false);
        $this->socket = $socket;
        $this->url = 'http://' . stream_socket_get_name($socket, false);
    }

    /** Has a process of its own send a signal to this one as soon as a request has come. */
    public function signalOnRequest(int $signal): void
    {
        $parent = (int) getmypid();
        $child = pcntl_fork();
        if ($child === 0) {
            $connection = stream_socket_accept($this->socket, 30);
            if ($connection !== false && fread($connection, 1) !== '') {
                posix_kill($parent, $signal);
            }
            fread($connection, 65536); // what is left of the request
            fread($connection, 1); // until the client goes
            posix_kill((int) getmypid(), SIGKILL); // without what PHP does at the end, which belongs to the parent
        }
        $this->children[] = $child;
    }

    public function close(): void
    {
        fclose($this->socket);
        foreach ($this->children as $child) {
            posix_kill($child, SIGKILL);
            pcntl_waitpid($child, $status);
        }
    }
}
