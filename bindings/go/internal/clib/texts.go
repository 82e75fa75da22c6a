// Code generated from abi/nango.json by make generate. DO NOT EDIT.

package clib

/*
#include "texts.h"
*/
import "C"

// The texts of a connection, for [Connection.Text].
const (
	ConnectionID         Field = C.BRIDGE_CONNECTION_ID
	ProviderConfigKey    Field = C.BRIDGE_PROVIDER_CONFIG_KEY
	Provider             Field = C.BRIDGE_PROVIDER
	CreatedAt            Field = C.BRIDGE_CREATED_AT
	UpdatedAt            Field = C.BRIDGE_UPDATED_AT
	LastFetchedAt        Field = C.BRIDGE_LAST_FETCHED_AT
	WebhookURLOverride   Field = C.BRIDGE_WEBHOOK_URL_OVERRIDE
	MetadataJSON         Field = C.BRIDGE_METADATA_JSON
	ConnectionConfigJSON Field = C.BRIDGE_CONNECTION_CONFIG_JSON
	TagsJSON             Field = C.BRIDGE_TAGS_JSON
	EndUserJSON          Field = C.BRIDGE_END_USER_JSON
	ErrorsJSON           Field = C.BRIDGE_ERRORS_JSON
	JSON                 Field = C.BRIDGE_JSON
	AuthModeName         Field = C.BRIDGE_AUTH_MODE_NAME
	Token                Field = C.BRIDGE_TOKEN
	Authorization        Field = C.BRIDGE_AUTHORIZATION
	AccessToken          Field = C.BRIDGE_ACCESS_TOKEN
	RefreshToken         Field = C.BRIDGE_REFRESH_TOKEN
	OAuthToken           Field = C.BRIDGE_OAUTH_TOKEN
	OAuthTokenSecret     Field = C.BRIDGE_OAUTH_TOKEN_SECRET
	APIKey               Field = C.BRIDGE_API_KEY
	Username             Field = C.BRIDGE_USERNAME
	Password             Field = C.BRIDGE_PASSWORD
	CredentialsJSON      Field = C.BRIDGE_CREDENTIALS_JSON
	RawJSON              Field = C.BRIDGE_RAW_JSON
	ExpiresAt            Field = C.BRIDGE_EXPIRES_AT
	fields                     = C.BRIDGE_TEXTS
)
