package nango

import (
	"slices"
	"strconv"
)

// AuthMode is how the external API of a connection authenticates. Later versions may add modes: go by
// [Connection.AuthModeName] for one that you do not know.
type AuthMode int32

const (
	// AuthModeAbsent: there are no credentials. None are needed, or the secret key is not allowed to read them; Nango does
	// not say which.
	AuthModeAbsent AuthMode = 0
	// AuthModeUnknown: a mode that is newer than the library. Everything is still readable.
	AuthModeUnknown AuthMode = 1
	// AuthModeNone: no authentication.
	AuthModeNone AuthMode = 2
	// AuthModeOAuth1: OAuthToken and OAuthTokenSecret.
	AuthModeOAuth1 AuthMode = 3
	// AuthModeOAuth2: AccessToken, and RefreshToken if requested.
	AuthModeOAuth2 AuthMode = 4
	// AuthModeOAuth2CC (client credentials): Token; client_id and client_secret with Lookup.
	AuthModeOAuth2CC AuthMode = 5
	// AuthModeBasic: Username and Password; either may be empty.
	AuthModeBasic AuthMode = 6
	// AuthModeAPIKey: APIKey.
	AuthModeAPIKey AuthMode = 7
	// AuthModeApp (a GitHub App): AccessToken.
	AuthModeApp AuthMode = 8
	// AuthModeAppStore, from old Nango servers: AccessToken; private_key with Lookup.
	AuthModeAppStore AuthMode = 9
	// AuthModeCustom (a GitHub App together with a user's token): the members app and user of Credentials.JSON.
	AuthModeCustom AuthMode = 10
	// AuthModeTBA (NetSuite's token-based authentication): token_id and token_secret with Lookup.
	AuthModeTBA AuthMode = 11
	// AuthModeTableau, from old Nango servers: Token; pat_name and pat_secret with Lookup.
	AuthModeTableau AuthMode = 12
	// AuthModeJWT: Token.
	AuthModeJWT AuthMode = 13
	// AuthModeBill (Bill.com): Username and Password; organization_id, dev_key and session_id with Lookup.
	AuthModeBill AuthMode = 14
	// AuthModeTwoStep: Token, which the second of two steps yields.
	AuthModeTwoStep AuthMode = 15
	// AuthModeSignature: Username, Password and Token.
	AuthModeSignature AuthMode = 16
	// AuthModeMCPOAuth2: AccessToken.
	AuthModeMCPOAuth2 AuthMode = 17
	// AuthModeMCPOAuth2Generic: AccessToken.
	AuthModeMCPOAuth2Generic AuthMode = 18
	// AuthModeInstallPlugin (a plugin that the customer installs): Username and Password.
	AuthModeInstallPlugin AuthMode = 19
	// AuthModeAWSSigV4: access_key_id, secret_access_key, session_token, role_arn, region and service with Lookup.
	AuthModeAWSSigV4 AuthMode = 20
)

// String is the name of the mode, such as "OAUTH2".
func (m AuthMode) String() string {
	if m < 0 || int(m) >= len(authModeNames) {
		return "AuthMode(" + strconv.Itoa(int(m)) + ")"
	}
	return authModeNames[m]
}

// MarshalText gives the name of the mode, so that JSON and other encodings have "OAUTH2" as a value or as a key of a map.
func (m AuthMode) MarshalText() ([]byte, error) {
	return []byte(m.String()), nil
}

// UnmarshalText reads the name of a mode. A name that the library does not know is [AuthModeUnknown], since Nango may add modes.
func (m *AuthMode) UnmarshalText(name []byte) error {
	*m = AuthModeUnknown
	if known := slices.Index(authModeNames[:], string(name)); known >= 0 {
		*m = AuthMode(known)
	}
	return nil
}
