/* Webhooks: which are signed, and what they say. */
#include <ctype.h>
#include <nango.h>
#include <stdlib.h>

#include "support/check.h"
#include "support/webhooks.h"

static int is_signed(const char *body, const char *signature, const char *key) {
    return nango_webhook_is_signed(body, strlen(body), signature, key);
}

static void what_nango_sent_is_signed(int i) {
    const char *body = webhooks[i].body;
    char padded[80], upper[80] = "";
    snprintf(padded, sizeof padded, " \t%s \r\n", webhooks[i].signature);
    for (size_t at = 0; webhooks[i].signature[at]; ++at)
        upper[at] = (char)toupper((unsigned char)webhooks[i].signature[at]);
    CHECK_NUMBER(is_signed(body, webhooks[i].signature, WEBHOOK_KEY), 1);
    CHECK_NUMBER(is_signed(body, padded, WEBHOOK_KEY), 1);
    CHECK_NUMBER(is_signed(body, upper, WEBHOOK_KEY), 1);
}

static void nothing_else_is(int i) {
    const char *body = webhooks[i].body, *signature = webhooks[i].signature;
    char altered[512], other[80], twice[160];
    snprintf(altered, sizeof altered, "%s", body);
    altered[strlen(altered) / 2] ^= 1;
    snprintf(other, sizeof other, "%s", signature);
    other[63] = other[63] == '0' ? '1' : '0';
    snprintf(twice, sizeof twice, "%s%s", signature, signature);
    CHECK_NUMBER(is_signed(altered, signature, WEBHOOK_KEY), 0);
    CHECK_NUMBER(nango_webhook_is_signed(body, strlen(body) - 1, signature, WEBHOOK_KEY), 0);
    CHECK_NUMBER(nango_webhook_is_signed(body, strlen(body) + 1, signature, WEBHOOK_KEY), 0);
    CHECK_NUMBER(is_signed(body, webhooks[i].forgeable, WEBHOOK_KEY), 0);
    CHECK_NUMBER(is_signed(body, other, WEBHOOK_KEY), 0);
    CHECK_NUMBER(is_signed(body, twice, WEBHOOK_KEY), 0);
    CHECK_NUMBER(is_signed(body, signature + 1, WEBHOOK_KEY), 0);
    CHECK_NUMBER(is_signed(body, "", WEBHOOK_KEY), 0);
    CHECK_NUMBER(is_signed(body, signature, "another key"), 0);
}

/* The signatures are those of an empty key, and of an empty body. */
static void nothing_is_signed_with_no_key(void) {
    CHECK_NUMBER(is_signed("{}", EMPTY_KEY_SIGNATURE, ""), 0);
    CHECK_NUMBER(nango_webhook_is_signed(NULL, 0, EMPTY_BODY_SIGNATURE, WEBHOOK_KEY), 1);
    nango_error *error = NULL;
    CHECK(nango_webhook_parse("{}", 2, EMPTY_KEY_SIGNATURE, "", &error) == NULL);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_INVALID_ARGUMENT);
    CHECK(strstr(nango_error_message(error), "signing_key is empty"));
    nango_error_free(error);
}

static nango_webhook *parsed(int i) {
    nango_error *error = NULL;
    nango_webhook *webhook =
        nango_webhook_parse(webhooks[i].body, strlen(webhooks[i].body), webhooks[i].signature, WEBHOOK_KEY, &error);
    CHECK(webhook && !error);
    return webhook;
}

static const char *text(const nango_value *object, const char *key) {
    return nango_value_string(nango_value_get(object, key));
}

static void a_webhook_is_read(void) {
    nango_webhook *webhook = parsed(WEBHOOK_REFRESH);
    const nango_value *root = nango_webhook_value(webhook);
    CHECK_TEXT(text(root, "type"), "auth");
    CHECK_TEXT(text(root, "operation"), "refresh");
    CHECK_TEXT(text(root, "connectionId"), "expired");
    CHECK_NUMBER(nango_value_bool(nango_value_get(root, "success")), 0);
    CHECK_TEXT(text(nango_value_get(root, "error"), "type"), "refresh_token_external_error");
    CHECK(nango_webhook_value(webhook) == root);
    nango_webhook_free(webhook);
    webhook = parsed(WEBHOOK_ACTION);
    root = nango_value_get(nango_webhook_value(webhook), "payload");
    CHECK_TEXT(text(root, "id"), "cbb3102a-7b8f-4fec-8586-1e5a95889dec");
    nango_webhook_free(webhook);
}

static void errors_say_what_is_wrong(void) {
    const char *body = webhooks[WEBHOOK_ACTION].body;
    const char *signatures[] = {NULL, "", webhooks[WEBHOOK_ACTION].forgeable, webhooks[WEBHOOK_CREATION].signature};
    for (size_t i = 0; i < sizeof signatures / sizeof signatures[0]; ++i) {
        nango_error *error = NULL;
        CHECK(nango_webhook_parse(body, strlen(body), signatures[i], WEBHOOK_KEY, &error) == NULL);
        CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_WEBHOOK_SIGNATURE);
        CHECK_TEXT(nango_error_kind_name(NANGO_ERROR_WEBHOOK_SIGNATURE), "WEBHOOK_SIGNATURE");
        CHECK(!strstr(nango_error_message(error), WEBHOOK_KEY));
        CHECK_NUMBER(nango_error_is_retryable(error), 0);
        nango_error_free(error);
    }
    nango_error *error = NULL;
    CHECK(nango_webhook_parse("not JSON", 8, NOT_JSON_SIGNATURE, WEBHOOK_KEY, &error) == NULL);
    CHECK_NUMBER(nango_error_get_kind(error), NANGO_ERROR_DECODE);
    nango_error_free(error);
}

int main(void) {
    for (int i = 0; i < WEBHOOKS; ++i) {
        what_nango_sent_is_signed(i);
        nothing_else_is(i);
    }
    nothing_is_signed_with_no_key();
    a_webhook_is_read();
    errors_say_what_is_wrong();
    return check_finish();
}
