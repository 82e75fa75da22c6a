/* Webhooks of a real Nango, as tests/recorded/webhooks has them: each with its signature, and the old one, which can be forged. */
#ifndef WEBHOOKS_H
#define WEBHOOKS_H

#define EMPTY_KEY_SIGNATURE "22f8eea909400af98adf3681a9f31923ef6b7fcba4abb553d92823a3e9d5c25e" /* of {} under the key "" */
#define EMPTY_BODY_SIGNATURE "44c98f0c946efafcbafaa977b110fa6b1097e136b3d6016c5c423c99469b8e96"
#define NOT_JSON_SIGNATURE "a1799050ec8195a63178b7e3a083b9fab1ebb590b2d7314d04f742698168d169" /* of: not JSON */
#define UNKNOWN "{\"from\":\"nango\",\"type\":\"newer\",\"n\":1}"
#define UNKNOWN_SIGNATURE "a1a0cc29b4e4db477a3dd07a717d4d75ee958df3f062b7d5aa8d40efee8492c7"
#define WEBHOOK_KEY "nango_webhook_signing_key_invented_0123456789"

static const struct {
    const char *body;
    const char *signature;
    const char *forgeable;
} webhooks[] = {
    {"{\"connectionId\":\"customer-1\",\"from\":\"nango\",\"payload\":{\"id\":\"cbb3102a-7b8f-4f"
     "ec-8586-1e5a95889dec\",\"statusUrl\":\"/action/cbb3102a-7b8f-4fec-8586-1e5a95889dec\"},\"p"
     "roviderConfigKey\":\"fake-oauth2\",\"type\":\"async_action\"}",
     "76ff919f77fec1b7005e15b7e4e3fd7dbb6a07ee47b0cc1b70d6ea49d65d8d03",
     "d50dc4aaac90fc089875a3da25f3fde98a6eb3061d80c6f9eeb01c0d8cc5ee2c"},
    {"{\"authMode\":\"API_KEY\",\"connectionId\":\"89766126-4f81-471c-8373-37c30d6ef6b3\",\"envi"
     "ronment\":\"dev\",\"from\":\"nango\",\"operation\":\"creation\",\"provider\":\"fake-api-ke"
     "y\",\"providerConfigKey\":\"fake-api-key\",\"success\":true,\"tags\":{\"end_user_id\":\"u-"
     "1\"},\"type\":\"auth\"}",
     "2461ed812e868b397c347bd59479f47bf1d4980aa928dfed5b9da53e164f5bff",
     "de2e53574ef2795aa1eea7530e2778952d4ec9609e14bbafde812ac72bafac91"},
    {"{\"authMode\":\"NONE\",\"connectionId\":\"be62d4de-a0cf-47f5-8b86-ea5dc10be69b\",\"environ"
     "ment\":\"dev\",\"from\":\"nango\",\"operation\":\"creation\",\"provider\":\"unauthenticate"
     "d\",\"providerConfigKey\":\"unauthenticated\",\"success\":true,\"tags\":{\"end_user_id\":"
     "\"u-1\"},\"type\":\"auth\"}",
     "966ac48b504defa09fb2127765a51be621506fb86c9abc0373d4f69c9a4e9feb",
     "31a3fe9acc6a62dd572d125b5895f41dbd6f46b9350387aa31ee98bd72d70fc6"},
    {"{\"authMode\":\"OAUTH2\",\"connectionId\":\"expired\",\"environment\":\"dev\",\"error\":{"
     "\"description\":\"The external API returned an error when trying to refresh the access toke"
     "n. Please try again later.\",\"type\":\"refresh_token_external_error\"},\"from\":\"nango\""
     ",\"operation\":\"refresh\",\"provider\":\"fake-oauth2-fail\",\"providerConfigKey\":\"fake-"
     "oauth2-fail\",\"success\":false,\"tags\":{},\"type\":\"auth\"}",
     "e86ffd7594db104d5837e11f9ea3bc3f7e3d4bcf0379924d1b779a8d5e8573c3",
     "11413e3ba9d7a6bda55bca64fe5fc7bfb036ba298f3a6aa394f1454bdd2f6b92"},
};

/* Their places in the table. */
enum { WEBHOOK_ACTION, WEBHOOK_CREATION, WEBHOOK_CREATION_NONE, WEBHOOK_REFRESH, WEBHOOKS };

#endif
