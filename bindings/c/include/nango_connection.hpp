/**
 * @file nango_connection.hpp
 * A connection, with its credentials. Included by nango.hpp.
 */
#include "nango.hpp"
#ifndef NANGO_CONNECTION_HPP
#define NANGO_CONNECTION_HPP

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "nango_options.hpp"

namespace nango {

namespace detail {

/// A time as std::chrono holds it: the nearest one that it can.
inline std::chrono::system_clock::time_point time_point(std::int64_t unix_ms) noexcept {
    using std::chrono::milliseconds;
    using Time = std::chrono::system_clock::time_point;
    const milliseconds since_1970(unix_ms);
    if (since_1970 >= std::chrono::duration_cast<milliseconds>(Time::max().time_since_epoch()))
        return Time::max();
    if (since_1970 <= std::chrono::duration_cast<milliseconds>(Time::min().time_since_epoch()))
        return Time::min();
    return Time(std::chrono::duration_cast<Time::duration>(since_1970));
}

} // namespace detail

/// What Nango knows about one customer's access to one external API, with fresh credentials. Wiped when destroyed. May
/// outlive the client.
///
/// Absent members are std::nullopt; an empty string is not absent. There is no operator<<, because most members are
/// secrets.
class Connection {
public:
    /// A connection from Nango's document, as json() gives it: for tests without a server, and for a document that was
    /// stored. Throws ErrorKind::Decode, which names the place that is wrong.
    [[nodiscard]] static Connection from_json(StringArg json) {
        const detail::Argument document("json", json);
        return Connection(detail::result_of([&](nango_error **error) {
            return detail::Handle<nango_connection>(nango_connection_from_json(document.c_str(), error));
        }));
    }

    /// Nango's numeric id of the connection; 0 if the response has none.
    [[nodiscard]] std::int64_t id() const noexcept { return nango_connection_id(connection_.get()); }

    /// The id of the connection.
    [[nodiscard]] std::string_view connection_id() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_connection_id(connection_.get())).value_or("");
    }
    [[nodiscard]] OwnedString connection_id() const && { return OwnedString(connection_id()); }

    /// The integration that the connection belongs to.
    [[nodiscard]] std::string_view provider_config_key() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_provider_config_key(connection_.get())).value_or("");
    }
    [[nodiscard]] OwnedString provider_config_key() const && { return OwnedString(provider_config_key()); }

    /// The external API, such as "github".
    [[nodiscard]] std::optional<std::string_view> provider() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_provider(connection_.get()));
    }
    [[nodiscard]] OptionalString provider() const && { return OptionalString(provider()); }

    /// How the external API authenticates.
    [[nodiscard]] AuthMode auth_mode() const noexcept {
        return static_cast<AuthMode>(nango_connection_auth_mode(connection_.get()));
    }

    /// The auth mode as sent, such as "OAUTH2", also where the library does not know it.
    [[nodiscard]] std::optional<std::string_view> auth_mode_name() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_auth_mode_name(connection_.get()));
    }
    [[nodiscard]] OptionalString auth_mode_name() const && { return OptionalString(auth_mode_name()); }

    /// What authenticates a request, where one string does: an access token, a token or an API key.
    [[nodiscard]] std::optional<std::string_view> token() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_token(connection_.get()));
    }
    [[nodiscard]] OptionalString token() const && { return OptionalString(token()); }

    /// The value of the header Authorization, where that alone authenticates a request: "Bearer " with the token or the
    /// API key, or "Basic " with user name and password. Absent for other auth modes: use Client::proxy there.
    [[nodiscard]] std::optional<std::string_view> authorization() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_authorization(connection_.get()));
    }
    [[nodiscard]] OptionalString authorization() const && { return OptionalString(authorization()); }

    /// The member access_token of the credentials.
    [[nodiscard]] std::optional<std::string_view> access_token() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_access_token(connection_.get()));
    }
    [[nodiscard]] OptionalString access_token() const && { return OptionalString(access_token()); }

    /// The member refresh_token of the credentials, which Nango sends only if requested: see
    /// CallOptions::refresh_token.
    [[nodiscard]] std::optional<std::string_view> refresh_token() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_refresh_token(connection_.get()));
    }
    [[nodiscard]] OptionalString refresh_token() const && { return OptionalString(refresh_token()); }

    /// The member oauth_token of the credentials (OAuth 1).
    [[nodiscard]] std::optional<std::string_view> oauth_token() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_oauth_token(connection_.get()));
    }
    [[nodiscard]] OptionalString oauth_token() const && { return OptionalString(oauth_token()); }

    /// The member oauth_token_secret of the credentials (OAuth 1).
    [[nodiscard]] std::optional<std::string_view> oauth_token_secret() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_oauth_token_secret(connection_.get()));
    }
    [[nodiscard]] OptionalString oauth_token_secret() const && { return OptionalString(oauth_token_secret()); }

    /// The member apiKey of the credentials.
    [[nodiscard]] std::optional<std::string_view> api_key() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_api_key(connection_.get()));
    }
    [[nodiscard]] OptionalString api_key() const && { return OptionalString(api_key()); }

    /// The member username of the credentials; may be empty.
    [[nodiscard]] std::optional<std::string_view> username() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_username(connection_.get()));
    }
    [[nodiscard]] OptionalString username() const && { return OptionalString(username()); }

    /// The member password of the credentials; may be empty.
    [[nodiscard]] std::optional<std::string_view> password() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_password(connection_.get()));
    }
    [[nodiscard]] OptionalString password() const && { return OptionalString(password()); }

    /// Any string member of the credentials by its name in Nango's response, such as "client_id".
    [[nodiscard]] std::optional<std::string_view> credential(StringArg name) const & NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_credential(connection_.get(), detail::Argument("name", name).c_str()));
    }
    [[nodiscard]] OptionalString credential(StringArg name) const && { return OptionalString(credential(name)); }

    /// The credentials: the text of a JSON object, as sent; "{}" if there are none.
    [[nodiscard]] std::optional<std::string_view> credentials_json() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_credentials_json(connection_.get()));
    }
    [[nodiscard]] OptionalString credentials_json() const && { return OptionalString(credentials_json()); }

    /// What the external API said when it gave the credentials: JSON text, as sent.
    [[nodiscard]] std::optional<std::string_view> raw_json() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_raw_json(connection_.get()));
    }
    [[nodiscard]] OptionalString raw_json() const && { return OptionalString(raw_json()); }

    /// When the credentials expire, as sent: RFC 3339, or whatever the external API sent.
    [[nodiscard]] std::optional<std::string_view> expires_at() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_expires_at(connection_.get()));
    }
    [[nodiscard]] OptionalString expires_at() const && { return OptionalString(expires_at()); }

    /// When the credentials expire, in milliseconds since 1970-01-01 UTC; absent if what was sent is not RFC 3339.
    [[nodiscard]] std::optional<std::int64_t> expires_at_ms() const noexcept {
        std::int64_t ms = 0;
        return nango_connection_expires_at_ms(connection_.get(), &ms) ? std::optional(ms) : std::nullopt;
    }

    /// When the credentials expire; absent if what was sent is not RFC 3339. A time that the clock's type cannot hold,
    /// such as the year 9999, becomes the last (or first) that it can.
    [[nodiscard]] std::optional<std::chrono::system_clock::time_point> expires_at_time() const noexcept {
        const std::optional<std::int64_t> ms = expires_at_ms();
        return ms ? std::optional(detail::time_point(*ms)) : std::nullopt;
    }

    /// How long the credentials last from now, by the clock of this machine: negative if they have expired. Absent if
    /// what was sent is not RFC 3339.
    [[nodiscard]] std::optional<std::chrono::milliseconds> expires_in() const noexcept {
        using std::chrono::milliseconds;
        const std::optional<std::int64_t> ms = expires_at_ms();
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        return ms ? std::optional(milliseconds(*ms) - std::chrono::duration_cast<milliseconds>(now)) : std::nullopt;
    }

    /// Whether the credentials have expired, by the clock of this machine. False if they do not say when they do.
    [[nodiscard]] bool is_expired() const noexcept {
        const std::optional<std::chrono::milliseconds> left = expires_in();
        return left && left->count() <= 0;
    }

    /// When the connection was made, as sent: RFC 3339 in one of its forms.
    [[nodiscard]] std::optional<std::string_view> created_at() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_created_at(connection_.get()));
    }
    [[nodiscard]] OptionalString created_at() const && { return OptionalString(created_at()); }

    /// When the connection was last changed, as sent: RFC 3339 in one of its forms.
    [[nodiscard]] std::optional<std::string_view> updated_at() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_updated_at(connection_.get()));
    }
    [[nodiscard]] OptionalString updated_at() const && { return OptionalString(updated_at()); }

    /// When the connection was last fetched, as sent: RFC 3339 in one of its forms.
    [[nodiscard]] std::optional<std::string_view> last_fetched_at() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_last_fetched_at(connection_.get()));
    }
    [[nodiscard]] OptionalString last_fetched_at() const && { return OptionalString(last_fetched_at()); }

    /// The account, which only Nango Cloud of 2023 sends.
    [[nodiscard]] std::optional<std::int64_t> account_id() const noexcept {
        std::int64_t account = 0;
        return nango_connection_account_id(connection_.get(), &account) ? std::optional(account) : std::nullopt;
    }

    /// Where Nango sends this connection's webhooks instead of the environment's address.
    [[nodiscard]] std::optional<std::string_view> webhook_url_override() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_webhook_url_override(connection_.get()));
    }
    [[nodiscard]] OptionalString webhook_url_override() const && { return OptionalString(webhook_url_override()); }

    /// The metadata that your product stored with the connection: the text of a JSON object, as sent.
    [[nodiscard]] std::optional<std::string_view> metadata_json() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_metadata_json(connection_.get()));
    }
    [[nodiscard]] OptionalString metadata_json() const && { return OptionalString(metadata_json()); }

    /// What the connection was configured with, such as a subdomain: the text of a JSON object, as sent.
    [[nodiscard]] std::optional<std::string_view> connection_config_json() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_connection_config_json(connection_.get()));
    }
    [[nodiscard]] OptionalString connection_config_json() const && { return OptionalString(connection_config_json()); }

    /// The connection's tags: the text of a JSON object of strings, as sent.
    [[nodiscard]] std::optional<std::string_view> tags_json() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_tags_json(connection_.get()));
    }
    [[nodiscard]] OptionalString tags_json() const && { return OptionalString(tags_json()); }

    /// The customer's user who made the connection: the text of a JSON object, as sent.
    [[nodiscard]] std::optional<std::string_view> end_user_json() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_end_user_json(connection_.get()));
    }
    [[nodiscard]] OptionalString end_user_json() const && { return OptionalString(end_user_json()); }

    /// What is wrong with the connection: the text of a JSON array of objects with type and log_id, as sent.
    [[nodiscard]] std::optional<std::string_view> errors_json() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_errors_json(connection_.get()));
    }
    [[nodiscard]] OptionalString errors_json() const && { return OptionalString(errors_json()); }

    /// The whole document, as sent, from { to }.
    [[nodiscard]] std::string_view json() const & noexcept NANGO_LIFETIMEBOUND {
        return detail::view(nango_connection_json(connection_.get())).value_or("");
    }
    [[nodiscard]] OwnedString json() const && { return OwnedString(json()); }

    /// The whole document as a value, to walk through: value()["metadata"]["plan"].
    [[nodiscard]] Value value() const & noexcept NANGO_LIFETIMEBOUND {
        return Value(nango_connection_value(connection_.get()));
    }
    Value value() const && = delete;

    /// The text of the JSON string that a JSON pointer (RFC 6901) names in the document: "/metadata/plan".
    [[nodiscard]] std::optional<std::string_view> get_string(StringArg json_pointer) const & NANGO_LIFETIMEBOUND {
        const detail::Argument pointer("json_pointer", json_pointer);
        return detail::view(nango_connection_get_string(connection_.get(), pointer.c_str()));
    }
    [[nodiscard]] OptionalString get_string(StringArg json_pointer) const && {
        return OptionalString(get_string(json_pointer));
    }

    /// The text of any JSON value that a JSON pointer (RFC 6901) names in the document, as sent; "" names the whole.
    [[nodiscard]] std::optional<std::string_view> get_json(StringArg json_pointer) const & NANGO_LIFETIMEBOUND {
        const detail::Argument pointer("json_pointer", json_pointer);
        return detail::view(nango_connection_get_json(connection_.get(), pointer.c_str()));
    }
    [[nodiscard]] OptionalString get_json(StringArg json_pointer) const && {
        return OptionalString(get_json(json_pointer));
    }

private:
    friend class Client;
    explicit Connection(detail::Handle<nango_connection> connection) noexcept : connection_(std::move(connection)) {}
    detail::Handle<nango_connection> connection_;
};

} // namespace nango

#endif // NANGO_CONNECTION_HPP
