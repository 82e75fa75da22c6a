// Code generated from api/operations.json by make generate. DO NOT EDIT.

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

func readConnectionProblem(v *value) *ConnectionProblem {
	m := v.members()
	return &ConnectionProblem{
		Type:     member(m, "type", text),
		LogID:    member(m, "log_id", text),
		document: m.document(),
	}
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (c ConnectionProblem) Unknown() map[string]json.RawMessage {
	return c.document.unknown()
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

func readOrganization(v *value) *Organization {
	m := v.members()
	nullable(m, "display_name", text)
	return &Organization{
		ID:       member(m, "id", text),
		document: m.document(),
	}
}

// DisplayName returns its name.
func (o Organization) DisplayName() *string {
	return nullable(o.document.members(), "display_name", text)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (o Organization) Unknown() map[string]json.RawMessage {
	return o.document.unknown()
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

func readEndUser(v *value) *EndUser {
	m := v.members()
	nullable(m, "display_name", text)
	nullable(m, "email", text)
	member(m, "tags", mapOf(text))
	return &EndUser{
		ID:           member(m, "id", text),
		Organization: member(m, "organization", readOrganization),
		document:     m.document(),
	}
}

// DisplayName returns their name.
func (e EndUser) DisplayName() *string {
	return nullable(e.document.members(), "display_name", text)
}

// Email returns their email address.
func (e EndUser) Email() *string {
	return nullable(e.document.members(), "email", text)
}

// Tags returns tags of the end user.
func (e EndUser) Tags() map[string]string {
	return member(e.document.members(), "tags", mapOf(text))
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (e EndUser) Unknown() map[string]json.RawMessage {
	return e.document.unknown()
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

func readListedConnection(v *value) *ListedConnection {
	m := v.members()
	member(m, "end_user", readEndUser)
	member(m, "tags", mapOf(text))
	member(m, "metadata", object)
	return &ListedConnection{
		ID:                member(m, "id", integer),
		ConnectionID:      member(m, "connection_id", text),
		ProviderConfigKey: member(m, "provider_config_key", text),
		Provider:          member(m, "provider", text),
		Errors:            member(m, "errors", listOf(readConnectionProblem)),
		Created:           member(m, "created", moment),
		document:          m.document(),
	}
}

// EndUser returns who connected it; absent for a connection that was imported without one.
func (l ListedConnection) EndUser() *EndUser {
	return member(l.document.members(), "end_user", readEndUser)
}

// Tags returns tags, with keys in lower case.
func (l ListedConnection) Tags() map[string]string {
	return member(l.document.members(), "tags", mapOf(text))
}

// Metadata returns what the product stored with the connection.
func (l ListedConnection) Metadata() json.RawMessage {
	return member(l.document.members(), "metadata", object)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (l ListedConnection) Unknown() map[string]json.RawMessage {
	return l.document.unknown()
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

func readImportedConnection(v *value) *ImportedConnection {
	m := v.members()
	member(m, "end_user", readEndUser)
	member(m, "tags", mapOf(text))
	member(m, "metadata", object)
	member(m, "connection_config", object)
	nullable(m, "webhook_url_override", text)
	member(m, "credentials", object)
	return &ImportedConnection{
		ID:                member(m, "id", integer),
		ConnectionID:      member(m, "connection_id", text),
		ProviderConfigKey: member(m, "provider_config_key", text),
		Provider:          member(m, "provider", text),
		Errors:            member(m, "errors", listOf(readConnectionProblem)),
		CreatedAt:         member(m, "created_at", moment),
		UpdatedAt:         member(m, "updated_at", moment),
		LastFetchedAt:     nullable(m, "last_fetched_at", moment),
		document:          m.document(),
	}
}

// EndUser returns who connected it; absent for a connection that was imported without one.
func (i ImportedConnection) EndUser() *EndUser {
	return member(i.document.members(), "end_user", readEndUser)
}

// Tags returns tags, with keys in lower case.
func (i ImportedConnection) Tags() map[string]string {
	return member(i.document.members(), "tags", mapOf(text))
}

// Metadata returns what the product stored with the connection.
func (i ImportedConnection) Metadata() json.RawMessage {
	return member(i.document.members(), "metadata", object)
}

// ConnectionConfig returns what the external API needs beside the credentials.
func (i ImportedConnection) ConnectionConfig() json.RawMessage {
	return member(i.document.members(), "connection_config", object)
}

// WebhookURLOverride returns the URL that webhooks of this connection go to.
func (i ImportedConnection) WebhookURLOverride() *string {
	return nullable(i.document.members(), "webhook_url_override", text)
}

// Credentials returns the credentials that were imported; empty if the key may not read credentials.
func (i ImportedConnection) Credentials() json.RawMessage {
	return member(i.document.members(), "credentials", object)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (i ImportedConnection) Unknown() map[string]json.RawMessage {
	return i.document.unknown()
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

func readQueuedAction(v *value) *QueuedAction {
	m := v.members()
	return &QueuedAction{
		ID:        member(m, "id", text),
		StatusURL: member(m, "statusUrl", text),
		document:  m.document(),
	}
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (q QueuedAction) Unknown() map[string]json.RawMessage {
	return q.document.unknown()
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

func readEnvironmentVariable(v *value) *EnvironmentVariable {
	m := v.members()
	member(m, "value", text)
	return &EnvironmentVariable{
		Name:     member(m, "name", text),
		document: m.document(),
	}
}

// Value returns its value.
func (e EnvironmentVariable) Value() string {
	return member(e.document.members(), "value", text)
}

// Unknown returns the members that this version of the package has no field or method for, as sent.
func (e EnvironmentVariable) Unknown() map[string]json.RawMessage {
	return e.document.unknown()
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
