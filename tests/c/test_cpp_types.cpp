// Uses of nango.hpp that the compiler must accept and reject.
#include <iterator>
#include <ostream>
#include <type_traits>

#include "support/check.h"
#include "support/client.hpp"

namespace {

// ---- Ownership: moved, never copied

template <class T>
constexpr bool only_moves = !std::is_copy_constructible_v<T> && !std::is_copy_assignable_v<T> &&
                            std::is_nothrow_move_constructible_v<T> && std::is_nothrow_move_assignable_v<T> &&
                            std::is_nothrow_destructible_v<T>;

static_assert(only_moves<nango::Client>);
static_assert(only_moves<nango::Connection>);
static_assert(only_moves<nango::ClientOptions>);
static_assert(only_moves<nango::CallOptions>);
static_assert(only_moves<nango::Request>);
static_assert(only_moves<nango::Response>);
static_assert(!std::is_default_constructible_v<nango::Client>);
static_assert(!std::is_convertible_v<std::string, nango::Client>, "a key is no client by itself");
// A token is shared, as std::stop_source is, and never empty.
static_assert(std::is_nothrow_copy_constructible_v<nango::Cancel> && std::is_nothrow_copy_assignable_v<nango::Cancel>);
static_assert(std::is_nothrow_destructible_v<nango::Cancel>);
static_assert(!std::is_default_constructible_v<nango::Connection>);
static_assert(!std::is_default_constructible_v<nango::Request>);
static_assert(!std::is_default_constructible_v<nango::Response>);

// ---- Errors: caught as std::exception, copied while another exception is under way

static_assert(std::is_base_of_v<std::exception, nango::Error>);
static_assert(std::is_nothrow_copy_constructible_v<nango::Error>);
static_assert(std::is_nothrow_copy_assignable_v<nango::Error>);
static_assert(std::is_nothrow_move_constructible_v<nango::Error>);
static_assert(std::is_nothrow_destructible_v<nango::Error>);

// ---- Views that would dangle: a temporary gives copies of strings, and nothing else that belongs to it

template <class T>
constexpr bool is_copy = std::is_same_v<T, nango::OwnedString> || std::is_same_v<T, nango::OptionalString>;

#define RESULTS_OF(name, ...)                                                                                          \
    template <class T, class = void>                                                                                   \
    struct name##_of {                                                                                                 \
        using type = void;                                                                                             \
    };                                                                                                                 \
    template <class T>                                                                                                 \
    struct name##_of<T, std::void_t<decltype(std::declval<T>().name(__VA_ARGS__))>> {                                  \
        using type = decltype(std::declval<T>().name(__VA_ARGS__));                                                    \
    }

#define COPIES_ON_A_TEMPORARY(Type, name, ...)                                                                         \
    RESULTS_OF(name, __VA_ARGS__);                                                                                     \
    static_assert(!std::is_void_v<name##_of<Type &>::type> && !is_copy<name##_of<Type &>::type>, "on an object");      \
    static_assert(is_copy<name##_of<Type>::type>, "on a temporary")

#define NOT_ON_A_TEMPORARY(Type, name, ...)                                                                            \
    RESULTS_OF(name, __VA_ARGS__);                                                                                     \
    static_assert(!std::is_void_v<name##_of<Type &>::type>, "on an object");                                           \
    static_assert(std::is_void_v<name##_of<Type>::type> && std::is_void_v<name##_of<const Type>::type>,                \
                  "on a temporary")

#define ON_CONST(Type, name)                                                                                           \
    static_assert(std::is_same_v<name##_of<const Type &>::type, name##_of<Type &>::type>, "on what cannot change")

#define STRING(Type, name, ...)                                                                                        \
    COPIES_ON_A_TEMPORARY(Type, name, __VA_ARGS__);                                                                    \
    static_assert(is_copy<name##_of<const Type>::type>, "on a temporary");                                             \
    ON_CONST(Type, name)

#define ACCESSOR(Type, name, ...)                                                                                      \
    NOT_ON_A_TEMPORARY(Type, name, __VA_ARGS__);                                                                       \
    ON_CONST(Type, name)

#define CONNECTION(name) STRING(nango::Connection, name, )

CONNECTION(connection_id);
CONNECTION(provider_config_key);
CONNECTION(provider);
CONNECTION(auth_mode_name);
CONNECTION(token);
CONNECTION(authorization);
CONNECTION(access_token);
CONNECTION(refresh_token);
CONNECTION(oauth_token);
CONNECTION(oauth_token_secret);
CONNECTION(api_key);
CONNECTION(username);
CONNECTION(password);
CONNECTION(credentials_json);
CONNECTION(raw_json);
CONNECTION(expires_at);
CONNECTION(created_at);
CONNECTION(updated_at);
CONNECTION(last_fetched_at);
CONNECTION(webhook_url_override);
CONNECTION(metadata_json);
CONNECTION(connection_config_json);
CONNECTION(tags_json);
CONNECTION(end_user_json);
CONNECTION(errors_json);
CONNECTION(json);
STRING(nango::Connection, credential, std::string_view());
STRING(nango::Connection, get_string, std::string_view());
STRING(nango::Connection, get_json, std::string_view());
STRING(nango::Error, code, );
STRING(nango::Error, request_id, );
STRING(nango::Error, server_message, );
STRING(nango::Error, body, );

namespace of_errors {
ACCESSOR(nango::Error, value, );
} // namespace of_errors

namespace of_connections {
ACCESSOR(nango::Connection, value, );
} // namespace of_connections

namespace of_groups {
ACCESSOR(nango::Client, connections, );
ACCESSOR(nango::Client, actions, );
ACCESSOR(nango::Client, environment, );
} // namespace of_groups

namespace of_documents {
ACCESSOR(nango::Document, value, );
ACCESSOR(nango::ListedConnection, fields, );
STRING(nango::ListedConnection, connection_id, );
ACCESSOR(nango::ListedConnection, tags, );
ACCESSOR(nango::ListedConnection, metadata, );
} // namespace of_documents

namespace of_records {
ACCESSOR(nango::Record, data, );
ACCESSOR(nango::Record, id, );
STRING(nango::RecordMetadata, cursor, );
} // namespace of_records

namespace of_lists {
STRING(nango::List<nango::Record>, cursor, );
} // namespace of_lists

namespace of_pages {
STRING(nango::Pages<nango::Record>, cursor, );
} // namespace of_pages

namespace of_times {
static_assert(std::is_convertible_v<std::chrono::system_clock::time_point, nango::Timestamp>);
static_assert(std::is_convertible_v<const char *, nango::Timestamp>);
static_assert(std::is_assignable_v<std::optional<nango::Timestamp> &, std::optional<std::string_view>>);
static_assert(!std::is_constructible_v<nango::Timestamp, std::int64_t>);
} // namespace of_times

namespace of_json {
STRING(nango::Json, text, );
} // namespace of_json

namespace of_responses {
NOT_ON_A_TEMPORARY(nango::Response, value, );
STRING(nango::Response, header, std::string_view());
ACCESSOR(nango::Response, headers, );
COPIES_ON_A_TEMPORARY(nango::Response, body, );
COPIES_ON_A_TEMPORARY(nango::Response, get_string, std::string_view());
COPIES_ON_A_TEMPORARY(nango::Response, get_json, std::string_view());
} // namespace of_responses

// Of a temporary's copy no view is made either, in any of its forms.
static_assert(!std::is_convertible_v<nango::OwnedString, std::string_view>);
static_assert(!std::is_constructible_v<std::string_view, nango::OwnedString>);
static_assert(!std::is_convertible_v<nango::OptionalString, std::optional<std::string_view>>);
static_assert(!std::is_constructible_v<std::optional<std::string_view>, nango::OptionalString>);
static_assert(!std::is_assignable_v<std::optional<std::string_view> &, nango::OptionalString>);
static_assert(!std::is_constructible_v<std::string_view, decltype(*std::declval<nango::OptionalString>())>);
static_assert(std::is_convertible_v<const nango::OwnedString &, std::string_view>);
static_assert(std::is_constructible_v<std::optional<std::string>, nango::OptionalString>);

// ---- Secrets: nothing that holds one goes into a stream

template <class T, class = void>
constexpr bool prints = false;
template <class T>
constexpr bool prints<T, std::void_t<decltype(std::declval<std::ostream &>() << std::declval<const T &>())>> = true;

static_assert(prints<std::string_view> && prints<nango::ErrorKind> && prints<nango::AuthMode>, "the check works");
static_assert(!prints<nango::OptionalString>);
static_assert(!prints<nango::Connection>);
static_assert(!prints<nango::Client>);
static_assert(!prints<nango::ClientOptions>);
static_assert(!prints<nango::CallOptions>);
static_assert(!prints<nango::Request>);
static_assert(!prints<nango::Response>);
static_assert(!prints<nango::Error>);
static_assert(!prints<nango::Document> && !prints<nango::ImportedConnection> && !prints<nango::EnvironmentVariable>);
static_assert(!prints<nango::ConnectSession> && !prints<nango::Integration> && !prints<nango::WebhookSigningKey>);
static_assert(!prints<nango::CreateIntegrationParameters> && !prints<nango::CreateConnectSessionParameters>);
static_assert(!prints<nango::Record> && !prints<nango::Page<nango::Record>> && !prints<nango::List<nango::Record>> &&
              !prints<nango::Pages<nango::Record>>);
static_assert(!prints<nango::ImportConnectionParameters> && !prints<nango::Page<nango::ListedConnection>>);
static_assert(!prints<nango::Value> && !prints<nango::Member> && !prints<nango::Json>);

// A list is read once; its items are copied.
using ConnectionList = nango::List<nango::ListedConnection>;
static_assert(only_moves<ConnectionList>);
static_assert(std::is_nothrow_copy_constructible_v<nango::ListedConnection>);
static_assert(std::is_same_v<std::iterator_traits<ConnectionList::Iterator>::iterator_category,
                             std::input_iterator_tag>);

// A value is a pointer; the text of JSON is shared.
static_assert(std::is_trivially_copyable_v<nango::Value> && sizeof(nango::Value) == sizeof(void *));
static_assert(std::is_nothrow_copy_constructible_v<nango::Json> && !std::is_default_constructible_v<nango::Json>);
static_assert(!std::is_convertible_v<std::string, nango::Json> && !std::is_convertible_v<nango::Value, bool>);

// ---- Numbers: the same ones as in C, and room for those of later versions

static_assert(std::is_same_v<std::underlying_type_t<nango::ErrorKind>, std::int32_t>);
static_assert(std::is_same_v<std::underlying_type_t<nango::AuthMode>, std::int32_t>);
static_assert(static_cast<std::int32_t>(static_cast<nango::AuthMode>(12345)) == 12345);

// ---- Chains: an object stays one, a temporary becomes a value

using Options = nango::ClientOptions;
static_assert(std::is_same_v<decltype(std::declval<Options &>().read_env(false)), Options &>);
static_assert(std::is_same_v<decltype(std::declval<Options>().read_env(false)), Options>);
static_assert(std::is_same_v<decltype(std::declval<Options &>().load_env()), Options &>);
static_assert(std::is_same_v<decltype(std::declval<Options>().load_env()), Options>);
static_assert(std::is_same_v<decltype(std::declval<nango::Request &>().nango_parses_body()), nango::Request &>);
static_assert(std::is_same_v<decltype(std::declval<nango::Request>().nango_parses_body()), nango::Request>);
static_assert(
    std::is_same_v<decltype(std::declval<nango::Request &>().forward_headers_on_redirect()), nango::Request &>);
static_assert(std::is_same_v<decltype(std::declval<nango::Request>().forward_headers_on_redirect()), nango::Request>);
static_assert(std::is_same_v<decltype(std::declval<nango::Request &>().decompress()), nango::Request &>);
static_assert(std::is_same_v<decltype(std::declval<nango::Request>().decompress()), nango::Request>);

} // namespace

int main() {
    CHECK(nango::version() == nango_version());
    return check_finish();
}
