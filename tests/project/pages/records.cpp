// Reads all records, and prints how many there were and how much memory it had after some of them and at the end.
#include <cstdio>
#include <cstdlib>
#include <nango.hpp>
#include <sys/resource.h>

static long memory() {
    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

int main(int argc, char **argv) {
    const long early = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 0;
    const nango::Client client(nango::ClientOptions().load_env());
    nango::ListRecordsParameters parameters;
    parameters.limit = 10000;
    long count = 0, at_first = 0;
    for (const nango::Record &record : client.records().list("c", "p", "Model", parameters)) {
        if (!record.data()["title"].string())
            return 1;
        if (count++ == early)
            at_first = memory();
    }
    std::printf("%ld %ld %ld\n", count, at_first, memory());
}
