// Gets a connection from Nango and shows the beginning of its token.
//
// NANGO_SECRET_KEY and NANGO_BASE_URL say where and with which key, NANGO_CONNECTION_ID and NANGO_PROVIDER_CONFIG_KEY
// whose connection to which integration.
#include <cstdlib>
#include <iostream>
#include <nango.hpp>

namespace {

std::string_view variable(const char *name, std::string_view otherwise) {
    const char *value = std::getenv(name);
    return value ? value : otherwise;
}

// Never print a whole token: it is as good as a password.
void show(const nango::Connection &connection, std::optional<std::string_view> token) {
    std::cout << connection.provider_config_key() << '/' << connection.connection_id() << ": "
              << connection.auth_mode_name().value_or("(no auth mode)") << ' ';
    if (token)
        std::cout << token->substr(0, 8) << "...";
    else
        std::cout << "(no single token)";
    std::cout << " expires " << connection.expires_at().value_or("never") << '\n';
}

} // namespace

int main() {
    const std::string_view connection_id = variable("NANGO_CONNECTION_ID", "customer-1");
    const std::string_view provider_config_key = variable("NANGO_PROVIDER_CONFIG_KEY", "github");
    try {
        nango::Client client(nango::ClientOptions().load_env()); // NANGO_SECRET_KEY, NANGO_BASE_URL
        nango::Connection connection = client.get_connection(connection_id, provider_config_key);
        std::optional<std::string_view> token = connection.token(); // belongs to the connection
        show(connection, token);
    } catch (const nango::Error &error) {
        std::cerr << error.kind_name() << ": " << error.what() << '\n';
        return 1;
    }
}
