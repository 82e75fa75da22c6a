// The settings of clients, calls and requests, through nango.hpp.
#ifndef PROBE_CALLS_HPP
#define PROBE_CALLS_HPP

#include <chrono>
#include <cstdint>
#include <functional>
#include <nango.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "../c/bytes.h"
#include "../c/json.h"

using std::chrono::milliseconds;

// A text with all of its bytes, U+0000 included.
inline std::string text_of(const json &value) { return std::string(value.text, value.length); }

inline std::string text_of(const json &object, const char *name) {
    const json *member = json_get(&object, name);
    return member ? text_of(*member) : std::string();
}

inline bool is_true(const json &object, const char *name) {
    const json *member = json_get(&object, name);
    return member && member->type == JSON_TRUE;
}

// The items of an array, or the members of an object.
inline std::vector<const json *> items_of(const json *list) {
    std::vector<const json *> items;
    for (const json *at = list ? list->first : nullptr; at; at = at->next)
        items.push_back(at);
    return items;
}

inline std::pair<std::string, std::string> pair_of(const json *pair) {
    return {text_of(*pair->first), text_of(*pair->first->next)};
}

inline nango::Route route_of(std::string_view name) {
    return name == "connection"    ? nango::Route::Connection
           : name == "connections" ? nango::Route::Connections
                                   : nango::Route::Auto;
}

inline nango::Client client_of(const json &settings) {
    nango::ClientOptions options;
    for (const json *at : items_of(&settings)) {
        const std::string_view name = at->name;
        if (name == "secret_key")
            options.secret_key(text_of(*at));
        else if (name == "base_url")
            options.base_url(text_of(*at));
        else if (name == "route")
            options.route(route_of(at->text));
        else if (name == "user_agent")
            options.user_agent(text_of(*at));
        else if (name == "http_proxy")
            options.http_proxy(text_of(*at));
        else if (name == "ca_file")
            options.ca_file(text_of(*at));
        else if (name == "timeout_ms")
            options.timeout(milliseconds(at->number));
        else if (name == "connect_timeout_ms")
            options.connect_timeout(milliseconds(at->number));
        else if (name == "max_retries")
            options.max_retries(static_cast<std::uint32_t>(at->number));
        else if (name == "max_response_bytes")
            options.max_response_bytes(static_cast<std::uint64_t>(at->number));
        else if (name == "allow_plaintext_http")
            options.allow_plaintext_http(at->type == JSON_TRUE);
        else if (name == "headers")
            for (const json *header : items_of(at)) {
                const auto [header_name, value] = pair_of(header);
                options.add_header(header_name, value);
            }
        else
            json_stop("no such setting of a client", at->name);
    }
    return nango::Client(options);
}

inline nango::CallOptions options_of(const json &told) {
    nango::CallOptions options;
    options.force_refresh(is_true(told, "force_refresh"))
        .refresh_token(is_true(told, "refresh_token"))
        .refresh_github_app_jwt_token(is_true(told, "refresh_github_app_jwt_token"));
    if (const json *timeout = json_get(&told, "timeout_ms"))
        options.timeout(milliseconds(timeout->number));
    return options;
}

// A body that is made as it is read. A reader is copied, so the unit is a string here.
class Upload {
public:
    explicit Upload(const json &body) {
        ::upload made = upload_of(&body);
        unit_.assign(reinterpret_cast<const char *>(made.unit), made.unit_length);
        std::free(made.unit);
        made.unit = nullptr;
        state_ = made;
    }

    std::size_t operator()(char *buffer, std::size_t capacity) {
        state_.unit = reinterpret_cast<unsigned char *>(unit_.data());
        return upload_read(&state_, buffer, capacity);
    }

    std::uint64_t length() const { return state_.length; }

    std::string whole() {
        std::string bytes(static_cast<std::size_t>(state_.length), '\0');
        state_.piece = bytes.size();
        (*this)(bytes.data(), bytes.size());
        return bytes;
    }

private:
    std::string unit_;
    ::upload state_ = {};
};

inline void set_body(nango::Request &request, const json &told) {
    Upload body(told);
    const std::string content_type = text_of(told, "content_type");
    const std::string from = text_of(told, "from");
    if (from == "memory")
        request.body(body.whole(), content_type);
    else if (from == "sized_reader")
        request.body_reader(body, body.length(), content_type);
    else
        request.body_reader(body, std::nullopt, content_type);
}

inline nango::Request request_of(const json &told) {
    nango::Request request(text_of(told, "method"), text_of(told, "endpoint"));
    for (const json *at : items_of(&told)) {
        const std::string_view name = at->name;
        if (name == "query" || name == "headers") {
            for (const json *item : items_of(at)) {
                const auto [item_name, value] = pair_of(item);
                name == "query" ? request.add_query(item_name, value) : request.add_header(item_name, value);
            }
        } else if (name == "retry_on") {
            std::vector<std::int32_t> statuses;
            for (const json *status : items_of(at))
                statuses.push_back(static_cast<std::int32_t>(status->number));
            request.retry_on(statuses);
        } else if (name == "body") {
            set_body(request, *at);
        } else if (name == "base_url_override") {
            request.base_url_override(text_of(*at));
        } else if (name == "retries") {
            request.retries(static_cast<std::uint32_t>(at->number));
        } else if (name == "decompress") {
            request.decompress(at->type == JSON_TRUE);
        } else if (name == "nango_parses_body") {
            request.nango_parses_body(at->type == JSON_TRUE);
        } else if (name == "idle_timeout_ms") {
            request.idle_timeout(milliseconds(at->number));
        } else if (name != "method" && name != "endpoint") {
            json_stop("no such setting of a request", at->name);
        }
    }
    return request;
}

// The action of another thread during a call, after some time; the destructor waits until it is done.
class Later {
public:
    Later(const json &told, const nango::Client &client, nango::CallOptions &options) {
        if (const json *after = json_get(&told, "cancel_after_ms")) {
            const nango::Cancel token;
            options.cancel(token);
            run(milliseconds(after->number), [token] { token.trigger(); });
        }
        if (const json *after = json_get(&told, "shutdown_after_ms"))
            run(milliseconds(after->number), [&client] { client.shutdown(); });
    }
    Later(const Later &) = delete;
    Later &operator=(const Later &) = delete;
    ~Later() {
        if (thread_.joinable())
            thread_.join();
    }

private:
    void run(milliseconds after, std::function<void()> what) {
        thread_ = std::thread([after, what = std::move(what)] {
            std::this_thread::sleep_for(after);
            what();
        });
    }

    std::thread thread_;
};

#endif
