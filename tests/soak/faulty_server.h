/* A server on 127.0.0.1, in its own process, that responds correctly to most requests and with faults to the others. */
#ifndef FAULTY_SERVER_H
#define FAULTY_SERVER_H

#include <stdint.h>
#include <sys/types.h>

struct faulty_server {
    int port;
    pid_t process;
    int alive; /* closed to end it */
};

/* Must be called before any thread starts. */
struct faulty_server faulty_server_start(uint64_t seed);

/* Ends it and prints how often it did what. */
void faulty_server_stop(const struct faulty_server *server);

#endif
