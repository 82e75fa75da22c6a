# frozen_string_literal: true

require_relative 'pointer'

# Every accessor by its name, as JSON.
module Accessors
  # The largest number that C has, where Ruby has a Float.
  LARGEST = (2**63) - 1
  # Names that are attributes of a connection, and give what C does.
  ATTRIBUTES = %i[id connection_id provider_config_key provider account_id webhook_url_override json auth_mode_name token].freeze
  DOCUMENTS = %i[metadata connection_config tags end_user errors].freeze
  MOMENTS = %i[created_at updated_at last_fetched_at].freeze
  # Credentials with their own accessor in C, and the names under which they are sent.
  CREDENTIALS = { api_key: 'apiKey', access_token: 'access_token', refresh_token: 'refresh_token', oauth_token: 'oauth_token',
                  oauth_token_secret: 'oauth_token_secret', username: 'username', password: 'password' }.freeze

  module_function

  # The accessors of a connection that have no argument.
  def of_connection(connection)
    {
      **ATTRIBUTES.to_h { |name| [name, connection.public_send(name)] },
      **DOCUMENTS.to_h { |name| [:"#{name}_json", Pointer.document(connection.public_send(name))] },
      **MOMENTS.to_h { |name| [name, [connection.get_string("/#{name}"), moment(connection.public_send(name))]] },
      **CREDENTIALS.to_h { |name, sent_as| [name, credential(connection, name, sent_as)] },
      auth_mode: Nango::AuthMode::NUMBERS.key(connection.auth_mode),
      credentials_json: Pointer.document(connection.credentials.data),
      raw_json: Pointer.document(connection.credentials.raw),
      expires_at: connection.get_string('/credentials/expires_at'),
      expires_at_ms: milliseconds(connection.expires_at)
    }
  end

  # A look-up in a connection.
  def look_up_in_connection(connection, function, argument)
    case function
    when 'credential' then connection.credentials[argument]
    when 'get_string' then connection.get_string(argument)
    when 'get_json' then connection.get_json(argument)
    else raise "unknown look-up #{function}"
    end
  end

  # The accessors of a response.
  def of_response(response, body)
    fields = { status: response.status, header_count: response.headers.size }
    fields[:body] = body.kept.unpack1('H*') if body.kept
    fields
  end

  # A look-up in a response.
  def look_up_in_response(response, function, argument)
    return response.headers.get_all(argument).first if function == 'header'

    content = begin
      response.json
    rescue JSON::ParserError
      Pointer::MISSING
    end
    case function
    when 'get_string' then Pointer.string_at(content, argument)
    when 'get_json' then Pointer.json_at(content, argument)
    else raise "unknown look-up #{function}"
    end
  end

  # The fields of an error.
  def of_error(error)
    wait = error.retry_after
    {
      kind: error.kind_number, kind_name: error.kind.to_s.upcase, http_status: error.http_status || 0, code: error.code,
      server_message: error.server_message, body: error.body,
      retry_after_ms: wait.nil? ? -1 : [(wait * 1000).round, LARGEST].min,
      attempts: error.attempts, is_retryable: error.retryable? ? 1 : 0, message: error.message
    }
  end

  # A credential as a program finds it: an attribute of its class, or among the data if it has none.
  def credential(connection, name, sent_as)
    credentials = connection.credentials
    credentials.respond_to?(name) ? credentials.public_send(name) : credentials[sent_as]
  end

  def moment(time)
    time && [time.to_i, time.nsec]
  end

  def milliseconds(time)
    time && ((time.to_i * 1000) + (time.nsec / 1_000_000))
  end
end
