/**
 * @file nango_webhook.hpp
 * Webhooks that Nango sends to a program: whether one is signed, and what it says. Included by nango.hpp.
 *
 *     const nango::Webhook webhook = nango::parse_webhook(body, signature, std::getenv("NANGO_WEBHOOK_SIGNING_KEY"));
 *     if (const auto *auth = std::get_if<nango::AuthWebhook>(&webhook))
 *         std::cout << auth->connection_id().value_or("") << '\n';
 *
 * The body is what was received, byte by byte, and the signature the value of the header X-Nango-Hmac-Sha256. The key is
 * the webhook signing key of the environment, which is not the API key. A signature does not say when the webhook was
 * sent: a copy of it is signed too.
 */
#include "nango.hpp"
#ifndef NANGO_WEBHOOK_HPP
#define NANGO_WEBHOOK_HPP

#include <variant>

namespace nango {

/// The header with the signature of a webhook. X-Nango-Signature, which Nango sends beside it, can be forged and is never
/// accepted.
inline constexpr std::string_view webhook_signature_header = "X-Nango-Hmac-Sha256";

/// Whether a webhook was signed with this key, compared in constant time. White space around the signature does not matter.
/// An empty one, as where the header is missing, is a wrong one, and nothing is signed with an empty key. Throws
/// ErrorKind::InvalidArgument for a null pointer and for a key that contains a NUL.
[[nodiscard]] inline bool webhook_is_signed(std::string_view body, std::string_view signature, StringArg signing_key) {
    const detail::Argument key("signing_key", signing_key);
    const std::optional<std::string> text = detail::signature_text(signature);
    return text && nango_webhook_is_signed(body.data(), body.size(), text->c_str(), key.c_str()) != 0;
}

/// A webhook without a class of its own: of a type that is newer than the library, or of an external API that Nango
/// forwards as it came, because it knows no connection that it is about.
class UnknownWebhook {
public:
    explicit UnknownWebhook(const Document &document) noexcept : document_(document) {}

    /// The type that it names; absent if it is not an object that has one.
    [[nodiscard]] std::optional<std::string_view> type() const & noexcept NANGO_LIFETIMEBOUND {
        return document_.value()["type"].string();
    }
    [[nodiscard]] OptionalString type() const && { return OptionalString(type()); }

    /// All of it: any JSON. May contain customer data: do not log it by default.
    [[nodiscard]] Value payload() const & noexcept NANGO_LIFETIMEBOUND { return document_.value(); }
    Value payload() const && = delete;

private:
    Document document_;
};

/// What a webhook says, by its type. Later versions may have more types, which are UnknownWebhook until then.
using Webhook = std::variant<AuthWebhook, SyncWebhook, ForwardWebhook, AsyncActionWebhook, UnknownWebhook>;

/// Reads a webhook that is signed: see webhook_is_signed() for the arguments. Throws ErrorKind::WebhookSignature if it is
/// not signed: answer 401. Throws ErrorKind::InvalidArgument for an empty key, and ErrorKind::Decode if the body is not
/// JSON.
[[nodiscard]] inline Webhook parse_webhook(std::string_view body, std::string_view signature, StringArg signing_key) {
    const Document document = detail::Calls::webhook(body, signature, signing_key);
    const Value webhook = document.value();
    const std::string_view type = webhook["type"].string().value_or("");
    // An external API chooses what is in a webhook that is forwarded as it came.
    const bool is_nangos = webhook["from"].string().value_or("") == "nango";
    if (is_nangos && type == "auth")
        return AuthWebhook(document);
    if (is_nangos && type == "sync")
        return SyncWebhook(document);
    if (is_nangos && type == "async_action")
        return AsyncActionWebhook(document);
    if (type == "forward")
        return ForwardWebhook(document);
    return UnknownWebhook(document);
}

} // namespace nango

#endif // NANGO_WEBHOOK_HPP
