/* -Wall -Wextra: -Wdangling */
#include <nango.hpp>

void run();

void run() {
#ifdef MISTAKE
    const nango::Actions actions(nango::Client("invented-secret-key"));
#else
    const nango::Client client("invented-secret-key");
    const nango::Actions actions(client);
#endif
    (void)actions.result("4ba27559");
}
