<?php

declare(strict_types=1);

namespace Nango\Internal;

/**
 * The headers that Nango's list of external APIs has credentials in, and that libraries fill with their key. A header of a
 * request replaces that of Nango's. docs/proxy.md lists them.
 *
 * @internal
 */
final class CredentialHeaders
{
    /** In lower case. */
    public const NAMES = [
        'authorization', 'access-token', 'accesstoken', 'api-auth-applicationkey', 'api-key', 'api-token', 'api_token',
        'apikey', 'authorization-token', 'authorization2', 'bhresttoken', 'client-auth-token', 'dd-api-key',
        'dd-application-key', 'developer-token', 'fern_api_key', 'key', 'kf-api-key', 'ocp-apim-subscription-key',
        'private-token', 'rf-api-key', 'secret', 'session', 'shortcut-token', 'statsig-api-key', 'subscription-key',
        'token', 'us-customer-api-key', 'wm_sec.access_token', 'x-access-token', 'x-algolia-api-key',
        'x-amz-access-token', 'x-api-key', 'x-api-secret', 'x-api-token', 'x-application-key', 'x-auth-token',
        'x-authorization', 'x-av-sig', 'x-av-token', 'x-buildium-client-secret', 'x-cb-user-key', 'x-compass-api-key',
        'x-credentials', 'x-discolike-key', 'x-dppkey', 'x-eflow-api-key', 'x-freepik-api-key', 'x-goog-api-key',
        'x-jvi-api', 'x-jvi-sc', 'x-key', 'x-luma-api-key', 'x-n8n-api-key', 'x-pendo-integration-key',
        'x-pw-accesstoken', 'x-rapidapi-key', 'x-recharge-access-token', 'x-reseller-token', 'x-retextion-access-token',
        'x-shopify-access-token', 'x-smarttoken', 'x-tableau-auth', 'x-token', 'x-trackertoken', 'x-vtex-api-appkey',
        'x-vtex-api-apptoken', 'x-wsse', 'x-yotpo-token', 'xi-api-key',
    ];
}
