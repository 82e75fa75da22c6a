/* libnango: makes a client and frees it, again and again. Only the first one of a process reads the system's authorities. */
#include "nango_program.h"
#include "program.h"

int main(int argc, char **argv) {
    struct program program = arguments(argc, argv);
    for (long left = 0; next_call(&program, &left);)
        nango_client_free(new_client(program.base_url));
    return 0;
}
