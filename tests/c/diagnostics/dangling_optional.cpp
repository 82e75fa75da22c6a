/* -Wall -Wextra: -Wreturn-stack-address */
#include <nango.hpp>

#ifdef MISTAKE
using Token = std::optional<std::string_view>;
#else
using Token = std::optional<std::string>;
#endif

Token token(const nango::Client &client);

Token token(const nango::Client &client) {
    const nango::Connection connection = client.get_connection("customer-1", "github");
    return Token(connection.token());
}
