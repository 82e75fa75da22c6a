<?php

/*
 * Generated from abi/nango.json: do not edit.
 */

declare(strict_types=1);

namespace Nango;

/** How an external API authenticates. The values are the numbers of nango.h. */
enum AuthMode: int
{
    case Absent = 0;
    case Unknown = 1;
    case None = 2;
    case Oauth1 = 3;
    case Oauth2 = 4;
    case Oauth2Cc = 5;
    case Basic = 6;
    case ApiKey = 7;
    case App = 8;
    case AppStore = 9;
    case Custom = 10;
    case Tba = 11;
    case Tableau = 12;
    case Jwt = 13;
    case Bill = 14;
    case TwoStep = 15;
    case Signature = 16;
    case McpOauth2 = 17;
    case McpOauth2Generic = 18;
    case InstallPlugin = 19;
    case AwsSigv4 = 20;

    /** The name that Nango has for it, such as "OAUTH2_CC". */
    public function label(): string
    {
        return match ($this) {
            self::Absent => 'ABSENT',
            self::Unknown => 'UNKNOWN',
            self::None => 'NONE',
            self::Oauth1 => 'OAUTH1',
            self::Oauth2 => 'OAUTH2',
            self::Oauth2Cc => 'OAUTH2_CC',
            self::Basic => 'BASIC',
            self::ApiKey => 'API_KEY',
            self::App => 'APP',
            self::AppStore => 'APP_STORE',
            self::Custom => 'CUSTOM',
            self::Tba => 'TBA',
            self::Tableau => 'TABLEAU',
            self::Jwt => 'JWT',
            self::Bill => 'BILL',
            self::TwoStep => 'TWO_STEP',
            self::Signature => 'SIGNATURE',
            self::McpOauth2 => 'MCP_OAUTH2',
            self::McpOauth2Generic => 'MCP_OAUTH2_GENERIC',
            self::InstallPlugin => 'INSTALL_PLUGIN',
            self::AwsSigv4 => 'AWS_SIGV4',
        };
    }
}
