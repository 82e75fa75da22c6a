#include "server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "answers.h"
#include "request.h"

enum { MOST_HELD = 64, MOST_KEPT = 64, LONGEST_ANSWER = 16384 };

/* A connection that waits for its response, or for the rest of it. */
struct held {
    int fd;
    int is_half;
};

struct server {
    int listener;
    int stop[2]; /* a pipe; closing one end stops the thread */
    int port;
    int kept[MOST_KEPT]; /* connections that take further requests; the thread's alone */
    int kept_count;
    struct request coming; /* the thread's alone too */
    pthread_t thread;
    pthread_mutex_t lock; /* guards what follows */
    pthread_cond_t changed;
    int requests;
    int connections;
    struct request last;
    struct held held[MOST_HELD];
    int held_count;
};

static void give_up(const char *what) {
    perror(what);
    exit(2);
}

static void send_all(int fd, const char *bytes, size_t size) {
    while (size > 0) {
        const ssize_t sent = send(fd, bytes, size, MSG_NOSIGNAL);
        if (sent <= 0)
            return;
        bytes += sent;
        size -= (size_t)sent;
    }
}

/* A JSON document of 100 bytes in two parts. */
static const char half_of_an_answer[] = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{";

static void send_other_half(int fd) {
    char rest[100];
    snprintf(rest, sizeof rest, "%99s", "}");
    send_all(fd, rest, strlen(rest));
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
    send_all(fd, response, answer(path, response, sizeof response));
}

/* Notes the request that came; 1 if it is to be held, in which case the connection stays open. */
static int note(struct server *server, int fd) {
    const struct request *request = &server->coming;
    const int half = is_for(request->head, "half");
    const int hold = half || is_for(request->head, "held");
    pthread_mutex_lock(&server->lock);
    ++server->requests;
    memcpy(server->last.head, request->head, strlen(request->head) + 1);
    memcpy(server->last.body, request->body, request->body_size);
    server->last.body_size = request->body_size;
    if (hold && server->held_count < MOST_HELD)
        server->held[server->held_count++] = (struct held){fd, half};
    /* The reader may release the other half at once. */
    if (half)
        send_all(fd, half_of_an_answer, strlen(half_of_an_answer));
    pthread_cond_broadcast(&server->changed);
    pthread_mutex_unlock(&server->lock);
    return hold;
}

/* Responds to one request; 1 if the connection takes another one. */
static int serve(struct server *server, int fd) {
    const char *request = server->coming.head;
    if (!request_read(fd, &server->coming)) {
        close(fd);
        return 0;
    }
    if (note(server, fd))
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
        close(server->held[i].fd);
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
static const struct request *last_request(struct server *server) {
    static struct request request;
    pthread_mutex_lock(&server->lock);
    request = server->last;
    pthread_mutex_unlock(&server->lock);
    return &request;
}

const char *server_last_header(struct server *server, const char *name) {
    static char value[1024];
    return request_header(last_request(server)->head, name, value, sizeof value) ? value : NULL;
}

const char *server_last_line(struct server *server) {
    static char line[1024];
    const char *head = last_request(server)->head;
    snprintf(line, sizeof line, "%.*s", (int)strcspn(head, "\r"), head);
    return line;
}

const void *server_last_body(struct server *server, size_t *size) {
    const struct request *request = last_request(server);
    *size = request->body_size;
    return request->body;
}

void server_wait_held(struct server *server, int count) {
    pthread_mutex_lock(&server->lock);
    while (server->held_count < count)
        pthread_cond_wait(&server->changed, &server->lock);
    pthread_mutex_unlock(&server->lock);
}

int server_sees_it_close(struct server *server) {
    char byte;
    pthread_mutex_lock(&server->lock);
    struct pollfd polled = {server->held[0].fd, POLLIN, 0};
    pthread_mutex_unlock(&server->lock);
    return poll(&polled, 1, 10000) == 1 && recv(polled.fd, &byte, 1, 0) <= 0;
}

void server_release(struct server *server) {
    pthread_mutex_lock(&server->lock);
    for (int i = 0; i < server->held_count; ++i) {
        if (server->held[i].is_half)
            send_other_half(server->held[i].fd);
        else
            send_answer(server->held[i].fd, "/held/");
        close(server->held[i].fd);
    }
    server->held_count = 0;
    pthread_mutex_unlock(&server->lock);
}
