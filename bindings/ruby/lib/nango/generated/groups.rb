# frozen_string_literal: true

# The groups of operations, as attributes of a client.
#
# Generated from api/operations.json: do not edit.

require_relative 'operations_connect_sessions'
require_relative 'operations_connections'
require_relative 'operations_integrations'
require_relative 'operations_records'
require_relative 'operations_actions'
require_relative 'operations_syncs'
require_relative 'operations_functions'
require_relative 'operations_providers'
require_relative 'operations_environment'

module Nango
  # The groups of operations, as attributes of a client.
  module GroupsOfOperations
    # Connect sessions: with one, a customer of the product connects an account in the browser.
    def connect_sessions
      ConnectSessions.new(self)
    end

    # Connections of customers: list, import, change and delete them.
    def connections
      Connections.new(self)
    end

    # Integrations: what the environment has set up for an external API each.
    def integrations
      Integrations.new(self)
    end

    # Records: what syncs have stored of an external API.
    def records
      Records.new(self)
    end

    # Actions: functions that Nango runs on a connection.
    def actions
      Actions.new(self)
    end

    # Syncs: functions that Nango runs on a schedule for each connection.
    def syncs
      Syncs.new(self)
    end

    # Functions: the code of syncs and actions that an integration has.
    def functions
      Functions.new(self)
    end

    # Providers: the external APIs that Nango knows.
    def providers
      Providers.new(self)
    end

    # The Nango environment of the secret key.
    def environment
      Environment.new(self)
    end
  end
end
