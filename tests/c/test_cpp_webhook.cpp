// Webhooks in C++: which are signed, and their types.
#include <string>

#include "support/check.h"
#include "support/client.hpp"
#include "support/webhooks.h"

namespace {

using namespace std::string_view_literals;

template <class T>
T read(int i) {
    const nango::Webhook webhook = nango::parse_webhook(webhooks[i].body, webhooks[i].signature, WEBHOOK_KEY);
    CHECK(std::holds_alternative<T>(webhook));
    return std::get<T>(webhook);
}

void what_nango_sent_is_signed_and_nothing_else_is() {
    for (const auto &sent : webhooks) {
        const std::string signature = sent.signature;
        CHECK(nango::webhook_is_signed(sent.body, signature, WEBHOOK_KEY));
        CHECK(nango::webhook_is_signed(sent.body, "  " + signature + "\t", WEBHOOK_KEY));
        CHECK(!nango::webhook_is_signed(sent.body, sent.forgeable, WEBHOOK_KEY));
        CHECK(!nango::webhook_is_signed(std::string(sent.body) + " ", signature, WEBHOOK_KEY));
        CHECK(!nango::webhook_is_signed(sent.body, signature, "another key"));
        CHECK(!nango::webhook_is_signed(sent.body, signature, ""));
        CHECK(!nango::webhook_is_signed(sent.body, {}, WEBHOOK_KEY));
        CHECK(!nango::webhook_is_signed(sent.body, "\xff"sv, WEBHOOK_KEY));
        // C would see the signature alone.
        CHECK(!nango::webhook_is_signed(sent.body, signature + '\0' + "more", WEBHOOK_KEY));
        CHECK(is_refused([&] { (void)nango::webhook_is_signed(sent.body, signature, WEBHOOK_KEY "\0more"sv); },
                         "signing_key"));
        const char *unset = nullptr;
        CHECK(is_refused([&] { (void)nango::webhook_is_signed(sent.body, signature, unset); }, "signing_key"));
    }
    CHECK(nango::webhook_is_signed({}, EMPTY_BODY_SIGNATURE, WEBHOOK_KEY));
}

void webhooks_have_types() {
    const auto created = read<nango::AuthWebhook>(WEBHOOK_CREATION);
    CHECK(created.success() == true && created.operation() == "creation"sv && !created.error());
    CHECK(created.auth_mode() == "API_KEY"sv && created.tags().at("end_user_id") == "u-1");
    const auto failed = read<nango::AuthWebhook>(WEBHOOK_REFRESH);
    CHECK(failed.success() == false && failed.connection_id() == "expired"sv);
    CHECK(failed.error().has_value() && failed.error()->type() == "refresh_token_external_error");
    const auto ended = read<nango::AsyncActionWebhook>(WEBHOOK_ACTION);
    CHECK(ended.action().has_value() && ended.action()->id() == "cbb3102a-7b8f-4fec-8586-1e5a95889dec");
    CHECK(ended.fields()["from"].string() == "nango"sv);
    const nango::Webhook newer = nango::parse_webhook(UNKNOWN, UNKNOWN_SIGNATURE, WEBHOOK_KEY);
    const auto *unknown = std::get_if<nango::UnknownWebhook>(&newer);
    CHECK(unknown && unknown->type() == "newer"sv && unknown->payload()["n"].int64() == 1);
}

void what_is_wrong_is_thrown() {
    const auto &sent = webhooks[WEBHOOK_CREATION];
    for (const std::string_view wrong :
         {std::string_view(), "abc"sv, std::string_view(sent.forgeable), "\0"sv, "\xff"sv}) {
        const auto error = thrown_by([&] { (void)nango::parse_webhook(sent.body, wrong, WEBHOOK_KEY); });
        CHECK(error && error->kind() == nango::ErrorKind::WebhookSignature && error->attempts() == 0);
        CHECK(error && std::string_view(error->what()).find(WEBHOOK_KEY) == std::string_view::npos);
    }
    CHECK(is_refused([&] { (void)nango::parse_webhook(sent.body, sent.signature, ""); }, "signing_key"));
    const auto broken = thrown_by([] { (void)nango::parse_webhook("not JSON", NOT_JSON_SIGNATURE, WEBHOOK_KEY); });
    CHECK(broken && broken->kind() == nango::ErrorKind::Decode);
    const auto empty = thrown_by([] { (void)nango::parse_webhook({}, EMPTY_BODY_SIGNATURE, WEBHOOK_KEY); });
    CHECK(empty && empty->kind() == nango::ErrorKind::Decode);
}

} // namespace

int main() {
    what_nango_sent_is_signed_and_nothing_else_is();
    webhooks_have_types();
    what_is_wrong_is_thrown();
    return check_finish();
}
