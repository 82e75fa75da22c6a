/* -Wall -Wextra: -Wreturn-stack-address */
#include <nango.hpp>

#ifdef MISTAKE
using Id = std::string_view;
#else
using Id = std::string;
#endif

Id integration(const nango::Client &client);

Id integration(const nango::Client &client) {
    const nango::Connection connection = client.get_connection("customer-1", "github");
    return Id(connection.provider_config_key());
}
