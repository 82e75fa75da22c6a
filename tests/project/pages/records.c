/* Reads all records, and prints how many there were and how much memory it had after some of them and at the end. */
#include <nango.h>
#include <nango_api.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

static long memory(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

int main(int argc, char **argv) {
    const long early = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
    nango_error *error = NULL;
    nango_client_options *options = nango_client_options_new();
    nango_client_options_load_env(options);
    nango_client *client = nango_client_new(options, &error);
    nango_client_options_free(options);
    nango_records_list_params params = {0};
    const int64_t limit = 10000;
    params.connection_id = "c";
    params.provider_config_key = "p";
    params.model = "Model";
    params.limit = &limit;
    nango_items records = nango_records_list(&params);
    long count = 0, at_first = 0;
    for (const nango_value *record; (record = nango_items_next(&records, client, NULL, &error)) != NULL; count++) {
        if (!nango_value_string(nango_value_get(record, "title")))
            return 1;
        if (count == early)
            at_first = memory();
    }
    if (error)
        fprintf(stderr, "%s\n", nango_error_message(error));
    printf("%ld %ld %ld\n", count, at_first, memory());
    nango_items_free(&records);
    nango_client_free(client);
    return error != NULL;
}
