// Records in C++: lists whose items have a cursor each, item by item and page by page.
#include <string>

#include "support/check.h"
#include "support/client.hpp"

namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

using Records = nango::List<nango::Record>;

Records records_of(const nango::Client &client, const nango::ListRecordsParameters &parameters = {}) {
    return client.records().list("customer-1", "github", "Issue", parameters);
}

/// A list goes on with the second page, whose first request fails.
template <class Read>
void check_failure(Read read) {
    const auto error = thrown_by(read);
    CHECK(error && error->kind() == nango::ErrorKind::Server);
}

void records_are_what_was_sent(server *server) {
    const nango::Client client = client_for(server, "records");
    nango::ListRecordsParameters parameters;
    parameters.ids = {"a", "2"};
    parameters.filter = {"added", "updated"};
    parameters.modified_after = std::chrono::system_clock::from_time_t(1795914123) + std::chrono::milliseconds(120);
    auto list = records_of(client, parameters);
    const auto page = list.next_page();
    CHECK_TEXT(server_last_line(server),
               "GET /records/records?model=Issue&modified_after=2026-11-29T01%3A02%3A03.120Z&"
               "filter=added%2Cupdated&ids=a&ids=2&limit=1000 HTTP/1.1");
    CHECK_TEXT(server_last_header(server, "connection-id"), "customer-1");
    CHECK_TEXT(server_last_header(server, "provider-config-key"), "github");
    CHECK(page && page->size() == 2);
    const nango::Record &first = (*page)[0];
    CHECK(first.id().string() == "a"sv && (*page)[1].id().int64() == 2);
    CHECK(first.data()["title"].string() == "first"sv && first.data()["id"].string() == "a"sv);
    const auto metadata = first.metadata();
    CHECK(metadata && metadata->last_action() == "ADDED"sv && metadata->cursor() == "at-a"sv && !metadata->pruned_at());
}

void each_record_has_its_cursor(server *server) {
    const nango::Client client = client_for(server, "records");
    auto list = records_of(client);
    CHECK(!list.cursor());
    std::string cursors;
    check_failure([&] {
        for (const nango::Record &record : list) {
            CHECK(record.metadata()->cursor() == list.cursor());
            cursors += std::string(list.cursor().value_or("none")) + " ";
        }
    });
    CHECK(cursors == "at-a at-2 " && list.cursor() == "at-2"sv);
    const nango::Record *record = list.next();
    CHECK(record && record->id().string() == "c"sv && list.cursor() == "at-c"sv);
    // The end, behind a page without records.
    CHECK(!list.next() && list.cursor() == "at-c"sv);
    CHECK(std::move(list).cursor() == "at-c"sv);
    CHECK(server_requests(server) > 0);
}

void what_was_moved_from_has_no_cursor(const server *server) {
    const nango::Client client = client_for(server, "records");
    auto list = records_of(client);
    CHECK(list.next() && list.cursor() == "at-a"sv);
    auto moved = std::move(list);
    CHECK(moved.cursor() == "at-a"sv && !list.cursor());
    list = std::move(moved);
    CHECK(list.next() && list.cursor() == "at-2"sv && !moved.cursor());
}

void another_list_goes_on_at_the_cursor(server *server) {
    const nango::Client client = client_for(server, "records");
    nango::ListRecordsParameters parameters;
    parameters.cursor = "at-2";
    auto list = records_of(client, parameters);
    parameters.cursor = "elsewhere";
    CHECK(list.cursor() == "at-2"sv);
    check_failure([&] { (void)list.next(); });
    CHECK_TEXT(server_last_line(server), "GET /records/records?model=Issue&cursor=at-2&limit=1000 HTTP/1.1");
    CHECK(list.cursor() == "at-2"sv);
    CHECK(list.next() && list.cursor() == "at-c"sv);
}

void pages_have_the_cursor_of_their_last_record(const server *server) {
    const nango::Client client = client_for(server, "records");
    auto pages = records_of(client).pages();
    CHECK(!pages.cursor());
    CHECK(pages.next() && pages.cursor() == "at-2"sv);
    check_failure([&] { (void)pages.next(); });
    CHECK(pages.cursor() == "at-2"sv);
    const auto *second = pages.next();
    CHECK(second && second->size() == 1 && pages.cursor() == "at-c"sv);
    const auto *third = pages.next();
    CHECK(third && third->empty() && pages.cursor() == "at-c"sv);
    CHECK(!pages.next() && pages.cursor() == "at-c"sv);
}

void a_page_begins_with_what_is_left(server *server) {
    const nango::Client client = client_for(server, "records");
    auto list = records_of(client);
    CHECK(list.next() && list.cursor() == "at-a"sv);
    const int before = server_requests(server);
    const auto rest = list.next_page();
    CHECK(server_requests(server) == before && rest && rest->size() == 1 && (*rest)[0].id().int64() == 2);
    CHECK(rest && rest->value()["records"].size() == 2 && list.cursor() == "at-2"sv);
    check_failure([&] { (void)list.next_page(); });
    CHECK(list.next() && list.cursor() == "at-c"sv);

    auto begun = records_of(client);
    CHECK(begun.next());
    auto pages = std::move(begun).pages();
    CHECK(pages.cursor() == "at-a"sv && pages.next() && pages.cursor() == "at-2"sv);
}

void a_filter_that_is_empty_or_holds_a_comma_is_refused(server *server) {
    const nango::Client client = client_for(server, "records");
    const auto before = server_requests(server);
    nango::ListRecordsParameters none, comma;
    none.ids.emplace();
    comma.filter = {"added,deleted"};
    const auto empty = thrown_by([&] { (void)records_of(client, none); });
    CHECK(empty && empty->kind() == nango::ErrorKind::InvalidArgument && std::string_view(empty->what()).find("ids is empty") != std::string_view::npos);
    const auto held = thrown_by([&] { (void)records_of(client, comma); });
    CHECK(held && held->kind() == nango::ErrorKind::InvalidArgument);
    nango::ListConnectionsParameters untagged;
    untagged.tags.emplace();
    const auto tagless = thrown_by([&] { (void)client.connections().list(untagged).next(); });
    CHECK(tagless && tagless->kind() == nango::ErrorKind::InvalidArgument);
    CHECK(server_requests(server) == before);
}

void page_numbers_have_no_cursor(const server *server) {
    const nango::Client client = client_for(server, "pages");
    auto list = client.connections().list();
    CHECK(list.next() && !list.cursor() && list.next_page() && !list.cursor());
}

} // namespace

int main() {
    server *server = server_start();
    records_are_what_was_sent(server);
    each_record_has_its_cursor(server);
    what_was_moved_from_has_no_cursor(server);
    another_list_goes_on_at_the_cursor(server);
    pages_have_the_cursor_of_their_last_record(server);
    a_page_begins_with_what_is_left(server);
    a_filter_that_is_empty_or_holds_a_comma_is_refused(server);
    page_numbers_have_no_cursor(server);
    server_stop(server);
    return check_finish();
}
