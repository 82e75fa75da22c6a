# frozen_string_literal: true

# Generated from api/operations.json: do not edit.

module Nango
  # The Nango environment of the secret key.
  class Environment < Group
    LIST_ENVIRONMENT_VARIABLES = Operation.new(
      'GET', '/environment-variables',
      [],
      result: Kinds.array(Kinds.model(:EnvironmentVariable))
    )
    private_constant :LIST_ENVIRONMENT_VARIABLES

    ROTATE_WEBHOOK_SIGNING_KEY = Operation.new(
      'POST', '/environment/webhook-signing-key/rotate',
      [],
      at: ['data'],
      result: Kinds.model(:WebhookSigningKey)
    )
    private_constant :ROTATE_WEBHOOK_SIGNING_KEY

    # Returns the variables that were set in the dashboard.
    #
    # The secret key needs the scope environment:variables:read.
    #
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives an Array of EnvironmentVariable.
    def list_variables(timeout: nil)
      call(LIST_ENVIRONMENT_VARIABLES, timeout)
    end

    # Replaces the key that Nango signs webhooks with.
    #
    # It counts at once: webhooks that are signed with the former key no longer come.
    #
    # The secret key needs the scope environment:webhook_signing_key:rotate.
    #
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives WebhookSigningKey.
    def rotate_webhook_signing_key(timeout: nil)
      call(ROTATE_WEBHOOK_SIGNING_KEY, timeout)
    end
  end
end
