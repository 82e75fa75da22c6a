# frozen_string_literal: true

# Generated from api/operations.json: do not edit.

module Nango
  # Providers: the external APIs that Nango knows.
  class Providers < Group
    LIST_PROVIDERS = Operation.new(
      'GET', '/providers',
      [
        [:search, :query, Kinds::STRING, 'search', false]
      ],
      at: ['data'],
      result: Kinds.array(Kinds.model(:Provider))
    )
    private_constant :LIST_PROVIDERS

    GET_PROVIDER = Operation.new(
      'GET', '/providers/{provider}',
      [
        [:provider, :path, Kinds::STRING, 'provider', true]
      ],
      at: ['data'],
      result: Kinds.model(:Provider)
    )
    private_constant :GET_PROVIDER

    LIST_PROVIDER_TEMPLATES = Operation.new(
      'GET', '/providers/{provider}/templates',
      [
        [:provider, :path, Kinds::STRING, 'provider', true]
      ],
      at: ['data'],
      result: Kinds.array(Kinds.model(:Function))
    )
    private_constant :LIST_PROVIDER_TEMPLATES

    # Returns the external APIs that Nango knows.
    #
    # The response has megabytes: hundreds of providers, not paged.
    #
    # Any secret key may call it.
    #
    # search:: Only those with this text in their name.
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives an Array of Provider.
    def list(search: nil, timeout: nil)
      call(LIST_PROVIDERS, timeout, search: search)
    end

    # Returns an external API that Nango knows.
    #
    # Any secret key may call it.
    #
    # provider:: Its name: "github".
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives Provider.
    def get(provider:, timeout: nil)
      call(GET_PROVIDER, timeout, provider: provider)
    end

    # Returns the templates of functions that Nango has for an external API.
    #
    # Any secret key may call it.
    #
    # provider:: Its name: "github".
    # timeout:: How many seconds this call may take; what the client says by default.
    #
    # Gives an Array of Function.
    def list_templates(provider:, timeout: nil)
      call(LIST_PROVIDER_TEMPLATES, timeout, provider: provider)
    end
  end
end
