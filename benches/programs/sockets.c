/* The lower bound: a request and its response over a plain socket; of the response only the length is parsed. */
#define _POSIX_C_SOURCE 200809L

#include "program.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <sys/socket.h>
#include <unistd.h>

static int connect_to(const struct addrinfo *address) {
    int one = 1;
    int server = socket(address->ai_family, address->ai_socktype, address->ai_protocol);
    if (server < 0 || connect(server, address->ai_addr, address->ai_addrlen) != 0)
        fail("no connection");
    setsockopt(server, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return server;
}

/* Returns the length of the whole response that begins in `text`. */
static size_t whole_length(const char *text) {
    const char *length = strstr(text, "\r\nContent-Length: ");
    const char *body = strstr(text, "\r\n\r\n");
    if (!length || !body)
        fail("no head of an answer");
    return (size_t)(body + 4 - text) + strtoul(length + 18, NULL, 10);
}

static void exchange(int server, const char *request, size_t request_length) {
    static char answer[65536];
    size_t received = 0, length = sizeof answer;
    if (send(server, request, request_length, MSG_NOSIGNAL) != (ssize_t)request_length)
        fail("not sent");
    while (received < length) {
        ssize_t count = recv(server, answer + received, sizeof answer - 1 - received, 0);
        if (count <= 0)
            fail("no whole answer");
        received += (size_t)count;
        answer[received] = '\0';
        if (length == sizeof answer)
            length = whole_length(answer);
    }
}

int main(int argc, char **argv) {
    struct program program = arguments(argc, argv);
    char host[256], port[8], request[512];
    if (sscanf(program.base_url, "http://%255[^:]:%7[0-9]", host, port) != 2)
        fail("not http://HOST:PORT");
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM}, *address;
    if (getaddrinfo(host, port, &hints, &address) != 0)
        fail("no address");
    int length = snprintf(request, sizeof request,
                          "GET /connection/%s?provider_config_key=" INTEGRATION " HTTP/1.1\r\nHost: %s:%s\r\n"
                          "Authorization: Bearer " SECRET_KEY "\r\n\r\n",
                          program.connection_id, host, port);
    bool closes = strncmp(program.connection_id, "close", 5) == 0;
    int server = connect_to(address);
    for (long left = program.calls; left > 0; left--) {
        exchange(server, request, (size_t)length);
        if (closes && left > 1) {
            close(server);
            server = connect_to(address);
        }
    }
    close(server);
    freeaddrinfo(address);
    return 0;
}
