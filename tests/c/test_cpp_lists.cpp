// Lists in C++: items from several pages, pages, and what happens in the middle.
#include <string>
#include <vector>

#include "support/check.h"
#include "support/client.hpp"

namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

nango::ListConnectionsParameters three() {
    nango::ListConnectionsParameters parameters;
    parameters.limit = 3;
    return parameters;
}

/// The ids that are left of a list.
std::string ids_of(nango::List<nango::ListedConnection> &list) {
    std::string ids;
    for (const nango::ListedConnection &connection : list)
        ids += std::to_string(connection.id().value_or(0));
    return ids;
}

void a_query_has_what_was_set(server *server) {
    const nango::Client client = client_for(server, "empty");
    nango::ListConnectionsParameters parameters;
    parameters.connection_id = "a&b";
    parameters.search = "";
    parameters.integration_ids = {"github", "slack"};
    parameters.tags = {{"team", "r d"}, {"x[]", "ü"}};
    parameters.end_user_id = "u1";
    auto list = client.connections().list(parameters);
    const int before = server_requests(server);
    CHECK(list.begin() == list.end() && list.next() == nullptr && !list.next_page());
    CHECK(server_requests(server) == before + 1);
    CHECK_TEXT(server_last_line(server),
               "GET /empty/connections?connectionId=a%26b&search=&integrationId=github%2Cslack&tags%5Bteam%5D=r%20d&"
               "tags%5Bx%5B%5D%5D=%C3%BC&endUserId=u1&limit=1000 HTTP/1.1");
}

void items_come_from_all_pages_once(server *server) {
    const nango::Client client = client_for(server, "pages");
    const int before = server_requests(server);
    std::string ids;
    for (const auto &connection : client.connections().list(three()))
        ids += std::to_string(connection.id().value_or(0));
    // 8 comes again on the second page, and so it does on the third: the page before had it.
    CHECK(ids == "98765");
    CHECK(server_requests(server) == before + 3);
    CHECK_TEXT(server_last_line(server), "GET /pages/connections?limit=3&page=2 HTTP/1.1");
}

void pages_come_one_by_one(server *server) {
    const nango::Client client = client_for(server, "pages");
    std::string sizes;
    for (const nango::Page<nango::ListedConnection> &page : client.connections().list(three()).pages()) {
        sizes += std::to_string(page.size());
        CHECK(!page.empty() && page.value()["page"].int64() == static_cast<std::int64_t>(sizes.size() - 1));
    }
    CHECK(sizes == "311");
    auto list = client.connections().list(three());
    const auto first = list.next_page();
    CHECK(first && first->size() == 3 && (*first)[2].connection_id() == "c7"sv);
    const auto second = list.next_page();
    CHECK(second && second->begin()->id() == 6);
    CHECK(ids_of(list) == "5");
    CHECK(!list.next_page());
    CHECK_TEXT(server_last_line(server), "GET /pages/connections?limit=3&page=2 HTTP/1.1");
}

void a_list_is_left_and_gone_on_with(server *server) {
    const nango::Client client = client_for(server, "pages");
    auto list = client.connections().list(three());
    const int before = server_requests(server);
    for (const auto &connection : list)
        if (connection.id() == 8)
            break;
    CHECK(server_requests(server) == before + 1);
    auto moved = std::move(list);
    CHECK(ids_of(moved) == "765");
    CHECK(ids_of(moved).empty());
}

void after_an_error_the_same_page_is_asked_for(server *server) {
    const nango::Client client = client_for(server, "flaky");
    auto list = client.connections().list(three());
    std::string ids;
    const auto error = thrown_by([&] {
        for (const auto &connection : list)
            ids += std::to_string(connection.id().value_or(0));
    });
    CHECK(error && error->kind() == nango::ErrorKind::Server && ids == "987");
    CHECK_TEXT(server_last_line(server), "GET /flaky/connections?limit=3&page=1 HTTP/1.1");
    CHECK(ids_of(list) == "65");
}

void a_page_without_a_list_is_not_passed_over(server *server) {
    const nango::Client client = client_for(server, "no_list");
    auto list = client.connections().list();
    for (int i = 0; i < 2; ++i) {
        const auto error = thrown_by([&] { (void)list.next(); });
        CHECK(error && error->kind() == nango::ErrorKind::Decode);
        CHECK(error && std::string_view(error->what()).substr(0, 11) == "connections");
    }
}

void items_outlive_their_list_and_client(const server *server) {
    std::vector<nango::ListedConnection> kept;
    {
        const nango::Client client = client_for(server, "pages");
        auto list = client.connections().list(three());
        kept.assign(list.begin(), list.end());
    }
    CHECK(kept.size() == 5 && kept[2].connection_id() == "c7"sv && kept[4].fields()["id"].json() == "5");
}

void what_was_moved_from_lists_nothing(const server *server) {
    nango::Client client = client_for(server, "pages");
    auto list = client.connections().list(three());
    const nango::Client taken = std::move(client);
    CHECK(is_refused([&] { (void)list.next(); }, "client"));
    nango::CallOptions options;
    const nango::CallOptions other = std::move(options);
    auto without = taken.connections().list(three(), std::move(options));
    CHECK(is_refused([&] { (void)without.next(); }, "options"));
}

} // namespace

int main() {
    server *server = server_start();
    a_query_has_what_was_set(server);
    items_come_from_all_pages_once(server);
    pages_come_one_by_one(server);
    a_list_is_left_and_gone_on_with(server);
    after_an_error_the_same_page_is_asked_for(server);
    a_page_without_a_list_is_not_passed_over(server);
    items_outlive_their_list_and_client(server);
    what_was_moved_from_lists_nothing(server);
    server_stop(server);
    return check_finish();
}
