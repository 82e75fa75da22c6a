# frozen_string_literal: true

# Generated from abi/wrappers.json: do not edit.

module Nango
  # An argument or a setting is wrong, and nothing was sent: fix the calling code.
  class InvalidArgumentError < Error
    def self.default_kind
      :invalid_argument
    end
  end

  # The connection to Nango could not be established, or was lost.
  class ConnectionError < Error
    def self.default_kind
      :connect
    end
  end

  # The TLS handshake failed, or the certificate is not one that this system trusts.
  class TLSError < ConnectionError
    def self.default_kind
      :tls
    end
  end

  # The HTTP proxy cannot be reached, fails, times out, or is not an HTTP proxy; the message says which.
  class ProxyError < ConnectionError
    def self.default_kind
      :http_proxy
    end
  end

  # The call timed out.
  class TimeoutError < ConnectionError
    def self.default_kind
      :timeout
    end
  end

  # The call was ended because its client, or the response that it was reading, was closed.
  class CallCancelledError < Error
    def self.default_kind
      :cancelled
    end
  end

  # Nango's answer contradicts its own documentation.
  class DecodeError < Error
    def self.default_kind
      :decode
    end
  end

  # The answer is larger than max_response_bytes, or the body of the request than Nango takes.
  class TooLargeError < Error
    def self.default_kind
      :too_large
    end
  end

  # Nango does not accept the secret key.
  class AuthenticationError < Error
    def self.default_kind
      :unauthorized
    end
  end

  # The secret key lacks a scope, which server_message names.
  class PermissionDeniedError < Error
    def self.default_kind
      :forbidden
    end
  end

  # Nango says that this environment has no such connection under this integration.
  #
  # It is never a 404 of something in between. Mark the customer as not connected and ask to reconnect; do not delete
  # the row: a configuration mistake looks the same. See docs/errors.md, "When a connection is not found".
  class NotFoundError < Error
    def self.default_kind
      :not_found
    end
  end

  # Nango could not refresh the credentials. If it keeps failing, the customer has to connect again.
  class RefreshFailedError < Error
    def self.default_kind
      :refresh_failed
    end
  end

  # Too many requests: wait for retry_after seconds.
  class RateLimitError < Error
    def self.default_kind
      :rate_limited
    end
  end

  # Any other refusal in Nango's own format: code and server_message tell which.
  class APIError < Error
    def self.default_kind
      :api
    end
  end

  # Nango, or a server in front of it, failed.
  class ServerError < Error
    def self.default_kind
      :server
    end
  end

  # The integration does not exist in the environment of this secret key.
  class UnknownIntegrationError < Error
    def self.default_kind
      :unknown_integration
    end
  end

  # The response is not from Nango, for example a web page. Check base_url.
  class NotNangoError < Error
    def self.default_kind
      :not_nango
    end
  end

  # A webhook is not signed with this key: answer 401. If Nango sent it, check the webhook signing key.
  class WebhookSignatureError < Error
    def self.default_kind
      :webhook_signature
    end
  end

  # A fault inside the library. Please report it.
  class InternalError < Error
    def self.default_kind
      :internal
    end
  end

  # The kinds of errors by their numbers in nango.h, each with the name of its class.
  ERROR_KINDS = {
    1 => %i[invalid_argument InvalidArgumentError],
    2 => %i[resolve ConnectionError],
    3 => %i[connect ConnectionError],
    4 => %i[tls TLSError],
    5 => %i[http_proxy ProxyError],
    6 => %i[timeout TimeoutError],
    7 => %i[cancelled CallCancelledError],
    8 => %i[io ConnectionError],
    9 => %i[decode DecodeError],
    10 => %i[too_large TooLargeError],
    11 => %i[unauthorized AuthenticationError],
    12 => %i[forbidden PermissionDeniedError],
    13 => %i[not_found NotFoundError],
    14 => %i[refresh_failed RefreshFailedError],
    15 => %i[rate_limited RateLimitError],
    16 => %i[api APIError],
    17 => %i[server ServerError],
    18 => %i[unknown_integration UnknownIntegrationError],
    19 => %i[not_nango NotNangoError],
    20 => %i[webhook_signature WebhookSignatureError],
    99 => %i[internal InternalError]
  }.freeze
  private_constant :ERROR_KINDS
end
