// A client of one of the test server's responses, and the error that a piece of code throws. The client tries once, and
// no proxy of the environment comes between.
#ifndef CLIENT_HPP
#define CLIENT_HPP

#include <nango.hpp>

#include "server.h"

inline nango::ClientOptions options_for(const server *server, const char *answer) {
    return nango::ClientOptions()
        .secret_key("invented-secret-key")
        .base_url(server_url(server, answer))
        .http_proxy("")
        .max_retries(0);
}

inline nango::Client client_for(const server *server, const char *answer) {
    return nango::Client(options_for(server, answer));
}

/// The error that `body` throws, if it does.
template <class Body>
std::optional<nango::Error> thrown_by(Body body) {
    try {
        body();
    } catch (const nango::Error &error) {
        return error;
    }
    return std::nullopt;
}

/// Whether `body` is rejected as an invalid argument that the message names.
template <class Body>
bool is_refused(Body body, std::string_view argument) {
    const std::optional<nango::Error> error = thrown_by(body);
    return error && error->kind() == nango::ErrorKind::InvalidArgument && error->attempts() == 0 &&
           std::string_view(error->what()).find(argument) != std::string_view::npos;
}

#endif
