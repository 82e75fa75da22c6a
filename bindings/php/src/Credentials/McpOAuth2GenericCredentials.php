<?php

declare(strict_types=1);

namespace Nango\Credentials;

/** MCP over OAuth 2 with a client registered on the fly. */
final class McpOAuth2GenericCredentials extends OAuth2Credentials
{
}
