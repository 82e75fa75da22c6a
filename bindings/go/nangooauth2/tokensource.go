// Package nangooauth2 gives a connection of Nango to packages that take an oauth2.TokenSource. It is a module of its own, so that
// package nango needs no other module.
//
//	source := nangooauth2.TokenSource(ctx, client, "customer-1", "google-drive")
//	service, err := drive.NewService(ctx, option.WithTokenSource(source))
//
// Where a package takes an http.Client, [nango.Client.Transport] is the better choice: the program never sees a token then.
package nangooauth2

import (
	"context"
	"strings"
	"time"

	"github.com/libnango/libnango/bindings/go"
	"golang.org/x/oauth2"
)

// maxAge is for how long Nango advises to keep a token.
const maxAge = 5 * time.Minute

// TokenSource gets the token of a connection from Nango, which refreshes it, whenever a token is asked for. It may be shared
// between goroutines. ctx ends the calls to Nango, so it must live as long as the source; opts apply to each call.
//
// A token says that it expires after 5 minutes, or when the credentials expire if that is sooner. So oauth2.NewClient and
// oauth2.ReuseTokenSource, which keep a token until it expires, keep it for as long as Nango advises. The error is a
// *[nango.Error]; that of an auth mode without a bearer token has the kind [nango.ErrInvalidArgument].
func TokenSource(ctx context.Context, client *nango.Client, connectionID, providerConfigKey string, opts ...nango.CallOption) oauth2.TokenSource {
	// A function, so that printing the source by reflection finds nothing.
	return tokenSource(func() (*nango.Connection, error) {
		return client.GetConnection(ctx, connectionID, providerConfigKey, opts...)
	})
}

type tokenSource func() (*nango.Connection, error)

// Token gets the token.
func (get tokenSource) Token() (*oauth2.Token, error) {
	connection, err := get()
	if err != nil {
		return nil, err
	}
	authorization, err := connection.Authorization()
	if err != nil {
		return nil, err
	}
	// "Bearer" and the token, or "Basic" and what stands for username and password.
	kind, token, _ := strings.Cut(authorization, " ")
	expiry := time.Now().Add(maxAge)
	if at, expires := connection.ExpiresAt(); expires && at.Before(expiry) {
		expiry = at
	}
	return &oauth2.Token{AccessToken: token, TokenType: kind, Expiry: expiry}, nil
}
