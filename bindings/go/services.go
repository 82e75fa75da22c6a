// Code generated from api/operations.json by make generate. DO NOT EDIT.

package nango

// addServices gives a client its groups of operations.
func (c *Client) addServices() {
	c.ConnectSessions = &ConnectSessionsService{client: c}
	c.Connections = &ConnectionsService{client: c}
	c.Integrations = &IntegrationsService{client: c}
	c.Records = &RecordsService{client: c}
	c.Actions = &ActionsService{client: c}
	c.Syncs = &SyncsService{client: c}
	c.Functions = &FunctionsService{client: c}
	c.Providers = &ProvidersService{client: c}
	c.Environment = &EnvironmentService{client: c}
}
