// Code generated from api/operations.json by make generate. DO NOT EDIT.

package nango

// addServices gives a client its groups of operations.
func (c *Client) addServices() {
	c.Connections = &ConnectionsService{client: c}
	c.Actions = &ActionsService{client: c}
	c.Environment = &EnvironmentService{client: c}
}
