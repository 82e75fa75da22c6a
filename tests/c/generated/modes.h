/*
 * The auth modes that Nango sends.
 *
 * Generated from abi/nango.json: do not edit.
 */
#ifndef MODES_H
#define MODES_H

#include <nango.h>

static const struct {
    const char *name;
    nango_auth_mode number;
} modes[] = {
    {"NONE", NANGO_AUTH_MODE_NONE},
    {"OAUTH1", NANGO_AUTH_MODE_OAUTH1},
    {"OAUTH2", NANGO_AUTH_MODE_OAUTH2},
    {"OAUTH2_CC", NANGO_AUTH_MODE_OAUTH2_CC},
    {"BASIC", NANGO_AUTH_MODE_BASIC},
    {"API_KEY", NANGO_AUTH_MODE_API_KEY},
    {"APP", NANGO_AUTH_MODE_APP},
    {"APP_STORE", NANGO_AUTH_MODE_APP_STORE},
    {"CUSTOM", NANGO_AUTH_MODE_CUSTOM},
    {"TBA", NANGO_AUTH_MODE_TBA},
    {"TABLEAU", NANGO_AUTH_MODE_TABLEAU},
    {"JWT", NANGO_AUTH_MODE_JWT},
    {"BILL", NANGO_AUTH_MODE_BILL},
    {"TWO_STEP", NANGO_AUTH_MODE_TWO_STEP},
    {"SIGNATURE", NANGO_AUTH_MODE_SIGNATURE},
    {"MCP_OAUTH2", NANGO_AUTH_MODE_MCP_OAUTH2},
    {"MCP_OAUTH2_GENERIC", NANGO_AUTH_MODE_MCP_OAUTH2_GENERIC},
    {"INSTALL_PLUGIN", NANGO_AUTH_MODE_INSTALL_PLUGIN},
    {"AWS_SIGV4", NANGO_AUTH_MODE_AWS_SIGV4},
};

#endif
