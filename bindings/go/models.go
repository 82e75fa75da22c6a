// Code generated from api/operations.json and api/webhooks.json by make generate. DO NOT EDIT.

package nango

import (
	"encoding/json"
	"fmt"
	"io"
	"time"
)

// ConnectionProblem is something that is wrong with a connection. What Nango did not send is zero or nil.
type ConnectionProblem struct {
	// What failed: "auth" for its credentials, "sync" for a sync, or another word.
	Type string `json:"type"`
	// The id of the operation in Nango's logs.
	LogID string `json:"log_id"`

	document document
}

func readConnectionProblem(v value) *ConnectionProblem {
	c := &ConnectionProblem{}
	for name, member := range v.members() {
		switch string(name) {
		case "type":
			c.Type = optional(member, text)
		case "log_id":
			c.LogID = optional(member, text)
		}
	}
	c.document = v.document()
	return c
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (c ConnectionProblem) Unknown() map[string]json.RawMessage {
	return c.document.unknown("type", "log_id")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (c ConnectionProblem) JSON() json.RawMessage {
	return c.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (c ConnectionProblem) String() string {
	return shown(c)
}

// Format prints [ConnectionProblem.String], whatever the verb.
func (c ConnectionProblem) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, c.String())
}

// UnmarshalJSON reads what [ConnectionProblem.JSON] returns, and what json.Marshal makes, which has the fields alone.
// It fails with [ErrDecode] if that is something else.
func (c *ConnectionProblem) UnmarshalJSON(data []byte) error {
	return unmarshal(data, c, readConnectionProblem)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (c ConnectionProblem) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.ConnectionProblem", "ConnectionProblem.JSON")
}

// Organization is the organization of an end user. What Nango did not send is zero or nil.
type Organization struct {
	// The id that the product gave it.
	ID string `json:"id"`

	document document
}

func readOrganization(v value) *Organization {
	o := &Organization{}
	for name, member := range v.members() {
		switch string(name) {
		case "id":
			o.ID = optional(member, text)
		case "display_name":
			nullable(member, text)
		}
	}
	o.document = v.document()
	return o
}

// DisplayName returns its name.
func (o Organization) DisplayName() *string {
	return keptPointer(o.document, "display_name", text)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (o Organization) Unknown() map[string]json.RawMessage {
	return o.document.unknown("id", "display_name")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (o Organization) JSON() json.RawMessage {
	return o.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (o Organization) String() string {
	return shown(o)
}

// Format prints [Organization.String], whatever the verb.
func (o Organization) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, o.String())
}

// UnmarshalJSON reads what [Organization.JSON] returns, and what json.Marshal makes, which has the fields alone, so
// that what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (o *Organization) UnmarshalJSON(data []byte) error {
	return unmarshal(data, o, readOrganization)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (o Organization) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.Organization", "Organization.JSON")
}

// EndUser is the customer of the product who connected a connection. What Nango did not send is zero or nil.
type EndUser struct {
	// The id that the product gave them.
	ID string `json:"id"`
	// Their organization.
	Organization *Organization `json:"organization"`

	document document
}

func readEndUser(v value) *EndUser {
	e := &EndUser{}
	for name, member := range v.members() {
		switch string(name) {
		case "id":
			e.ID = optional(member, text)
		case "display_name":
			nullable(member, text)
		case "email":
			nullable(member, text)
		case "tags":
			optional(member, mapOf(text))
		case "organization":
			e.Organization = optional(member, readOrganization)
		}
	}
	e.document = v.document()
	return e
}

// DisplayName returns their name.
func (e EndUser) DisplayName() *string {
	return keptPointer(e.document, "display_name", text)
}

// Email returns their email address.
func (e EndUser) Email() *string {
	return keptPointer(e.document, "email", text)
}

// Tags returns tags of the end user.
func (e EndUser) Tags() map[string]string {
	return kept(e.document, "tags", mapOf(text))
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (e EndUser) Unknown() map[string]json.RawMessage {
	return e.document.unknown("id", "display_name", "email", "tags", "organization")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (e EndUser) JSON() json.RawMessage {
	return e.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (e EndUser) String() string {
	return shown(e)
}

// Format prints [EndUser.String], whatever the verb.
func (e EndUser) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, e.String())
}

// UnmarshalJSON reads what [EndUser.JSON] returns, and what json.Marshal makes, which has the fields alone, so that
// what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (e *EndUser) UnmarshalJSON(data []byte) error {
	return unmarshal(data, e, readEndUser)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (e EndUser) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.EndUser", "EndUser.JSON")
}

// ListedConnection is a connection as a list has it: without credentials. What Nango did not send is zero or nil.
type ListedConnection struct {
	// The number of the row in Nango's database.
	ID int64 `json:"id"`
	// The id of the connection.
	ConnectionID string `json:"connection_id"`
	// The id of the integration.
	ProviderConfigKey string `json:"provider_config_key"`
	// The external API, as Nango names it: "github".
	Provider string `json:"provider"`
	// What is wrong with the connection now: empty if nothing is.
	Errors []*ConnectionProblem `json:"errors"`
	// When it was made.
	Created time.Time `json:"created"`

	document document
}

func readListedConnection(v value) *ListedConnection {
	l := &ListedConnection{}
	for name, member := range v.members() {
		switch string(name) {
		case "id":
			l.ID = optional(member, integer)
		case "connection_id":
			l.ConnectionID = optional(member, text)
		case "provider_config_key":
			l.ProviderConfigKey = optional(member, text)
		case "provider":
			l.Provider = optional(member, text)
		case "errors":
			l.Errors = optional(member, listOf(readConnectionProblem))
		case "end_user":
			optional(member, readEndUser)
		case "tags":
			optional(member, mapOf(text))
		case "metadata":
			optional(member, object)
		case "created":
			l.Created = optional(member, moment)
		}
	}
	l.document = v.document()
	return l
}

// EndUser returns who connected it; absent for a connection that was imported without one.
func (l ListedConnection) EndUser() *EndUser {
	return kept(l.document, "end_user", readEndUser)
}

// Tags returns tags, with keys in lower case.
func (l ListedConnection) Tags() map[string]string {
	return kept(l.document, "tags", mapOf(text))
}

// Metadata returns what the product stored with the connection.
func (l ListedConnection) Metadata() json.RawMessage {
	return kept(l.document, "metadata", object)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (l ListedConnection) Unknown() map[string]json.RawMessage {
	return l.document.unknown("id", "connection_id", "provider_config_key", "provider", "errors", "end_user", "tags", "metadata", "created")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (l ListedConnection) JSON() json.RawMessage {
	return l.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (l ListedConnection) String() string {
	return shown(l)
}

// Format prints [ListedConnection.String], whatever the verb.
func (l ListedConnection) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, l.String())
}

// UnmarshalJSON reads what [ListedConnection.JSON] returns, and what json.Marshal makes, which has the fields alone, so
// that what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (l *ListedConnection) UnmarshalJSON(data []byte) error {
	return unmarshal(data, l, readListedConnection)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (l ListedConnection) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.ListedConnection", "ListedConnection.JSON")
}

// ImportedConnection is a connection that was imported. What Nango did not send is zero or nil.
type ImportedConnection struct {
	// The number of the row in Nango's database.
	ID int64 `json:"id"`
	// The id of the connection.
	ConnectionID string `json:"connection_id"`
	// The id of the integration.
	ProviderConfigKey string `json:"provider_config_key"`
	// The external API, as Nango names it: "github".
	Provider string `json:"provider"`
	// What is wrong with the connection now: empty if nothing is.
	Errors []*ConnectionProblem `json:"errors"`
	// When it was made.
	CreatedAt time.Time `json:"created_at"`
	// When it was last changed.
	UpdatedAt time.Time `json:"updated_at"`
	// When its credentials were last asked for.
	LastFetchedAt *time.Time `json:"last_fetched_at"`

	document document
}

func readImportedConnection(v value) *ImportedConnection {
	i := &ImportedConnection{}
	for name, member := range v.members() {
		switch string(name) {
		case "id":
			i.ID = optional(member, integer)
		case "connection_id":
			i.ConnectionID = optional(member, text)
		case "provider_config_key":
			i.ProviderConfigKey = optional(member, text)
		case "provider":
			i.Provider = optional(member, text)
		case "errors":
			i.Errors = optional(member, listOf(readConnectionProblem))
		case "end_user":
			optional(member, readEndUser)
		case "tags":
			optional(member, mapOf(text))
		case "metadata":
			optional(member, object)
		case "connection_config":
			optional(member, object)
		case "webhook_url_override":
			nullable(member, text)
		case "created_at":
			i.CreatedAt = optional(member, moment)
		case "updated_at":
			i.UpdatedAt = optional(member, moment)
		case "last_fetched_at":
			i.LastFetchedAt = nullable(member, moment)
		case "credentials":
			optional(member, object)
		}
	}
	i.document = v.document()
	return i
}

// EndUser returns who connected it; absent for a connection that was imported without one.
func (i ImportedConnection) EndUser() *EndUser {
	return kept(i.document, "end_user", readEndUser)
}

// Tags returns tags, with keys in lower case.
func (i ImportedConnection) Tags() map[string]string {
	return kept(i.document, "tags", mapOf(text))
}

// Metadata returns what the product stored with the connection.
func (i ImportedConnection) Metadata() json.RawMessage {
	return kept(i.document, "metadata", object)
}

// ConnectionConfig returns what the external API needs beside the credentials.
func (i ImportedConnection) ConnectionConfig() json.RawMessage {
	return kept(i.document, "connection_config", object)
}

// WebhookURLOverride returns the URL that webhooks of this connection go to.
func (i ImportedConnection) WebhookURLOverride() *string {
	return keptPointer(i.document, "webhook_url_override", text)
}

// Credentials returns the credentials that were imported; empty if the key may not read credentials.
func (i ImportedConnection) Credentials() json.RawMessage {
	return kept(i.document, "credentials", object)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (i ImportedConnection) Unknown() map[string]json.RawMessage {
	return i.document.unknown("id", "connection_id", "provider_config_key", "provider", "errors", "end_user", "tags", "metadata", "connection_config", "webhook_url_override", "created_at", "updated_at", "last_fetched_at", "credentials")
}

// JSON returns the whole object as sent, secrets included; nil if it did not come from Nango.
func (i ImportedConnection) JSON() json.RawMessage {
	return i.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (i ImportedConnection) String() string {
	return shown(i)
}

// Format prints [ImportedConnection.String], whatever the verb.
func (i ImportedConnection) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, i.String())
}

// UnmarshalJSON reads what [ImportedConnection.JSON] returns, and what json.Marshal makes, which has the fields alone,
// so that what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (i *ImportedConnection) UnmarshalJSON(data []byte) error {
	return unmarshal(data, i, readImportedConnection)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (i ImportedConnection) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.ImportedConnection", "ImportedConnection.JSON")
}

// QueuedAction is an action that was queued. What Nango did not send is zero or nil.
type QueuedAction struct {
	// The id to get the result with: a UUID.
	ID string `json:"id"`
	// The path of the result.
	StatusURL string `json:"statusUrl"`

	document document
}

func readQueuedAction(v value) *QueuedAction {
	q := &QueuedAction{}
	for name, member := range v.members() {
		switch string(name) {
		case "id":
			q.ID = optional(member, text)
		case "statusUrl":
			q.StatusURL = optional(member, text)
		}
	}
	q.document = v.document()
	return q
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (q QueuedAction) Unknown() map[string]json.RawMessage {
	return q.document.unknown("id", "statusUrl")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (q QueuedAction) JSON() json.RawMessage {
	return q.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (q QueuedAction) String() string {
	return shown(q)
}

// Format prints [QueuedAction.String], whatever the verb.
func (q QueuedAction) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, q.String())
}

// UnmarshalJSON reads what [QueuedAction.JSON] returns, and what json.Marshal makes, which has the fields alone. It
// fails with [ErrDecode] if that is something else.
func (q *QueuedAction) UnmarshalJSON(data []byte) error {
	return unmarshal(data, q, readQueuedAction)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (q QueuedAction) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.QueuedAction", "QueuedAction.JSON")
}

// EnvironmentVariable is a variable that was set in the dashboard. What Nango did not send is zero or nil.
type EnvironmentVariable struct {
	// Its name.
	Name string `json:"name"`

	document document
}

func readEnvironmentVariable(v value) *EnvironmentVariable {
	e := &EnvironmentVariable{}
	for name, member := range v.members() {
		switch string(name) {
		case "name":
			e.Name = optional(member, text)
		case "value":
			optional(member, text)
		}
	}
	e.document = v.document()
	return e
}

// Value returns its value.
func (e EnvironmentVariable) Value() string {
	return kept(e.document, "value", text)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (e EnvironmentVariable) Unknown() map[string]json.RawMessage {
	return e.document.unknown("name", "value")
}

// JSON returns the whole object as sent, secrets included; nil if it did not come from Nango.
func (e EnvironmentVariable) JSON() json.RawMessage {
	return e.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (e EnvironmentVariable) String() string {
	return shown(e)
}

// Format prints [EnvironmentVariable.String], whatever the verb.
func (e EnvironmentVariable) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, e.String())
}

// UnmarshalJSON reads what [EnvironmentVariable.JSON] returns, and what json.Marshal makes, which has the fields alone,
// so that what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (e *EnvironmentVariable) UnmarshalJSON(data []byte) error {
	return unmarshal(data, e, readEnvironmentVariable)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (e EnvironmentVariable) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.EnvironmentVariable", "EnvironmentVariable.JSON")
}

// ConnectSession is a connect session, which ends after 30 minutes. What Nango did not send is zero or nil.
type ConnectSession struct {
	// When it ends.
	ExpiresAt time.Time `json:"expires_at"`

	document document
}

func readConnectSession(v value) *ConnectSession {
	c := &ConnectSession{}
	for name, member := range v.members() {
		switch string(name) {
		case "token":
			optional(member, text)
		case "connect_link":
			optional(member, text)
		case "expires_at":
			c.ExpiresAt = optional(member, moment)
		}
	}
	c.document = v.document()
	return c
}

// Token returns the token for Nango's frontend SDK.
func (c ConnectSession) Token() string {
	return kept(c.document, "token", text)
}

// ConnectLink returns the URL at which the customer connects. It holds the token.
func (c ConnectSession) ConnectLink() string {
	return kept(c.document, "connect_link", text)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (c ConnectSession) Unknown() map[string]json.RawMessage {
	return c.document.unknown("token", "connect_link", "expires_at")
}

// JSON returns the whole object as sent, secrets included; nil if it did not come from Nango.
func (c ConnectSession) JSON() json.RawMessage {
	return c.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (c ConnectSession) String() string {
	return shown(c)
}

// Format prints [ConnectSession.String], whatever the verb.
func (c ConnectSession) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, c.String())
}

// UnmarshalJSON reads what [ConnectSession.JSON] returns, and what json.Marshal makes, which has the fields alone, so
// that what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (c *ConnectSession) UnmarshalJSON(data []byte) error {
	return unmarshal(data, c, readConnectSession)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (c ConnectSession) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.ConnectSession", "ConnectSession.JSON")
}

// Integration is an integration. What Nango did not send is zero or nil.
type Integration struct {
	// Its id: the provider config key of its connections.
	UniqueKey string `json:"unique_key"`
	// The external API, as Nango names it: "github".
	Provider string `json:"provider"`
	// Its name for humans.
	DisplayName string `json:"display_name"`
	// The URL of the external API's logo.
	Logo string `json:"logo"`
	// Whether Nango forwards webhooks of the external API.
	ForwardWebhooks *bool `json:"forward_webhooks"`
	// When it was made.
	CreatedAt time.Time `json:"created_at"`
	// When it was last changed.
	UpdatedAt time.Time `json:"updated_at"`
	// The URL for webhooks of the external API, if it was asked for and the external API has webhooks.
	WebhookURL *string `json:"webhook_url"`
	// Names of the credentials' fields for humans.
	CredentialsLabel map[string]string `json:"credentials_label"`
	// The credentials that Nango sets itself.
	PreconfiguredCredentials []string `json:"preconfigured_credentials"`
	// The members of connection_config that Nango sets itself.
	PreconfiguredConnectionConfig []string `json:"preconfigured_connection_config"`

	document document
}

func readIntegration(v value) *Integration {
	i := &Integration{}
	for name, member := range v.members() {
		switch string(name) {
		case "unique_key":
			i.UniqueKey = optional(member, text)
		case "provider":
			i.Provider = optional(member, text)
		case "display_name":
			i.DisplayName = optional(member, text)
		case "logo":
			i.Logo = optional(member, text)
		case "forward_webhooks":
			i.ForwardWebhooks = nullable(member, boolean)
		case "created_at":
			i.CreatedAt = optional(member, moment)
		case "updated_at":
			i.UpdatedAt = optional(member, moment)
		case "webhook_url":
			i.WebhookURL = nullable(member, text)
		case "credentials":
			optional(member, object)
		case "credentials_label":
			i.CredentialsLabel = optional(member, mapOf(text))
		case "preconfigured_credentials":
			i.PreconfiguredCredentials = optional(member, listOf(text))
		case "preconfigured_connection_config":
			i.PreconfiguredConnectionConfig = optional(member, listOf(text))
		}
	}
	i.document = v.document()
	return i
}

// Credentials returns the developer app: client_id, client_secret, scopes and webhook_secret, or app_id, app_link and
// private_key; only if it was asked for and the key may read it.
func (i Integration) Credentials() json.RawMessage {
	return kept(i.document, "credentials", object)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (i Integration) Unknown() map[string]json.RawMessage {
	return i.document.unknown("unique_key", "provider", "display_name", "logo", "forward_webhooks", "created_at", "updated_at", "webhook_url", "credentials", "credentials_label", "preconfigured_credentials", "preconfigured_connection_config")
}

// JSON returns the whole object as sent, secrets included; nil if it did not come from Nango.
func (i Integration) JSON() json.RawMessage {
	return i.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (i Integration) String() string {
	return shown(i)
}

// Format prints [Integration.String], whatever the verb.
func (i Integration) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, i.String())
}

// UnmarshalJSON reads what [Integration.JSON] returns, and what json.Marshal makes, which has the fields alone, so that
// what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (i *Integration) UnmarshalJSON(data []byte) error {
	return unmarshal(data, i, readIntegration)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (i Integration) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.Integration", "Integration.JSON")
}

// RecordMetadata is what Nango knows about a record. What Nango did not send is zero or nil.
type RecordMetadata struct {
	// When a sync first stored it.
	FirstSeenAt time.Time `json:"first_seen_at"`
	// When a sync last changed it.
	LastModifiedAt time.Time `json:"last_modified_at"`
	// What a sync did last: "ADDED", "UPDATED" or "DELETED".
	LastAction string `json:"last_action"`
	// When the external API no longer had it.
	DeletedAt *time.Time `json:"deleted_at"`
	// When its content was pruned.
	PrunedAt *time.Time `json:"pruned_at"`
	// The cursor of this record: a list that starts at it has the records behind it.
	Cursor string `json:"cursor"`

	document document
}

func readRecordMetadata(v value) *RecordMetadata {
	r := &RecordMetadata{}
	for name, member := range v.members() {
		switch string(name) {
		case "first_seen_at":
			r.FirstSeenAt = optional(member, moment)
		case "last_modified_at":
			r.LastModifiedAt = optional(member, moment)
		case "last_action":
			r.LastAction = optional(member, text)
		case "deleted_at":
			r.DeletedAt = nullable(member, moment)
		case "pruned_at":
			r.PrunedAt = nullable(member, moment)
		case "cursor":
			r.Cursor = optional(member, text)
		}
	}
	r.document = v.document()
	return r
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (r RecordMetadata) Unknown() map[string]json.RawMessage {
	return r.document.unknown("first_seen_at", "last_modified_at", "last_action", "deleted_at", "pruned_at", "cursor")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (r RecordMetadata) JSON() json.RawMessage {
	return r.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (r RecordMetadata) String() string {
	return shown(r)
}

// Format prints [RecordMetadata.String], whatever the verb.
func (r RecordMetadata) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, r.String())
}

// UnmarshalJSON reads what [RecordMetadata.JSON] returns, and what json.Marshal makes, which has the fields alone. It
// fails with [ErrDecode] if that is something else.
func (r *RecordMetadata) UnmarshalJSON(data []byte) error {
	return unmarshal(data, r, readRecordMetadata)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (r RecordMetadata) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.RecordMetadata", "RecordMetadata.JSON")
}

// Record is a record. What Nango did not send is zero or nil.
type Record struct {
	// The id that the sync gave it: a string or a number.
	ID json.RawMessage `json:"id"`
	// What Nango knows about it.
	Metadata *RecordMetadata `json:"_nango_metadata"`

	document document
}

func readRecord(v value) *Record {
	r := &Record{}
	for name, member := range v.members() {
		switch string(name) {
		case "id":
			r.ID = optional(member, anyJSON)
		case "_nango_metadata":
			r.Metadata = optional(member, readRecordMetadata)
		}
	}
	r.document = v.document()
	return r
}

// Data returns the whole record as sent. A pruned one has only its id and _nango_metadata. It is nil if it did not come
// from Nango.
func (r Record) Data() json.RawMessage {
	return r.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (r Record) String() string {
	return shown(r)
}

// Format prints [Record.String], whatever the verb.
func (r Record) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, r.String())
}

// UnmarshalJSON reads what [Record.Data] returns, and what json.Marshal makes, which has the fields alone, so that what
// is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (r *Record) UnmarshalJSON(data []byte) error {
	return unmarshal(data, r, readRecord)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (r Record) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.Record", "Record.Data")
}

// PrunedRecords is what was pruned. What Nango did not send is zero or nil.
type PrunedRecords struct {
	// How many records.
	Count int64 `json:"count"`
	// Whether there is more to prune. It can be true once too often.
	HasMore bool `json:"has_more"`

	document document
}

func readPrunedRecords(v value) *PrunedRecords {
	p := &PrunedRecords{}
	for name, member := range v.members() {
		switch string(name) {
		case "count":
			p.Count = optional(member, integer)
		case "has_more":
			p.HasMore = optional(member, boolean)
		}
	}
	p.document = v.document()
	return p
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (p PrunedRecords) Unknown() map[string]json.RawMessage {
	return p.document.unknown("count", "has_more")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (p PrunedRecords) JSON() json.RawMessage {
	return p.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (p PrunedRecords) String() string {
	return shown(p)
}

// Format prints [PrunedRecords.String], whatever the verb.
func (p PrunedRecords) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, p.String())
}

// UnmarshalJSON reads what [PrunedRecords.JSON] returns, and what json.Marshal makes, which has the fields alone. It
// fails with [ErrDecode] if that is something else.
func (p *PrunedRecords) UnmarshalJSON(data []byte) error {
	return unmarshal(data, p, readPrunedRecords)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (p PrunedRecords) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.PrunedRecords", "PrunedRecords.JSON")
}

// SyncResult is what a run of a sync did with the records of a model. What Nango did not send is zero or nil.
type SyncResult struct {
	// How many it added.
	Added int64 `json:"added"`
	// How many it changed.
	Updated *int64 `json:"updated"`
	// How many it deleted.
	Deleted *int64 `json:"deleted"`

	document document
}

func readSyncResult(v value) *SyncResult {
	s := &SyncResult{}
	for name, member := range v.members() {
		switch string(name) {
		case "added":
			s.Added = optional(member, integer)
		case "updated":
			s.Updated = nullable(member, integer)
		case "deleted":
			s.Deleted = nullable(member, integer)
		}
	}
	s.document = v.document()
	return s
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (s SyncResult) Unknown() map[string]json.RawMessage {
	return s.document.unknown("added", "updated", "deleted")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (s SyncResult) JSON() json.RawMessage {
	return s.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (s SyncResult) String() string {
	return shown(s)
}

// Format prints [SyncResult.String], whatever the verb.
func (s SyncResult) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, s.String())
}

// UnmarshalJSON reads what [SyncResult.JSON] returns, and what json.Marshal makes, which has the fields alone. It fails
// with [ErrDecode] if that is something else.
func (s *SyncResult) UnmarshalJSON(data []byte) error {
	return unmarshal(data, s, readSyncResult)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (s SyncResult) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.SyncResult", "SyncResult.JSON")
}

// Sync is the state of a sync of a connection. What Nango did not send is zero or nil.
type Sync struct {
	// Its id: a UUID.
	ID string `json:"id"`
	// Its name.
	Name string `json:"name"`
	// Its variant: "base" unless another was made.
	Variant string `json:"variant"`
	// The id of the connection.
	ConnectionID string `json:"connection_id"`
	// Its state: "RUNNING", "PAUSED", "STOPPED", "SUCCESS" or "ERROR".
	Status string `json:"status"`
	// Its kind of run: "INITIAL" or "INCREMENTAL".
	Type *string `json:"type"`
	// How often it runs: "every 1h".
	Frequency *string `json:"frequency"`
	// When its last run ended.
	FinishedAt *time.Time `json:"finishedAt"`
	// When it runs next; null if it is paused.
	NextScheduledAt *time.Time `json:"nextScheduledSyncAt"`
	// How its last run ended: "SUCCESS", "STOPPED" or another word.
	LatestExecutionStatus *string `json:"latestExecutionStatus"`
	// What its last run did, by model.
	LatestResult map[string]*SyncResult `json:"latestResult"`
	// How many records are stored, by model.
	RecordCount map[string]int64 `json:"recordCount"`

	document document
}

func readSync(v value) *Sync {
	s := &Sync{}
	for name, member := range v.members() {
		switch string(name) {
		case "id":
			s.ID = optional(member, text)
		case "name":
			s.Name = optional(member, text)
		case "variant":
			s.Variant = optional(member, text)
		case "connection_id":
			s.ConnectionID = optional(member, text)
		case "status":
			s.Status = optional(member, text)
		case "type":
			s.Type = nullable(member, text)
		case "frequency":
			s.Frequency = nullable(member, text)
		case "finishedAt":
			s.FinishedAt = nullable(member, moment)
		case "nextScheduledSyncAt":
			s.NextScheduledAt = nullable(member, moment)
		case "latestExecutionStatus":
			s.LatestExecutionStatus = nullable(member, text)
		case "latestResult":
			s.LatestResult = optional(member, mapOf(readSyncResult))
		case "recordCount":
			s.RecordCount = optional(member, mapOf(integer))
		case "checkpoint":
			optional(member, object)
		}
	}
	s.document = v.document()
	return s
}

// Checkpoint returns the checkpoint that its code has stored.
func (s Sync) Checkpoint() json.RawMessage {
	return kept(s.document, "checkpoint", object)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (s Sync) Unknown() map[string]json.RawMessage {
	return s.document.unknown("id", "name", "variant", "connection_id", "status", "type", "frequency", "finishedAt", "nextScheduledSyncAt", "latestExecutionStatus", "latestResult", "recordCount", "checkpoint")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (s Sync) JSON() json.RawMessage {
	return s.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (s Sync) String() string {
	return shown(s)
}

// Format prints [Sync.String], whatever the verb.
func (s Sync) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, s.String())
}

// UnmarshalJSON reads what [Sync.JSON] returns, and what json.Marshal makes, which has the fields alone, so that what
// is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (s *Sync) UnmarshalJSON(data []byte) error {
	return unmarshal(data, s, readSync)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (s Sync) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.Sync", "Sync.JSON")
}

// SyncFrequency is how often a sync runs. What Nango did not send is zero or nil.
type SyncFrequency struct {
	// The interval, as Nango shortens it: "2h".
	Frequency string `json:"frequency"`

	document document
}

func readSyncFrequency(v value) *SyncFrequency {
	s := &SyncFrequency{}
	for name, member := range v.members() {
		switch string(name) {
		case "frequency":
			s.Frequency = optional(member, text)
		}
	}
	s.document = v.document()
	return s
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (s SyncFrequency) Unknown() map[string]json.RawMessage {
	return s.document.unknown("frequency")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (s SyncFrequency) JSON() json.RawMessage {
	return s.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (s SyncFrequency) String() string {
	return shown(s)
}

// Format prints [SyncFrequency.String], whatever the verb.
func (s SyncFrequency) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, s.String())
}

// UnmarshalJSON reads what [SyncFrequency.JSON] returns, and what json.Marshal makes, which has the fields alone. It
// fails with [ErrDecode] if that is something else.
func (s *SyncFrequency) UnmarshalJSON(data []byte) error {
	return unmarshal(data, s, readSyncFrequency)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (s SyncFrequency) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.SyncFrequency", "SyncFrequency.JSON")
}

// SyncVariant is a variant of a sync. What Nango did not send is zero or nil.
type SyncVariant struct {
	// The id of the sync: a UUID.
	ID string `json:"id"`
	// The name of the sync.
	Name string `json:"name"`
	// The name of the variant.
	Variant string `json:"variant"`

	document document
}

func readSyncVariant(v value) *SyncVariant {
	s := &SyncVariant{}
	for name, member := range v.members() {
		switch string(name) {
		case "id":
			s.ID = optional(member, text)
		case "name":
			s.Name = optional(member, text)
		case "variant":
			s.Variant = optional(member, text)
		}
	}
	s.document = v.document()
	return s
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (s SyncVariant) Unknown() map[string]json.RawMessage {
	return s.document.unknown("id", "name", "variant")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (s SyncVariant) JSON() json.RawMessage {
	return s.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (s SyncVariant) String() string {
	return shown(s)
}

// Format prints [SyncVariant.String], whatever the verb.
func (s SyncVariant) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, s.String())
}

// UnmarshalJSON reads what [SyncVariant.JSON] returns, and what json.Marshal makes, which has the fields alone. It
// fails with [ErrDecode] if that is something else.
func (s *SyncVariant) UnmarshalJSON(data []byte) error {
	return unmarshal(data, s, readSyncVariant)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (s SyncVariant) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.SyncVariant", "SyncVariant.JSON")
}

// Function is a function of an integration, or a template of one. What Nango did not send is zero or nil.
type Function struct {
	// Its name.
	Name string `json:"name"`
	// Its type: "sync", "action" or "on-event".
	Type string `json:"type"`
	// What it does.
	Description *string `json:"description"`
	// The scopes of the external API that it needs.
	Scopes []string `json:"scopes"`
	// The name of the model of its input.
	Input *string `json:"input"`
	// The names of the models that it returns.
	Returns []string `json:"returns"`
	// The models as JSON Schema.
	JSONSchema json.RawMessage `json:"json_schema"`
	// How often a sync runs: "every 1h".
	Runs *string `json:"runs"`
	// Whether a sync starts with a new connection.
	AutoStart *bool `json:"auto_start"`
	// Whether a sync marks records that have gone as deleted.
	TrackDeletes *bool `json:"track_deletes"`
	// The event that an on-event function runs at.
	Event *string `json:"event"`
	// The number of the row in Nango's database; a template has none.
	ID *int64 `json:"id"`
	// Whether it may run.
	Enabled *bool `json:"enabled"`
	// When it was last deployed.
	LastDeployed *time.Time `json:"last_deployed"`
	// Where its code comes from: "repo", "catalog" or another word.
	Source *string `json:"source"`

	document document
}

func readFunction(v value) *Function {
	f := &Function{}
	for name, member := range v.members() {
		switch string(name) {
		case "name":
			f.Name = optional(member, text)
		case "type":
			f.Type = optional(member, text)
		case "description":
			f.Description = nullable(member, text)
		case "scopes":
			f.Scopes = optional(member, listOf(text))
		case "input":
			f.Input = nullable(member, text)
		case "returns":
			f.Returns = optional(member, listOf(text))
		case "json_schema":
			f.JSONSchema = optional(member, object)
		case "runs":
			f.Runs = nullable(member, text)
		case "auto_start":
			f.AutoStart = nullable(member, boolean)
		case "track_deletes":
			f.TrackDeletes = nullable(member, boolean)
		case "event":
			f.Event = nullable(member, text)
		case "id":
			f.ID = nullable(member, integer)
		case "enabled":
			f.Enabled = nullable(member, boolean)
		case "last_deployed":
			f.LastDeployed = nullable(member, moment)
		case "source":
			f.Source = nullable(member, text)
		}
	}
	f.document = v.document()
	return f
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (f Function) Unknown() map[string]json.RawMessage {
	return f.document.unknown("name", "type", "description", "scopes", "input", "returns", "json_schema", "runs", "auto_start", "track_deletes", "event", "id", "enabled", "last_deployed", "source")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (f Function) JSON() json.RawMessage {
	return f.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (f Function) String() string {
	return shown(f)
}

// Format prints [Function.String], whatever the verb.
func (f Function) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, f.String())
}

// UnmarshalJSON reads what [Function.JSON] returns, and what json.Marshal makes, which has the fields alone. It fails
// with [ErrDecode] if that is something else.
func (f *Function) UnmarshalJSON(data []byte) error {
	return unmarshal(data, f, readFunction)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (f Function) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.Function", "Function.JSON")
}

// FunctionCode is the code of a function. What Nango did not send is zero or nil.
type FunctionCode struct {
	// Its type: "sync", "action" or "on-event".
	Type string `json:"type"`

	document document
}

func readFunctionCode(v value) *FunctionCode {
	f := &FunctionCode{}
	for name, member := range v.members() {
		switch string(name) {
		case "type":
			f.Type = optional(member, text)
		case "code":
			optional(member, text)
		}
	}
	f.document = v.document()
	return f
}

// Code returns the code, in TypeScript.
func (f FunctionCode) Code() string {
	return kept(f.document, "code", text)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (f FunctionCode) Unknown() map[string]json.RawMessage {
	return f.document.unknown("type", "code")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (f FunctionCode) JSON() json.RawMessage {
	return f.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (f FunctionCode) String() string {
	return shown(f)
}

// Format prints [FunctionCode.String], whatever the verb.
func (f FunctionCode) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, f.String())
}

// UnmarshalJSON reads what [FunctionCode.JSON] returns, and what json.Marshal makes, which has the fields alone, so
// that what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (f *FunctionCode) UnmarshalJSON(data []byte) error {
	return unmarshal(data, f, readFunctionCode)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (f FunctionCode) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.FunctionCode", "FunctionCode.JSON")
}

// CompiledFunction is a function that was compiled. What Nango did not send is zero or nil.
type CompiledFunction struct {
	// Its size.
	BundleSizeBytes int64 `json:"bundle_size_bytes"`
	// When it was compiled.
	CompiledAt time.Time `json:"compiled_at"`

	document document
}

func readCompiledFunction(v value) *CompiledFunction {
	c := &CompiledFunction{}
	for name, member := range v.members() {
		switch string(name) {
		case "bundled_js":
			optional(member, text)
		case "bundle_size_bytes":
			c.BundleSizeBytes = optional(member, integer)
		case "compiled_at":
			c.CompiledAt = optional(member, moment)
		}
	}
	c.document = v.document()
	return c
}

// BundledJs returns the JavaScript.
func (c CompiledFunction) BundledJs() string {
	return kept(c.document, "bundled_js", text)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (c CompiledFunction) Unknown() map[string]json.RawMessage {
	return c.document.unknown("bundled_js", "bundle_size_bytes", "compiled_at")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (c CompiledFunction) JSON() json.RawMessage {
	return c.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (c CompiledFunction) String() string {
	return shown(c)
}

// Format prints [CompiledFunction.String], whatever the verb.
func (c CompiledFunction) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, c.String())
}

// UnmarshalJSON reads what [CompiledFunction.JSON] returns, and what json.Marshal makes, which has the fields alone, so
// that what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (c *CompiledFunction) UnmarshalJSON(data []byte) error {
	return unmarshal(data, c, readCompiledFunction)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (c CompiledFunction) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.CompiledFunction", "CompiledFunction.JSON")
}

// QueuedFunctionRun is a dry run or a deployment that has begun. What Nango did not send is zero or nil.
type QueuedFunctionRun struct {
	// The id to get its state with: a UUID.
	ID string `json:"id"`
	// Its state: "waiting" or "running".
	Status string `json:"status"`
	// When it was made.
	CreatedAt time.Time `json:"created_at"`

	document document
}

func readQueuedFunctionRun(v value) *QueuedFunctionRun {
	q := &QueuedFunctionRun{}
	for name, member := range v.members() {
		switch string(name) {
		case "id":
			q.ID = optional(member, text)
		case "status":
			q.Status = optional(member, text)
		case "created_at":
			q.CreatedAt = optional(member, moment)
		}
	}
	q.document = v.document()
	return q
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (q QueuedFunctionRun) Unknown() map[string]json.RawMessage {
	return q.document.unknown("id", "status", "created_at")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (q QueuedFunctionRun) JSON() json.RawMessage {
	return q.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (q QueuedFunctionRun) String() string {
	return shown(q)
}

// Format prints [QueuedFunctionRun.String], whatever the verb.
func (q QueuedFunctionRun) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, q.String())
}

// UnmarshalJSON reads what [QueuedFunctionRun.JSON] returns, and what json.Marshal makes, which has the fields alone.
// It fails with [ErrDecode] if that is something else.
func (q *QueuedFunctionRun) UnmarshalJSON(data []byte) error {
	return unmarshal(data, q, readQueuedFunctionRun)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (q QueuedFunctionRun) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.QueuedFunctionRun", "QueuedFunctionRun.JSON")
}

// FunctionDryRun is a dry run of a function. What Nango did not send is zero or nil.
type FunctionDryRun struct {
	// Its id: a UUID.
	ID string `json:"id"`
	// Its state: "waiting", "running", "success" or "failed".
	Status string `json:"status"`
	// The id of the integration.
	IntegrationID string `json:"integration_id"`
	// Its type: "action" or "sync".
	FunctionType string `json:"function_type"`
	// When it was made.
	CreatedAt time.Time `json:"created_at"`
	// When it last changed.
	UpdatedAt *time.Time `json:"updated_at"`
	// When it started.
	StartedAt *time.Time `json:"started_at"`
	// When it ended.
	CompletedAt *time.Time `json:"completed_at"`
	// How many milliseconds it took.
	DurationMS *int64 `json:"duration_ms"`

	document document
}

func readFunctionDryRun(v value) *FunctionDryRun {
	f := &FunctionDryRun{}
	for name, member := range v.members() {
		switch string(name) {
		case "id":
			f.ID = optional(member, text)
		case "status":
			f.Status = optional(member, text)
		case "integration_id":
			f.IntegrationID = optional(member, text)
		case "function_type":
			f.FunctionType = optional(member, text)
		case "created_at":
			f.CreatedAt = optional(member, moment)
		case "updated_at":
			f.UpdatedAt = nullable(member, moment)
		case "started_at":
			f.StartedAt = nullable(member, moment)
		case "completed_at":
			f.CompletedAt = nullable(member, moment)
		case "duration_ms":
			f.DurationMS = nullable(member, integer)
		case "output":
			nullable(member, text)
		case "error":
			optional(member, object)
		}
	}
	f.document = v.document()
	return f
}

// Output returns what the code printed.
func (f FunctionDryRun) Output() *string {
	return keptPointer(f.document, "output", text)
}

// Result returns what the code returned.
func (f FunctionDryRun) Result() json.RawMessage {
	return kept(f.document, "result", anyJSON)
}

// Error returns why it failed: code, message and payload.
func (f FunctionDryRun) Error() json.RawMessage {
	return kept(f.document, "error", object)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (f FunctionDryRun) Unknown() map[string]json.RawMessage {
	return f.document.unknown("id", "status", "integration_id", "function_type", "created_at", "updated_at", "started_at", "completed_at", "duration_ms", "output", "result", "error")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (f FunctionDryRun) JSON() json.RawMessage {
	return f.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (f FunctionDryRun) String() string {
	return shown(f)
}

// Format prints [FunctionDryRun.String], whatever the verb.
func (f FunctionDryRun) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, f.String())
}

// UnmarshalJSON reads what [FunctionDryRun.JSON] returns, and what json.Marshal makes, which has the fields alone, so
// that what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (f *FunctionDryRun) UnmarshalJSON(data []byte) error {
	return unmarshal(data, f, readFunctionDryRun)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (f FunctionDryRun) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.FunctionDryRun", "FunctionDryRun.JSON")
}

// DeployedFunction is a function that a deployment has deployed. What Nango did not send is zero or nil.
type DeployedFunction struct {
	// Its name.
	Name string `json:"name"`
	// Its version.
	Version *string `json:"version"`

	document document
}

func readDeployedFunction(v value) *DeployedFunction {
	d := &DeployedFunction{}
	for name, member := range v.members() {
		switch string(name) {
		case "name":
			d.Name = optional(member, text)
		case "version":
			d.Version = nullable(member, text)
		}
	}
	d.document = v.document()
	return d
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (d DeployedFunction) Unknown() map[string]json.RawMessage {
	return d.document.unknown("name", "version")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (d DeployedFunction) JSON() json.RawMessage {
	return d.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (d DeployedFunction) String() string {
	return shown(d)
}

// Format prints [DeployedFunction.String], whatever the verb.
func (d DeployedFunction) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, d.String())
}

// UnmarshalJSON reads what [DeployedFunction.JSON] returns, and what json.Marshal makes, which has the fields alone. It
// fails with [ErrDecode] if that is something else.
func (d *DeployedFunction) UnmarshalJSON(data []byte) error {
	return unmarshal(data, d, readDeployedFunction)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (d DeployedFunction) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.DeployedFunction", "DeployedFunction.JSON")
}

// FunctionDeployment is a deployment of a function. What Nango did not send is zero or nil.
type FunctionDeployment struct {
	// Its id: a UUID.
	ID string `json:"id"`
	// Its state: "waiting", "running", "success" or "failed".
	Status string `json:"status"`
	// The id of the integration.
	IntegrationID string `json:"integration_id"`
	// The name of the function.
	FunctionName *string `json:"function_name"`
	// Its type: "action" or "sync".
	FunctionType *string `json:"function_type"`
	// Whether the function is deployed.
	Deployed *bool `json:"deployed"`
	// What was deployed.
	DeployedFunctions []*DeployedFunction `json:"deployed_functions"`

	document document
}

func readFunctionDeployment(v value) *FunctionDeployment {
	f := &FunctionDeployment{}
	for name, member := range v.members() {
		switch string(name) {
		case "id":
			f.ID = optional(member, text)
		case "status":
			f.Status = optional(member, text)
		case "integration_id":
			f.IntegrationID = optional(member, text)
		case "function_name":
			f.FunctionName = nullable(member, text)
		case "function_type":
			f.FunctionType = nullable(member, text)
		case "deployed":
			f.Deployed = nullable(member, boolean)
		case "deployed_functions":
			f.DeployedFunctions = optional(member, listOf(readDeployedFunction))
		case "output":
			nullable(member, text)
		case "error":
			optional(member, object)
		}
	}
	f.document = v.document()
	return f
}

// Output returns what the compiler printed.
func (f FunctionDeployment) Output() *string {
	return keptPointer(f.document, "output", text)
}

// Error returns why it failed.
func (f FunctionDeployment) Error() json.RawMessage {
	return kept(f.document, "error", object)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (f FunctionDeployment) Unknown() map[string]json.RawMessage {
	return f.document.unknown("id", "status", "integration_id", "function_name", "function_type", "deployed", "deployed_functions", "output", "error")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (f FunctionDeployment) JSON() json.RawMessage {
	return f.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (f FunctionDeployment) String() string {
	return shown(f)
}

// Format prints [FunctionDeployment.String], whatever the verb.
func (f FunctionDeployment) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, f.String())
}

// UnmarshalJSON reads what [FunctionDeployment.JSON] returns, and what json.Marshal makes, which has the fields alone,
// so that what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (f *FunctionDeployment) UnmarshalJSON(data []byte) error {
	return unmarshal(data, f, readFunctionDeployment)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (f FunctionDeployment) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.FunctionDeployment", "FunctionDeployment.JSON")
}

// Provider is an external API that Nango knows. What else Nango's template of it says is among the unknown fields. What
// Nango did not send is zero or nil.
type Provider struct {
	// Its name: "github".
	Name string `json:"name"`
	// Its name for humans.
	DisplayName *string `json:"display_name"`
	// How it authenticates: "OAUTH2", "API_KEY" and so on.
	AuthMode string `json:"auth_mode"`
	// What it is for.
	Categories []string `json:"categories"`
	// The URL of Nango's documentation of it.
	Docs *string `json:"docs"`
	// The URL of its logo.
	LogoURL *string `json:"logo_url"`

	document document
}

func readProvider(v value) *Provider {
	p := &Provider{}
	for name, member := range v.members() {
		switch string(name) {
		case "name":
			p.Name = optional(member, text)
		case "display_name":
			p.DisplayName = nullable(member, text)
		case "auth_mode":
			p.AuthMode = optional(member, text)
		case "categories":
			p.Categories = optional(member, listOf(text))
		case "docs":
			p.Docs = nullable(member, text)
		case "logo_url":
			p.LogoURL = nullable(member, text)
		}
	}
	p.document = v.document()
	return p
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (p Provider) Unknown() map[string]json.RawMessage {
	return p.document.unknown("name", "display_name", "auth_mode", "categories", "docs", "logo_url")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (p Provider) JSON() json.RawMessage {
	return p.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (p Provider) String() string {
	return shown(p)
}

// Format prints [Provider.String], whatever the verb.
func (p Provider) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, p.String())
}

// UnmarshalJSON reads what [Provider.JSON] returns, and what json.Marshal makes, which has the fields alone. It fails
// with [ErrDecode] if that is something else.
func (p *Provider) UnmarshalJSON(data []byte) error {
	return unmarshal(data, p, readProvider)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (p Provider) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.Provider", "Provider.JSON")
}

// WebhookSigningKey is the key that Nango signs webhooks with. What Nango did not send is zero or nil.
type WebhookSigningKey struct {
	document document
}

func readWebhookSigningKey(v value) *WebhookSigningKey {
	w := &WebhookSigningKey{}
	for name, member := range v.members() {
		switch string(name) {
		case "webhook_signing_key":
			optional(member, text)
		}
	}
	w.document = v.document()
	return w
}

// WebhookSigningKey returns the key.
func (w WebhookSigningKey) WebhookSigningKey() string {
	return kept(w.document, "webhook_signing_key", text)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (w WebhookSigningKey) Unknown() map[string]json.RawMessage {
	return w.document.unknown("webhook_signing_key")
}

// JSON returns the whole object as sent, secrets included; nil if it did not come from Nango.
func (w WebhookSigningKey) JSON() json.RawMessage {
	return w.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (w WebhookSigningKey) String() string {
	return shown(w)
}

// Format prints [WebhookSigningKey.String], whatever the verb.
func (w WebhookSigningKey) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, w.String())
}

// UnmarshalJSON reads what [WebhookSigningKey.JSON] returns, and what json.Marshal makes, which has the fields alone,
// so that what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (w *WebhookSigningKey) UnmarshalJSON(data []byte) error {
	return unmarshal(data, w, readWebhookSigningKey)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (w WebhookSigningKey) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.WebhookSigningKey", "WebhookSigningKey.JSON")
}

// WebhookEndUser is the customer of the product who connected a connection, as a webhook has them. What Nango did not
// send is zero or nil.
type WebhookEndUser struct {
	// The id that the product gave them.
	ID string `json:"endUserId"`
	// The id of their organization.
	OrganizationID *string `json:"organizationId"`

	document document
}

func readWebhookEndUser(v value) *WebhookEndUser {
	w := &WebhookEndUser{}
	for name, member := range v.members() {
		switch string(name) {
		case "endUserId":
			w.ID = optional(member, text)
		case "endUserEmail":
			nullable(member, text)
		case "organizationId":
			w.OrganizationID = nullable(member, text)
		case "tags":
			optional(member, mapOf(text))
		}
	}
	w.document = v.document()
	return w
}

// Email returns their email address.
func (w WebhookEndUser) Email() *string {
	return keptPointer(w.document, "endUserEmail", text)
}

// Tags returns tags of the end user.
func (w WebhookEndUser) Tags() map[string]string {
	return kept(w.document, "tags", mapOf(text))
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (w WebhookEndUser) Unknown() map[string]json.RawMessage {
	return w.document.unknown("endUserId", "endUserEmail", "organizationId", "tags")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (w WebhookEndUser) JSON() json.RawMessage {
	return w.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (w WebhookEndUser) String() string {
	return shown(w)
}

// Format prints [WebhookEndUser.String], whatever the verb.
func (w WebhookEndUser) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, w.String())
}

// UnmarshalJSON reads what [WebhookEndUser.JSON] returns, and what json.Marshal makes, which has the fields alone, so
// that what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (w *WebhookEndUser) UnmarshalJSON(data []byte) error {
	return unmarshal(data, w, readWebhookEndUser)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (w WebhookEndUser) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.WebhookEndUser", "WebhookEndUser.JSON")
}

// WebhookProblem is what failed, as a webhook has it. What Nango did not send is zero or nil.
type WebhookProblem struct {
	// The kind of failure, as Nango names it: "refresh_token_external_error".
	Type *string `json:"type"`

	document document
}

func readWebhookProblem(v value) *WebhookProblem {
	w := &WebhookProblem{}
	for name, member := range v.members() {
		switch string(name) {
		case "type":
			w.Type = nullable(member, text)
		case "description":
			nullable(member, text)
		}
	}
	w.document = v.document()
	return w
}

// Description returns what happened, for people. It may repeat what the external API said.
func (w WebhookProblem) Description() *string {
	return keptPointer(w.document, "description", text)
}

// Payload returns details, which may hold what the external API answered.
func (w WebhookProblem) Payload() json.RawMessage {
	return kept(w.document, "payload", anyJSON)
}

// AdditionalProperties returns more details of a failed sync.
func (w WebhookProblem) AdditionalProperties() json.RawMessage {
	return kept(w.document, "additional_properties", anyJSON)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (w WebhookProblem) Unknown() map[string]json.RawMessage {
	return w.document.unknown("type", "description", "payload", "additional_properties")
}

// JSON returns the whole object as sent, secrets included; nil if it did not come from Nango.
func (w WebhookProblem) JSON() json.RawMessage {
	return w.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (w WebhookProblem) String() string {
	return shown(w)
}

// Format prints [WebhookProblem.String], whatever the verb.
func (w WebhookProblem) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, w.String())
}

// UnmarshalJSON reads what [WebhookProblem.JSON] returns, and what json.Marshal makes, which has the fields alone, so
// that what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (w *WebhookProblem) UnmarshalJSON(data []byte) error {
	return unmarshal(data, w, readWebhookProblem)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (w WebhookProblem) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.WebhookProblem", "WebhookProblem.JSON")
}

// AuthWebhook is a connection was created, was authorized again, or could not be refreshed. What Nango did not send is
// zero or nil.
type AuthWebhook struct {
	// The type of the webhook: "auth".
	Type string `json:"type"`
	// Who sent it: "nango".
	Sender string `json:"from"`
	// What was done: "creation", "override" if the connection existed, "refresh", or another word.
	Operation string `json:"operation"`
	// Whether it succeeded. Nango reports a refresh only if it failed.
	Success bool `json:"success"`
	// Why it failed.
	Error *WebhookProblem `json:"error"`
	// The id of the connection.
	ConnectionID string `json:"connectionId"`
	// The id of the integration.
	ProviderConfigKey string `json:"providerConfigKey"`
	// The external API, as Nango names it: "github".
	Provider string `json:"provider"`
	// The auth mode of the integration: "OAUTH2".
	AuthMode string `json:"authMode"`
	// The name of the environment: "dev".
	Environment string `json:"environment"`

	document document
}

func readAuthWebhook(v value) *AuthWebhook {
	a := &AuthWebhook{}
	for name, member := range v.members() {
		switch string(name) {
		case "type":
			a.Type = optional(member, text)
		case "from":
			a.Sender = optional(member, text)
		case "operation":
			a.Operation = optional(member, text)
		case "success":
			a.Success = optional(member, boolean)
		case "error":
			a.Error = optional(member, readWebhookProblem)
		case "connectionId":
			a.ConnectionID = optional(member, text)
		case "providerConfigKey":
			a.ProviderConfigKey = optional(member, text)
		case "provider":
			a.Provider = optional(member, text)
		case "authMode":
			a.AuthMode = optional(member, text)
		case "environment":
			a.Environment = optional(member, text)
		case "tags":
			optional(member, mapOf(text))
		case "endUser":
			optional(member, readWebhookEndUser)
		}
	}
	a.document = v.document()
	return a
}

// Tags returns tags of the connection, with keys in lower case, such as the end_user_id of its connect session.
func (a AuthWebhook) Tags() map[string]string {
	return kept(a.document, "tags", mapOf(text))
}

// EndUser returns who connected it.
func (a AuthWebhook) EndUser() *WebhookEndUser {
	return kept(a.document, "endUser", readWebhookEndUser)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (a AuthWebhook) Unknown() map[string]json.RawMessage {
	return a.document.unknown("type", "from", "operation", "success", "error", "connectionId", "providerConfigKey", "provider", "authMode", "environment", "tags", "endUser")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (a AuthWebhook) JSON() json.RawMessage {
	return a.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (a AuthWebhook) String() string {
	return shown(a)
}

// Format prints [AuthWebhook.String], whatever the verb.
func (a AuthWebhook) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, a.String())
}

// UnmarshalJSON reads what [AuthWebhook.JSON] returns, and what json.Marshal makes, which has the fields alone, so that
// what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (a *AuthWebhook) UnmarshalJSON(data []byte) error {
	return unmarshal(data, a, readAuthWebhook)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (a AuthWebhook) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.AuthWebhook", "AuthWebhook.JSON")
}

// SyncResults is how many records a run of a sync changed. What Nango did not send is zero or nil.
type SyncResults struct {
	// How many are new.
	Added int64 `json:"added"`
	// How many were changed.
	Updated int64 `json:"updated"`
	// How many were deleted.
	Deleted *int64 `json:"deleted"`

	document document
}

func readSyncResults(v value) *SyncResults {
	s := &SyncResults{}
	for name, member := range v.members() {
		switch string(name) {
		case "added":
			s.Added = optional(member, integer)
		case "updated":
			s.Updated = optional(member, integer)
		case "deleted":
			s.Deleted = nullable(member, integer)
		}
	}
	s.document = v.document()
	return s
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (s SyncResults) Unknown() map[string]json.RawMessage {
	return s.document.unknown("added", "updated", "deleted")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (s SyncResults) JSON() json.RawMessage {
	return s.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (s SyncResults) String() string {
	return shown(s)
}

// Format prints [SyncResults.String], whatever the verb.
func (s SyncResults) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, s.String())
}

// UnmarshalJSON reads what [SyncResults.JSON] returns, and what json.Marshal makes, which has the fields alone. It
// fails with [ErrDecode] if that is something else.
func (s *SyncResults) UnmarshalJSON(data []byte) error {
	return unmarshal(data, s, readSyncResults)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (s SyncResults) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.SyncResults", "SyncResults.JSON")
}

// SyncWebhook is a run of a sync ended. What Nango did not send is zero or nil.
type SyncWebhook struct {
	// The type of the webhook: "sync".
	Type string `json:"type"`
	// Who sent it: "nango".
	Sender string `json:"from"`
	// Whether the run succeeded.
	Success bool `json:"success"`
	// Why it failed.
	Error *WebhookProblem `json:"error"`
	// The id of the connection.
	ConnectionID string `json:"connectionId"`
	// The id of the integration.
	ProviderConfigKey string `json:"providerConfigKey"`
	// The name of the sync.
	SyncName string `json:"syncName"`
	// The variant of the sync: "base" unless others were created.
	SyncVariant *string `json:"syncVariant"`
	// The model of the records.
	Model string `json:"model"`
	// The kind of run: "INITIAL", "INCREMENTAL", "WEBHOOK" or another word. Nango deprecated it.
	SyncType *string `json:"syncType"`
	// When the run began: list the records that were modified after it.
	ModifiedAfter *time.Time `json:"modifiedAfter"`
	// How many records the run changed.
	ResponseResults *SyncResults `json:"responseResults"`
	// When a run that failed began.
	StartedAt *time.Time `json:"startedAt"`
	// When it failed.
	FailedAt *time.Time `json:"failedAt"`

	document document
}

func readSyncWebhook(v value) *SyncWebhook {
	s := &SyncWebhook{}
	for name, member := range v.members() {
		switch string(name) {
		case "type":
			s.Type = optional(member, text)
		case "from":
			s.Sender = optional(member, text)
		case "success":
			s.Success = optional(member, boolean)
		case "error":
			s.Error = optional(member, readWebhookProblem)
		case "connectionId":
			s.ConnectionID = optional(member, text)
		case "providerConfigKey":
			s.ProviderConfigKey = optional(member, text)
		case "syncName":
			s.SyncName = optional(member, text)
		case "syncVariant":
			s.SyncVariant = nullable(member, text)
		case "model":
			s.Model = optional(member, text)
		case "syncType":
			s.SyncType = nullable(member, text)
		case "modifiedAfter":
			s.ModifiedAfter = nullable(member, moment)
		case "responseResults":
			s.ResponseResults = optional(member, readSyncResults)
		case "checkpoints":
			optional(member, object)
		case "startedAt":
			s.StartedAt = nullable(member, moment)
		case "failedAt":
			s.FailedAt = nullable(member, moment)
		}
	}
	s.document = v.document()
	return s
}

// Checkpoints returns the checkpoints from which and to which the run went, in its members from and to.
func (s SyncWebhook) Checkpoints() json.RawMessage {
	return kept(s.document, "checkpoints", object)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (s SyncWebhook) Unknown() map[string]json.RawMessage {
	return s.document.unknown("type", "from", "success", "error", "connectionId", "providerConfigKey", "syncName", "syncVariant", "model", "syncType", "modifiedAfter", "responseResults", "checkpoints", "startedAt", "failedAt")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (s SyncWebhook) JSON() json.RawMessage {
	return s.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (s SyncWebhook) String() string {
	return shown(s)
}

// Format prints [SyncWebhook.String], whatever the verb.
func (s SyncWebhook) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, s.String())
}

// UnmarshalJSON reads what [SyncWebhook.JSON] returns, and what json.Marshal makes, which has the fields alone, so that
// what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (s *SyncWebhook) UnmarshalJSON(data []byte) error {
	return unmarshal(data, s, readSyncWebhook)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (s SyncWebhook) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.SyncWebhook", "SyncWebhook.JSON")
}

// ForwardWebhook is a webhook of an external API that Nango forwards. What Nango did not send is zero or nil.
type ForwardWebhook struct {
	// The type of the webhook: "forward".
	Type string `json:"type"`
	// The external API, as Nango names it: "github".
	Sender string `json:"from"`
	// The id of the connection that it is about.
	ConnectionID *string `json:"connectionId"`
	// The id of the integration.
	ProviderConfigKey string `json:"providerConfigKey"`

	document document
}

func readForwardWebhook(v value) *ForwardWebhook {
	f := &ForwardWebhook{}
	for name, member := range v.members() {
		switch string(name) {
		case "type":
			f.Type = optional(member, text)
		case "from":
			f.Sender = optional(member, text)
		case "connectionId":
			f.ConnectionID = nullable(member, text)
		case "providerConfigKey":
			f.ProviderConfigKey = optional(member, text)
		}
	}
	f.document = v.document()
	return f
}

// Payload returns what the external API sent.
func (f ForwardWebhook) Payload() json.RawMessage {
	return kept(f.document, "payload", anyJSON)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (f ForwardWebhook) Unknown() map[string]json.RawMessage {
	return f.document.unknown("type", "from", "connectionId", "providerConfigKey", "payload")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (f ForwardWebhook) JSON() json.RawMessage {
	return f.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (f ForwardWebhook) String() string {
	return shown(f)
}

// Format prints [ForwardWebhook.String], whatever the verb.
func (f ForwardWebhook) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, f.String())
}

// UnmarshalJSON reads what [ForwardWebhook.JSON] returns, and what json.Marshal makes, which has the fields alone, so
// that what is behind methods is absent. It fails with [ErrDecode] if that is something else.
func (f *ForwardWebhook) UnmarshalJSON(data []byte) error {
	return unmarshal(data, f, readForwardWebhook)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (f ForwardWebhook) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.ForwardWebhook", "ForwardWebhook.JSON")
}

// AsyncActionWebhook is an asynchronous action ended, well or not: its result says which. What Nango did not send is
// zero or nil.
type AsyncActionWebhook struct {
	// The type of the webhook: "async_action".
	Type string `json:"type"`
	// Who sent it: "nango".
	Sender string `json:"from"`
	// The id of the connection.
	ConnectionID string `json:"connectionId"`
	// The id of the integration.
	ProviderConfigKey string `json:"providerConfigKey"`
	// The action, with the id to get its result with.
	Action *QueuedAction `json:"payload"`

	document document
}

func readAsyncActionWebhook(v value) *AsyncActionWebhook {
	a := &AsyncActionWebhook{}
	for name, member := range v.members() {
		switch string(name) {
		case "type":
			a.Type = optional(member, text)
		case "from":
			a.Sender = optional(member, text)
		case "connectionId":
			a.ConnectionID = optional(member, text)
		case "providerConfigKey":
			a.ProviderConfigKey = optional(member, text)
		case "payload":
			a.Action = optional(member, readQueuedAction)
		}
	}
	a.document = v.document()
	return a
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (a AsyncActionWebhook) Unknown() map[string]json.RawMessage {
	return a.document.unknown("type", "from", "connectionId", "providerConfigKey", "payload")
}

// JSON returns the whole object as sent; nil if it did not come from Nango.
func (a AsyncActionWebhook) JSON() json.RawMessage {
	return a.document.json()
}

// String returns the fields that are set. It does not show what is behind methods.
func (a AsyncActionWebhook) String() string {
	return shown(a)
}

// Format prints [AsyncActionWebhook.String], whatever the verb.
func (a AsyncActionWebhook) Format(state fmt.State, _ rune) {
	_, _ = io.WriteString(state, a.String())
}

// UnmarshalJSON reads what [AsyncActionWebhook.JSON] returns, and what json.Marshal makes, which has the fields alone.
// It fails with [ErrDecode] if that is something else.
func (a *AsyncActionWebhook) UnmarshalJSON(data []byte) error {
	return unmarshal(data, a, readAsyncActionWebhook)
}

// MarshalBinary fails, and so do encoding/gob and other binary encodings: they would lose what is behind methods.
func (a AsyncActionWebhook) MarshalBinary() ([]byte, error) {
	return nil, errNoBinary("nango.AsyncActionWebhook", "AsyncActionWebhook.JSON")
}
