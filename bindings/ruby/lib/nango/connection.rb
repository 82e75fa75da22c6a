# frozen_string_literal: true

module Nango
  # A connection with fresh credentials. Get it just before use; keep a token for 5 minutes at most.
  #
  # JSON and times are parsed when they are asked for. What is absent is nil. Printing shows no secret, serializers write
  # none, and it cannot be dumped: `token`, `json`, `data` and `credentials` give them, so treat those as what they are.
  # Any thread may read it.
  class Connection
    include Hidden

    # Makes a connection of Nango's document, as `json` gives it: for tests, and for one that was stored. Raises DecodeError.
    def self.from_json(json)
      Native.connection_from_json(json)
    end

    ##
    # :method: id
    # Nango's own number of the connection; 0 if the answer has none.

    ##
    # :method: connection_id
    # The id of the connection, as Nango's dashboard shows it.

    ##
    # :method: provider_config_key
    # The integration that the connection belongs to.

    ##
    # :method: provider
    # The external API, such as "github". Nango servers of 2023 do not send it.

    ##
    # :method: token
    # What authenticates a request, where one string does; nil for all other auth modes.

    # How the external API authenticates: one of AuthMode.
    def auth_mode
      AuthMode::NUMBERS.fetch(auth_mode_number, :unknown)
    end

    # When the credentials expire; nil if they do not.
    def expires_at
      Times.from_milliseconds(expires_at_ms)
    end

    # How many seconds the credentials are still good for, by the clock of this machine; nil if they do not expire.
    def expires_in
      expires_at && (expires_at - Time.now)
    end

    # Whether the credentials have expired, by the clock of this machine.
    def expired?
      expires_in ? expires_in <= 0 : false
    end

    # All credentials: the class tells the auth mode.
    def credentials
      Credentials.of(self)
    end

    # When the connection was made.
    def created_at
      Times.parse(created_at_text)
    end

    # When the connection was last changed.
    def updated_at
      Times.parse(updated_at_text)
    end

    # When the connection was last asked for.
    def last_fetched_at
      Times.parse(last_fetched_at_text)
    end

    # What your product stored with the connection.
    def metadata
      JSONText.read_or_nil(metadata_json)
    end

    # What the connection was configured with, such as a subdomain.
    def connection_config
      JSONText.read_or_nil(connection_config_json)
    end

    # What the product sorts its connections by: texts by their names.
    def tags
      JSONText.read_or_nil(tags_json)
    end

    # The customer's user who made the connection.
    def end_user
      JSONText.read_or_nil(end_user_json)
    end

    # What is wrong with the connection: Hashes with "type" and "log_id".
    def errors
      JSONText.read_or_nil(errors_json)
    end

    # The whole document, parsed. Members that have no attribute are here.
    def data
      JSONText.read(json)
    end

    # The value of the Authorization header that authenticates a request as this connection. It is a secret.
    #
    # It is "Bearer" and the token, or the key; "Basic" and what stands for username and password where the auth mode is
    # :basic or :install_plugin. Raises InvalidArgumentError if these credentials make no such header: the external API
    # wants a signature or several headers, or the token is missing. Client#proxy authenticates whatever the auth mode.
    def authorization
      authorization_or_nil || raise(InvalidArgumentError, without_authorization)
    end

    def inspect
      shown = as_json.map { |name, value| "#{name}=#{value.inspect}" }
      shown << "token=#{token ? Hidden::REDACTED : nil.inspect}" << "credentials=#{Hidden::REDACTED}"
      "#<#{self.class} #{shown.join(' ')}>"
    end

    # What is neither a secret nor a customer's data.
    def as_json(*)
      {
        'id' => id, 'connection_id' => connection_id, 'provider_config_key' => provider_config_key, 'provider' => provider,
        'auth_mode' => auth_mode.to_s, 'auth_mode_name' => auth_mode_name, 'expires_at' => expires_at,
        'created_at' => created_at, 'updated_at' => updated_at, 'last_fetched_at' => last_fetched_at
      }.transform_values { |value| value.is_a?(Time) ? value.strftime('%Y-%m-%dT%H:%M:%S.%LZ') : value }
    end

    # For pattern matching: `in { auth_mode: :oauth2, token: }`.
    def deconstruct_keys(names)
      names ||= %i[id connection_id provider_config_key provider auth_mode token expires_at credentials metadata tags]
      names.to_h { |name| [name, public_send(name)] }
    end

    def ==(other)
      other.instance_of?(self.class) && json == other.json
    end

    private

    def without_authorization
      if auth_mode == :absent
        return 'Nango sent no credentials for this connection, so there is no Authorization header: give the secret key the ' \
               'scope environment:connections:read_credentials if the integration has any'
      end
      "the credentials of this connection, of auth mode #{auth_mode_name || auth_mode}, make no Authorization header: call the " \
        'external API with Client#proxy, which authenticates with every auth mode, or make what the API wants of the ' \
        "connection's credentials"
    end
  end
end
