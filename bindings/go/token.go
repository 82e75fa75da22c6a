package nango

import (
	"context"
	"encoding/json"
)

// GetToken gets the token or the key of a connection alone: what [Connection.Token] is. It takes the options of
// [Client.GetConnection].
//
// It fails with [ErrInvalidArgument] if the credentials are not a single string; for OAUTH1 see [Client.GetOAuth1Token].
func (c *Client) GetToken(ctx context.Context, connectionID, providerConfigKey string, opts ...CallOption) (string, error) {
	connection, err := c.getConnection(ctx, "GetToken", connectionID, providerConfigKey, opts)
	if err != nil {
		return "", err
	}
	token, isThere := connection.Credentials.Token()
	if !isThere {
		instead := "GetConnection and the methods of its Credentials"
		if connection.AuthMode == AuthModeOAuth1 {
			instead = "GetOAuth1Token"
		}
		return "", errNoToken(connection, "have no token that is a single string", instead)
	}
	return token, nil
}

// GetOAuth1Token gets the token of a connection of the auth mode OAUTH1 and the secret that belongs to it. It takes the options
// of [Client.GetConnection].
//
// It fails with [ErrInvalidArgument] if the credentials have none.
func (c *Client) GetOAuth1Token(
	ctx context.Context, connectionID, providerConfigKey string, opts ...CallOption,
) (token, secret string, err error) {
	connection, failure := c.getConnection(ctx, "GetOAuth1Token", connectionID, providerConfigKey, opts)
	if failure != nil {
		return "", "", failure
	}
	token, hasToken := connection.Credentials.OAuthToken()
	secret, hasSecret := connection.Credentials.OAuthTokenSecret()
	if !hasToken || !hasSecret {
		return "", "", errNoToken(connection, "have no oauth_token with an oauth_token_secret", "GetToken, or GetConnection")
	}
	return token, secret, nil
}

// GetRawTokenResponse gets the external API's response that contained the credentials: what [Credentials.Raw] is. It takes the
// options of [Client.GetConnection].
func (c *Client) GetRawTokenResponse(
	ctx context.Context, connectionID, providerConfigKey string, opts ...CallOption,
) (json.RawMessage, error) {
	connection, err := c.getConnection(ctx, "GetRawTokenResponse", connectionID, providerConfigKey, opts)
	if err != nil {
		return nil, err
	}
	return connection.Credentials.Raw(), nil
}

// GetMetadata gets what your product stored with a connection: what [Connection.Metadata] is. It takes the options of
// [Client.GetConnection].
func (c *Client) GetMetadata(
	ctx context.Context, connectionID, providerConfigKey string, opts ...CallOption,
) (json.RawMessage, error) {
	connection, err := c.getConnection(ctx, "GetMetadata", connectionID, providerConfigKey, opts)
	if err != nil {
		return nil, err
	}
	return connection.Metadata(), nil
}

func errNoToken(connection *Connection, what, instead string) *Error {
	return invalidArgument("the connection's credentials (auth mode " + connection.AuthMode.String() + ") " + what + ": use " + instead)
}
