// Code generated from abi/nango.json by make generate. DO NOT EDIT.

package nango

// authModeNames is indexed by the mode.
var authModeNames = [...]string{
	0:  "ABSENT",
	1:  "UNKNOWN",
	2:  "NONE",
	3:  "OAUTH1",
	4:  "OAUTH2",
	5:  "OAUTH2_CC",
	6:  "BASIC",
	7:  "API_KEY",
	8:  "APP",
	9:  "APP_STORE",
	10: "CUSTOM",
	11: "TBA",
	12: "TABLEAU",
	13: "JWT",
	14: "BILL",
	15: "TWO_STEP",
	16: "SIGNATURE",
	17: "MCP_OAUTH2",
	18: "MCP_OAUTH2_GENERIC",
	19: "INSTALL_PLUGIN",
	20: "AWS_SIGV4",
}
