# frozen_string_literal: true

# Generated from abi/nango.json: do not edit.

module Nango
  module AuthMode
    # There are no credentials: none are needed, or the secret key is not allowed to read them. Nango does not
    # distinguish the two.
    ABSENT = :absent
    # A mode that is newer than the library, or no mode was sent. All data is still readable; see
    # nango_connection_auth_mode_name.
    UNKNOWN = :unknown
    # No authentication.
    NONE = :none
    # OAuth 1.0a: oauth_token, oauth_token_secret.
    OAUTH1 = :oauth1
    # OAuth 2: access_token, and refresh_token if requested.
    OAUTH2 = :oauth2
    # OAuth 2 client credentials: token; client_id and client_secret with nango_connection_credential.
    OAUTH2_CC = :oauth2_cc
    # HTTP basic authentication: username, password; either may be empty.
    BASIC = :basic
    # An API key: api_key.
    API_KEY = :api_key
    # A GitHub App: access_token.
    APP = :app
    # The App Store, from old Nango servers: access_token; private_key with nango_connection_credential.
    APP_STORE = :app_store
    # A GitHub App together with a user's token: /credentials/app and /credentials/user with
    # nango_connection_get_string.
    CUSTOM = :custom
    # NetSuite's token-based authentication: token_id and token_secret with nango_connection_credential.
    TBA = :tba
    # Tableau, from old Nango servers: token; pat_name and pat_secret with nango_connection_credential.
    TABLEAU = :tableau
    # A signed JSON web token: token.
    JWT = :jwt
    # Bill.com: username, password; organization_id, dev_key and session_id with nango_connection_credential.
    BILL = :bill
    # Two steps, the second of which yields token.
    TWO_STEP = :two_step
    # A signature: username, password, token.
    SIGNATURE = :signature
    # MCP over OAuth 2: access_token.
    MCP_OAUTH2 = :mcp_oauth2
    # MCP over OAuth 2 with dynamic client registration: access_token.
    MCP_OAUTH2_GENERIC = :mcp_oauth2_generic
    # A plugin that the customer installs: username, password.
    INSTALL_PLUGIN = :install_plugin
    # AWS Signature Version 4: access_key_id, secret_access_key, session_token, role_arn, region and service with
    # nango_connection_credential.
    AWS_SIGV4 = :aws_sigv4

    # The modes by their numbers in nango.h.
    NUMBERS = {
      0 => ABSENT,
      1 => UNKNOWN,
      2 => NONE,
      3 => OAUTH1,
      4 => OAUTH2,
      5 => OAUTH2_CC,
      6 => BASIC,
      7 => API_KEY,
      8 => APP,
      9 => APP_STORE,
      10 => CUSTOM,
      11 => TBA,
      12 => TABLEAU,
      13 => JWT,
      14 => BILL,
      15 => TWO_STEP,
      16 => SIGNATURE,
      17 => MCP_OAUTH2,
      18 => MCP_OAUTH2_GENERIC,
      19 => INSTALL_PLUGIN,
      20 => AWS_SIGV4
    }.freeze
  end
end
