//! The auth modes: which fields their credentials have, in Nango's order.

/// One auth mode.
pub struct Mode {
    /// The value of `credentials.type`.
    pub name: &'static str,
    /// Names in the order of a refreshed response; `?` marks an optional one, `*` the position of the user's own
    /// fields.
    fields: &'static str,
    /// How it is refreshed; `None` where nothing expires.
    pub renewal: Option<Renewal>,
}

/// How the credentials of a mode are renewed.
pub struct Renewal {
    /// The field that holds the new token.
    pub token_field: &'static str,
    /// How long a token usually lives, in seconds.
    pub lifetime: u32,
    /// Whether a refresh requires the `refresh_token`.
    pub needs_refresh_token: bool,
    /// The body of the external API's response if the seed has none; empty if `raw` does not exist.
    pub raw: &'static str,
}

const OAUTH2_FIELDS: &str = "access_token refresh_token? expires_at? config_override? raw?";
const OAUTH2_RENEWAL: Option<Renewal> = Some(Renewal {
    token_field: "access_token",
    lifetime: 3_600,
    needs_refresh_token: true,
    raw: r#"{"access_token":"$token","token_type":"Bearer","expires_in":"$expires_in","refresh_token":"$refresh_token","expires_at":"$expires_at"}"#,
});

const fn renewal(token_field: &'static str, lifetime: u32, raw: &'static str) -> Option<Renewal> {
    Some(Renewal {
        token_field,
        lifetime,
        needs_refresh_token: false,
        raw,
    })
}

const MODES: &[Mode] = &[
    Mode {
        name: "OAUTH1",
        fields: "oauth_token oauth_token_secret raw?",
        renewal: None,
    },
    Mode {
        name: "OAUTH2",
        fields: OAUTH2_FIELDS,
        renewal: OAUTH2_RENEWAL,
    },
    Mode {
        name: "OAUTH2_CC",
        fields: "token client_id client_secret expires_at? client_certificate? client_private_key? raw?",
        renewal: renewal(
            "token",
            3_600,
            r#"{"access_token":"$token","token_type":"Bearer","expires_in":"$expires_in"}"#,
        ),
    },
    Mode {
        name: "BASIC",
        fields: "username password",
        renewal: None,
    },
    Mode {
        name: "API_KEY",
        fields: "apiKey",
        renewal: None,
    },
    Mode {
        name: "APP",
        fields: "access_token expires_at? raw? jwtToken?",
        renewal: renewal(
            "access_token",
            3_600,
            r#"{"token":"$token","expires_at":"$expires_at","permissions":{"contents":"read","metadata":"read"},"repository_selection":"all"}"#,
        ),
    },
    Mode {
        name: "APP_STORE",
        fields: "access_token expires_at? private_key raw?",
        renewal: renewal("access_token", 900, r#"{"access_token":"$token"}"#),
    },
    Mode {
        name: "CUSTOM",
        fields: "raw? app? user?",
        renewal: None,
    },
    Mode {
        name: "TBA",
        fields: "token_id token_secret config_override?",
        renewal: None,
    },
    Mode {
        name: "TABLEAU",
        fields: "pat_name pat_secret content_url? token? expires_at? raw?",
        renewal: renewal(
            "token",
            7_200,
            r#"{"credentials":{"token":"$token","estimatedTimeToExpiration":"$expires_in"}}"#,
        ),
    },
    Mode {
        name: "JWT",
        fields: "* token? expires_at?",
        renewal: renewal("token", 900, ""),
    },
    Mode {
        name: "BILL",
        fields: "username password organization_id dev_key raw? session_id? user_id? expires_at?",
        renewal: renewal(
            "session_id",
            2_100,
            r#"{"sessionId":"$token","organizationId":"$organization_id","userId":"$user_id"}"#,
        ),
    },
    Mode {
        name: "TWO_STEP",
        fields: "token? expires_at? refresh_token? raw? *",
        renewal: renewal(
            "token",
            3_600,
            r#"{"token":"$token","refresh_token":"$refresh_token","expires_in":"$expires_in"}"#,
        ),
    },
    Mode {
        name: "SIGNATURE",
        fields: "username password token? expires_at?",
        renewal: renewal("token", 3_600, ""),
    },
    Mode {
        name: "MCP_OAUTH2",
        fields: OAUTH2_FIELDS,
        renewal: OAUTH2_RENEWAL,
    },
    Mode {
        name: "MCP_OAUTH2_GENERIC",
        fields: OAUTH2_FIELDS,
        renewal: OAUTH2_RENEWAL,
    },
    Mode {
        name: "INSTALL_PLUGIN",
        fields: "username password",
        renewal: None,
    },
    Mode {
        name: "AWS_SIGV4",
        fields: "raw? role_arn region service access_key_id secret_access_key session_token expires_at? external_id?",
        renewal: renewal(
            "session_token",
            3_600,
            r#"{"access_key_id":"$access_key_id","secret_access_key":"$secret_access_key","session_token":"$token","expires_at":"$expires_at"}"#,
        ),
    },
    Mode {
        name: "NONE",
        fields: "",
        renewal: None,
    },
];

/// The names that a seed's `raw` may hold as `$name`.
pub const PLACEHOLDERS: &[&str] = &[
    "token",
    "refresh_token",
    "expires_in",
    "expires_at",
    "access_key_id",
    "secret_access_key",
    "organization_id",
    "user_id",
];

/// The mode of that name.
pub fn find(name: &str) -> Option<&'static Mode> {
    MODES.iter().find(|mode| mode.name == name)
}

/// All names, for messages.
pub fn names() -> String {
    let names: Vec<&str> = MODES.iter().map(|mode| mode.name).collect();
    names.join(", ")
}

impl Mode {
    /// Every field in order, without its mark.
    pub fn order(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.fields.split_whitespace().map(|field| field.trim_end_matches('?'))
    }

    /// The fields that must be there.
    pub fn required(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.fields
            .split_whitespace()
            .filter(|field| !field.ends_with('?') && *field != "*")
    }

    /// Whether a field is allowed.
    pub fn allows(&self, name: &str) -> bool {
        self.is_open() || self.has(name)
    }

    /// Whether the credentials have the fields that the user has entered.
    fn is_open(&self) -> bool {
        self.has("*")
    }

    /// Whether it is one of the mode's own fields.
    pub fn has(&self, name: &str) -> bool {
        self.order().any(|field| field == name)
    }
}
