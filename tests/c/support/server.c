#include "server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "answers.h"

enum { MOST_HELD = 64, MOST_KEPT = 64, LONGEST_REQUEST = 16384, LONGEST_ANSWER = 16384 };

struct server {
    int listener;
    int stop[2]; /* a pipe whose closed end tells the thread to stop */
    int port;
    int kept[MOST_KEPT]; /* connections that take further requests; the thread's alone */
    int kept_count;
    pthread_t thread;
    pthread_mutex_t lock; /* guards what follows */
    pthread_cond_t changed;
    int requests;
    int connections;
    char last_request[LONGEST_REQUEST];
    int held[MOST_HELD];
    int held_count;
};

static void give_up(const char *what) {
    perror(what);
    exit(2);
}

static void send_all(int fd, const char *text) {
    size_t left = strlen(text);
    while (left > 0) {
        const ssize_t sent = send(fd, text, left, MSG_NOSIGNAL);
        if (sent <= 0)
            return;
        text += sent;
        left -= (size_t)sent;
    }
}

/* Reads up to the empty line; 1 if it came. */
static int read_request(int fd, char *request, size_t size) {
    size_t length = 0;
    while (length + 1 < size) {
        const ssize_t got = recv(fd, request + length, size - 1 - length, 0);
        if (got <= 0)
            return 0;
        length += (size_t)got;
        request[length] = '\0';
        if (strstr(request, "\r\n\r\n"))
            return 1;
    }
    return 0;
}

static const char *path_of(const char *request) {
    const char *space = strchr(request, ' ');
    return space ? space + 1 : "";
}

static int is_for(const char *request, const char *name) {
    const char *path = path_of(request);
    const size_t length = strlen(name);
    return path[0] == '/' && strncmp(path + 1, name, length) == 0 && path[1 + length] == '/';
}

static void send_answer(int fd, const char *path) {
    char response[LONGEST_ANSWER];
    answer(path, response, sizeof response);
    send_all(fd, response);
}

/* Notes a request; 1 if it is to be held, in which case the connection stays open. */
static int note(struct server *server, const char *request, int fd) {
    const int half = is_for(request, "half");
    const int hold = half || is_for(request, "held");
    if (half)
        send_all(fd, "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{");
    pthread_mutex_lock(&server->lock);
    ++server->requests;
    memcpy(server->last_request, request, strlen(request) + 1);
    if (hold && server->held_count < MOST_HELD)
        server->held[server->held_count++] = fd;
    pthread_cond_broadcast(&server->changed);
    pthread_mutex_unlock(&server->lock);
    return hold;
}

/* Answers one request; 1 if the connection takes another one. */
static int serve(struct server *server, int fd) {
    char request[LONGEST_REQUEST];
    if (!read_request(fd, request, sizeof request)) {
        close(fd);
        return 0;
    }
    if (note(server, request, fd))
        return 0;
    send_answer(fd, path_of(request));
    if (is_for(request, "kept"))
        return 1;
    close(fd);
    return 0;
}

static void keep(struct server *server, int fd) {
    if (server->kept_count < MOST_KEPT)
        server->kept[server->kept_count++] = fd;
    else
        close(fd);
}

static void serve_kept(struct server *server, const struct pollfd *polled) {
    const int count = server->kept_count;
    server->kept_count = 0;
    for (int i = 0; i < count; ++i)
        if (!polled[i].revents || serve(server, polled[i].fd))
            keep(server, polled[i].fd);
}

static void accept_one(struct server *server) {
    const int fd = accept(server->listener, NULL, NULL);
    if (fd < 0)
        return;
    pthread_mutex_lock(&server->lock);
    ++server->connections;
    pthread_mutex_unlock(&server->lock);
    if (serve(server, fd))
        keep(server, fd);
}

static void *serve_until_stopped(void *argument) {
    struct server *server = argument;
    for (;;) {
        struct pollfd polled[2 + MOST_KEPT] = {{server->listener, POLLIN, 0}, {server->stop[0], POLLIN, 0}};
        for (int i = 0; i < server->kept_count; ++i)
            polled[2 + i] = (struct pollfd){server->kept[i], POLLIN, 0};
        if (poll(polled, 2 + (nfds_t)server->kept_count, -1) < 0)
            give_up("poll");
        if (polled[1].revents)
            return NULL;
        serve_kept(server, polled + 2);
        if (polled[0].revents)
            accept_one(server);
    }
}

static void listen_on_a_free_port(struct server *server) {
    struct sockaddr_in address;
    socklen_t length = sizeof address;
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    server->listener = socket(AF_INET, SOCK_STREAM, 0);
    if (server->listener < 0 || bind(server->listener, (struct sockaddr *)&address, sizeof address) != 0 ||
        listen(server->listener, 64) != 0 ||
        getsockname(server->listener, (struct sockaddr *)&address, &length) != 0)
        give_up("a port of 127.0.0.1");
    server->port = ntohs(address.sin_port);
}

struct server *server_start(void) {
    struct server *server = calloc(1, sizeof *server);
    if (!server || pipe(server->stop) != 0 || setenv("no_proxy", "*", 1) != 0)
        give_up("server");
    listen_on_a_free_port(server);
    pthread_mutex_init(&server->lock, NULL);
    pthread_cond_init(&server->changed, NULL);
    if (pthread_create(&server->thread, NULL, serve_until_stopped, server) != 0)
        give_up("pthread_create");
    return server;
}

void server_stop(struct server *server) {
    close(server->stop[1]);
    pthread_join(server->thread, NULL);
    for (int i = 0; i < server->held_count; ++i)
        close(server->held[i]);
    for (int i = 0; i < server->kept_count; ++i)
        close(server->kept[i]);
    close(server->stop[0]);
    close(server->listener);
    pthread_cond_destroy(&server->changed);
    pthread_mutex_destroy(&server->lock);
    free(server);
}

const char *server_address(const struct server *server) {
    static char url[64];
    snprintf(url, sizeof url, "http://127.0.0.1:%d", server->port);
    return url;
}

const char *server_url(const struct server *server, const char *answer) {
    static char url[128];
    snprintf(url, sizeof url, "http://127.0.0.1:%d/%s", server->port, answer);
    return url;
}

int server_requests(struct server *server) {
    pthread_mutex_lock(&server->lock);
    const int requests = server->requests;
    pthread_mutex_unlock(&server->lock);
    return requests;
}

int server_connections(struct server *server) {
    pthread_mutex_lock(&server->lock);
    const int connections = server->connections;
    pthread_mutex_unlock(&server->lock);
    return connections;
}

/* A copy of the last request, which stays until the next call. */
static char *last_request(struct server *server) {
    static char request[LONGEST_REQUEST];
    pthread_mutex_lock(&server->lock);
    memcpy(request, server->last_request, sizeof request);
    pthread_mutex_unlock(&server->lock);
    return request;
}

const char *server_last_header(struct server *server, const char *name) {
    const size_t length = strlen(name);
    char *line = strstr(last_request(server), "\r\n");
    while (line) {
        line += 2;
        char *end = strstr(line, "\r\n");
        if (end && strncasecmp(line, name, length) == 0 && line[length] == ':') {
            *end = '\0';
            return line + length + 1 + strspn(line + length + 1, " ");
        }
        line = end;
    }
    return NULL;
}

const char *server_last_line(struct server *server) {
    char *request = last_request(server);
    request[strcspn(request, "\r")] = '\0';
    return request;
}

void server_wait_held(struct server *server, int count) {
    pthread_mutex_lock(&server->lock);
    while (server->held_count < count)
        pthread_cond_wait(&server->changed, &server->lock);
    pthread_mutex_unlock(&server->lock);
}

void server_release(struct server *server) {
    pthread_mutex_lock(&server->lock);
    for (int i = 0; i < server->held_count; ++i) {
        send_answer(server->held[i], "/held/");
        close(server->held[i]);
    }
    server->held_count = 0;
    pthread_mutex_unlock(&server->lock);
}
