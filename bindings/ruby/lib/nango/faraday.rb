# frozen_string_literal: true

require 'faraday'

require_relative '../nango'
require_relative 'credential_headers'

module Nango
  # An adapter for Faraday 1 and 2: an ordinary connection then calls an external API through Nango, which adds the credentials.
  #
  #   require 'nango/faraday'
  #
  #   github = Faraday.new('https://api.github.com') do |connection|
  #     connection.adapter :nango, client: client, connection_id: 'customer-1', provider_config_key: 'github'
  #   end
  #   github.get('/user').body
  #
  # Only the path and the query of a URL are sent, encoded as they stand. The host is the integration's own, whatever the URL
  # names. Where it matters, `hosts_from_url` names the hosts that may have the customer's credentials: scheme and host are then
  # sent too, and a request to any other host is refused.
  #
  # A header with other credentials (Authorization, X-Api-Key and those in docs/proxy.md) would replace the customer's, so the
  # request is refused with InvalidArgumentError before anything is sent. `authorization: :drop` leaves such headers out, for a
  # library that insists on a key; `authorization: :send` sends them instead of the customer's.
  #
  # What goes wrong on the way is raised as Faraday does: Faraday::TimeoutError, Faraday::SSLError, Faraday::ConnectionFailed.
  # Nango's own failures are raised as errors of this package. `timeout` is the time until the head of the answer, and
  # `read_timeout` that in which something of a body has to come.
  class FaradayAdapter < ::Faraday::Adapter
    # Headers of the connection to a server, which does not exist here.
    OF_THE_CONNECTION = %w[connection content-length host proxy-authorization transfer-encoding].freeze
    # What to do with credentials in the headers of a request.
    AUTHORIZATION = %i[refuse drop send].freeze
    private_constant :OF_THE_CONNECTION, :AUTHORIZATION

    # client:: The client to call with. Closing the connection does not close it.
    # connection_id:: The id of the connection.
    # provider_config_key:: The integration that it belongs to.
    # hosts_from_url:: The hosts, with ports, that Nango calls as the URL names them, such as ["api.github.com"].
    # authorization:: :refuse, :drop or :send a request's own credentials.
    # retries, retry_on, nango_parses_body, forward_headers_on_redirect:: As in Client#proxy.
    def initialize(app = nil, options = {}, &)
      super(app, options, &)
      settings = options.dup
      @client = settings.delete(:client)
      raise TypeError, "client must be a Nango::Client, not #{@client.class}" unless @client.is_a?(Client)

      @ids = %i[connection_id provider_config_key].map do |name|
        Arguments.text(name, settings.delete(name))
      end
      @hosts = settings.delete(:hosts_from_url)&.map(&:downcase)
      @authorization = checked(settings.delete(:authorization) || :refuse)
      @settings = settings
    end

    def call(env)
      super
      exchange(env) do |response|
        on_data = env.request.on_data if env.request.respond_to?(:on_data)
        body = on_data ? hand_over(response, on_data) : response.body
        save_response(env, response.status, text(body, response), response.headers.to_h, response.reason)
      end
      @app.call(env)
    end

    def inspect
      "#<#{self.class} #{@ids.map(&:inspect).join(', ')}>"
    end

    private

    def exchange(env, &)
      @client.proxy(*@ids, env.method, env.url.request_uri, headers: headers_of(env), data: body_of(env),
                                                            base_url_override: base_url_of(env.url),
                                                            timeout: env.request.timeout,
                                                            idle_timeout: request_timeout(:read, env.request), **@settings, &)
    rescue TimeoutError => e
      raise ::Faraday::TimeoutError, e
    rescue TLSError => e
      raise ::Faraday::SSLError, e
    rescue ConnectionError => e
      raise ::Faraday::ConnectionFailed, e
    end

    def hand_over(response, on_data)
      size = 0
      response.each_chunk { |part| on_data.call(part, size += part.bytesize) }
      ''
    end

    # Faraday's own adapters give a body in the encoding that it names.
    def text(body, response)
      response.headers['content-type'].to_s.include?('charset') ? body.dup.force_encoding(response.encoding) : body
    end

    def headers_of(env)
      env.request_headers.to_h.reject { |name, _| OF_THE_CONNECTION.include?(name.downcase) || left_out?(name) }
    end

    def body_of(env)
      body = env.body
      body unless body.is_a?(String) && body.empty?
    end

    # Whether a header with credentials is not to be sent.
    def left_out?(name)
      return false unless CREDENTIAL_HEADERS.include?(name.downcase) && @authorization != :send
      return true if @authorization == :drop

      raise InvalidArgumentError,
            "the request has a header #{name}, which may replace the customer's credentials: remove it, or make the adapter " \
            'with authorization: :drop to leave it out (for a library that insists on a key) or with authorization: :send to ' \
            'authenticate with it instead'
    end

    def base_url_of(url)
      return if @hosts.nil?

      host = url.port == url.default_port ? url.host : "#{url.host}:#{url.port}"
      return "#{url.scheme}://#{host}" if @hosts.include?(host.downcase)

      raise InvalidArgumentError,
            "the URL's host is not in hosts_from_url: add it if it may receive the connection's credentials"
    end

    # The value may be a key for the API, so the message does not repeat it.
    def checked(authorization)
      return authorization if AUTHORIZATION.include?(authorization)

      raise InvalidArgumentError, 'authorization must be :refuse, :drop or :send: it says what to do with credentials in the ' \
                                  'headers of a request, and is not a credential itself'
    end
  end
end

Faraday::Adapter.register_middleware(nango: Nango::FaradayAdapter)
