// A list of 200,000 records in 2,000 pages, in C and in C++: the memory that it needs does not grow with its pages.
#include <nango_api.h>

#include <cstdio>
#include <unistd.h>

#include "support/check.h"
#include "support/client.hpp"

namespace {

constexpr int early = 20000, all = 200000;

/// The memory of this process in KiB.
long resident() {
    long pages = 0;
    std::FILE *file = std::fopen("/proc/self/statm", "r");
    CHECK(file && std::fscanf(file, "%*d %ld", &pages) == 1);
    if (file)
        std::fclose(file);
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

/// The text of all records alone is 15 MB.
void check_growth(const char *language, long before, int count) {
    const long growth = resident() - before;
    CHECK(count == all);
    if (!CHECK(growth < 2048))
        std::fprintf(stderr, "    %s: %ld KiB more after %d records than after %d\n", language, growth, all, early);
}

void in_cpp(const nango::Client &client) {
    int count = 0;
    long before = 0;
    auto list = client.records().list("customer-1", "github", "Issue");
    for (const nango::Record &record : list) {
        if (++count == early)
            before = resident();
        if (record.id().int64() != count || !list.cursor())
            CHECK(false);
    }
    check_growth("C++", before, count);
}

void in_c(const server *server) {
    int count = 0;
    long before = 0;
    nango_client_options *options = nango_client_options_new();
    nango_client_options_set_secret_key(options, "invented-secret-key");
    nango_client_options_set_base_url(options, server_url(server, "many"));
    nango_client_options_set_http_proxy(options, "");
    nango_client *client = nango_client_new(options, nullptr);
    nango_records_list_params params = {};
    params.connection_id = params.provider_config_key = params.model = "c";
    nango_items items = nango_records_list(&params);
    while (nango_items_next(&items, client, nullptr, nullptr)) {
        if (++count == early)
            before = resident();
        if (!nango_items_cursor(&items))
            CHECK(false);
    }
    check_growth("C", before, count);
    nango_items_free(&items);
    nango_client_free(client);
    nango_client_options_free(options);
}

} // namespace

int main() {
    server *server = server_start();
    in_cpp(client_for(server, "many"));
    in_c(server);
    server_stop(server);
    return check_finish();
}
