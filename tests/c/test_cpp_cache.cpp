// The cache through nango.hpp.
#include <string>
#include <string_view>
#include <utility>

#include "support/check.h"
#include "support/client.hpp"

namespace {

using namespace std::string_view_literals;
using namespace std::chrono_literals;

/// How many requests a call with these options makes.
int requests_of(server *server, const nango::Client &client, const nango::CallOptions &options = nango::CallOptions()) {
    const int before = server_requests(server);
    CHECK(client.get_connection("customer-1", "github", options).id() == 8);
    return server_requests(server) - before;
}

void a_connection_is_kept_until_it_is_forgotten(server *server) {
    const nango::Client client(options_for(server, "basic").cache_ttl(5min));
    CHECK(requests_of(server, client) == 1);
    CHECK(requests_of(server, client) == 0);
    CHECK(requests_of(server, client, nango::CallOptions().max_age(1min)) == 0);
    CHECK(requests_of(server, client, nango::CallOptions().max_age(0ms)) == 1);
    CHECK(requests_of(server, client, nango::CallOptions().max_age(-1ms)) == 1);
    CHECK(requests_of(server, client, nango::CallOptions().force_refresh()) == 1);
    CHECK(requests_of(server, client) == 0);
    client.invalidate("customer-1", "github");
    CHECK(requests_of(server, client) == 1);
    client.clear_cache();
    CHECK(requests_of(server, client) == 1);
    CHECK(is_refused([&] { client.invalidate("customer-1\0"sv, "github"); }, "connection_id"));
    CHECK(is_refused([&] { client.invalidate("customer-1", "github\0"sv); }, "provider_config_key"));
}

void there_is_none_by_default_or_with_a_ttl_below_zero(server *server) {
    auto options = options_for(server, "basic");
    for (int i = 0; i < 2; ++i) {
        const nango::Client client(options);
        CHECK(requests_of(server, client) == 1);
        CHECK(requests_of(server, client) == 1);
        options.cache_ttl(-1ms);
    }
}

void more_than_five_minutes_is_refused(const server *server) {
    auto options = options_for(server, "basic");
    CHECK(is_refused([&] { const nango::Client none(options.cache_ttl(5min + 1ms)); }, "cache_ttl"));
}

void a_client_that_was_moved_from_forgets_nothing(server *server) {
    nango::Client client(options_for(server, "basic").cache_ttl(5min));
    CHECK(requests_of(server, client) == 1);
    const nango::Client taken = std::move(client);
    client.clear_cache();
    client.invalidate("customer-1", "github");
    CHECK(requests_of(server, taken) == 0);
}

void what_a_call_changes_is_dropped(server *server) {
    const nango::Client client(options_for(server, "basic").cache_ttl(5min));
    CHECK(requests_of(server, client) == 1);
    client.connections().update("customer-1", "github");
    CHECK(requests_of(server, client) == 1);
    client.connections().delete_("customer-1", "github");
    CHECK(requests_of(server, client) == 1);
    client.connections().set_metadata("github", {"customer-2", "customer-1"}, nango::Json("{}"));
    CHECK(requests_of(server, client) == 1);
    client.connections().delete_("customer-2", "github");
    CHECK(requests_of(server, client) == 0);
}

} // namespace

int main() {
    server *server = server_start();
    a_connection_is_kept_until_it_is_forgotten(server);
    there_is_none_by_default_or_with_a_ttl_below_zero(server);
    more_than_five_minutes_is_refused(server);
    a_client_that_was_moved_from_forgets_nothing(server);
    what_a_call_changes_is_dropped(server);
    server_stop(server);
    return check_finish();
}
