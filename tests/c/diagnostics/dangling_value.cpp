/* -Wall -Wextra: -Wreturn-stack-address */
#include <nango.hpp>

#ifdef MISTAKE
using Result = nango::Value;
#else
using Result = nango::Json;
#endif

Result metadata(const nango::Client &client);

Result metadata(const nango::Client &client) {
    const nango::Connection connection = client.get_connection("customer-1", "github");
    return Result(connection.value());
}
