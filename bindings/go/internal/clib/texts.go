// Code generated from abi/nango.json by make generate. DO NOT EDIT.

package clib

/*
#include "texts.h"
*/
import "C"

// The texts of a connection, for [Connection.Text].
const (
	ConnectionID         Field = C.BORDER_CONNECTION_ID
	ProviderConfigKey    Field = C.BORDER_PROVIDER_CONFIG_KEY
	Provider             Field = C.BORDER_PROVIDER
	CreatedAt            Field = C.BORDER_CREATED_AT
	UpdatedAt            Field = C.BORDER_UPDATED_AT
	LastFetchedAt        Field = C.BORDER_LAST_FETCHED_AT
	WebhookURLOverride   Field = C.BORDER_WEBHOOK_URL_OVERRIDE
	MetadataJSON         Field = C.BORDER_METADATA_JSON
	ConnectionConfigJSON Field = C.BORDER_CONNECTION_CONFIG_JSON
	TagsJSON             Field = C.BORDER_TAGS_JSON
	EndUserJSON          Field = C.BORDER_END_USER_JSON
	ErrorsJSON           Field = C.BORDER_ERRORS_JSON
	JSON                 Field = C.BORDER_JSON
	AuthModeName         Field = C.BORDER_AUTH_MODE_NAME
	Token                Field = C.BORDER_TOKEN
	AccessToken          Field = C.BORDER_ACCESS_TOKEN
	RefreshToken         Field = C.BORDER_REFRESH_TOKEN
	OAuthToken           Field = C.BORDER_OAUTH_TOKEN
	OAuthTokenSecret     Field = C.BORDER_OAUTH_TOKEN_SECRET
	APIKey               Field = C.BORDER_API_KEY
	Username             Field = C.BORDER_USERNAME
	Password             Field = C.BORDER_PASSWORD
	CredentialsJSON      Field = C.BORDER_CREDENTIALS_JSON
	RawJSON              Field = C.BORDER_RAW_JSON
	ExpiresAt            Field = C.BORDER_EXPIRES_AT
	fields                     = C.BORDER_TEXTS
)
