//! Auth modes: how an external API authenticates, and the credential to use.

/// How the external API of a connection authenticates, as `credentials.type` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthMode {
    /// There are no credentials: none are needed, or the secret key may not read them. Nango does not say which.
    Absent,
    /// A mode that is newer than this library. Every field is still readable.
    Unknown,
    /// No authentication.
    None,
    /// OAuth 1.0a: `oauth_token`, `oauth_token_secret`.
    OAuth1,
    /// OAuth 2: `access_token`, and `refresh_token` if requested.
    OAuth2,
    /// OAuth 2 client credentials: `token`, `client_id`, `client_secret`.
    OAuth2Cc,
    /// HTTP basic authentication: `username`, `password`; either may be empty.
    Basic,
    /// An API key.
    ApiKey,
    /// A GitHub App: `access_token`.
    App,
    /// The App Store, as old Nango servers send it: `access_token`, `private_key`.
    AppStore,
    /// A GitHub App together with a user's OAuth 2 token: `app` and `user`, to be read as JSON.
    Custom,
    /// NetSuite's token-based authentication: `token_id`, `token_secret`.
    Tba,
    /// Tableau, as old Nango servers send it: `pat_name`, `pat_secret`, `token`.
    Tableau,
    /// A signed JSON web token: `token`.
    Jwt,
    /// Bill.com: `username`, `password`, `organization_id`, `dev_key`, `session_id`.
    Bill,
    /// Two steps, the second of which yields `token`.
    TwoStep,
    /// A signature: `username`, `password`, `token`.
    Signature,
    /// MCP over OAuth 2: like [`AuthMode::OAuth2`].
    McpOAuth2,
    /// MCP over OAuth 2 with a client registered on the fly: like [`AuthMode::OAuth2`].
    McpOAuth2Generic,
    /// A plugin that the customer installs: `username`, `password`.
    InstallPlugin,
    /// AWS Signature Version 4: `access_key_id`, `secret_access_key`, `session_token`, `role_arn`, `region`, `service`.
    AwsSigV4,
}

/// The credential that authenticates a request on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenField {
    AccessToken,
    Token,
    ApiKey,
}

/// Each mode with its number in the C ABI, which is never reused, and its name on the wire.
const MODES: &[(AuthMode, i32, &str)] = &[
    (AuthMode::None, 2, "NONE"),
    (AuthMode::OAuth1, 3, "OAUTH1"),
    (AuthMode::OAuth2, 4, "OAUTH2"),
    (AuthMode::OAuth2Cc, 5, "OAUTH2_CC"),
    (AuthMode::Basic, 6, "BASIC"),
    (AuthMode::ApiKey, 7, "API_KEY"),
    (AuthMode::App, 8, "APP"),
    (AuthMode::AppStore, 9, "APP_STORE"),
    (AuthMode::Custom, 10, "CUSTOM"),
    (AuthMode::Tba, 11, "TBA"),
    (AuthMode::Tableau, 12, "TABLEAU"),
    (AuthMode::Jwt, 13, "JWT"),
    (AuthMode::Bill, 14, "BILL"),
    (AuthMode::TwoStep, 15, "TWO_STEP"),
    (AuthMode::Signature, 16, "SIGNATURE"),
    (AuthMode::McpOAuth2, 17, "MCP_OAUTH2"),
    (AuthMode::McpOAuth2Generic, 18, "MCP_OAUTH2_GENERIC"),
    (AuthMode::InstallPlugin, 19, "INSTALL_PLUGIN"),
    (AuthMode::AwsSigV4, 20, "AWS_SIGV4"),
];

impl AuthMode {
    /// The mode that `credentials.type` names; [`AuthMode::Unknown`] if this library does not know it.
    pub(crate) fn from_name(name: &[u8]) -> AuthMode {
        MODES
            .iter()
            .find(|(_, _, known)| known.as_bytes() == name)
            .map_or(AuthMode::Unknown, |&(mode, _, _)| mode)
    }

    /// The number of this mode in the C ABI (`NANGO_AUTH_MODE_*`).
    pub fn number(self) -> i32 {
        match self {
            AuthMode::Absent => 0,
            AuthMode::Unknown => 1,
            other => MODES
                .iter()
                .find(|(mode, _, _)| *mode == other)
                .map_or(1, |&(_, number, _)| number),
        }
    }

    /// Which field authenticates a request by itself, where one string does.
    pub(crate) fn token_field(self) -> Option<TokenField> {
        match self {
            AuthMode::OAuth2
            | AuthMode::McpOAuth2
            | AuthMode::McpOAuth2Generic
            | AuthMode::App
            | AuthMode::AppStore => Some(TokenField::AccessToken),
            AuthMode::OAuth2Cc | AuthMode::Jwt | AuthMode::TwoStep | AuthMode::Tableau | AuthMode::Signature => {
                Some(TokenField::Token)
            }
            AuthMode::ApiKey => Some(TokenField::ApiKey),
            AuthMode::Absent
            | AuthMode::Unknown
            | AuthMode::None
            | AuthMode::OAuth1
            | AuthMode::Basic
            | AuthMode::Custom
            | AuthMode::Tba
            | AuthMode::Bill
            | AuthMode::InstallPlugin
            | AuthMode::AwsSigV4 => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_run_on_from_two_in_the_order_of_the_table() {
        for (i, &(mode, number, name)) in MODES.iter().enumerate() {
            assert_eq!(number, i as i32 + 2);
            assert_eq!(mode.number(), number);
            assert_eq!(AuthMode::from_name(name.as_bytes()), mode);
        }
        assert_eq!(AuthMode::from_name(b"oauth2"), AuthMode::Unknown);
    }
}
