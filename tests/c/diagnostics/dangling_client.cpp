/* -Wall -Wextra: -Wreturn-stack-address */
#include <nango.hpp>

nango::Connections connections(const nango::Client &shared);

nango::Connections connections(const nango::Client &shared) {
#ifdef MISTAKE
    const nango::Client client("invented-secret-key");
    (void)shared;
#else
    const nango::Client &client = shared;
#endif
    return client.connections();
}
