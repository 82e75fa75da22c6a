#include "faulty_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "random.h"

enum { MOST_CONNECTIONS = 256, LONGEST_REQUEST = 4096, LONGEST_ANSWER = 4096 };

enum fault {
    NO_FAULT,
    IN_TWO_PARTS,
    CLOSE_AFTER,  /* although it announced keep-alive */
    RATE_LIMITED, /* 429 */
    UNAVAILABLE,  /* 500, 502 or 503 */
    STALL,        /* no response, until the client gives up */
    STALL_IN_BODY,
    END_BEFORE, /* an end or a reset in place of a response */
    RESET_BEFORE,
    END_IN_HEAD,
    END_IN_BODY,
    RESET_IN_BODY,
    NO_HTTP,
    FAULTS
};

static const struct {
    const char *name;
    unsigned weight; /* out of 1000 */
} faults[FAULTS] = {
    {"answered", 640},
    {"in two parts", 60},
    {"closed after", 60},
    {"429", 30},
    {"5xx", 30},
    {"stalled", 10},
    {"stalled in body", 10},
    {"ended before", 30},
    {"reset before", 30},
    {"ended in head", 25},
    {"ended in body", 25},
    {"reset in body", 25},
    {"no http", 25},
};

struct connection {
    int fd;
    char request[LONGEST_REQUEST];
    size_t length;
};

static struct connection connections[MOST_CONNECTIONS];
static nfds_t connection_count;
static unsigned long counts[FAULTS];

static void give_up(const char *what) {
    perror(what);
    exit(2);
}

static enum fault next_fault(struct random *random) {
    unsigned at = random_below(random, 1000);
    for (int fault = 0; fault < FAULTS; ++fault) {
        if (at < faults[fault].weight)
            return (enum fault)fault;
        at -= faults[fault].weight;
    }
    return NO_FAULT;
}

static void send_bytes(int fd, const char *text, size_t size) {
    /* Responses are short: they always fit into an empty socket buffer. */
    if (send(fd, text, size, MSG_NOSIGNAL) < 0)
        return;
}

/* Ends a connection so that the other side gets a reset. */
static void reset(int fd) {
    const struct linger at_once = {1, 0};
    setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

/* The response to a request: the token repeats the id, so that a client notices a response to another request. */
static size_t write_answer(const char *request, const char *status, const char *headers, char *answer) {
    static const char before[] = "/connection/";
    const char *id = strstr(request, before);
    id = id ? id + strlen(before) : "";
    const int length = (int)strcspn(id, "?/ \r");
    char body[512];
    snprintf(body, sizeof body,
             "{\"connection_id\":\"%.*s\",\"provider_config_key\":\"github\",\"credentials\":"
             "{\"type\":\"OAUTH2\",\"access_token\":\"invented-%.*s\"}}",
             length, id, length, id);
    const int size = snprintf(answer, LONGEST_ANSWER, "HTTP/1.1 %s\r\n%scontent-length: %zu\r\n\r\n%s", status, headers,
                              strlen(body), body);
    return (size_t)size;
}

/* Responds in one of the ways; 1 if the connection stays open. */
static int answer(int fd, const char *request, struct random *random) {
    static const char *const unavailable[] = {
        "500 Internal Server Error",
        "502 Bad Gateway",
        "503 Service Unavailable",
    };
    char text[LONGEST_ANSWER];
    const enum fault fault = next_fault(random);
    size_t size = write_answer(request, "200 OK", "", text);
    const size_t head = (size_t)(strstr(text, "\r\n\r\n") + 4 - text);
    ++counts[fault];
    switch (fault) {
    case IN_TWO_PARTS:
        size = 1 + random_below(random, (unsigned)size - 1);
        send_bytes(fd, text, size);
        send_bytes(fd, text + size, strlen(text) - size);
        return 1;
    case CLOSE_AFTER:
        send_bytes(fd, text, size);
        return 0;
    case RATE_LIMITED:
        size = write_answer(request, "429 Too Many Requests", "retry-after: 0\r\n", text);
        break;
    case UNAVAILABLE:
        size = write_answer(request, unavailable[random_below(random, 3)], "", text);
        break;
    case STALL:
        return 1;
    case STALL_IN_BODY:
        send_bytes(fd, text, head + random_below(random, (unsigned)(size - head)));
        return 1;
    case END_BEFORE:
        return 0;
    case RESET_BEFORE:
        reset(fd);
        return 0;
    case END_IN_HEAD:
        send_bytes(fd, text, random_below(random, (unsigned)head - 1));
        return 0;
    case END_IN_BODY:
        send_bytes(fd, text, head + random_below(random, (unsigned)(size - head)));
        return 0;
    case RESET_IN_BODY:
        send_bytes(fd, text, head + random_below(random, (unsigned)(size - head)));
        reset(fd);
        return 0;
    case NO_HTTP:
        send_bytes(fd, "220 mail.example.com ready\r\n\r\n", 30);
        return 0;
    case NO_FAULT:
    case FAULTS:
        break;
    }
    send_bytes(fd, text, size);
    return 1;
}

/* Reads available bytes and responds to a complete request; 1 if the connection stays open. */
static int serve(struct connection *connection, struct random *random) {
    const size_t room = LONGEST_REQUEST - 1 - connection->length;
    const ssize_t got = recv(connection->fd, connection->request + connection->length, room, 0);
    if (got <= 0)
        return 0;
    connection->length += (size_t)got;
    connection->request[connection->length] = '\0';
    if (!strstr(connection->request, "\r\n\r\n"))
        return 1;
    connection->length = 0;
    return answer(connection->fd, connection->request, random);
}

static void accept_one(int listener) {
    const int fd = accept(listener, NULL, NULL);
    const int on = 1;
    if (fd < 0)
        return;
    if (connection_count == MOST_CONNECTIONS) {
        close(fd);
        return;
    }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    connections[connection_count].fd = fd;
    connections[connection_count].length = 0;
    ++connection_count;
}

static void serve_until_closed(int listener, int alive, uint64_t seed) {
    struct random random = random_from(seed);
    for (;;) {
        struct pollfd polled[2 + MOST_CONNECTIONS] = {{listener, POLLIN, 0}, {alive, POLLIN, 0}};
        for (nfds_t i = 0; i < connection_count; ++i)
            polled[2 + i] = (struct pollfd){connections[i].fd, POLLIN, 0};
        if (poll(polled, 2 + connection_count, -1) < 0)
            give_up("poll");
        if (polled[1].revents)
            return;
        /* From the end, so that the last one can take the place of one that is closed. */
        for (nfds_t i = connection_count; i-- > 0;)
            if (polled[2 + i].revents && !serve(&connections[i], &random)) {
                close(connections[i].fd);
                connections[i] = connections[--connection_count];
            }
        if (polled[0].revents)
            accept_one(listener);
    }
}

struct faulty_server faulty_server_start(uint64_t seed) {
    struct faulty_server server;
    struct sockaddr_in address;
    socklen_t length = sizeof address;
    int alive[2];
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, sizeof address) != 0 ||
        listen(listener, 128) != 0 || getsockname(listener, (struct sockaddr *)&address, &length) != 0 ||
        pipe(alive) != 0)
        give_up("a port of 127.0.0.1");
    fflush(stdout);
    server.process = fork();
    if (server.process < 0)
        give_up("fork");
    if (server.process == 0) {
        close(alive[1]);
        serve_until_closed(listener, alive[0], seed);
        for (int fault = 0; fault < FAULTS; ++fault)
            printf("server: %-16s %lu\n", faults[fault].name, counts[fault]);
        exit(0);
    }
    close(alive[0]);
    close(listener);
    server.port = ntohs(address.sin_port);
    server.alive = alive[1];
    return server;
}

void faulty_server_stop(const struct faulty_server *server) {
    close(server->alive);
    waitpid(server->process, NULL, 0);
}
