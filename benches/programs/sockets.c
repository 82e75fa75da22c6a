/* The lower bound: a request and its response over a plain socket; of the response only the length is parsed. */
#include "program.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <sys/socket.h>
#include <unistd.h>

#define ROOM 65536

struct work {
    struct program program;
    struct addrinfo *address;
    char request[512];
    size_t request_length;
};

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

/* The head comes with the first bytes; what follows them is overwritten. */
static void exchange(int server, const struct work *work, char *answer) {
    size_t received = 0, length = 1;
    if (send(server, work->request, work->request_length, MSG_NOSIGNAL) != (ssize_t)work->request_length)
        fail("not sent");
    while (received < length) {
        ssize_t count = recv(server, answer, ROOM - 1, 0);
        if (count <= 0)
            fail("no whole answer");
        if (received == 0) {
            answer[count] = '\0';
            length = whole_length(answer);
        }
        received += (size_t)count;
    }
}

static void *call(void *argument) {
    struct work *work = argument;
    char answer[ROOM];
    bool closes = strncmp(work->program.connection_id, "close", 5) == 0;
    int server = closes ? -1 : connect_to(work->address);
    for (long left = 0; next_call(&work->program, &left);) {
        if (closes)
            server = connect_to(work->address);
        exchange(server, work, answer);
        if (closes)
            close(server);
    }
    if (!closes)
        close(server);
    return NULL;
}

int main(int argc, char **argv) {
    struct work shared = {.program = arguments(argc, argv)};
    char host[256], port[8];
    if (sscanf(shared.program.base_url, "http://%255[^:]:%7[0-9]", host, port) != 2)
        fail("not http://HOST:PORT");
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    if (getaddrinfo(host, port, &hints, &shared.address) != 0)
        fail("no address");
    int length = snprintf(shared.request, sizeof shared.request,
                          "GET /connection/%s?provider_config_key=" INTEGRATION " HTTP/1.1\r\nHost: %s:%s\r\n"
                          "Authorization: Bearer " SECRET_KEY "\r\n\r\n",
                          shared.program.connection_id, host, port);
    shared.request_length = (size_t)length;
    run(&shared.program, call, &shared);
    freeaddrinfo(shared.address);
    return 0;
}
