<?php

declare(strict_types=1);

namespace Nango\Credentials;

/** MCP over OAuth 2. */
final class McpOAuth2Credentials extends OAuth2Credentials
{
}
