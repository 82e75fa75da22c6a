# frozen_string_literal: true

module Nango
  # What the credentials of every auth mode have. An attribute is nil where Nango did not send it.
  class Credentials
    include Hidden

    # Credentials that Nango spells unlike the attribute.
    SENT_AS = { jwt_token: 'jwtToken' }.freeze
    # Those that the library has a function for.
    DEDICATED = %i[access_token api_key oauth_token oauth_token_secret password refresh_token token username].freeze
    private_constant :SENT_AS, :DEDICATED

    class << self
      # The attributes that only this auth mode has.
      def attributes
        superclass.respond_to?(:attributes) ? superclass.attributes + own : own
      end

      # The credentials of a connection.
      def of(connection) # :nodoc:
        CLASSES.fetch(connection.auth_mode, UnknownCredentials).send(:new, connection)
      end

      private

      def own
        @own ||= []
      end

      def texts(*names)
        own.concat(names)
        names.each { |name| define_method(name) { text(name) } }
      end

      def objects(*names)
        own.concat(names)
        names.each do |name|
          define_method(name) do
            value = data[name.to_s]
            value.is_a?(Hash) ? value : nil
          end
        end
      end
    end

    private_class_method :new

    def initialize(connection)
      # Not the connection: what reports errors may walk through the instance variables.
      @connection = -> { connection }
    end

    # When they expire; nil if they do not.
    def expires_at
      @connection.call.expires_at
    end

    # What the external API said when it gave the credentials: usually a Hash.
    def raw
      JSONText.read_or_nil(@connection.call.send(:raw_json))
    end

    # All of the credentials as Nango sent them. The user's own fields of JWT and TWO_STEP are here.
    def data
      JSONText.read_or_nil(@connection.call.send(:credentials_json)) || {}
    end

    # A member that is a String, by the name that Nango has for it.
    def [](name)
      @connection.call.send(:credential, name.to_s)
    end

    # For pattern matching: `in Nango::OAuth2Credentials(access_token:)`.
    def deconstruct_keys(names)
      (names || self.class.attributes).to_h { |name| [name, public_send(name)] }
    end

    def ==(other)
      other.instance_of?(self.class) && data == other.data && expires_at == other.expires_at
    end

    def inspect
      shown = self.class.attributes.map { |name| " #{name}=#{public_send(name).nil? ? nil.inspect : Hidden::REDACTED}" }
      "#<#{self.class}#{shown.join}>"
    end

    private

    def text(name)
      DEDICATED.include?(name) ? @connection.call.send(name) : self[SENT_AS.fetch(name, name)]
    end
  end

  # OAuth 2. The refresh token is here if get_connection was asked for it.
  class OAuth2Credentials < Credentials
    texts :access_token, :refresh_token
    objects :config_override
  end

  # MCP over OAuth 2.
  class McpOAuth2Credentials < OAuth2Credentials
  end

  # MCP over OAuth 2 with a client registered on the fly.
  class McpOAuth2GenericCredentials < OAuth2Credentials
  end

  # OAuth 1.0a.
  class OAuth1Credentials < Credentials
    texts :oauth_token, :oauth_token_secret
  end

  # OAuth 2 client credentials.
  class OAuth2ClientCredentials < Credentials
    texts :token, :client_id, :client_secret, :client_certificate, :client_private_key
  end

  # HTTP basic authentication. Either may be empty.
  class BasicCredentials < Credentials
    texts :username, :password
  end

  # A plugin that the customer installs.
  class InstallPluginCredentials < Credentials
    texts :username, :password
  end

  # An API key.
  class ApiKeyCredentials < Credentials
    texts :api_key
  end

  # A GitHub App.
  class AppCredentials < Credentials
    texts :access_token, :jwt_token
  end

  # The App Store, from old Nango servers.
  class AppStoreCredentials < Credentials
    texts :access_token, :private_key
  end

  # A GitHub App together with a user's token, each as Nango sent it: credentials.app["access_token"].
  class CustomCredentials < Credentials
    objects :app, :user
  end

  # NetSuite's token-based authentication. Connection#connection_config has the account.
  class TbaCredentials < Credentials
    texts :token_id, :token_secret
    objects :config_override
  end

  # Tableau, from old Nango servers.
  class TableauCredentials < Credentials
    texts :token, :pat_name, :pat_secret, :content_url
  end

  # A signed JSON web token. What it was signed with is in `data`.
  class JwtCredentials < Credentials
    texts :token
  end

  # Bill.com.
  class BillCredentials < Credentials
    texts :username, :password, :organization_id, :dev_key, :session_id, :user_id
  end

  # Two steps, the second of which yields the token. What the customer entered is in `data`.
  class TwoStepCredentials < Credentials
    texts :token, :refresh_token
  end

  # A signature.
  class SignatureCredentials < Credentials
    texts :username, :password, :token
  end

  # AWS Signature Version 4.
  class AwsSigV4Credentials < Credentials
    texts :access_key_id, :secret_access_key, :session_token, :role_arn, :region, :service, :external_id
  end

  # The external API needs none, and Nango says so (auth mode :none).
  class NoCredentials < Credentials
  end

  # Nango sent none: none are needed, or the secret key may not read them. Nango does not say which.
  class AbsentCredentials < Credentials
  end

  # An auth mode that this version does not know, or none named: everything is in `data`.
  class UnknownCredentials < Credentials
  end

  class Credentials
    # The classes by their auth modes.
    CLASSES = {
      absent: AbsentCredentials, unknown: UnknownCredentials, none: NoCredentials, oauth1: OAuth1Credentials,
      oauth2: OAuth2Credentials, oauth2_cc: OAuth2ClientCredentials, basic: BasicCredentials, api_key: ApiKeyCredentials,
      app: AppCredentials, app_store: AppStoreCredentials, custom: CustomCredentials, tba: TbaCredentials,
      tableau: TableauCredentials, jwt: JwtCredentials, bill: BillCredentials, two_step: TwoStepCredentials,
      signature: SignatureCredentials, mcp_oauth2: McpOAuth2Credentials, mcp_oauth2_generic: McpOAuth2GenericCredentials,
      install_plugin: InstallPluginCredentials, aws_sigv4: AwsSigV4Credentials
    }.freeze
  end
end
